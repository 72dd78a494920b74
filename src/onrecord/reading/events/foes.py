"""Who fights whom in a report: where it has one pair of enemies, an act of war by one of them is against the other.

The pair is read off acts that name both sides; a report with two wars, or none, gives nothing. What it gains: docs/explanation/events.md.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from onrecord.model.span import Span
from onrecord.reading.events.draft import VIOLENT, Draft, Ground
from onrecord.reading.events.participants import Found
from onrecord.reading.parse.words import Word

Foes = tuple[str, str]
_FIGHTERS = frozenset(("state", "government", "military", "armed_group", "police", "unnamed", "other"))
_QUARREL = frozenset("conflict war crisis dispute hostility hostilities fighting bloodshed violence strike attack clash side".split())
_PEACE = ("039", "045", "028", "0256", "087", "1056", "0356", "037", "027", "126")


def foes(drafts: list[Draft], ground: Ground) -> Foes | None:
    """The two sides that the report's acts of war set against each other most, if no other pair comes near."""
    pairs: Counter[Foes] = Counter()
    for one in drafts:
        if one.root not in VIOLENT or one.placed or one.act.status == "denied":
            continue
        for source in one.sources[:3]:
            for target in one.targets[:3]:
                if source.actor != target.actor and _fights(source.actor, ground) and _fights(target.actor, ground):
                    pairs[min(source.actor, target.actor), max(source.actor, target.actor)] += 1
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def _fights(name: str, ground: Ground) -> bool:
    actor = ground.by_id.get(name)
    return actor is not None and actor.kind in _FIGHTERS and any(mention.form == "name" for mention in actor.mentions)


def against(one: Draft, enemies: Foes | None, ground: Ground) -> Draft:
    """The draft with the side that its words leave out."""
    if enemies is None:
        return one
    if one.root in VIOLENT or one.root == "15":
        return _attack(one, enemies, ground)
    if one.act.code.startswith(_PEACE) and not one.targets and _speaks_of_quarrel(one):
        sides = _both(enemies, one.trigger, ground, leave=tuple(found.actor for found in one.sources))
        return replace(one, targets=sides) if one.sources else replace(one, sources=sides, targets=sides)
    return one


def _attack(one: Draft, enemies: Foes, ground: Ground) -> Draft:
    if one.act.match.mutual and not {found.actor for found in (*one.sources, *one.targets)} - set(enemies):
        sides = _both(enemies, one.trigger, ground)
        return replace(one, sources=sides, targets=sides)
    if one.act.match.mutual and not one.sources:
        return replace(one, sources=_both(enemies, one.trigger, ground, leave=tuple(found.actor for found in one.targets)))
    doers = [found.actor for found in one.sources if found.actor in enemies]
    if one.placed or (doers and not one.targets):
        if len(doers) != 1:
            return one
        other = enemies[1] if doers[0] == enemies[0] else enemies[0]
        if one.placed:
            here, foe = one.targets[0].actor, ground.by_id[other]
            there = ground.by_id.get(here) or ground.newcomers.named(here)
            return (
                replace(one, targets=(Found(other, one.targets[0].span),)) if there is None or foe.country in (None, there.country) else one
            )
        return replace(one, targets=(Found(other, _nearest(other, one.trigger, ground)),))
    return one


def _both(enemies: Foes, trigger: Word, ground: Ground, leave: tuple[str, ...] = ()) -> tuple[Found, ...]:
    return tuple(Found(name, _nearest(name, trigger, ground)) for name in enemies if name not in leave)


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
