"""The dates that a page prints on lines of their own: "Friday, March 7, 2008", "Updated: 2017-09-15 21:45 GMT"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.reading.times.context import Resolved
from onrecord.reading.times.tokens import clock, lexicon
from onrecord.sources.structure.dates import date_line

_LAST_WORD = re.compile(r"(\w+\.?),?\s+$")
_CLOCK = re.compile(r"(?:,?\s+(?:at\s+)?|T)(\d{1,2}):(\d\d)(?::\d\d)?(?:\s?([ap]\.?m\b\.?))?", re.IGNORECASE)
_ZONE = re.compile(r"\s\(?([A-Za-z]{1,4})\b")


def printed_times(document: Document) -> Iterator[tuple[Span, Resolved]]:
    """The date of each date line, with its weekday and clock time, in order of text. The parser does not read these lines."""
    for block in document.blocks:
        text = block.span.of(document.text)
        if block.kind == "date" and (line := date_line(text)) is not None:
            hour, end = _hour(text, line.span)
            day = date.fromisoformat(line.value[:10])
            span = Span(block.span.start + _start(text, line.span.start), block.span.start + end)
            yield span, Resolved("TIME" if hour else "DATE", day.isoformat() + hour, day, day)


def _start(text: str, start: int) -> int:
    """Where the date begins: at the weekday before it, if there is one."""
    before = _LAST_WORD.search(text, 0, start)
    entry = None if before is None else lexicon().words.get(before[1].lower())
    return before.start() if before is not None and entry is not None and entry.kind == "WEEKDAY" else start


def _hour(text: str, day: Span) -> tuple[str, int]:
    """The clock time in or after the day ("T21:45Z", or ""), and where the date with it ends."""
    found = _CLOCK.search(text, day.start)
    value = "" if found is None else clock(int(found[1]), int(found[2]), found[3] or "")
    if found is None or not value:
        return "", day.end
    zone = _ZONE.match(text, found.end())
    entry = None if zone is None else lexicon().words.get(zone[1].lower())
    if zone is not None and entry is not None and entry.kind == "ZONE":
        return f"{value}{entry.value}", zone.end()
    return value, max(day.end, found.end())
