"""Harm that no single word tells: the state people are in ("in custody", "in critical condition"), where they went
("sought refuge", "left their homes"), what hit them ("struck by shrapnel", "fatally shot").
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.record import TollKind
from onrecord.reading.parse.grammar import is_negated, is_passive
from onrecord.reading.parse.words import Word
from onrecord.reading.tolls.victims import Harmed, doer, objects, sufferer
from onrecord.vocabulary.counts import Harm
from onrecord.vocabulary.lists import word_list

_BEING = word_list("counts", "conditions.being")
_SUFFERED = word_list("counts", "conditions.suffered")


def in_state(noun: Word, harm: Harm) -> Iterator[Harmed]:
    """ "230 marchers were in custody", "nine of them in critical condition": who is in the state that a noun names."""
    kind = harm.states.get(noun.lemma.lower())
    opener = noun.head
    if kind is None or noun.dep != "pobj" or opener.lower not in ("in", "into", "to") or noun.child("det", "poss", "nummod") is not None:
        return
    if noun.lower == "condition" and not any(child.lower in harm.conditions for child in noun.children_by("amod")):
        return
    above = opener.head
    if opener.lower == "in" and above.pos in ("NOUN", "PROPN", "NUM"):
        yield Harmed(kind, noun, above, None, 2, told=False, people=True)
    elif above.tag.startswith("V") or above.pos == "AUX":
        if opener.lower == "in" and above.lemma.lower() in _BEING and (victim := sufferer(above)) is not None:
            yield Harmed(kind, noun, victim, None, 3, told=True, people=True)
        elif kind != "displaced" and above.lemma.lower() in harm.takers:
            for victim in objects(above):
                yield Harmed(kind, noun, victim, None, 3, told=True, people=True)


def by_verb(verb: Word, lemma: str, harm: Harm) -> Iterator[Harmed]:
    """What a verb that harms nobody by itself does to people with the words around it."""
    if (lemma in harm.struck and is_passive(verb) and _agent_in(verb, harm.striking)) or (lemma == "treat" and _for_wounds(verb)):
        yield from _all("injured", verb)
    elif lemma in harm.buried and any(child.lower in ("under", "beneath", "underneath") for child in verb.children):
        yield from _all("trapped", verb)
    elif lemma == "bury" and (by := doer(verb)) is not None:
        if by.lemma.lower() in harm.burying:
            yield from _all("trapped", verb)
        elif by.tag in ("PRP", "NNS", "NNP") and not any(child.lower in ("in", "under") for child in verb.children_by("prep")):
            yield from _all("killed", verb)
    elif lemma == "lose" and _object_in(verb, harm.limbs) and (loser := sufferer(verb)) is not None:
        yield Harmed("injured", verb, loser, None, 3, told=True, people=True)
    elif lemma in harm.seeing and is_passive(verb) and (denial := verb.child("neg")) is not None:
        if lemma != "see" or any(child.lower == "again" for child in verb.children):
            for lost in objects(verb):
                yield Harmed("missing", denial, lost, None, 3, told=True, people=True)
    elif lemma in harm.leaving_homes and (_object_in(verb, harm.homes, own=True) or _has_left_place(verb, harm)):
        yield from _subject(verb)
    elif (lemma in harm.seeking and _object_in(verb, harm.refuge)) or _lives_in(verb, lemma, harm):
        yield from _all("displaced", verb) if is_passive(verb) else _subject(verb)
    elif lemma == "survive" and is_negated(verb) and (victim := sufferer(verb)) is not None:
        denial = next(child for child in verb.children if child.dep == "neg")
        yield Harmed("killed", denial, victim, None, 3, told=False, people=True)


def fatally(adverb: Word) -> Iterator[Harmed]:
    """ "was fatally shot"; "three were shot, two fatally": the two."""
    before = adverb.sentence.words[max(0, adverb.i - 1 - adverb.sentence.first)]
    if before.tag == "CD":
        yield Harmed("killed", adverb, before, None, 3, told=False, people=False)
    elif adverb.head.tag.startswith("V"):
        yield from _all("killed", adverb.head, people=False)


def _for_wounds(verb: Word) -> bool:
    return any(child.lower == "for" and _object_in(child, _SUFFERED) for child in verb.children_by("prep"))


def _all(kind: TollKind, verb: Word, *, people: bool = True) -> Iterator[Harmed]:
    for victim in objects(verb):
        yield Harmed(kind, verb, victim, doer(verb), 3, told=verb.dep not in ("acl", "relcl", "amod"), people=people)


def _subject(verb: Word) -> Iterator[Harmed]:
    victim = None if is_passive(verb) or is_negated(verb) else sufferer(verb)
    if victim is not None:
        yield Harmed("displaced", verb, victim, None, 2, told=False, people=True)


def _has_left_place(verb: Word, harm: Harm) -> bool:
    """ "400,000 people have left the camp": those who live in a place."""
    own = verb.child("nsubj")
    perfect = any(child.lower in ("have", "had") for child in verb.children_by("aux"))
    return perfect and own is not None and own.lemma.lower() in harm.dwellers and _object_in(verb, harm.left)


def _lives_in(verb: Word, lemma: str, harm: Harm) -> bool:
    """ "are living in tents", "sheltering in a school"."""
    places = harm.tents | harm.harbours if lemma in harm.sheltering else harm.tents if lemma in harm.living else frozenset[str]()
    return any(child.lower in ("in", "at", "under") and _object_in(child, places) for child in verb.children_by("prep"))


def _object_in(word: Word, nouns: frozenset[str], *, own: bool = False) -> bool:
    """Whether one of the nouns is the object; `own`: as theirs ("their homes")."""
    return any(
        child.lemma.lower() in nouns and (not own or any(owner.tag == "PRP$" for owner in child.children_by("poss")))
        for child in word.children_by("dobj", "pobj")
    )


def _agent_in(verb: Word, nouns: frozenset[str]) -> bool:
    agents = [found for child in verb.children_by("agent", "prep") if child.lower in ("by", "with") and (found := child.child("pobj"))]
    return any(agent.lemma.lower() in nouns for agent in agents)
