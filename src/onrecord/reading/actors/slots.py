"""What fills a place in a clause: who flees is human, who ratifies is a body, what erupts is a thing.

Counts of places filled by words whose sort is known, made by `models/actors/count_slots.py`. A pronoun stands in such a place,
and its antecedent would have to fit it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

from onrecord.reading.actors.acting import first_conjunct
from onrecord.reading.parse import Word

FILLERS = ("human", "body", "thing")
_PRIOR = 4.0
"""How many counts the general habit of a place weighs against those of one word."""


@dataclass(frozen=True, slots=True)
class Slots:
    """`fits` gives for a place and a word the log of how much more often each sort of filler stands there than in such places at all."""

    fits: Mapping[tuple[str, str], tuple[float, ...]]

    def fit(self, word: Word) -> tuple[float, ...]:
        """For the place of `word`: one number a sort of `FILLERS`, 0.0 where nothing is known."""
        place = slot_of(word)
        return _NOTHING if place is None else self.fits.get(place, _NOTHING)


_NOTHING = (0.0,) * len(FILLERS)


def slot_of(word: Word) -> tuple[str, str] | None:
    """The place of a phrase's head in its clause and the word that gives the place; None for a place that says nothing."""
    word = first_conjunct(word)
    above = word.head
    lemma = above.lemma.lower()
    if word.dep == "nsubj":
        if lemma != "be":
            return "subject", lemma
        what = above.child("acomp", "attr")
        return None if what is None else ("is", what.lemma.lower())
    if word.dep == "nsubjpass":
        return "passive", lemma
    if word.dep in ("dobj", "dative"):
        return "object", lemma
    if word.dep == "poss":
        return "owner", lemma
    if word.dep == "pobj" and not above.is_root:
        return ("agent", above.head.lemma.lower()) if above.dep == "agent" else ("after", f"{above.head.lemma.lower()} {lemma}")
    return None


@cache
def load_slots() -> Slots:
    """The packaged counts, as logs."""
    counts: dict[tuple[str, str], list[int]] = {}
    text = (files("onrecord.reading.actors") / "slots.csv").read_text(encoding="utf-8")
    for place, word, *numbers in list(csv.reader(text.splitlines()))[1:]:
        counts[place, word] = [int(number) for number in numbers]
    total: dict[str, list[int]] = {}
    for (place, _), own in counts.items():
        total[place] = [a + b for a, b in zip(total.get(place, [0] * len(own)), own, strict=True)]
    return Slots({key: _fits(own, total[key[0]]) for key, own in counts.items()})


def _fits(own: list[int], total: list[int]) -> tuple[float, ...]:
    habit = [(count + 1) / (sum(total) + len(total)) for count in total]
    return tuple(log((count + _PRIOR * p) / (sum(own) + _PRIOR) / p) for count, p in zip(own, habit, strict=True))
