"""The words of a sentence as typed tokens: the alphabet that the grammar of time is written in.

A token has one class ("WEEKDAY", "MONTH", "DAY", "YEAR", "UNIT" …) decided by form, tag and neighbours. Most tokens are
one word; number phrases ("twenty-four"), fixed phrases ("at the moment") and named days are joined, and a word such as
"1914–18" gives several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.reading.parse.words import Word
from onrecord.vocabulary.times import Entry, named_days, phrases, words

Value = str | int | float

OTHER = Entry("OTHER_WORD", "")
UNIT_CLASSES = {
    "TM": "MINUTEU", "TH": "HOURU", "D": "DAYU", "W": "WEEKU", "2W": "FORTNIGHTU", "WE": "WEEKENDU", "M": "MONTHU", "Q": "QUARTERU",
    "Y": "YEARU", "DE": "DECADEU", "CE": "CENTURYU", "ML": "MILLENNIUMU",
}  # fmt: skip
CORE = frozenset(UNIT_CLASSES.values()) | frozenset((
    "WEEKDAY", "MONTH", "SEASON", "SEASONS", "UNITS", "QUARTERSU", "PART", "NOON", "DAYREF", "TONIGHT", "OVERNIGHT", "DECADE", "CLOCK",
    "YEAR", "DATE", "SETWORD", "PRESENT", "PASTW", "FUTUREW", "AMPM", "OCLOCK", "ERA", "CURRENT", "SOON", "FUTURE", "PAST", "RECENT",
    "EARLIER", "LATER", "HOLIDAY", "FISCALYEAR", "QUARTERN", "AGO",
))  # fmt: skip
"""Without a token of these classes a sentence holds no time expression."""


class Token(NamedTuple):
    """`start` and `end` are code points of the document; `word` the (last) word behind it."""

    kind: str
    value: Value
    start: int
    end: int
    word: Word


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, joined once. `phrases` by first word, longest first."""

    words: dict[str, Entry]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    core: frozenset[str]


@cache
def lexicon() -> Lexicon:
    table = {form: _unit(entry) for form, entry in words().items()}
    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    named = {name: Entry("HOLIDAY", name) for name in named_days()}
    for form, entry in sorted({**phrases(), **named}.items()):
        parts = tuple(re.findall(r"['’]s\b|-|[^\s'’-]+['’]?(?!s\b)|[^\s'’-]+", form))
        by_first.setdefault(parts[0], []).append((parts, entry))
    ordered = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()}
    core = {form for form, entry in table.items() if entry.kind in CORE} | set(by_first)
    return Lexicon(table, ordered, frozenset(core))


def _unit(entry: Entry) -> Entry:
    """Units in the singular have a class each: "YEARU", "WEEKU"; of the plurals only the quarters."""
    if entry.kind == "UNIT":
        return Entry(UNIT_CLASSES[str(entry.value)], entry.value)
    return Entry("QUARTERSU", "Q") if entry == ("UNITS", "Q") else entry


def may_hold_time(sentence: Sequence[Word], core: frozenset[str]) -> bool:
    """A cheap look: does any word of the sentence belong to a time expression?"""
    return any(word.lower in core or (word.text[0].isdigit() or word.text[-1].isdigit()) for word in sentence)


def tokens_of(sentence: Sequence[Word]) -> list[Token]:
    """The tokens of one sentence, in order. Linear in its words."""
    lex = lexicon()
    out: list[Token] = []
    i, n = 0, len(sentence)
    while i < n:
        word = sentence[i]
        lower = word.lower
        if (rows := lex.phrases.get(lower)) is not None and (found := _phrase(sentence, i, rows)) is not None:
            length, entry = found
            first = sentence[i + 1] if entry.kind != "HOLIDAY" and lower in _BEFORE_PHRASES else word
            last = sentence[i + length - 1]
            out.append(Token(entry.kind, entry.value, first.start, last.end, last))
            i += length
            continue
        entry = lex.words.get(lower, OTHER)
        if entry is OTHER and any(map(str.isdigit, word.text)):
            out.extend(Token(kind, value, word.start + a, word.start + b, word) for kind, value, a, b in digits(word.text))
        elif entry.kind in _DOUBTFUL and not _DOUBTFUL[entry.kind](word, sentence, i):
            out.append(Token("OTHER_WORD", "", word.start, word.end, word))
        else:
            out.append(Token(entry.kind, entry.value, word.start, word.end, word))
        i += 1
    return out


_BEFORE_PHRASES = frozenset(("at", "for", "in", "until"))
"""Prepositions that show a phrase to be a time ("at the time") and are no part of it."""


def _phrase(sentence: Sequence[Word], i: int, rows: tuple[tuple[tuple[str, ...], Entry], ...]) -> tuple[int, Entry] | None:
    for parts, entry in rows:
        if i + len(parts) <= len(sentence) and all(sentence[i + k].lower == part for k, part in enumerate(parts)):
            if entry.kind == "HOLIDAY" and not _is_holiday(sentence, i):
                continue
            return len(parts), entry
    return None


def _is_holiday(sentence: Sequence[Word], i: int) -> bool:
    """ "Ashura", but not "Operation Ramadan" and not a person named Easter."""
    named = i > 0 and sentence[i - 1].text == "Operation"
    return not (named or sentence[i].text[0].islower() or sentence[i].entity == "PERSON")


def _is_month(word: Word, sentence: Sequence[Word], i: int) -> bool:
    """ "May" and "march" are words of other trades; June and April are people."""
    before = sentence[i - 1] if i else None
    after = sentence[i + 1] if i + 1 < len(sentence) else None
    numbered = (after is not None and after.text[0].isdigit()) or (before is not None and before.text[-1].isdigit())
    if word.entity == "PERSON" and not numbered:
        return False
    if word.lower in ("may", "march", "mar", "august", "dec", "jan", "jun", "sep", "oct"):
        if not word.text[0].isupper():
            return numbered and word.tag not in ("MD", "VB", "VBD", "VBZ", "VBP")
        if word.tag == "MD" or (word.tag.startswith("VB") and not numbered):
            return False
        named = before is None or before.tag == "POS" or (after is not None and after.lower in ("for", "against", "on"))
        if word.lower == "march" and not numbered and named:
            return word.entity == "DATE"
    return True


def _is_weekday(word: Word, sentence: Sequence[Word], i: int) -> bool:
    """ "Sun", "Sat", "Mon" and "Wed" only where they are written as the short name of a day."""
    if len(word.lower.rstrip(".")) > 5 or word.lower in ("tues", "thurs"):
        return word.entity not in ("ORG", "WORK_OF_ART", "PERSON") or not _inside_name(word, sentence, i)
    if not word.text[0].isupper() or word.tag not in ("NNP", "NN"):
        return False
    after = sentence[i + 1].lower if i + 1 < len(sentence) else ""
    before = sentence[i - 1].lower if i else ""
    dated = after[:1].isdigit() or (after in words() and words()[after].kind == "MONTH")
    return word.lower.endswith(".") or dated or (before in ("on", "next", "last") and word.entity in ("DATE", "TIME"))


def _inside_name(word: Word, sentence: Sequence[Word], i: int) -> bool:
    beside = [sentence[k] for k in (i - 1, i + 1) if 0 <= k < len(sentence)]
    return any(other.entity == word.entity and other.text[0].isupper() for other in beside)


def _is_set_word(word: Word, sentence: Sequence[Word], i: int) -> bool:
    """ "daily" but not "the Daily Mail"."""
    return not (word.text[0].isupper() and i > 0 and (word.tag.startswith("NNP") or word.entity in ("ORG", "WORK_OF_ART")))


def _is_day_word(word: Word, sentence: Sequence[Word], i: int) -> bool:
    """ "today" but not the newspaper "USA Today"."""
    return not (i > 0 and word.text[0].isupper() and sentence[i - 1].text[0].isupper() and word.tag.startswith("NNP"))


_DOUBTFUL = {"MONTH": _is_month, "WEEKDAY": _is_weekday, "SETWORD": _is_set_word, "DAYREF": _is_day_word, "TONIGHT": _is_day_word}

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[ap]\.?m\.?)?$", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2})(?:[.:]([0-5]\d))?([ap]\.?m\.?)$", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$", re.IGNORECASE)
_DECADE = re.compile(r"['’‘]?(\d\d)?(\d0)['’]?s$")
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)$")
_ISO = re.compile(r"(\d{4})[-/.](\d\d)[-/.](\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$")
_YEAR_PAIR = re.compile(r"(\d{4})([–—/-])(\d{4}|\d\d)$")
_DAY_PAIR = re.compile(r"(\d{1,2})([–—-])(\d{1,2})$")
_MONTH_PAIR = re.compile(r"(\d{1,2}|[A-Za-z]{3,9})[–—-](\d{1,2}|[A-Za-z]{3,9})$")
_QUARTER = re.compile(r"(?:([QH])([1-4])|([1-4])([QH]))$")
_FISCAL = re.compile(r"FY['’]?(\d{4}|\d\d)$")
_PREFIXED_YEAR = re.compile(r"(?:(mid|pre|post|early|late)[-–])((?:1[5-9]|20)\d\d)(s)?$", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"['’‘](\d\d)$")
_ERA_YEAR = re.compile(r"(\d{1,4})(BCE?|AD)$")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?$")
_FRACTION = re.compile(r"([1-9])/([2-9])$")

Piece = tuple[str, Value, int, int]


@lru_cache(maxsize=20_000)
def digits(form: str) -> tuple[Piece, ...]:
    """A form with digits as one or more `(class, value, start, end)`; offsets count inside the form."""
    n = len(form)
    if form.isascii() and form.isdigit():
        return ((*_integer(form), 0, n),)
    if m := _CLOCK.match(form):
        return (("CLOCK", clock(int(m[1]), int(m[2]), m[3] or ""), 0, n),)
    if m := _HOUR.match(form):
        return (("CLOCK", clock(int(m[1]), int(m[2] or 0), m[3], minutes=m[2] is not None), 0, n),)
    if (m := _ORDINAL.match(form)) and int(m[1]):
        return (("ORD", int(m[1]), 0, n),)
    if m := _DECADE.match(form):
        return (("DECADE", int((m[1] or "19") + m[2][0]), 0, n),) if m[1] or int(m[2]) >= 20 else (("OTHER_WORD", "", 0, n),)
    if m := _ISO.match(form):
        return (("DATE", f"{m[1]}-{m[2]}-{m[3]}{m[4] or ''}", 0, n),)
    if m := _SLASHED.match(form):
        return ((*_slashed(int(m[1]), int(m[3]), m[4], dotted=m[2] == "."), 0, n),)
    return _compound(form)


def _compound(form: str) -> tuple[Piece, ...]:
    n = len(form)
    if m := _YEAR_PAIR.match(form):
        return ((*_integer(m[1]), 0, m.end(1)), ("HYPHEN", "", m.start(2), m.end(2)), (*_integer(m[3]), m.start(3), n))
    if m := _DAY_PAIR.match(form):
        return ((*_integer(m[1]), 0, m.end(1)), ("HYPHEN", "", m.start(2), m.end(2)), (*_integer(m[3]), m.start(3), n))
    if (m := _MONTH_PAIR.match(form)) and all(
        part.isdigit() or lexicon().words.get(part.lower(), OTHER).kind == "MONTH" for part in m.groups()
    ):
        a, b = (_integer(part) if part.isdigit() else lexicon().words[part.lower()] for part in m.groups())
        return ((a[0], a[1], 0, m.end(1)), ("HYPHEN", "", m.end(1), m.start(2)), (b[0], b[1], m.start(2), n))
    if m := _QUARTER.match(form):
        return (("QUARTERN", (m[1] or m[4]) + (m[2] or m[3]), 0, n),)
    if m := _FISCAL.match(form):
        return (("FISCALYEAR", int(m[1]) if len(m[1]) == 4 else 2000 + int(m[1]), 0, n),)
    if m := _PREFIXED_YEAR.match(form):
        return (
            (("DECADE", int(m[2][:3]), 0, n),) if m[3] else (("YEAR", int(m[2]), m.start(2) if m[1].lower() in ("pre", "post") else 0, n),)
        )
    if m := _SHORT_YEAR.match(form):
        return (("YEAR", _century(int(m[1])), 0, n),)
    if m := _ERA_YEAR.match(form):
        return (("NUM", int(m[1]), 0, m.end(1)), ("ERA", m[2][:2], m.start(2), n))
    if m := _FRACTION.match(form):
        return (("FRACTION", int(m[1]) / int(m[2]), 0, n),)
    if _NUMBER.match(form):
        return (("NUM", float(form.replace(",", "")), 0, n),)
    return (("OTHER_WORD", "", 0, n),)


def _integer(form: str) -> tuple[str, int]:
    value = int(form[:9])
    if len(form) == 4 and 1000 <= value <= 2199:
        return "YEAR", value
    if len(form) <= 2 and 1 <= value <= 31:
        return "DAY", value
    return "NUM", value


def _century(short: int) -> int:
    return 1900 + short if short >= 30 else 2000 + short


def _slashed(a: int, b: int, year: str, *, dotted: bool) -> tuple[str, Value]:
    """ "10/26/89" as the United States write it, "26/10/1989" and "26.10.1989" as others do; the first reading that is a date."""
    whole = int(year) if len(year) == 4 else _century(int(year))
    for month, day in ((b, a), (a, b)) if dotted else ((a, b), (b, a)):
        if 1 <= month <= 12 and 1 <= day <= 31:
            return "DATE", f"{whole:04d}-{month:02d}-{day:02d}"
    return "OTHER_WORD", ""


def clock(hour: int, minute: int, half: str, *, minutes: bool = True) -> str:
    """ "T22:00" from 10, 0 and "p.m."; "" where the day has no such hour."""
    half = half.lower().replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:
        return ""
    return f"T{hour:02d}:{minute:02d}" + ("Z" if half == "z" else "")
