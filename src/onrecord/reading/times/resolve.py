"""From what the words say to when it is: meanings resolved against the publication date, the tense and the chain of times."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.reading.times.calendar import (
    Days,
    day_or_none,
    days_of,
    iso_monday,
    moved,
    unit_of,
    value_at,
    week_value,
)
from onrecord.reading.times.context import Context, Resolved
from onrecord.reading.times.feasts import days_of_feast, named_day
from onrecord.reading.times.meaning import Fixed, Found, Hour, Shift, Stamp, TimexType
from onrecord.vocabulary.times import NamedDay, named_days

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_BLANK = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "DE": "XXX",
    "CE": "XX",
}


def resolve(found: Found, context: Context) -> Resolved | None:
    """The type, value and days of one phrase. None where the words give no possible date (30 February)."""
    meaning = found.meaning
    if isinstance(meaning, Fixed):
        return _fixed(meaning, context)
    if isinstance(meaning, Hour):
        day = _base_day(meaning, context)
        return _timed(day, meaning.value)
    if isinstance(meaning, Stamp) and meaning.holiday is not None and named_days()[meaning.holiday].lasts > 1:
        return _feast(meaning, context)
    value = _stamp(meaning, context) if isinstance(meaning, Stamp) else _shift(meaning, context)
    if value is None:
        return None
    if found.days and (days := days_of(value)) is not None:
        value = _at(moved(days[0], found.days, "D"), "D") or value
    if found.hour is not None:
        return _timed(value[:10], found.hour.value)
    days = None if isinstance(meaning, Stamp) and meaning.fiscal else days_of(value)
    if days is not None and context.published is not None and found.side and getattr(meaning, "base", "now") == "now":
        days = _clipped(days, context.published, found.side)
    kind: TimexType = "TIME" if "T" in value and _DAY.match(value[:10]) and len(value) > 10 else "DATE"
    return Resolved(kind, value, *(days or (None, None)))


def _feast(stamp: Stamp, context: Context) -> Resolved | None:
    """Feasts of several days, or whose day is not sure, have the value of the month or year that holds them, and their own days."""
    day = _holiday(stamp, context)
    if day is None or (first := _first_day(day)) is None:
        return None if day is None else Resolved("DATE", "XXXX", None, None)
    begin, end = days_of_feast(named_days()[stamp.holiday or ""], first)
    value = begin.isoformat()[:7]
    return Resolved("DATE", value if end.isoformat()[:7] == value else value[:4], begin, end)


def _clipped(days: Days, now: date, side: str) -> Days:
    """ "earlier this month" is not after today, "later this year" not before."""
    begin, end = days
    if side == "before" and begin <= now:
        return begin, min(end, now)
    return (max(begin, now), end) if side == "after" and now <= end else days


def _timed(day: str, hour: str) -> Resolved:
    days = days_of(day)
    return Resolved("TIME", day + hour, *(days or (None, None)))


def _fixed(meaning: Fixed, context: Context) -> Resolved:
    now = context.published
    begin = end = None
    if meaning.value == "PRESENT_REF":
        begin = end = now
    elif meaning.value == "PAST_REF":
        end = now
    elif meaning.value == "FUTURE_REF":
        begin = now
    elif meaning.window is not None and now is not None:
        way, count, unit = meaning.window
        other = moved(now, int(way * count), unit) if count < 1e5 else None
        if other is not None:
            begin, end = min(now, other), max(now, other)
    return Resolved(meaning.type, meaning.value, begin, end)


def _base_day(hour: Hour, context: Context) -> str:
    base = context.published
    if hour.base == "overnight":
        return _overnight(context)
    if hour.base == "reference" and context.day is not None:
        told = date.fromisoformat(context.day)
        passed = base is not None and told > base and context.direction == "past"
        base = base if passed else told
    elif context.narrative and hour.base == "reference":
        base = None
    shifted = None if base is None else moved(base, hour.days, "D")
    return "XXXX-XX-XX" if shifted is None else shifted.isoformat()


def _overnight(context: Context) -> str:
    """The day on whose evening the night began: what "was struck overnight" on the day of the report began on the day before."""
    told = None if context.day is None else date.fromisoformat(context.day)
    base = told or (None if context.narrative else context.published)
    if base is None:
        return "XXXX-XX-XX"
    before = context.direction == "past" and base == context.published
    return (base - timedelta(1) if before else base).isoformat()


# ---- shifts -----------------------------------------------------------------------------------------------------


def _shift(meaning: Shift, context: Context) -> str | None:
    if meaning.base == "tense":
        spoken_of = context.narrative or context.direction == "past"
        meaning = replace(meaning, base="reference" if spoken_of else "now")
    unit = meaning.unit
    if meaning.weekend:
        return _weekend(meaning, context)
    base, grain = context.published, "D"
    if meaning.base == "results":
        return _results(meaning, context)
    if meaning.base == "reference" and context.reference is None and meaning.count > 0 and context.direction == "past":
        return _blank("D" if meaning.exact else unit)  # "a week later" than what is not told
    if meaning.base == "reference" and unit == "D" and not context.narrative:
        if context.day is None:
            return _blank("D")  # "the day after" what is not told
        base, grain = date.fromisoformat(context.day), "D"
    elif meaning.base == "reference" and (context.reference is not None or context.narrative):
        base = None if context.reference is None else _first_day(context.reference)
        grain = "" if context.reference is None else unit_of(context.reference)
    if base is None:
        return _blank(unit)
    if unit in ("DE", "CE") and meaning.count and not meaning.exact:
        unit = unit if abs(meaning.count) == 1 and meaning.base == "reference" else "Y" if meaning.count % 1 else unit
    there = moved(base, round(meaning.count), unit)
    if meaning.base == "reference" and _is_ahead(there, context):
        return _blank("D" if meaning.exact else unit)  # "40 years later" is not counted from the year told last
    if meaning.count == 0 and meaning.base == "reference" and grain and _SIZE.get(grain, 0) > _SIZE.get(unit, 0):
        return _blank(unit) if unit == "D" else _at(there, grain)
    if meaning.exact and grain in ("D", ""):
        return _at(there, "D")
    if _SIZE.get(grain, 0) > _SIZE.get(unit, 0):
        return _blank(unit)
    return _at(there, unit)


def _is_ahead(day: date | None, context: Context) -> bool:
    """After the publication, though the verb does not speak of what is to come."""
    late = day is not None and context.published is not None and day > context.published
    return late and context.direction != "future" and not context.narrative


def _results(meaning: Shift, context: Context) -> str | None:
    """A report on results counts in the quarter it speaks of: "a year earlier" than that is a quarter too."""
    if context.grain is not None and (base := _first_day(context.grain)) is not None:
        return _at(moved(base, round(meaning.count), meaning.unit), unit_of(context.grain))
    if context.published is None:
        return _blank(meaning.unit)
    if meaning.unit == "Q":
        return _at(moved(context.published, round(meaning.count) - 1, "Q"), "Q")
    reference = None if context.reference is None else _first_day(context.reference)
    base = reference if context.narrative and reference is not None else context.published
    return _at(moved(base, round(meaning.count), meaning.unit), meaning.unit)


_SIZE = {"D": 1, "W": 7, "WE": 7, "2W": 14, "M": 30, "Q": 91, "S": 91, "Y": 365, "DE": 3650, "CE": 36500}


def _first_day(value: str) -> date | None:
    days = days_of(value)
    return None if days is None else days[0]


def _blank(unit: str) -> str:
    return _BLANK.get(unit, "XXXX")


def _at(day: date | None, unit: str) -> str | None:
    if day is None:
        return None
    if unit == "S":
        return f"{day.year:04d}-{_season_of(day.month)}"
    return value_at(day, unit)


def _season_of(month: int) -> str:
    return {1: "SP", 2: "SU", 3: "FA"}.get((month - 3) // 3 + 1, "WI") if 3 <= month <= 11 else "WI"


def _weekend(meaning: Shift, context: Context) -> str | None:
    now, count = context.published, int(meaning.count)
    if now is None:
        return "XXXX-WXX-WE"
    if count == 0 and context.direction == "future":
        saturday = now + timedelta((6 - now.isoweekday()) % 7)
    else:
        saturday = now - timedelta((now.isoweekday() - 6) % 7)
        if count > 0 or (meaning.exact and context.direction == "" and now.isoweekday() > _MIDWEEK):
            saturday = now + timedelta((6 - now.isoweekday()) % 7 or 7)
    return f"{week_value(saturday)}-WE"


_MIDWEEK = 2
"""Until Tuesday "this weekend" is the last one, where no verb says."""


# ---- stamps -----------------------------------------------------------------------------------------------------


def _stamp(stamp: Stamp, context: Context) -> str | None:
    if stamp.value and stamp.value[0].isdigit():
        return stamp.value if days_of(stamp.value) is not None else None
    if stamp.decade is not None:
        return f"{stamp.decade:03d}"
    if stamp.century is not None:
        return f"BC{stamp.century:02d}" if stamp.era else f"{stamp.century:02d}"
    if stamp.weekday is not None and stamp.day is None and stamp.nth is None:
        return _weekday(stamp, context)
    if stamp.holiday is not None or stamp.nth is not None:
        return _holiday(stamp, context)
    if stamp.day is not None and stamp.month is None:
        return _day_of_reference(stamp, context)
    year = stamp.year
    if stamp.value == "results":
        return f"{year:04d}{context.grain[4:]}" if context.grain is not None else f"{year:04d}"
    if year is None and stamp.year_shift is not None and context.published is not None:
        year = context.published.year + stamp.year_shift
    if year is None:
        year = _year_for(stamp, context)
    return _written(stamp, year)


def _written(stamp: Stamp, year: int | None) -> str | None:
    """The fields as a value, with XXXX for a year that nothing gives."""
    head = "XXXX" if year is None else f"{stamp.era}{year:04d}"
    if stamp.month is not None and stamp.day is not None:
        if day_or_none(2000 if year is None or stamp.era else year, stamp.month, stamp.day) is None:
            return None
        value = f"{head}-{stamp.month:02d}-{stamp.day:02d}"
        if stamp.value == "weekof" and year is not None:
            return week_value(date(year, stamp.month, stamp.day))
        return value
    if stamp.month is not None:
        return f"{head}-{stamp.month:02d}"
    if stamp.quarter is not None:
        return f"{head}-Q{stamp.quarter}"
    if stamp.half is not None:
        return f"{head}-H{stamp.half}"
    return f"{head}-{stamp.season}" if stamp.season is not None else head


def _year_for(stamp: Stamp, context: Context) -> int | None:
    """The year that a date without one falls in."""
    if stamp.value == "reference" and context.told_year is not None:
        return context.told_year
    if context.narrative and not stamp.turn:
        return context.told_year
    if _is_of_the_past(stamp, context):
        return context.beside
    now = context.published
    if context.narrative and context.reference is not None:
        now = _first_day(context.reference)  # "the previous April" of a history
    if now is None:
        return context.told_year
    values = [(_written(stamp, year), year) for year in (now.year - 1, now.year, now.year + 1)]
    options = [(*days, year) for value, year in values if value is not None and (days := days_of(value)) is not None]
    if stamp.weekday is not None and (agreeing := [row for row in options if row[0].isoweekday() == stamp.weekday]):
        options = agreeing  # "Friday, 1 December" is in a year in which that day is a Friday
    return _choose(options, now, stamp, context)


def _is_of_the_past(stamp: Stamp, context: Context) -> bool:
    """A day that follows a year long gone in its sentence is in that year: "In July 1974 … on August 14"."""
    if context.beside is None or context.published is None or stamp.day is None or stamp.turn or context.direction == "future":
        return False
    return context.published.year - context.beside >= _LONG_GONE


_LONG_GONE = 5
"""Years after which a day without its year is taken for one of the story told, not of the news."""


def _choose(options: list[tuple[date, date, int]], now: date, stamp: Stamp, context: Context) -> int | None:
    past = [row for row in options if row[0] <= now]
    future = [row for row in options if row[1] >= now]
    if stamp.turn == "last":
        past = [row for row in options if row[1] < now]
        return past[-1][2] if past else None
    if stamp.turn == "next":
        future = [row for row in options if row[0] > now]
        return future[0][2] if future else None
    if stamp.turn == "this":
        return now.year
    if (stamp.quarter is not None or stamp.half is not None) and past and (now - past[-1][1]).days < _RECENT_QUARTER:
        return past[-1][2]
    if context.direction == "future" and future and (future[0][0] - now).days <= _FAR:
        return future[0][2]
    if context.direction == "past" and past and (now - past[-1][1]).days <= _FAR:
        return past[-1][2]
    near = [(_distance(row, now), row[2]) for row in options]
    return min(near)[1] if near else None


_RECENT_QUARTER = 130
"""Days after its end that results of a quarter are still told of as "the third quarter"."""

_FAR = 300
"""Days: a date farther off than this would be written with its year."""


def _distance(row: tuple[date, date, int], now: date) -> int:
    """Days away; what is past counts as a third nearer, for news tells of what has been."""
    if row[0] <= now <= row[1]:
        return 0
    return (now - row[1]).days * 2 if row[1] < now else (row[0] - now).days * 3


def _weekday(stamp: Stamp, context: Context) -> str | None:
    now = context.published
    if stamp.value == "reference":
        now = None if context.day is None else date.fromisoformat(context.day)
    elif context.narrative and not stamp.turn:
        # "Two days later, on Friday" is that day; from which day another "on Friday" counts a history does not say
        told = None if context.day is None else date.fromisoformat(context.day)
        now = told if told is not None and told.isoweekday() == stamp.weekday else None
    if now is None or stamp.weekday is None:
        return f"XXXX-WXX-{stamp.weekday}"
    if stamp.value == "week" or stamp.turn == "this":
        count = {"last": -1, "next": 1}.get(stamp.turn, 0) if stamp.value == "week" else 0
        monday = iso_monday(*now.isocalendar()[:2])
        return None if monday is None else _at(moved(monday, count * 7 + stamp.weekday - 1, "D"), "D")
    back = (now.isoweekday() - stamp.weekday) % 7
    if stamp.turn == "last":
        return _at(moved(now, -(back or 7), "D"), "D")
    if stamp.turn == "next":
        return _at(moved(now, (-back) % 7 or 7, "D"), "D")
    if context.direction == "future":
        return _at(moved(now, (-back) % 7, "D"), "D")
    return _at(moved(now, -back, "D"), "D")


def _holiday(stamp: Stamp, context: Context) -> str | None:
    nth = NamedDay("", stamp.month, weekday=stamp.weekday, nth=stamp.nth)
    rule = nth if stamp.nth is not None else named_days()[stamp.holiday or ""]
    year = stamp.year or rule.year or _year_of_holiday(rule, stamp, context)
    if year is not None:
        day = named_day(rule, year)
        if day is not None and stamp.value in ("week", "weekend"):
            return week_value(day) + ("-WE" if stamp.value == "weekend" else "")
        return None if day is None else day.isoformat()
    return None if rule.month is None else f"XXXX-{rule.month:02d}-{f'{rule.day:02d}' if rule.day else 'XX'}"


def _year_of_holiday(rule: NamedDay, stamp: Stamp, context: Context) -> int | None:
    now = context.published
    if context.narrative and stamp.year_shift is None and not stamp.turn:
        return context.told_year
    if now is None:
        return None
    if stamp.year_shift is not None:
        return now.year + stamp.year_shift
    options = [(day, day, year) for year in (now.year - 1, now.year, now.year + 1) if (day := named_day(rule, year)) is not None]
    return _choose(options, now, stamp, context)


def _day_of_reference(stamp: Stamp, context: Context) -> str | None:
    """ "the 28th": in the month of the time spoken of, else of the publication."""
    base = None if context.reference is None else _first_day(context.reference)
    if base is None or (context.reference is not None and unit_of(context.reference) not in ("D", "M")):
        base = None if context.narrative else context.published
    if base is None or stamp.day is None:
        return f"XXXX-XX-{stamp.day:02d}"
    day = day_or_none(base.year, base.month, stamp.day)
    return None if day is None else day.isoformat()
