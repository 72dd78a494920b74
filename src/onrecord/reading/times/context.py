"""What a phrase is resolved in, and what it leaves to the phrases after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from onrecord.reading.times.calendar import days_of
from onrecord.reading.times.direction import Direction
from onrecord.reading.times.meaning import Hour, Meaning, Shift, Stamp, TimexType

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_YEARED = re.compile(r"\d{4}(?:-|$)")


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is resolved in: the publication day, the time spoken of before (a value), and what the whole text is like.

    `told_year` is the year that the paragraph's last full date or year names. `narrative`: a history, which its own dates
    carry, not the day it was published.
    """

    published: date | None
    reference: str | None = None
    day: str | None = None
    """The last day told: what "the day after" counts from."""
    told_year: int | None = None
    beside: int | None = None
    """The year of a full date or month before in the same sentence."""
    grain: str | None = None
    """The last quarter or half spoken of: what "a year earlier" counts from in a report on results."""
    narrative: bool = False
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    type: TimexType
    value: str
    begin: date | None
    end: date | None


def _is_told_of(quarter: Stamp, value: str, context: Context) -> bool:
    """A quarter that results are told of: one that has begun, and that is not put into a year beside it for comparison."""
    if quarter.fiscal:
        return True
    days = days_of(value)
    begun = days is not None and (context.published is None or days[0] <= context.published)
    return begun and quarter.year is None


def next_context(context: Context, meaning: Meaning, resolved: Resolved) -> Context:
    """The context after a phrase: what it names is what the next ones may lean on."""
    value = resolved.value
    if resolved.type not in ("DATE", "TIME") or days_of(value) is None:
        return context
    if context.narrative and isinstance(meaning, Shift) and meaning.base == "now":
        return context
    if isinstance(meaning, Hour) and meaning.base == "overnight":
        return context  # the night belongs to two days: the story stays on the one told
    told = context.told_year
    named = isinstance(meaning, Stamp) and (meaning.year is not None or meaning.value[:1].isdigit())
    if named or context.narrative:
        told = int(value[:4]) if _YEARED.match(value) else told
    beside = context.beside
    if isinstance(meaning, Stamp) and meaning.year is not None and meaning.month is not None:
        beside = meaning.year
    grain = value if isinstance(meaning, Stamp) and meaning.quarter is not None and _is_told_of(meaning, value, context) else context.grain
    day = value[:10] if _DAY.match(value[:10]) else context.day
    return replace(context, reference=value, day=day, told_year=told, beside=beside, grain=grain)
