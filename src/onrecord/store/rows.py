"""What the store gives back: frozen typed rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from onrecord.model.span import Span


class Outcome(Enum):
    """What adding a record did."""

    ADDED = "added"
    NEW_READING = "new reading"
    UNCHANGED = "unchanged"


HitKind = Literal["report", "statement", "event"]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report and what its latest reading holds. `document` is the report's id (SHA-256 of its text)."""

    document: str
    key: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None
    readings: int
    statements: int
    events: int
    tolls: int
    mediation: int


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading of a report. `published` is the day that its times were read against."""

    document: str
    version: str
    model: str
    vocabulary: str
    published: str | None
    read_at: str
    current: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that two things are one (`together`) or two. `of` says what they are: witnesses of incidents, or actors."""

    of: Literal["incidents", "actors"]
    a: str
    b: str
    together: bool
    who: str
    when: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: where they stand and what they are part of (`value` is None for a block of the report's text)."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    kind: HitKind
    value: str | None
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """How many passages hold some words: by kind, outlet and month of publication ("" where unknown). `more`: not all are counted."""

    total: int
    more: bool
    kinds: Mapping[str, int]
    outlets: Mapping[str, int]
    months: Mapping[str, int]
