"""Time phrases of a text: tokens, grammar, and clock times joined to their days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from onrecord.model.span import Span
from onrecord.reading.parse.words import Parse, Word
from onrecord.reading.times import dates, lengths, relative
from onrecord.reading.times.grammar import Grammar, compile_grammar
from onrecord.reading.times.meaning import Found, Hour, Shift, Stamp
from onrecord.reading.times.numbers import join_numbers
from onrecord.reading.times.tokens import Token, lexicon, may_hold_time, tokens_of

_LISTED = frozenset(("COMMA", "AND", "OR", "TO", "HYPHEN", "DASH", "FROM", "BETWEEN"))
_LONG = 400
_BETWEEN = frozenset(("COMMA", "ON", "OF", "IN", "AT", "THE"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in the text; `word` is its last content word, from which grammar is asked."""

    span: Span
    found: Found
    word: Word


@cache
def grammar() -> Grammar:
    """The grammar of time, compiled on first use."""
    return compile_grammar((*dates.RULES, *relative.RULES, *relative.HOURS, *lengths.RULES), {**dates.MACROS, **relative.AMOUNT_MACROS})


def phrases_of(parse: Parse) -> list[Phrase]:
    """Every time phrase of a text, in order."""
    out: list[Phrase] = []
    core, rules = lexicon().core, grammar()
    for words in _runs(parse):
        if may_hold_time(words, core):
            tokens = join_numbers(tokens_of(words))
            found = _renamed(_with_days(_with_years(_joined(rules.read(tokens), tokens), tokens), tokens), tokens)
            out.extend(_phrase(item, tokens) for item in found)
    return out


def _runs(parse: Parse) -> Iterator[Sequence[Word]]:
    """The sentences; two where the parser has cut after a shortened month are one ("last Oct. | 23")."""
    pending: Sequence[Word] = ()
    for sentence in parse.sentences:
        words = (*pending, *sentence.words) if pending and pending[-1].sentence.block == sentence.block else sentence.words
        if pending and words is sentence.words:
            yield pending
        pending = words if len(words) < _LONG and _is_cut(words) else ()
        if not pending:
            yield words
    if pending:
        yield pending


def _is_cut(words: Sequence[Word]) -> bool:
    """The parser ends sentences after "Oct.", "Sat ." and inside "2017-09-15"; what follows belongs to it."""
    last = words[-1]
    if last.text == "." and len(words) > 1:
        entry = lexicon().words.get(words[-2].lower)
        return entry is not None and entry.kind in ("WEEKDAY", "MONTH") and len(words[-2].text) <= 5
    return (last.lower.endswith(".") and len(last.lower) > 1) or last.text in ("-", "–", "/", ":") or last.text.isdigit()


def _phrase(found: Found, tokens: list[Token]) -> Phrase:
    inside = tokens[found.first : found.last]
    first = inside[1] if len(inside) > 1 and _is_of_another(inside[0], inside) else inside[0]
    return Phrase(Span(first.start, inside[-1].end), found, _governor(inside))


def _is_of_another(first: Token, inside: list[Token]) -> bool:
    """An article that belongs to the noun after the phrase: "the" of "the Aug. 7 bombings", "a" of "a five-hour siege"."""
    return first.kind in ("THE", "A") and first.word.dep == "det" and first.word.head.i > inside[-1].word.i


def _governor(tokens: list[Token]) -> Word:
    """The word of the phrase whose head stands outside it."""
    inside = {token.word.i for token in tokens}
    for token in reversed(tokens):
        if token.word.head.i not in inside and token.word.pos != "PUNCT":
            return token.word
    return tokens[-1].word


def _joined(found: list[Found], tokens: list[Token]) -> list[Found]:
    """Clock times and parts of day joined to the day beside them; a part of day that stands by itself and says little is dropped."""
    out: list[Found] = []
    for item in found:
        if out and (both := _both(out[-1], item, tokens)) is not None:
            out[-1] = both
        else:
            out.append(item)
    return [item for item in out if not (isinstance(item.meaning, Hour) and item.meaning.weak)]


def _with_days(found: list[Found], tokens: list[Token]) -> list[Found]:
    """A clock time before the sentence's only day is on that day: "at 10:35 a.m. (0735 GMT) on Friday"; not "above its close on Friday"."""
    days = [k for k, item in enumerate(found) if _is_day(item)]
    if len(days) != 1 or not any(isinstance(item.meaning, Hour) for item in found[: days[0]]):
        return found
    day = found[days[0]]
    if _is_of_noun(_governor(tokens[day.first : day.last]), tokens[found[0].first].word):
        return found
    return [
        replace(item, meaning=day.meaning, hour=item.meaning)
        if k < days[0] and isinstance(item.meaning, Hour) and item.meaning.base == "reference"
        else item
        for k, item in enumerate(found)
    ]


def _renamed(found: list[Found], tokens: list[Token]) -> list[Found]:
    """ "The next day, 8 March", "a week later, on 8 March": one day said twice, the second time plainly."""
    out = found[:]
    for i, (here, there) in enumerate(pairwise(found)):
        gap = [token.kind for token in tokens[here.last : there.first]]
        step = isinstance(here.meaning, Shift) and here.meaning.base == "reference" and here.meaning.unit in ("D", "W")
        if step and gap in (["COMMA"], ["COMMA", "ON"]) and isinstance(there.meaning, Stamp) and there.meaning.day is not None:
            out[i] = replace(here, meaning=there.meaning)
    return out


def _is_of_noun(day: Word, first: Word) -> bool:
    """The day dates a thing ("Friday's close", "its close on Friday") that is told of after the first time of the sentence."""
    head = day.head.head if day.dep == "pobj" else day.head
    return head.pos in ("NOUN", "PROPN") and head.i > first.i and head.entity not in ("TIME", "DATE")


def _with_years(found: list[Found], tokens: list[Token]) -> list[Found]:
    """A year written once for a list or range: "in February, March and April 2023", "from 3 May to 9 June 2021"."""
    out = found[:]
    for i in range(len(out) - 2, -1, -1):
        here, there = out[i].meaning, out[i + 1].meaning
        if not (isinstance(here, Stamp) and isinstance(there, Stamp) and here.month is not None and there.month is not None):
            continue
        gap = tokens[out[i].last : out[i + 1].first]
        if here.year is None and there.year is not None and not here.turn and gap and all(token.kind in _LISTED for token in gap):
            before = here.month > there.month and any(token.kind in ("TO", "HYPHEN", "DASH") for token in gap)
            out[i] = replace(out[i], meaning=replace(here, year=there.year - 1 if before else there.year))
    return out


def _both(a: Found, b: Found, tokens: list[Token]) -> Found | None:
    gap = tokens[a.last : b.first]
    if not gap and _is_day(b) and _is_step(a) and tokens[a.last - 1].kind in ("BEFORE", "AFTER", "OF"):
        return replace(b, first=a.first, days=1 if tokens[a.last - 1].kind == "AFTER" else -1)
    if len(gap) > 2 or any(token.kind not in _BETWEEN for token in gap) or a.hour is not None or b.hour is not None:
        return None
    if isinstance(a.meaning, Hour) and isinstance(b.meaning, Hour):
        clock, part = (a.meaning, b.meaning) if a.meaning.value[1].isdigit() else (b.meaning, a.meaning)
        return Found(a.first, b.last, replace(clock, base=part.base, days=part.days)) if not part.value[1].isdigit() else None
    if isinstance(a.meaning, Hour) and _is_day(b) and not (a.meaning.weak and gap and gap[0].kind == "COMMA"):
        return replace(b, first=a.first, hour=a.meaning)
    if isinstance(b.meaning, Hour) and _is_day(a) and (b.meaning.value[1].isdigit() or not gap or b.meaning.weak):
        return replace(a, last=b.last, hour=b.meaning)
    return None


def _is_step(found: Found) -> bool:
    meaning = found.meaning
    return isinstance(meaning, Shift) and meaning.unit == "D" and meaning.base == "reference" and abs(meaning.count) == 1


def _is_day(found: Found) -> bool:
    meaning = found.meaning
    if isinstance(meaning, Stamp):
        if meaning.value in ("week", "weekend"):
            return meaning.holiday is None
        return meaning.weekday is not None or meaning.day is not None or meaning.holiday is not None or len(meaning.value) == 10
    return isinstance(meaning, Shift) and meaning.unit == "D"
