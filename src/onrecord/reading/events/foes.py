"""Who fights whom in a report: where it has one pair of enemies, an act of war by one of them is against the other.

The pair is read off acts that name both sides; a report with two wars, or none, gives nothing. What it gains: docs/explanation/events.md.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from onrecord.codes.cameo import VIOLENT
from onrecord.model.span import Span
from onrecord.reading.events.draft import Draft, Ground
from onrecord.reading.events.participants import Found
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_FIGHTERS = frozenset(("state", "government", "military", "armed_group", "police", "unnamed", "other"))
_OF_A_STATE = frozenset(("state", "government", "military", "police"))
_ARMED = frozenset(("military", "armed_group"))
_QUARREL = word_list("acts", "foes.quarrel")
_PEACE = ("039", "045", "028", "0256", "087", "1056", "0356", "037", "027", "126")


@dataclass(frozen=True, slots=True)
class Foes:
    """The two sides of a report's war. `sides`: 0 or 1, by actor; `voices`: who stands for each, its state in a war of states, else who
    fights most.
    """

    voices: tuple[str, str]
    sides: dict[str, int]


def foes(drafts: list[Draft], ground: Ground) -> Foes | None:
    """The two sides that the report's acts of war set against each other most, if no other pair comes near."""
    pairs: Counter[tuple[str, str]] = Counter()
    seen: Counter[str] = Counter()
    for one in drafts:
        if one.root not in VIOLENT or one.placed or one.act.status == "denied":
            continue
        for source in _named_first(one.sources, ground):
            for target in _named_first(one.targets, ground):
                a, b = (_side(found.actor, ground) for found in (source, target))
                if a is not None and b is not None and a != b:
                    pairs[min(a, b), max(a, b)] += 1
                    seen.update((source.actor, target.actor))
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    pair = ranked[0][0]
    sides = {name: pair.index(side) for name in ground.by_id if (side := _side(name, ground)) in pair}
    lands = {actor.country for name in sides if (actor := ground.by_id[name]).kind in _FIGHTERS}
    states = {name for name in sides if ground.by_id[name].kind == "state"} if len(lands - {None}) > 1 else set[str]()
    first, second = (
        max((name for name in {*seen, *states} if sides.get(name) == n), key=lambda name: (name in states, seen[name], name))
        for n in (0, 1)
    )
    return Foes((first, second), sides)


def _named_first(found: tuple[Found, ...], ground: Ground) -> tuple[Found, ...]:
    """ "The rival armies, A and B": those with a name, where there are any."""
    return (tuple(item for item in found if _is_named(item.actor, ground)) or found)[:3]


def _is_named(name: str, ground: Ground) -> bool:
    actor = ground.by_id.get(name)
    return actor is not None and any(mention.form == "name" for mention in actor.mentions)


def _side(name: str, ground: Ground) -> str | None:
    """The side that an actor fights on: a state's forces and its government on that of their country, everyone else on their own."""
    actor = ground.by_id.get(name)
    if actor is None or actor.kind not in _FIGHTERS:
        return None
    if actor.kind in _OF_A_STATE and actor.country is not None:
        return actor.country
    return name if actor.kind in _ARMED or _is_named(name, ground) else None


def against(one: Draft, enemies: Foes | None, ground: Ground) -> Draft:
    """The draft with the side that its words leave out."""
    if enemies is None:
        return one
    if one.root in VIOLENT or one.root == "15":
        return _attack(one, enemies, ground)
    if one.act.code.startswith(_PEACE) and not one.targets and _speaks_of_quarrel(one):
        sides = _both(enemies, one.trigger, ground, leave=one.sources)
        return replace(one, targets=sides) if one.sources else replace(one, sources=sides, targets=sides)
    return one


def _attack(one: Draft, enemies: Foes, ground: Ground) -> Draft:
    named = {found.actor for found in (*one.sources, *one.targets)}
    if one.act.match.mutual and not named - set(enemies.sides) and len({enemies.sides[name] for name in named}) < len(enemies.voices):
        sides = _both(enemies, one.trigger, ground)
        return replace(one, sources=sides, targets=sides)
    if one.act.match.mutual and not one.sources:
        return replace(one, sources=_both(enemies, one.trigger, ground, leave=one.targets))
    doers = {enemies.sides[found.actor] for found in one.sources if found.actor in enemies.sides}
    if len(doers) != 1 or not (one.placed or not one.targets):
        return one
    other = enemies.voices[1 - doers.pop()]
    if one.placed:
        here, foe = one.targets[0].actor, ground.by_id[other]
        there = ground.by_id.get(here) or ground.newcomers.named(here)
        theirs = there is None or foe.country in (None, there.country)
        return replace(one, targets=(Found(other, one.targets[0].span),)) if theirs else one
    return replace(one, targets=(Found(other, _nearest(other, one.trigger, ground)),))


def _both(enemies: Foes, trigger: Word, ground: Ground, leave: tuple[Found, ...] = ()) -> tuple[Found, ...]:
    told = {enemies.sides.get(found.actor) for found in leave}
    return tuple(Found(name, _nearest(name, trigger, ground)) for n, name in enumerate(enemies.voices) if n not in told)


def _nearest(name: str, trigger: Word, ground: Ground) -> Span:
    """The actor's mention nearest to the act."""
    return min((mention.span for mention in ground.by_id[name].mentions), key=lambda span: (abs(span.start - trigger.start), span))


def _speaks_of_quarrel(one: Draft) -> bool:
    match = one.act.match
    words = [match.trigger, *match.targets, *match.anchor, *([match.complement] if match.complement is not None else [])]
    return any(
        below.lemma.lower() in _QUARREL
        for word in words
        for below in (word, *word.children, *(x for child in word.children for x in child.children))
    )
