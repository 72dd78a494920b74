"""Number phrases: from words to the least and most that they allow.

A small grammar over the words of a sentence (digits in Western, Indian and Continental grouping, words, "two dozen",
"half a million", "1.2 million", "tens of thousands", ranges, fractions), with the hedges beside them. No meaning yet: whether
a number counts people is for the rest of the room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.record import Qualifier
from onrecord.model.span import Span
from onrecord.reading.parse.words import Sentence, Word
from onrecord.reading.tolls.bounds import Figure, from_least_to_most, hedged
from onrecord.vocabulary.counts import Hedges, NumberWords
from onrecord.vocabulary.lists import word_list

_COMMAS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_PLAIN = re.compile(r"\d{1,12}")
_DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,3}")
_SUFFIXED = re.compile(r"(\d[\d.,]*)(k|m|mn|mln|bn)", re.IGNORECASE)
_RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)")
_ABOUT_A_GROUP = frozenset(("several", "few", "many", "some", "numerous", "multiple"))
_PLURAL = frozenset(("several", "many", "numerous", "multiple"))
_NOT_PLURAL = frozenset(("as", "how", "so", "too", "not", "that", "like", "in"))
_DASHES = frozenset(("-", "–", "—"))
_NOT_ONE = frozenset(("no", "the", "this", "that", "each", "every", "any", "which", "some", "another"))
_SPANS_OF_TIME = word_list("counts", "numbers.spans_of_time")
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class _Part:
    """A number read from `first` up to and without `last` of a sentence's words."""

    last: int
    value: float
    vague: bool = False
    scale: int = 1


def figures(sentence: Sentence, words: NumberWords, hedges: Hedges) -> list[Figure]:
    """The number phrases of a sentence, in order. Linear in its length."""
    tokens, out, n = sentence.words, list[Figure](), 0
    while n < len(tokens):
        if not (tokens[n].lower in words.starters or tokens[n].text[0].isdigit()):
            n += 1
            continue
        found = _fraction(tokens, n, words) or _range_or_number(tokens, n, words)
        if found is None or _is_no_count(tokens, n, found[0]):
            n += 1
            continue
        last, figure = found
        bound = hedged(tokens, n, last, figure, hedges)
        if out and (joined := from_least_to_most(tokens, out[-1], bound, sentence.first)) is not None:
            out[-1] = joined
        else:
            out.append(bound)
        n = last
    return out


def _is_no_count(tokens: Sequence[Word], n: int, last: int) -> bool:
    """ "no one", "the one who", "a 12-year-old", "a three-day trip": the words of a number that count nothing by themselves."""
    if tokens[n].lower == "one" and last == n + 1 and n and tokens[n - 1].lower in _NOT_ONE:
        return tokens[n].dep != "nummod"
    if tokens[n].lower == "one" and last < len(tokens) and tokens[last].lower == "another":
        return True
    if last + 1 < len(tokens) and tokens[last].lower in _DASHES:
        glued = tokens[last].start == tokens[last - 1].end and tokens[last + 1].start == tokens[last].end
        after = tokens[last + 1]
        return after.lemma.lower() in _SPANS_OF_TIME or (glued and after.tag != "CD" and after.lower not in ("odd", "plus", "some"))
    return False


def _range_or_number(tokens: Sequence[Word], n: int, words: NumberWords) -> tuple[int, Figure] | None:
    joined = _RANGE.fullmatch(tokens[n].text)
    if joined:
        low, high = _digits(joined[1]), _digits(joined[2])
        return (n + 1, _figure(tokens, n, n + 1, int(low), int(high), None, "range")) if low and high and low < high else None
    first = _number(tokens, n, words)
    if first is None:
        return None
    if first.last + 1 < len(tokens) and not first.vague and _joins_range(tokens, n, first.last):
        second = _number(tokens, first.last + 1, words)
        if second is not None and not second.vague:
            low = first.value * (second.scale if first.scale == 1 and first.value < second.value / second.scale else 1)
            if low < second.value and _whole(low) and _whole(second.value):
                return second.last, _figure(tokens, n, second.last, int(low), int(second.value), None, "range")
    if first.vague:
        return first.last, _figure(tokens, n, first.last, int(first.value), None, None, "vague")
    if not _whole(first.value):
        return None
    value = int(first.value)
    return first.last, _figure(tokens, n, first.last, value, value, value, "zero" if value == 0 else "exact")


def _joins_range(tokens: Sequence[Word], n: int, joint: int) -> bool:
    word = tokens[joint].lower
    before = tokens[n - 1].lower if n else ""
    if word == "and":
        return before in ("between", "anywhere")
    if word in _DASHES:
        return tokens[n].text[0].isdigit()
    return word in ("to", "or") and (before != "from" or (n > 1 and tokens[n - 2].lemma.lower() in ("range", "vary")))


def _figure(
    tokens: Sequence[Word], first: int, last: int, low: int | None, high: int | None, number: int | None, qualifier: Qualifier
) -> Figure:
    return Figure(tokens[first].i, tokens[last - 1].i + 1, Span(tokens[first].start, tokens[last - 1].end), low, high, number, qualifier)


def _whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6


def _number(tokens: Sequence[Word], n: int, words: NumberWords) -> _Part | None:
    """One number that begins at word `n`: digits or words, its scale, groups and vague plurals."""
    here = tokens[n].lower
    if here in words.vague and tokens[n].tag != "CD":
        return _vague(tokens, n, words)
    if here in _ABOUT_A_GROUP and n + 1 < len(tokens):
        return _several(tokens, n, words)
    if here in ("a", "an", "half", "quarter", "one"):
        part = _with_article(tokens, n, words)
        if part is not None:
            return part
    if here == "both" and n + 1 < len(tokens) and tokens[n + 1].tag == "NNS":
        return _Part(n + 1, 2.0)
    if tokens[n].text[0].isdigit():
        part = _from_digits(tokens, n)
    elif here in words.ones or here in words.tens or here in ("hundred", "thousand"):
        part = _from_words(tokens, n, words)
    elif here in words.groups and here == "dozen":
        part = _Part(n, 1.0)
    else:
        return None
    return _scaled(tokens, part, words) if part is not None else None


def _scaled(tokens: Sequence[Word], part: _Part, words: NumberWords) -> _Part:
    """Takes "million", "lakh", "dozen" after a number; scales may follow each other ("2 lakh crore" does not count people)."""
    last, value, scale = part.last, part.value, 1
    while last < len(tokens) and last - part.last < 3:
        at = last + 1 if tokens[last].lower in _DASHES and last + 1 < len(tokens) else last
        word = tokens[at].lower
        if word in words.scales and (word not in ("m", "k") or tokens[last].start == tokens[last - 1].end):
            value, scale, last = value * words.scales[word], scale * words.scales[word], at + 1
        elif word in ("dozen", "score") and last == part.last:
            value, scale, last = value * words.groups[word], words.groups[word], at + 1
        else:
            break
    if scale == 1 and part.last < len(tokens) and not _whole(value):
        return _Part(last, value)
    return _Part(last, value, False, scale)


def _from_digits(tokens: Sequence[Word], n: int) -> _Part | None:
    text = tokens[n].text
    suffixed = _SUFFIXED.fullmatch(text)
    if suffixed:
        value = _digits(suffixed[1])
        scale = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9}[suffixed[2].lower()]
        return _Part(n + 1, round(value * scale)) if value is not None else None
    value = _digits(text)
    if value is None:
        return None
    last = n + 1
    while last < len(tokens) and _space_group(tokens, n, last):
        value, last = value * 1000 + int(tokens[last].text), last + 1
    return _Part(last, value)


def _space_group(tokens: Sequence[Word], n: int, last: int) -> bool:
    """ "12 000": three digits that follow one to three, and that the parser reads as one number."""
    before, here = tokens[last - 1], tokens[last]
    return (
        len(here.text) == 3
        and here.text.isdecimal()
        and here.text.isascii()
        and len(tokens[n].text) <= 3
        and tokens[n].text.isdecimal()
        and here.start == before.end + 1
        and (before.head is here or here.head is before)
    )


def _digits(text: str) -> float | None:
    """ "2,800", "4,00,000", "2.800", "1.2" or "12" as a number. None for what is no number (a date, a version)."""
    if not text.isascii():
        return None
    if _PLAIN.fullmatch(text):
        return float(text)
    if _COMMAS.fullmatch(text):
        return float(text.replace(",", ""))
    if _DOTS.fullmatch(text) and not text.startswith("0"):
        return float(text.replace(".", ""))
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def _from_words(tokens: Sequence[Word], n: int, words: NumberWords) -> _Part | None:
    """ "two hundred and fifty-one thousand": additive and multiplicative number words."""
    total, current, last, at = 0.0, 0.0, n, n
    while at < len(tokens) and at - n < _LONGEST:
        word = tokens[at].lower
        if word in words.ones and (current % 10 == 0 and (current % 100 != 10 or current == 0)):
            current += words.ones[word]
        elif word in words.tens and current % 100 == 0:
            current += words.tens[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in words.scales and word not in ("m", "k", "mn", "bn"):
            total, current = total + max(current, 1) * words.scales[word], 0.0
        elif at > n and ((word == "and" and tokens[at - 1].lower in words.scales) or word in _DASHES) and at + 1 < len(tokens):
            follows = tokens[at + 1].lower
            if not (follows in words.ones or follows in words.tens) or (word in _DASHES and tokens[at].start != tokens[at - 1].end):
                break
            at += 1
            continue
        else:
            break
        at += 1
        last = at
    return _Part(last, total + current) if last > n else None


def _with_article(tokens: Sequence[Word], n: int, words: NumberWords) -> _Part | None:
    """ "a dozen", "half a million", "a quarter of a million", "a couple of dozen", "one and a half million"."""
    lowers = [word.lower for word in tokens[n : n + 6]]
    match lowers:
        case ["half", "a" | "an", unit, *_] if unit in words.scales or unit in words.groups:
            return _Part(n + 3, 0.5 * (words.scales.get(unit) or words.groups[unit]))
        case ["half", unit, *_] if unit in words.scales:
            return _Part(n + 2, 0.5 * words.scales[unit])
        case ["a", "half", ("million" | "dozen") as unit, *_]:
            return _Part(n + 3, 0.5 * (words.scales.get(unit) or words.groups[unit]))
        case ["a" | "one", "quarter", "of", "a", unit, *_] if unit in words.scales:
            return _Part(n + 5, 0.25 * words.scales[unit])
        case ["a" | "one", "quarter", unit, *_] if unit in words.scales:
            return _Part(n + 3, 0.25 * words.scales[unit])
        case ["one", "and", "a", "half", unit, *_] if unit in words.scales:
            return _Part(n + 5, 1.5 * words.scales[unit])
        case ["a", unit, "and", "a", "half", *_] if unit in words.scales:
            return _Part(n + 5, 1.5 * words.scales[unit])
        case ["a", "number", "of", *_]:
            return _Part(n + 2, 2.0, vague=True)
        case ["a", "couple" | "few", "of", *_] | ["a", "few", *_] if len(lowers) > 2:
            return _couple(tokens, n, lowers, words)
        case ["a" | "an", unit, *_] if unit in words.scales or unit in words.groups:
            part = _Part(n + 2, float(words.scales.get(unit) or words.groups[unit]))
            return part if unit in ("couple", "score", "pair", "dozen", "duo", "trio", "quartet") else _scaled(tokens, part, words)
    return None


def _couple(tokens: Sequence[Word], n: int, lowers: list[str], words: NumberWords) -> _Part | None:
    skip = 3 if lowers[2] == "of" else 2
    unit = lowers[skip] if len(lowers) > skip else ""
    size = words.scales.get(unit) or words.groups.get(unit)
    if lowers[1] == "few":
        return _Part(n + skip + 1, 2.0 * size, vague=True) if size else _Part(n + 2, 2.0, vague=True)
    return _Part(n + skip + 1, 2.0 * size) if size else _Part(n + 2, 2.0)


def _several(tokens: Sequence[Word], n: int, words: NumberWords) -> _Part | None:
    """ "several hundred", "many thousands": at least two of them; "several people": at least two, as any plural."""
    unit = tokens[n + 1].lower
    if tokens[n].lower == "some" and unit not in words.vague:
        return None
    if unit in words.vague:
        return _vague(tokens, n + 1, words)
    if unit in ("hundred", "thousand", "dozen", "million"):
        return _Part(n + 2, 2.0 * (words.scales.get(unit) or words.groups[unit]), vague=True)
    bare = tokens[n].lower in _PLURAL and (n == 0 or tokens[n - 1].lower not in _NOT_PLURAL) and tokens[n].dep == "amod"
    return _Part(n + 1, 2.0, vague=True) if bare else None


def _vague(tokens: Sequence[Word], n: int, words: NumberWords) -> _Part | None:
    """ "dozens", "tens of thousands", "hundreds of thousands"."""
    lowers = [word.lower for word in tokens[n : n + 3]]
    if len(lowers) == 3 and lowers[1] == "of" and lowers[2] in ("thousands", "millions") and lowers[0] in ("tens", "hundreds"):
        unit = 1000 if lowers[2] == "thousands" else 1_000_000
        return _Part(n + 3, float(words.vague[lowers[0]] * unit), vague=True)
    if lowers[0] == "tens":
        return None
    return _Part(n + 1, float(words.vague[lowers[0]]), vague=True)


def _fraction(tokens: Sequence[Word], n: int, words: NumberWords) -> tuple[int, Figure] | None:
    """ "one in three", "half the population", "most civilians", "two thirds of", "60 percent of"."""
    lowers = [word.lower for word in tokens[n : n + 5]]
    whole: int | None = None
    match lowers:
        case ["half", "a" | "an", *_] | ["half", "million", *_]:
            return None
        case [first, "in" | "of", *rest] if rest and first in words.ones and _small(tokens, n + 2, words):
            whole = 3
        case [first, "out", "of", *_] if first in words.ones and _small(tokens, n + 3, words):
            whole = 4
        case ["half" | "most", *rest] if rest and tokens[n].dep not in ("advmod",) and rest[0] not in ("hour", "-", "day", "month", "year"):
            whole = 1
        case ["a" | "one" | "two" | "three", part, "of", *_] if part in words.fractions and lowers[3:4] != ["a"]:
            whole = 2
        case ["a" | "one" | "two" | "three", "-", part, "of", *_] if part in words.fractions:
            whole = 3
        case [_, "percent" | "%", "of", *_] if tokens[n].tag == "CD":
            whole = 2
        case [_, "per", "cent", "of", *_] if tokens[n].tag == "CD":
            whole = 3
    return None if whole is None else (n + whole, _figure(tokens, n, n + whole, None, None, None, "fraction"))


def _small(tokens: Sequence[Word], n: int, words: NumberWords) -> bool:
    """A base of "one in three": a number of ten or fewer, or a round one, that is no noun phrase of its own ("one of 12 men")."""
    if n >= len(tokens) or (tokens[n - 1].lower == "of" and tokens[n - 2].lower != "out"):
        return False
    word = tokens[n].lower
    return word in words.ones or word in words.tens or word in ("10", "100", "1,000", "1000")
