"""The words by which places are told from other names."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from onrecord.vocabulary.packaged import table as packaged


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of `words.toml`, in lower case; what each is for stands there."""

    division: frozenset[str]
    settlement: frozenset[str]
    site: frozenset[str]
    water: frozenset[str]
    where: frozenset[str]
    of: frozenset[str]
    directions: frozenset[str]
    public: frozenset[str]
    private: frozenset[str]
    governing: frozenset[str]
    office: frozenset[str]
    never: frozenset[str]
    motion: frozenset[str]
    people: frozenset[str]
    ground_nouns: frozenset[str]
    travel: frozenset[str]
    believing: frozenset[str]
    saying: frozenset[str]
    party_acts: frozenset[str]
    party_suffers: frozenset[str]
    party_deeds: frozenset[str]
    party_support: frozenset[str]
    party_nouns: frozenset[str]
    party_moods: frozenset[str]
    befalling: frozenset[str]
    offices: frozenset[str]
    ground: frozenset[str]
    taking: frozenset[str]
    road: frozenset[str]
    house: frozenset[str]
    of_state: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The words of `words.toml`."""
    table = packaged("onrecord.vocabulary.places", "words")
    return PlaceWords(**{field.name: frozenset(table[field.name]) for field in fields(PlaceWords)})


@cache
def abbreviations() -> MappingProxyType[str, str]:
    """ "Ky.", "KY", "B.C.": the GeoNames code of the division that an abbreviation is written for."""
    lines = (files("onrecord.vocabulary.places") / "abbreviations.csv").read_text(encoding="utf-8").splitlines()
    return MappingProxyType({row["written"]: row["code"] for row in csv.DictReader(lines)})


class Clue(NamedTuple):
    """A word that is at home in one country, and how much it says."""

    country: str
    weight: float


@cache
def clues() -> MappingProxyType[str, Clue]:
    """Word form to its clue, as `clues.csv` has them."""
    lines = (files("onrecord.vocabulary.places") / "clues.csv").read_text(encoding="utf-8").splitlines()
    return MappingProxyType({row["word"]: Clue(row["country"], float(row["weight"])) for row in csv.DictReader(lines)})
