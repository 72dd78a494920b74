"""A line that is a date and nothing else: when the report was published, in the words of its page.

A line counts only when every word of it is understood, so that no sentence with a date in it is ever taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.model.span import Span
from onrecord.vocabulary.sources import furniture

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = {name: n for n, name in enumerate(_MONTHS, 1)} | {name[:3]: n for n, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_NULL_ZONES = frozenset(("gmt", "utc", "z"))
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)"
    r"|(?P<numeric>\d{1,4}[./]\d{1,2}[./]\d{2,4})"
    r"|(?P<time>\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
    r"|(?P<offset>[+-]\d{2}:?\d{2})"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)\b|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+\.?)|(?P<mark>[^\w\s])",
    re.I,
)  # fmt: skip
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class DateLine:
    """`value` is an ISO day, or a date-time with offset where the words give one. `span` counts in the line."""

    value: str
    span: Span
    later: bool
    """True for "Updated …": second choice as the day of publication."""


def date_line(text: str) -> DateLine | None:
    """The date that a line says, when it says nothing else: labels, a week day, a time, a zone, a name before a bar."""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return None
    best: DateLine | None = None
    for part in _parts(text):
        found = _part(text, part)
        if found is None:
            if _is_name(part.of(text)) and best is None:
                continue
            return None
        if best is None or (best.later and not found.later):
            best = found
    return best


def _parts(text: str) -> Iterator[Span]:
    """What stands between bars, bullets and slashes with space around them, and between "Published …" and "Updated …"."""
    start = 0
    for match in re.finditer(r"\s[|•·/]\s|[|•·]|\s[-–—]\s|(?<=\w)\s+(?=(?:last )?(?:updated|modified)\b)", text, re.I):
        if match.start() > start and (span := Span(start, match.start()).trimmed(text)).length:
            yield span
        start = match.end()
    if (span := Span(start, len(text)).trimmed(text)).length:
        yield span


def _is_name(part: str) -> bool:
    """A short name before a date, as "Agency | 3 May 2024"."""
    words = part.split()
    return 0 < len(words) <= 4 and all(word[:1].isupper() for word in words) and not any(c.isdigit() for c in part)


@dataclass(slots=True)
class _Seen:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    offset: str | None = None
    whole: str | None = None
    start: int = -1
    end: int = -1
    later: bool = False
    labels: int = 0

    def mark(self, match: re.Match[str], offset: int) -> None:
        self.start = match.start() + offset if self.start < 0 else self.start
        self.end = match.end() + offset


def _part(text: str, part: Span) -> DateLine | None:
    words, seen = furniture(), _Seen()
    for match in _TOKEN.finditer(part.of(text)):
        if not _token(match, seen, part.start):
            return None
    label_words = {word for label in words.date_labels for word in label.split()}
    between = text[part.start : seen.start] if seen.start >= 0 else ""
    if seen.start < 0 or any(word.strip(":.,").lower() not in label_words | words.weekdays for word in between.split()):
        return None
    return _value(seen)


def _token(match: re.Match[str], seen: _Seen, offset: int) -> bool:
    """Takes in one token; False when the line says something else than a date."""
    kind, found = match.lastgroup, match.group()
    lower = found.lower().rstrip(".")
    match kind:
        case "iso":
            seen.whole = found if seen.whole is None else seen.whole
            seen.mark(match, offset)
        case "numeric":
            seen.whole = _numeric(found) if seen.whole is None else seen.whole
            seen.mark(match, offset)
            return seen.whole is not None
        case "time":
            seen.clock = _clock(found)
            return seen.clock is not None
        case "offset":
            seen.offset = found if ":" in found else f"{found[:3]}:{found[3:]}"
        case "day":
            seen.day = int(match.group("day"))
            seen.mark(match, offset)
        case "number":
            return _number(found, match, seen, offset)
        case "word" if lower in _MONTH:
            seen.month = _MONTH[lower]
            seen.mark(match, offset)
        case "word" if lower in furniture().zones:
            seen.offset = "+00:00" if lower in _NULL_ZONES else seen.offset
        case "word":
            seen.later = seen.later or lower in furniture().later_labels
            seen.labels += 1
            return lower in furniture().weekdays or any(lower in label.split() for label in furniture().date_labels)
        case _:
            return found in ",،.:()[]*_|-–—@"  # "،" is the comma of Arabic newsrooms, found in their English pages too
    return True


def _number(found: str, match: re.Match[str], seen: _Seen, offset: int) -> bool:
    if len(found) == 4 and seen.year is None and 1900 <= int(found) <= 2100:
        seen.year = int(found)
    elif len(found) <= 2 and seen.day is None:
        seen.day = int(found)
    else:
        return False
    seen.mark(match, offset)
    return True


def _numeric(found: str) -> str | None:
    """03/05/2024 is a day in May or in March: None, unless one of the two numbers is above twelve or the year comes first."""
    a, b, c = (int(x) for x in re.split(r"[./]", found))
    for year, month, day in ((a, b, c), (c, b, a), (c, a, b)):
        other = {(c, b, a): (c, a, b), (c, a, b): (c, b, a)}.get((year, month, day))
        if year >= 1900 and _day(year, month, day) and (other is None or a == b or not _day(*other)):
            return _day(year, month, day)
    return None


def _clock(found: str) -> str | None:
    numbers = re.findall(r"\d+", found)
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    lower = found.lower()
    if "p" in lower and hour < 12:
        hour += 12
    elif "a" in lower and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}:00" if hour < 24 and minute < 60 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _value(seen: _Seen) -> DateLine | None:
    value = seen.whole
    if value is None and seen.year and seen.month and seen.day:
        value = _day(seen.year, seen.month, seen.day)
    if value is None:
        return None
    day = iso_date(value)
    if day and len(day) == 10 and seen.clock and seen.offset:
        day = f"{day}T{seen.clock}{seen.offset}"
    return DateLine(day, Span(seen.start, seen.end), seen.later) if day else None


_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?", re.I)


def iso_date(text: str) -> str | None:
    """The ISO date of a machine's date, or the date-time where it has an offset (a time without one says less than it seems);
    None when it is no date."""
    match = _ISO.match(text.strip())
    if match is None or not (day := _day(*(int(match.group(n)) for n in (1, 2, 3)))):
        return None
    offset = match.group(7)
    if offset is None or int(match.group(4)) > 23 or int(match.group(5)) > 59:
        return day
    offset = "+00:00" if offset in "zZ" else offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
    return f"{day}T{match.group(4)}:{match.group(5)}:{match.group(6) or '00'}{offset}"
