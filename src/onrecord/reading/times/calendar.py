"""TIMEX3 values as calendar arithmetic: what a value covers, a value moved by units, the days that a value can mean.

A value is a string ("1998-02-13", "1998-W12", "1998-Q3", "199"). Days are of the proleptic Gregorian calendar.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month, as the northern half of the Earth counts them; winter ends in the year after."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*|[A-Z]\w*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_QUARTER = re.compile(r"(\d{4})-([QH])(\d)$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_YEAR = re.compile(r"(\d{4})(?:-(?:XX.*|WXX.*|QX|HX))?$")
_DECADE = re.compile(r"(\d{3})X?$")
_CENTURY = re.compile(r"(\d\d)(?:XX)?$")

Days = tuple[date, date]


def days_of(value: str) -> Days | None:
    """First and last day that a value covers; None for durations, sets, references and what has no year."""
    if match := _DAY.match(value):
        day = day_or_none(*map(int, match.groups()))
        return None if day is None else (day, day)
    if match := _WEEK.match(value):
        monday = iso_monday(int(match[1]), int(match[2]))
        if monday is None or monday > date.max - timedelta(6):
            return None
        return (monday + timedelta(5 if match[3] else 0), monday + timedelta(6))
    if match := _MONTH.match(value):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if match := _QUARTER.match(value):
        size = 3 if match[2] == "Q" else 6
        last = int(match[3]) * size
        return _months(int(match[1]), last - size + 1, last)
    if match := _SEASON.match(value):
        first, last = SEASONS[match[2]]
        return _months(int(match[1]), first, last if last >= first else last + 12)
    for pattern, size in ((_YEAR, 1), (_DECADE, 10), (_CENTURY, 100)):
        if match := pattern.match(value):
            return _years(int(match[1]) * size, size)
    return None


def _years(first: int, size: int) -> Days | None:
    if first < 1 or first + size > 9999:
        return None
    return date(first, 1, 1), date(first + size - 1, 12, 31)


def _months(year: int, first: int, last: int) -> Days | None:
    end_year, end = (year, last) if last <= 12 else (year + 1, last - 12)
    if not (year >= 1 and end_year <= 9999 and 1 <= first <= 12 and 1 <= end <= 12):
        return None
    return date(year, first, 1), date(end_year, end, calendar.monthrange(end_year, end)[1])


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def value_at(day: date, unit: str) -> str:
    """The value of the unit that holds a day: "M" on 13 February 1998 is "1998-02"."""
    match unit:
        case "D":
            return day.isoformat()
        case "W" | "2W":
            return week_value(day)
        case "WE":
            return f"{week_value(day)}-WE"
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "DE":
            return f"{day.year:04d}"[:3]
        case "CE":
            return f"{day.year:04d}"[:2]
        case _:
            return f"{day.year:04d}"


def moved(day: date, count: int, unit: str) -> date | None:
    """A day moved by a number of units; the day of the month is cut to the month's length. None past the calendar's ends."""
    days = {"D": 1, "W": 7, "2W": 14, "WE": 7}
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
    try:
        if unit in days:
            return day + timedelta(days[unit] * count)
        if unit in months:
            total = day.year * 12 + day.month - 1 + months[unit] * count
            year, month = divmod(total, 12)
            return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
        hours = {"TH": 1, "TM": 1 / 60, "TS": 1 / 3600}.get(unit)
        return None if hours is None else day + timedelta(hours=hours * count)
    except (ValueError, OverflowError, IndexError):
        return None


def unit_of(value: str) -> str:
    """The unit that a calendar value names: "1998-02" is "M"."""
    for pattern, unit in ((_DAY, "D"), (_WEEK, "W"), (_MONTH, "M"), (_QUARTER, "Q"), (_SEASON, "S"), (_YEAR, "Y"), (_DECADE, "DE")):
        if pattern.match(value):
            return unit
    return "CE" if _CENTURY.match(value) else ""
