"""Is a named country a place here, or a party? "In Russia" is where; "Russia said", "talks with Russia", "Russia's army" is who.

A country or its capital is a party where the grammar makes it one to an act that a record of conflict and diplomacy keeps: it speaks,
acts on others, is acted upon or dealt with, or owns those who do. Everything else is a place: "Russia is large", "exports to Russia".
"""

from __future__ import annotations

from onrecord.codes.countries import seat_named
from onrecord.reading.parse.words import Word
from onrecord.reading.places.toponym import Toponym
from onrecord.vocabulary.places import PlaceWords

STATES = frozenset(("country", "capital"))
"""Features whose names stand for a state or its government. Other places are parties only as those who say something."""


def is_party(topo: Toponym, words: PlaceWords) -> bool:
    """True where the name stands for a government that speaks, acts, is dealt with or commands."""
    if topo.embedded or topo.stands_in:
        return False
    state = _is_state(topo)
    word = _first_conjunct(topo.head)
    head = word.head
    if word.dep == "nsubj":
        return _speaks(head, words) or (state and (head.lemma in words.party_acts or _is_ready(head, words)))
    if not state:
        return False
    if word.dep in ("dobj", "dative", "iobj", "nsubjpass"):
        return head.lemma in words.party_suffers
    if word.dep == "pobj":
        return _dealt_with(head, words)
    if word.dep in ("poss", "compound", "nmod", "amod"):
        return head.lemma in words.party_nouns or _before_office(topo, words)
    return False


def acts(topo: Toponym, words: PlaceWords) -> bool:
    """True for those who are no party by `is_party` but are by a wider measure, for a report of states dealing with each other.

    There a state that is the subject of anything but a state of affairs acts ("Oman hosted", not "Oman lies", "Oman saw"), and what is done
    to one is done to a party, unless it is done to its ground ("left Oman").
    """
    if topo.embedded or topo.stands_in or not _is_state(topo):
        return False
    word = _first_conjunct(topo.head)
    head = word.head
    if word.dep == "nsubj":
        return head.pos == "VERB" and head.lemma not in words.befalling
    if word.dep in ("dobj", "dative"):
        return head.pos == "VERB" and head.lemma not in words.ground | words.befalling | words.motion
    if word.dep == "pobj" and head.lower in ("of", "to"):
        return head.head.lemma in words.offices
    return word.dep == "pobj" and head.lower in ("on", "upon", "to", "from", "with") and head.head.lemma in words.saying


def _is_state(topo: Toponym) -> bool:
    """A country, a capital, or a seat of power ("the Kremlin")."""
    places = [candidate.place for candidate in topo.candidates if candidate.rank < 2]
    return any(place.feature in STATES or (place.feature == "site" and seat_named(place.name) is not None) for place in places)


def _before_office(topo: Toponym, words: PlaceWords) -> bool:
    """ "US President Ann Holt", "Peru's Prime Minister Ana Gil": the person's name heads the phrase, the office says who they are."""
    after = [word for word in topo.head.sentence.words if topo.last <= word.i < topo.last + 4 and word.tag != "POS"]
    return any(word.lower in words.party_nouns for word in after[:2])


def _first_conjunct(word: Word) -> Word:
    """The first of "Israel, Hamas and Iran": all play its part."""
    steps = 0
    while word.dep in ("conj", "appos") and word.head is not word and word.head.pos in ("PROPN", "NOUN") and steps < 30:
        word, steps = word.head, steps + 1
    return word


def _speaks(verb: Word, words: PlaceWords) -> bool:
    return verb.lemma in words.saying and verb.pos in ("VERB", "AUX")


def _is_ready(verb: Word, words: PlaceWords) -> bool:
    """ "Russia is ready", "Iran was furious": a state of mind."""
    return verb.lemma == "be" and any(child.dep == "acomp" and child.lower in words.party_moods for child in verb.children)


def _dealt_with(before: Word, words: PlaceWords) -> bool:
    """After a preposition: "by Iran"; "against Iran"; "talks with Iran", "sanctions on Iran" by what stands before."""
    lower, governor = before.lower, before.head
    if before.dep == "agent":
        return True
    if lower == "by":
        return governor.pos == "NOUN" or (governor.pos == "VERB" and governor.lemma not in words.motion)
    if lower in ("against", "regarding"):
        return True
    if lower in ("with", "between", "on", "from", "to", "for", "toward", "towards", "of"):
        return governor.lemma in (words.party_deeds if lower in ("with", "between", "on", "from", "to") else words.party_support)
    return False
