"""What a time phrase says before it is known when it was said: the typed results of the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Base = Literal["now", "reference", "results"]
"""What a shift counts from: the publication, the time spoken of, or the quarter that a report on results speaks of."""
Turn = Literal["", "last", "next", "this"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Fields of the calendar, as far as the words give them. `turn` is "last", "next" or "this" where the words say so.

    `year_shift` counts years from the publication's ("last year's third quarter" is -1). `century` counts as written ("19" for
    the 1900s). `until` marks words after "by" or "until".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    era: str = ""
    turn: Turn = ""
    year_shift: int | None = None
    fiscal: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units from now (the publication) or from the reference time. `exact`: keep the day ("two weeks ago")."""

    unit: str
    count: float
    base: Base = "now"
    exact: bool = False
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Hour:
    """A clock time ("T22:00") or a part of the day ("TMO"), on a day that the words, the chain or the publication gives."""

    value: str
    base: Base = "reference"
    weak: bool = False
    """Counts only beside a day: "night" alone is no time."""
    days: int = 0
    """Days from the base: "last night" is -1, "the next morning" 1."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no reckoning: durations, sets, references. `window` is (-1 back | 1 on, count, unit) for "the past week"."""

    type: TimexType
    value: str
    window: tuple[int, float, str] | None = None


Meaning = Stamp | Shift | Hour | Fixed


@dataclass(frozen=True, slots=True)
class Several:
    """More than one time in one rule, each with the name of the group that is its words: "7 to 9 September"."""

    pieces: tuple[tuple[str, Meaning], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A meaning and its tokens, `first` up to and without `last`. `hour` is a clock time or part of day that was joined to a day."""

    first: int
    last: int
    meaning: Meaning
    hour: Hour | None = None
    days: int = 0
    """Days from what the meaning says: -1 for "the day before" it."""
    side: Literal["", "before", "after"] = ""
    """"before" for "earlier this month", "after" for "later this year": on that side of the publication."""


def amount_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: 3 months "P3M", 5.5 hours "PT5.5H", days without a number "PXD"."""
    number = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    if unit == "TH" and count is not None and count % 1 == 0.5:
        return f"PT{int(count)}H30M" if count > 1 else "PT30M"
    if unit == "TM" and count is not None and count % 1 == 0.5:
        return f"PT{int(count)}M30S"
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    if unit == "2W":
        return "PXW" if count is None else f"P{2 * count:g}W"
    return f"P{number}{ {'WE': 'WE', 'ML': 'ML'}.get(unit, unit) }"
