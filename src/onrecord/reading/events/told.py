"""What only the report as a whole tells of an act's participants: whose act "the attack" was, who is blamed for it, who let the hostages
go, who fights whom. Each looks back over a bounded number of acts.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.codes.cameo import VIOLENT
from onrecord.reading.events.arguments import noun_preps
from onrecord.reading.events.draft import Draft, Ground
from onrecord.reading.events.foes import against, foes
from onrecord.reading.events.outcome import with_outcomes
from onrecord.reading.events.participants import Found, without
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
_KINDS = {"18": "war", "19": "war", "20": "war", "04": "talks"}
_HOSTILE = VIOLENT | {"15"}
_BACK = 40
_NEAR = 3
_BROKERS = 6
_DEED = word_list("acts", "told.deed")
_DEATHS = word_list("acts", "told.deaths")
_DECISION = word_list("acts", "told.decision")
_DECIDED = frozenset(("03", "05", "06", "07", "08", "15", "16", "17"))
_TALKS = word_list("acts", "told.talks")
_CHARGES = word_list("acts", "told.charges")
_PACTS = word_list("acts", "told.pacts")
_AGREED = _PACTS | frozenset(("agree", "sign"))
_AGREEING = frozenset(("03", "05", "06", "08"))
_OF_A_PACT = frozenset(("051", "120", "125", "128"))
_BROKERING = ("045", "039")
_BROKERED = frozenset(("03", "04", "05", "06", "08"))
_HOLDING = ("173", "181")
_FREEING = ("0841", "0353", "084")


def across(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """The drafts of a report with what they tell each other."""
    out: list[Draft] = []
    for one in drafts:
        out.append(_anaphor(one, out) if _anaphoric(one) else one)
    out = [_anaphor(one, out[n + 1 : n + _BACK][::-1]) if one.root in VIOLENT and _anaphoric(one) else one for n, one in enumerate(out)]
    out = with_outcomes([_shared(one, out[n + 1 : n + _NEAR]) for n, one in enumerate(out)])
    enemies = foes(out, ground)
    known = [against(one, enemies, ground) for one in out]
    by_trigger = {one.trigger.i: one for one in known}
    return [_answered(one, known[max(0, n - _BACK) : n], by_trigger, ground) for n, one in enumerate(known)]


def _shared(one: Draft, after: list[Draft]) -> Draft:
    """ "Shelled and bombed the town": the target that a coordinated act names is that of both."""
    if one.targets or one.root not in _HOSTILE or not one.act.match.verbal:
        return one
    for other in after:
        if other.trigger.dep == "conj" and other.trigger.head is one.trigger and other.root in _HOSTILE and other.targets:
            return replace(one, targets=without(other.targets, one.sources))
    return one


def _answered(one: Draft, before: list[Draft], by_trigger: dict[int, Draft], ground: Ground) -> Draft:
    """The act with whoever made, held or met in the act that it answers."""
    if (one.root == "11" or one.act.code == "051") and not one.targets:
        reacted = _blamed(one, before, by_trigger)
        if reacted.targets or one.root == "11":
            return reacted
    if one.act.code in _OF_A_PACT and one.sources and not one.targets:
        one = _to_the_makers(one, before)
    if one.root in ("12", "16") and one.sources and not one.targets:
        return _broken_off(_to_the_accuser(one, before), before, ground)
    if one.act.code.startswith(_BROKERING) and one.sources and not one.targets:
        return _brokered(one, before)
    if one.act.code.startswith(_FREEING) and one.targets and not one.sources:
        return _freed(one, before)
    return one


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
        if one.root in VIOLENT and not _may_mean(one.trigger, other.trigger):
            continue
        if _apart(one.sources, other.sources) or _apart(one.targets, other.targets):
            continue
        return replace(one, sources=one.sources or other.sources, targets=one.targets or other.targets)
    return one


def _may_mean(noun: Word, told: Word) -> bool:
    """ "The attack" may be any act of violence, "the blast" a blast, "the murder" a killing."""
    named, before = noun.lemma.lower(), told.lemma.lower()
    return named in _DEED or named == before or (named in _DEATHS and before in _DEATHS)


def _apart(mine: tuple[Found, ...], theirs: tuple[Found, ...]) -> bool:
    return bool(mine and theirs) and not {x.actor for x in mine} & {x.actor for x in theirs}


def _blamed(one: Draft, before: list[Draft], by_trigger: dict[int, Draft]) -> Draft:
    """Who condemns an attack condemns who made it."""
    for word in _about(one):
        for below in (word, *(other for _, other in noun_preps(word))):
            named = by_trigger.get(below.i)
            if named is None or not named.sources:
                named = _meant(below, before)
            if named is not None and named.sources:
                return replace(one, targets=without(named.sources, one.sources))
    return one


def _about(one: Draft) -> list[Word]:
    match = one.act.match
    return [*match.targets, *([match.complement] if match.complement is not None else [])]


def _meant(noun: Word, before: list[Draft]) -> Draft | None:
    """ "The cowardly act": the nearest act of violence whose doer the report has named; the same noun first."""
    if noun.pos != "NOUN" or not _definite(noun):
        return None
    lemma = noun.lemma.lower()
    told = [other for other in reversed(before) if other.root in VIOLENT and other.sources and other.act.status != "denied"]
    same = next((other for other in told if other.trigger.lemma.lower() == lemma), None)
    if same is not None:
        return same
    if lemma in _DECISION:
        return next((other for other in reversed(before) if other.root in _DECIDED and other.sources and other.act.match.verbal), None)
    aimed = next((other for other in told if other.targets), None)
    return (aimed or next(iter(told), None)) if lemma in _DEED else None


def _definite(noun: Word) -> bool:
    return any(child.lower in _DEFINITE for child in noun.children)


def _to_the_makers(one: Draft, before: list[Draft]) -> Draft:
    """ "Welcomed the agreement", "rejected the deal": those who have agreed, where the report has told of a pact before."""
    if not any(word.lemma.lower() in _PACTS and _definite(word) for word in (*one.act.match.anchor, *_about(one))):
        return one
    for other in reversed(before):
        match = other.act.match
        named = (*match.anchor, *((match.complement,) if match.complement is not None else ()))
        if other.root in _AGREEING and other.sources and any(word.lemma.lower() in _AGREED for word in named):
            return replace(one, targets=without((*other.sources, *without(other.targets, other.sources)), one.sources))
    return one


def _to_the_accuser(one: Draft, before: list[Draft]) -> Draft:
    """ "Chad rejected the accusation": whoever has accused Chad last."""
    charged = any(word.lemma.lower() in _CHARGES and _definite(word) for word in (*one.act.match.anchor, *_about(one)))
    if not (charged or one.trigger.lemma == "deny"):
        return one
    mine = {found.actor for found in one.sources}
    for other in reversed(before):
        if other.act.code[:3] == "112" and mine & {found.actor for found in other.targets}:
            return replace(one, targets=without(other.sources, one.sources))
    return one


def _broken_off(one: Draft, before: list[Draft], ground: Ground) -> Draft:
    """ "Scuttled the talks": the talks told before, less the side that breaks them off."""
    nouns = [word for word in (*one.act.match.anchor, *_about(one)) if word.lemma.lower() in _TALKS and _definite(word)]
    if not nouns:
        return one
    mine = {found.actor for found in one.sources}
    countries = {actor.country for name in mine if (actor := ground.by_id.get(name)) is not None and actor.country}
    for other in reversed(before):
        if other.root != "04":
            continue
        there = {found.actor: found for found in (*other.sources, *other.targets)}
        rest = tuple(
            found
            for name, found in there.items()
            if name not in mine and ((actor := ground.by_id.get(name)) is None or actor.country not in countries or not actor.country)
        )
        if rest and len(rest) < len(there):
            return replace(one, targets=rest)
    return one


def _brokered(one: Draft, before: list[Draft]) -> Draft:
    """ "Signed a truce in talks mediated by Oman": those who agreed or met in the same sentence, or in the pact or talks just told."""
    definite = any(_definite(word) and word.lemma.lower() in _PACTS | _TALKS for word in (*one.act.match.anchor, *_about(one)))
    for other in reversed(before[-_BROKERS:]):
        if other.root in _BROKERED and (definite or other.trigger.sentence is one.trigger.sentence):
            sides = without((*other.sources, *without(other.targets, other.sources)), one.sources)
            if len(sides) > 1:
                return replace(one, targets=sides)
    return one


def _freed(one: Draft, before: list[Draft]) -> Draft:
    """Those who are freed were held by someone: the nearest capture, of the same people or in the same sentence, that names a captor."""
    freed = {found.actor for found in one.targets}
    for other in reversed(before):
        same = freed & {found.actor for found in other.targets} or other.trigger.sentence is one.trigger.sentence
        if other.act.code.startswith(_HOLDING) and other.sources and same:
            return replace(one, sources=without(other.sources, one.targets))
    return one
