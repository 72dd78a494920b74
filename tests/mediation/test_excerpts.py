"""Excerpts of our own in several styles: who is found among those who mediate, and how many of those found are right."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.model.record import MediationAct, Record

Read = Callable[..., Record]
Row = dict[str, str | list[str]]
EXCERPTS: list[Row] = tomllib.loads((Path(__file__).parent / "excerpts.toml").read_text(encoding="utf-8"))["excerpt"]


def mentions(record: Record, ids: set[str]) -> list[list[tuple[int, int]]]:
    return [[(mention.span.start, mention.span.end) for mention in actor.mentions] for actor in record.actors if actor.id in ids]


@pytest.mark.parametrize(
    ("key", "field", "precision", "recall"),
    [("third", "third_parties", 0.75, 0.54), ("mediators", "mediators", 0.85, 0.6), ("parties", "parties", 0.85, 0.45)],
)
def test_who_takes_part(read: Read, key: str, field: str, precision: float, recall: float) -> None:
    """Floors a little under what was measured when the second half of the excerpts was written."""
    right = wanted = given = 0
    for row in EXCERPTS:
        text = str(row["text"])
        record = read(text)
        gold = [(text.index(words), text.index(words) + len(words)) for words in row[key]]
        found = mentions(record, {name for act in record.mediation for name in named(act, field)})
        wanted, given = wanted + len(gold), given + len(found)
        right += sum(any(start < end_ and start_ < end for spans in found for start_, end_ in spans) for start, end in gold)
    assert right / given >= precision, (right, given)
    assert right / wanted >= recall, (right, wanted)


def named(act: MediationAct, field: str) -> tuple[str, ...]:
    return {"third_parties": act.third_parties, "mediators": act.mediators, "parties": act.parties}[field]
