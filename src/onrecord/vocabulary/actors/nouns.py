"""Nouns that name an actor by what it does: "militant", "prime minister", "aid group", "ministry". Data in `nouns.csv`, all in lemmas."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

from onrecord.model.record import ActorKind

Sort = Literal["person", "body"]


@dataclass(frozen=True, slots=True)
class Noun:
    """`sort` tells one human being from a body of many; `kind` is that of the actor (for a person noun: of many of them).

    `code` is the CAMEO role or empty; `office` names a post that `leaders.csv` may fill, or a way of pointing ("side").
    """

    words: str
    sort: Sort
    kind: ActorKind
    code: str
    office: str


@cache
def nouns() -> MappingProxyType[str, Noun]:
    """Every noun phrase of the table, in lower case with single spaces; where two rows give one, the first counts."""
    table: dict[str, Noun] = {}
    text = (files("onrecord.vocabulary.actors") / "nouns.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        for words in row["words"].split(";"):
            noun = Noun(words, cast("Sort", row["sort"]), cast("ActorKind", row["kind"]), row["code"], row["office"])
            table.setdefault(words, noun)
    return MappingProxyType(table)
