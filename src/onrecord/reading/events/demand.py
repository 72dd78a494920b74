"""Demands that no verb of demanding names ("the envoy said that the rebels must leave"), and verbs of demanding that ask for nothing."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.events.arguments import arguments
from onrecord.reading.events.match import Match
from onrecord.reading.parse.grammar import is_negated
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_SAYING = word_list("acts", "demand.saying")
_MUST = {"must": "100", "should": "020", "ought": "020"}
_PERSONAL = frozenset("i we you he she they it there this that".split())


def demand_of(verb: Word) -> Match | None:
    """The demand or appeal that a clause with "must" or "should" makes of its subject, spoken by someone else."""
    modal = next((child for child in verb.children if child.dep == "aux" and child.lower in _MUST), None)
    if modal is None or verb.dep not in ("ccomp", "conj"):
        return None
    saying = _speaking(verb)
    if saying is None:
        return None
    speaker, addressed = arguments(saying).subject, arguments(verb).subject
    if speaker is None or addressed is None or addressed.lower in _PERSONAL or addressed.lemma == speaker.lemma or is_negated(verb):
        return None
    return Match(
        _MUST[modal.lower], verb, (modal, verb), (speaker,), (addressed,), False, 2, True, verb, frozenset(), f"demand: {modal.lower}"
    )


def _speaking(verb: Word) -> Word | None:
    word = verb
    for _ in range(3):
        if word.is_root or word.dep not in ("ccomp", "conj"):
            return None
        word = word.head
        if word.lemma in _SAYING:
            return word
    return None


def composed(demand: Match, named: Match | None, code: str | None) -> Match:
    """The demand with the code that the act it asks for gives it."""
    return replace(demand, code=code or demand.code, used=frozenset((named.trigger.i,)) if named else frozenset())


_TELLING = word_list("acts", "demand.telling")
_FINITE = frozenset(("VBD", "VBZ", "VBP"))


def asks_nothing(match: Match) -> bool:
    """ "Insisted that the raid was legal", "is expected to visit", "warned that food would run out": how things are or will be.

    "Declined to comment" turns nothing down; "a mayor accused of theft" tells who he is, and of no accuser.
    """
    verb, clause = match.trigger, match.complement
    if match.code == "120" and clause is not None and clause.lemma in _TELLING:
        return True
    if match.code[:2] == "03" and is_negated(verb) and any(child.lower in ("can", "ca", "could") for child in verb.children):
        return True
    if match.code[:3] == "112" and verb.dep == "acl" and not match.sources:
        return True
    if verb.lemma == "expect":
        return any(child.dep == "auxpass" for child in verb.children)
    if clause is None or clause.dep != "ccomp":
        return False
    if verb.lemma == "insist":
        helping = [child for child in clause.children if child.dep in ("aux", "auxpass")]
        return clause.tag in _FINITE or any(word.tag in _FINITE or (word.tag == "MD" and word.lower not in _MUST) for word in helping)
    if verb.lemma == "warn":
        own = arguments(clause)
        thing = own.subject is not None and own.subject.pos == "NOUN" and not own.subject.entity
        return thing and not own.passive and not own.objects and not own.clauses and _is_circumstance(clause)
    return False


def _is_circumstance(clause: Word) -> bool:
    """Nobody does it to anybody."""
    return not any(preposition in ("against", "on", "at") for preposition, _ in arguments(clause).preps)
