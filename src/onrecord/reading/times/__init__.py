"""When: time expressions with their TIMEX3 values and the days that they can mean.

Words become typed tokens, a compiled grammar finds phrases and says what they mean, and each meaning is resolved against
the publication date, the tense of its verb and the times told before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.model.record import Time
from onrecord.model.span import Span
from onrecord.reading.parse.words import Parse, Sentence
from onrecord.reading.stage import Reading, Stage
from onrecord.reading.times.context import Context, Resolved, next_context
from onrecord.reading.times.direction import direction_of, is_of_saying, is_since
from onrecord.reading.times.meaning import Found, Hour, Shift, Stamp
from onrecord.reading.times.phrases import Phrase, phrases_of
from onrecord.reading.times.printed import printed_times
from onrecord.reading.times.resolve import resolve
from onrecord.reading.tools import Tools

_FIRST_YEAR, _LAST_YEAR = 1000, 9000


def build(tools: Tools) -> Stage:
    return Stage("times", needs=frozenset({"parse"}), gives=frozenset({"times"}), read=_read)


def _read(reading: Reading) -> Reading:
    told = resolved_times(reading.parse, reading.document.published)
    found = sorted((*printed_times(reading.document), *told), key=lambda pair: pair[0])
    return replace(reading, times=tuple(_time(f"t{n}", span, resolved) for n, (span, resolved) in enumerate(found, 1)))


def times_of(parse: Parse, published: str | None) -> Iterator[Time]:
    """All times of a parsed text, in order; `published` is an ISO date or date-time, or None."""
    return (_time(f"t{n}", span, resolved) for n, (span, resolved) in enumerate(resolved_times(parse, published), 1))


def resolved_times(parse: Parse, published: str | None) -> Iterator[tuple[Span, Resolved]]:
    """What the phrases of a parsed text mean, in order."""
    phrases = phrases_of(parse)
    context = Context(_day(published))
    context = replace(context, narrative=_is_narrative(phrases, context.published))
    block, at = -1, -1
    sentence: Sentence | None = None
    for phrase in phrases:
        if phrase.word.sentence.block != block and not context.narrative:
            context, block = replace(context, told_year=None), phrase.word.sentence.block
        if phrase.word.sentence.index != at:
            context, at = replace(context, beside=None), phrase.word.sentence.index
        context = replace(context, direction=direction_of(phrase.word))
        if _is_entry(phrase):
            context = replace(context, day=None)
        resolved = resolve(phrase.found, context)
        if resolved is not None:
            yield phrase.span, resolved
            if not _is_aside(phrase, parse, sentence, narrative=context.narrative):
                context = next_context(context, phrase.found.meaning, resolved)
            sentence = phrase.word.sentence if resolved.begin is not None and resolved.begin == resolved.end else sentence


def _is_entry(phrase: Phrase) -> bool:
    """A clock time by itself at the head of an entry: of the day on which the page is written."""
    words = phrase.word.sentence.words
    alone = phrase.span.start <= words[0].start and words[-1].end <= phrase.span.end
    return alone and isinstance(phrase.found.meaning, Hour) and phrase.found.meaning.value[1:2].isdigit()


def _is_aside(phrase: Phrase, parse: Parse, dated: Sentence | None, *, narrative: bool) -> bool:
    """A time that the story does not move to: in brackets; after "since"; of the saying, where the sentence `dated` has a day already."""
    if narrative:
        return parse.text[phrase.span.start - 1 : phrase.span.start] == "("
    return is_since(phrase.word) or (phrase.word.sentence is dated and is_of_saying(phrase.word))


def _time(name: str, span: Span, resolved: Resolved) -> Time:
    begin, end = resolved.begin, resolved.end
    return Time(
        id=name,
        span=span,
        type=resolved.type,
        value=resolved.value,
        begin=None if begin is None else begin.isoformat(),
        end=None if end is None else end.isoformat(),
    )


def _day(published: str | None) -> date | None:
    """The publication's day; None where there is none, where it is no ISO date, or no year that reports appear in."""
    try:
        day = None if published is None else date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _is_narrative(phrases: list[Phrase], published: date | None) -> bool:
    """A history rather than news: most of its years are far from the publication, and few of its days are told from today."""
    if published is None:
        return True
    years = [
        m.year for m in (phrase.found.meaning for phrase in phrases) if isinstance(m, Stamp) and m.year is not None and m.month is not None
    ]
    deictic = sum(1 for phrase in phrases if _is_deictic(phrase.found))
    far = sum(1 for year in years if abs(year - published.year) >= 2)
    return len(years) >= 5 and far >= 0.7 * len(years) and deictic * 4 < len(years)


def _is_deictic(found: Found) -> bool:
    meaning = found.meaning
    return (isinstance(meaning, Stamp) and meaning.weekday is not None and meaning.day is None) or (
        isinstance(meaning, Shift) and meaning.base == "now" and meaning.unit in ("D", "W", "M")
    )
