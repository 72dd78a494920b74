"""Number phrases joined into one token: "twenty-four", "a hundred and two", "two and a half", "nineteen ninety-six", "twenty-first"."""

from __future__ import annotations

from onrecord.reading.times.tokens import Token
from onrecord.vocabulary.times import numbers


def join_numbers(tokens: list[Token]) -> list[Token]:
    """The tokens with each number phrase as one: class WNUM with its value, YEAR for a spoken year, ORD for "twenty-first". Linear."""
    known = numbers()
    out: list[Token] = []
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        lower = token.word.lower
        starts = lower in known and (known[lower] < 100 or lower in ("hundred", "thousand")) and token.kind in ("OTHER_WORD", "ONE")
        if starts:
            joined, used = _phrase(tokens, i, known)
            out.append(joined)
            i += used
        elif token.kind in ("DAY", "NUM") and i + 1 < n and tokens[i + 1].kind == "FRACTION":
            out.append(
                token._replace(
                    kind="NUM", value=float(token.value) + float(tokens[i + 1].value), end=tokens[i + 1].end, word=tokens[i + 1].word
                )
            )
            i += 2
        elif token.kind in ("DAY", "NUM") and i + 1 < n and tokens[i + 1].word.lower in ("hundred", "thousand", "million", "billion"):
            out.append(token._replace(kind="NUM", value=float(token.value) * 100, end=tokens[i + 1].end, word=tokens[i + 1].word))
            i += 2
        else:
            out.append(token)
            i += 1
    return _halves(out)


def _phrase(tokens: list[Token], i: int, known: dict[str, int]) -> tuple[Token, int]:
    """The number phrase at `i` and how many tokens it takes."""
    first, values, j, ordinal = tokens[i], [known[tokens[i].word.lower]], i + 1, None
    while j < len(tokens) and j - i < 12:
        k = j + 1 if tokens[j].kind == "HYPHEN" or (tokens[j].kind == "AND" and values[-1] >= 100) else j
        if k >= len(tokens):
            break
        value = known.get(tokens[k].word.lower)
        if (
            value is None
            and tokens[k].kind == "ORD"
            and values[-1] in range(20, 100, 10)
            and int(tokens[k].value) < 10
            and tokens[k].word.text.isalpha()
        ):
            ordinal, j = int(tokens[k].value), k + 1
            break
        if value is None or not _follows(values, value):
            break
        values.append(value)
        j = k + 1
    last = tokens[j - 1]
    if ordinal is not None:
        return Token("ORD", sum(values) + ordinal, first.start, last.end, last.word), j - i
    if len(values) >= 2 and 11 <= values[0] <= 20 and 10 <= values[1] < 100 and sum(values[1:]) < 100:
        return Token("YEAR", values[0] * 100 + sum(values[1:]), first.start, last.end, last.word), j - i
    if len(values) == 1 and values[0] == 1:
        return first, 1
    return Token("WNUM", _total(values), first.start, last.end, last.word), j - i


def _follows(values: list[int], value: int) -> bool:
    last = values[-1]
    if value >= 100:
        return last < value
    if last >= 100:
        return True
    return (20 <= last < 100 and last % 10 == 0 and value < 10) or (11 <= last <= 20 and value >= 10 and len(values) == 1)


def _total(values: list[int]) -> int:
    total = part = 0
    for value in values:
        if value >= 100:
            part = max(part, 1) * value
            if value >= 1000:
                total, part = total + part, 0
        else:
            part += value
    return total + part


def _halves(tokens: list[Token]) -> list[Token]:
    """ "two and a half" as one number; "a hundred" and "a couple" lose nothing, their rules see the article."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if (
            token.kind in ("WNUM", "ONE", "DAY", "NUM")
            and i + 3 < len(tokens)
            and tokens[i + 1].kind == "AND"
            and tokens[i + 2].kind == "A"
            and tokens[i + 3].kind == "HALFW"
        ):
            value = 1.0 if token.kind == "ONE" else float(token.value)
            out.append(Token("WNUM", value + 0.5, token.start, tokens[i + 3].end, tokens[i + 3].word))
            i += 4
        else:
            out.append(token)
            i += 1
    return out
