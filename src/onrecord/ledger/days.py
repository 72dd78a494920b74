"""What a report's words say about the day of an act, and whether two reports can mean the same day.

A clue is a whole date, a day of the month without a year, or only the name of a weekday: "on Wednesday" in a report without a date
still speaks for another report's 24 November, which was a Wednesday, and against its 25 November.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from onrecord.model.record import Time

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONG = 3
"""A time longer than this many days says nothing about the day."""


class Clue(msgspec.Struct, frozen=True):
    """One clue. `weight` falls with the distance of the words from the act. `first` and `last` are ISO days."""

    weight: float
    first: str | None = None
    last: str | None = None
    month_day: str | None = None
    weekday: int | None = None


def clue(time: Time, words: str, weight: float, *, published: bool = True) -> Clue | None:
    """The clue that a time of a record is; None when it speaks of no day.

    In a report without a date (`published` False) a weekday without a number is a weekday and no date, whatever it was resolved to.
    """
    if time.type not in ("DATE", "TIME") or time.value.endswith("_REF"):
        return None
    lower = words.lower()
    weekday = next((n for n, name in enumerate(WEEKDAYS) if name in lower), None)
    if weekday is not None and not published and not any(c.isdigit() for c in lower.split(WEEKDAYS[weekday])[1]):
        return Clue(weight, weekday=weekday)
    if time.begin is not None and time.end is not None:
        first, last = day_of(time.begin), day_of(time.end)
        if first is None or last is None or (last - first).days >= LONG:
            return None
        return Clue(weight, first.isoformat(), last.isoformat(), first.isoformat()[5:], first.weekday())
    if time.value.startswith("XXXX-") and time.value[5:7].isdigit() and time.value[8:10].isdigit():
        return Clue(weight, month_day=time.value[5:10], weekday=weekday)
    return Clue(weight, weekday=weekday) if weekday is not None else None


def day_of(iso: str | None) -> date | None:
    """The day of an ISO date or date-time; None when it is none."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def weekday_agreement(a: Sequence[Clue], b: Sequence[Clue]) -> float:
    """From 0 (other weekdays) to 1 (the same, weighed alike); -1 when either side names none."""
    one, two = _weekdays(a), _weekdays(b)
    if not any(one) or not any(two):
        return -1.0
    product = sum(x * y for x, y in zip(one, two, strict=True))
    return float(product / (sum(x * x for x in one) * sum(y * y for y in two)) ** 0.5)


def _weekdays(clues: Iterable[Clue]) -> list[float]:
    found = [0.0] * 7
    for given in clues:
        if given.weekday is not None:
            found[given.weekday] = max(found[given.weekday], given.weight)
    return found


def other_weekday(a: Sequence[Clue], b: Sequence[Clue]) -> bool:
    """Whether both sides name weekdays and none of one is, or is next to, one of the other: night raids are told under either day."""
    one, two = ([x.weekday for x in clues if x.weekday is not None] for clues in (a, b))
    return bool(one and two) and all((x - y) % 7 in (2, 3, 4, 5) for x in one for y in two)


def gap(a: Iterable[Clue], b: Iterable[Clue]) -> int | None:
    """The fewest days between a date of one and a date of the other, by month and day where a year lacks; None when one has no date."""
    one, two = [x for x in a if x.month_day], [x for x in b if x.month_day]
    gaps = [_apart(x, y) for x in one for y in two]
    return min(gaps) if gaps else None


def _apart(a: Clue, b: Clue) -> int:
    if a.first and a.last and b.first and b.last:
        f1, l1, f2, l2 = (date.fromisoformat(day) for day in (a.first, a.last, b.first, b.last))
        return max(0, (f2 - l1).days, (f1 - l2).days)
    year = (a.first or b.first or "2023")[:4]
    days = [_in_year(x.month_day or "", year) for x in (a, b)]
    apart = abs((days[0] - days[1]).days)
    return min(apart, 365 - apart)


def _in_year(month_day: str, year: str) -> date:
    try:
        return date.fromisoformat(f"{year}-{month_day}")
    except ValueError:  # 29 February of a year that has none
        return date.fromisoformat(f"{year}-03-01")


def days_between(first: str, last: str, most: int = 4) -> list[str]:
    """The ISO days of a range, at most `most`."""
    start, stop = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    return [(start + timedelta(n)).isoformat() for n in range(min(most, (stop - start).days + 1))]
