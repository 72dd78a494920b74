"""Participants that stand outside a frame's own slots: the other party of a clause, the speaker of "we", who was hit where only a place is
named, whose act "the attack" was. Each comes with words of the report as its span.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model.record import Place, Statement
from onrecord.model.span import Span
from onrecord.reading.events.arguments import arguments, noun_preps
from onrecord.reading.events.assemble import Act
from onrecord.reading.events.draft import VIOLENT, Draft, Ground
from onrecord.reading.events.foes import against, foes
from onrecord.reading.events.participants import ActorWords, Found
from onrecord.reading.parse.words import Word

_PLAIN = frozenset("attack kill wound injure bomb bombing assault raid slay ambush shoot".split())
_ARMY = frozenset(("state", "military", "government", "armed_group"))
_ALONE = frozenset(("0831", "014", "083", "082"))
_TOWARDS = (
    "against",
    "on",
    "to",
    "with",
    "for",
    "at",
    "from",
    "toward",
    "towards",
    "over",
    "between",
    "among",
    "of",
    "into",
    "about",
    "upon",
)
_FIRST = frozenset(("we", "i", "us", "our"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
_KINDS = {"18": "war", "19": "war", "20": "war", "04": "talks"}
_BACK = 40
_WIDE = 20


def draft(act: Act, ground: Ground, statement: Statement | None) -> Draft:
    """The act with the actors that its own clause names."""
    match = act.match
    sources = _unique(found for word in match.sources for found in ground.actors.of(word)) or _speaker(match.sources, statement, ground)
    act = replace(act, code=by_doer(act.code, match.trigger.lemma.lower(), sources, ground))
    targets = _unique(found for word in match.targets for found in ground.actors.of(word)) or _speaker(match.targets, statement, ground)
    if match.mutual and not targets and len(sources) > 1:
        return Draft(act, sources, sources, statement)
    if not (match.mutual and targets == sources):
        targets = _without(targets, sources)
    if not targets and act.code not in _ALONE:
        targets = _other_party(act, sources, ground.actors)
    if not targets and act.code[:2] in VIOLENT:
        targets = _without(_at_place(act, sources, ground), sources)
        return Draft(act, sources, targets, statement, placed=bool(targets))
    return Draft(act, sources, targets, statement)


def by_doer(code: str, lemma: str, sources: tuple[Found, ...], ground: Ground) -> str:
    """Plain words for violence ("attack", "kill", "bomb") are 19 when an army or a state does it, else 18, as CAMEO tells them apart."""
    if lemma not in _PLAIN or code not in ("180", "182", "183", "190"):
        return code
    kinds = {actor.kind for found in sources if (actor := ground.by_id.get(found.actor)) is not None}
    if kinds & _ARMY:
        return "195" if code == "183" else "190"
    return code


def _unique(found: Iterable[Found]) -> tuple[Found, ...]:
    first: dict[str, Found] = {}
    for item in found:
        first.setdefault(item.actor, item)
    return tuple(first.values())


def _without(found: tuple[Found, ...], others: tuple[Found, ...]) -> tuple[Found, ...]:
    ids = {other.actor for other in others}
    return tuple(item for item in found if item.actor not in ids)


def _speaker(words: tuple[Word, ...], statement: Statement | None, ground: Ground) -> tuple[Found, ...]:
    """ "We" inside a statement is its speaker."""
    if statement is None or statement.speaker is None or statement.speaker not in ground.by_id:
        return ()
    return tuple(Found(statement.speaker, word.span) for word in words[:1] if word.lower in _FIRST)


def _other_party(act: Act, sources: tuple[Found, ...], actors: ActorWords) -> tuple[Found, ...]:
    """The first other actor among the arguments of the act, then of what it is about."""
    anchor = {word.i for word in act.match.anchor}
    for word in _candidates(act):
        if word.i in anchor:
            continue
        found = _without(_unique(actors.of(word)), sources)
        if found:
            return found
    return ()


def _candidates(act: Act) -> Iterable[Word]:
    match = act.match
    complement = match.complement
    taken = {word.i for word in match.sources}
    for word in _clause_words(complement) if complement is not None and complement is not match.trigger else ():
        if word.i not in taken:
            yield word
    for noun in match.anchor:
        if noun is not match.trigger and noun.pos == "NOUN":
            yield from (child for child in noun.children if child.dep == "poss" and child.i not in taken)
    if match.verbal:
        yield from (word for word in _clause_words(match.trigger, subject=False) if word.i not in taken)
    else:
        yield from (word for preposition, word in noun_preps(match.trigger) if preposition in _TOWARDS and word.i not in taken)


def _clause_words(word: Word, *, subject: bool = True) -> Iterable[Word]:
    if word.pos not in ("VERB", "AUX"):
        yield from (child for child in word.children if child.dep in ("poss", "amod", "compound", "nmod"))
        pairs = noun_preps(word)
    else:
        args = arguments(word)
        if subject and args.subject is not None:
            yield args.subject
        yield from args.objects
        pairs = [*args.preps, *(pair for one in args.objects for pair in noun_preps(one))]
        for clause in args.clauses[:1]:
            inside = arguments(clause)
            yield from inside.objects
            pairs.extend(inside.preps)
    for preposition, other in sorted(pairs, key=lambda pair: _TOWARDS.index(pair[0]) if pair[0] in _TOWARDS else 99):
        if preposition in _TOWARDS and other.entity not in ("DATE", "TIME"):
            yield other


def _at_place(act: Act, sources: tuple[Found, ...], ground: Ground) -> tuple[Found, ...]:
    """Who is hit where only a place is named: whoever the report has there, first as a state. The span is the place's."""
    match = act.match
    words = [*match.targets, *(other for _, other in noun_preps(match.trigger))]
    for verb in match.anchor:
        if verb.pos == "VERB":
            args = arguments(verb)
            words.extend((*args.objects, *(other for _, other in args.preps)))
    for word in words[:_WIDE]:
        below = word.subtree()[:_WIDE]
        for span, place in ground.places.inside((min(one.start for one in below), max(one.end for one in below))):
            found = _who_is_there(place, span, sources, ground)
            if found is not None:
                return (found,)
    return ()


def _who_is_there(place: Place, span: Span, sources: tuple[Found, ...], ground: Ground) -> Found | None:
    if place.country is None:
        return None
    ids = {source.actor for source in sources}
    order = {"state": 0, "population": 1}
    there = [actor for actor in ground.by_id.values() if actor.country == place.country and actor.kind in order and actor.id not in ids]
    if there:
        return Found(min(there, key=lambda actor: order[actor.kind]).id, span)
    return Found(ground.newcomers.people_of(place, span), span)


def across(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """What only the report as a whole tells: "the attack" is the one told before; who condemns an attack condemns who made it;
    who fights whom, where the report has one pair of enemies."""
    out: list[Draft] = []
    for one in drafts:
        out.append(_anaphor(one, out) if _anaphoric(one) else one)
    out = [_anaphor(one, out[n + 1 : n + _BACK][::-1]) if one.root in VIOLENT and _anaphoric(one) else one for n, one in enumerate(out)]
    enemies = foes(out, ground)
    known = [against(one, enemies, ground) for one in out]
    by_trigger = {one.trigger.i: one for one in known}
    return [_blamed(one, by_trigger) if one.root == "11" and not one.targets else one for one in known]


def _anaphoric(one: Draft) -> bool:
    """ "The attack", "Sunday's raid", "the talks": a nominal act that the report has told of and that lacks someone here."""
    if one.act.match.verbal or (one.sources and one.targets) or one.root not in _KINDS:
        return False
    return any(child.dep == "poss" or (child.dep == "det" and child.lower in _DEFINITE) for child in one.trigger.children)


def _anaphor(one: Draft, before: list[Draft]) -> Draft:
    """The missing participants, from the nearest act of the same kind that does not contradict it."""
    for other in reversed(before[-_BACK:]):
        if _KINDS.get(other.root) != _KINDS[one.root] or not (other.sources or other.targets) or other.trigger is one.trigger:
            continue
        if _apart(one.sources, other.sources) or _apart(one.targets, other.targets):
            continue
        return replace(one, sources=one.sources or other.sources, targets=one.targets or other.targets)
    return one


def _apart(mine: tuple[Found, ...], theirs: tuple[Found, ...]) -> bool:
    return bool(mine and theirs) and not {x.actor for x in mine} & {x.actor for x in theirs}


def _blamed(one: Draft, by_trigger: dict[int, Draft]) -> Draft:
    words = [*one.act.match.targets, *([one.act.match.complement] if one.act.match.complement is not None else [])]
    for word in words:
        for below in (word, *(other for _, other in noun_preps(word))):
            named = by_trigger.get(below.i)
            if named is not None and named.sources:
                return replace(one, targets=_without(named.sources, one.sources))
    return one


PUBLIC = frozenset(("state", "government", "military", "police", "armed_group", "party", "igo", "ngo"))
_CRIME = ("180", "181", "182", "193", "173", "1711", "145")


def of_public_concern(one: Draft, ground: Ground) -> bool:
    """Crime, accidents, sport and business are no one's politics: an act counts when someone in it has a public part, or is a country's.

    Acts of war by their own words ("an air strike") need no such actor.
    """
    actors = [ground.by_id.get(found.actor) for found in (*one.sources, *one.targets)]
    if any(actor is None or actor.kind in PUBLIC or actor.country or actor.roles or actor.of for actor in actors):
        return True
    if one.root in VIOLENT or (one.sources and one.targets):
        return not one.act.code.startswith(_CRIME)
    return one.root == "14" and bool(one.sources)
