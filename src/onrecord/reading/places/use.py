"""Is a named country a place here, or does it act? "In Russia" is where; "Russia said", "with Russia", "Russia's army" is who."""

from __future__ import annotations

from onrecord.reading.parse.words import Word
from onrecord.reading.places.toponym import Toponym
from onrecord.vocabulary.places import PlaceWords

ACTING = frozenset(("country", "capital"))
"""Features whose names stand for a state or its government; other places act only as the subject of a verb of saying."""


def acts(topo: Toponym, words: PlaceWords) -> bool:
    """True where the name stands for a government or a people that does, says, gets or owns something."""
    if topo.embedded:
        return True
    features = {candidate.place.feature for candidate in topo.candidates if candidate.rank < 2}
    return _acts(topo.head, words, bool(features & ACTING) or (not topo.candidates and topo.head.entity == "GPE"))


def _acts(word: Word, words: PlaceWords, state: bool) -> bool:
    steps = 0
    while word.dep in ("conj", "appos") and word.head is not word and word.head.pos in ("PROPN", "NOUN") and steps < 30:
        word, steps = word.head, steps + 1
    head = word.head
    if word.dep in ("nsubj", "nsubjpass", "agent"):
        if not state:
            return head.lemma in words.saying
        return not (head.lemma in words.undergo or (word.dep == "nsubjpass" and head.lemma in words.ground))
    if not state:
        return False
    if word.dep in ("dobj", "dative", "iobj", "oprd"):
        return head.lemma not in words.ground
    if word.dep == "pobj":
        return _acts_after(head, words)
    if word.dep == "poss":
        return not _of_ground(head, words)
    if word.dep in ("compound", "nmod", "amod"):
        return not _of_ground(head, words)
    return False


def _acts_after(before: Word, words: PlaceWords) -> bool:
    """After a preposition: "by", "with", "between", "against" an actor; "to" and "from" by the verb; "of" by the noun."""
    lower = before.lower
    if lower in (
        "by",
        "with",
        "against",
        "between",
        "for",
        "toward",
        "towards",
        "regarding",
        "behind",
        "about",
        "upon",
        "like",
        "than",
        "as",
        "among",
    ):
        return lower != "between" or before.head.lemma not in words.motion
    if lower == "on":
        return before.head.lemma not in words.motion
    if lower in ("to", "from"):
        return not (before.head.lemma in words.motion or before.head.lemma in words.ground)
    if lower == "of":
        noun = before.head
        return not (
            noun.lower in words.of_ground or noun.lower in words.settlement or noun.lower in words.division or noun.lemma in words.ground
        )
    return False


def _of_ground(noun: Word, words: PlaceWords) -> bool:
    """The noun names ground: a border, a coast, a town, a visit."""
    return (
        noun.lower in words.of_ground
        or noun.lower in words.settlement
        or noun.lower in words.site
        or noun.lower in words.water
        or noun.lower in words.division
        or noun.lemma
        in (
            "visit",
            "trip",
            "tour",
            "summit",
            "country",
            "city",
            "town",
            "village",
            "border",
            "war",
            "area",
            "province",
            "region",
            "native",
            "resident",
        )
        or noun.entity in ("GPE", "LOC", "FAC")
    )
