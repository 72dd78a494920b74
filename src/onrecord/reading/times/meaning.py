"""What a time phrase says before it is known when it was said: the typed results of the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Base = Literal["now", "reference", "results", "tense", "overnight"]
"""What a shift counts from: the publication, the time spoken of, the quarter that a report on results speaks of; or, as the verb's tense
has it, the time spoken of ("sales fell at the end of the year") or the publication ("will fall by the end of the year")."""
Turn = Literal["", "last", "next", "this"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Fields of the calendar, as far as the words give them. `turn` is "last", "next" or "this" where the words say so.

    `year_shift` counts years from the publication's ("last year's third quarter" is -1). `century` counts as written ("19" for
    the 1900s). `nth` counts a weekday in its month (-1: the last).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
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
    """A number of units from now (the publication) or from the reference time. `exact`: keep the day ("two weeks ago"); "this" weekend."""

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


_IN_OTHERS = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "Q": (3, "M"), "2W": (2, "W")}
_HALVES = {"TH": "30M", "TM": "30S", "Y": "6M"}


def amount_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: 3 months "P3M", 5.5 hours "PT5H30M", two decades "P20Y", days without a number "PXD"."""
    number = "X" if count is None else _plain(count)
    if count is not None and unit in _IN_OTHERS:
        size, unit = _IN_OTHERS[unit]
        number = _plain(count * size)
    if count is not None and count % 1 == 0.5 and unit in _HALVES:
        whole = f"{int(count)}{unit[-1]}" if count > 1 else ""
        return f"P{'T' if unit[0] == 'T' else ''}{whole}{_HALVES[unit]}"
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    return f"P{number}{'W' if unit == '2W' else unit}"


def _plain(number: float) -> str:
    """A number as TIMEX3 writes it: no exponent, at most three decimals."""
    return str(int(number)) if number == int(number) else f"{number:.3f}".rstrip("0")
