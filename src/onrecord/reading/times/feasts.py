"""The dates of days with a name: fixed, the nth weekday of a month, Easter, and the feasts of the Jewish and the Muslim calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from onrecord.reading.times.calendar import Days, day_or_none
from onrecord.vocabulary.times import NamedDay


def days_of_feast(rule: NamedDay, first: date) -> Days:
    """First and last day that a feast beginning about `first` can cover: a moon sighted a day sooner or later moves it by one."""
    return (first - timedelta(1), first + timedelta(rule.lasts)) if rule.sighted else (first, first + timedelta(rule.lasts - 1))


def named_day(rule: NamedDay, year: int) -> date | None:
    """The date of a named day in a year; None where the year is out of the calendar."""
    if not 1583 <= year <= 4099:
        return None
    if rule.easter is not None:
        return (orthodox_easter(year) if rule.orthodox else easter(year)) + timedelta(rule.easter)
    if rule.hebrew is not None:
        return rosh_hashanah(year) + timedelta(rule.hebrew)
    if rule.hijri is not None and rule.day is not None:
        return _hijri_day(rule.hijri, rule.day, year)
    if rule.month is None:
        return None
    if rule.day is not None:
        return day_or_none(year, rule.month, rule.day)
    if rule.weekday is None or rule.nth is None:
        return None
    if rule.nth < 0:
        last = date(year, rule.month, calendar.monthrange(year, rule.month)[1])
        return last - timedelta((last.isoweekday() - rule.weekday) % 7 + 7 * (-rule.nth - 1))
    first = date(year, rule.month, 1)
    return first + timedelta((rule.weekday - first.isoweekday()) % 7 + 7 * (rule.nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday. Method: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * x) // 451
    month, day = divmod(h + x - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar. Method: Meeus's Julian algorithm, moved by the calendars' difference."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> date:
    """The Jewish New Year that falls in a Gregorian year. Method: molad and postponements, after Dershowitz and Reingold,
    Calendrical Calculations (2018), ch. 8; all other feasts stand a fixed number of days from one of these."""
    hebrew = year + 3761
    before, there, after = (_elapsed(hebrew + n) for n in (-1, 0, 1))
    delay = 2 if after - there == 356 else 1 if there - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + there + delay)


_HEBREW_EPOCH = -1_373_427
_HIJRI_EPOCH = 227_015


def _elapsed(hebrew: int) -> int:
    """Days from the epoch to the mean new moon of a Hebrew year's first month, moved off Sunday, Wednesday and Friday."""
    months = (235 * hebrew - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _hijri_day(month: int, day: int, year: int) -> date | None:
    """The first day in a Gregorian year that is this day of the tabular Muslim calendar; the sighted one may differ by a day.
    Method: the arithmetical calendar of Dershowitz and Reingold, ch. 7."""
    first = (year - 622) * 33 // 32
    for hijri in range(first - 1, first + 4):
        ordinal = _HIJRI_EPOCH - 1 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 29 * (month - 1) + month // 2 + day
        if (found := date.fromordinal(ordinal)).year == year:
            return found
    return None
