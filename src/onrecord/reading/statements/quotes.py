"""Where quotation marks open and close, in all the marks that news uses: a matter of characters, not of grammar.

Curly, straight, typewriter (`` '') and single marks, guillemets either way round, German „ “; nested; a mark missing;
a quotation of several paragraphs that opens each and closes once. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model.span import Span

_MARK = re.compile(r"''|``|,,(?=\w)|[“”„‟\"«»‹›‘’‚'`＂]")
_OPENERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "``": "''\"", "‘": "’'", "‚": "‘’", ",,": "''“”\"", "`": "'’"}
_SINGLE = frozenset("‘’‚'‹›`")
_BEFORE_OPEN = frozenset("([{—–-/:;,…“\"«„‘'")
_AFTER_CLOSE = frozenset(")]}—–-/:;,.…!?”\"»’'")
_LONGEST_SINGLE = 600


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `outer` with its marks, `inner` without. `closed` and `opened` say whether a mark stands at that end.

    `continues`: the quotation of the paragraph before goes on (it had no closing mark, and this one opens again or only closes).
    """

    outer: Span
    inner: Span
    block: int
    opened: bool = True
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    start: int
    end: int
    opens: bool
    closes: bool


def find_quotes(text: str, blocks: Iterable[tuple[int, int]]) -> list[Quote]:
    """The outermost quotations of the text, in order; `blocks` are the spans of its paragraphs, in order."""
    found: list[Quote] = []
    pending = False
    for number, block in enumerate(blocks):
        own = list(_in_block(text, Span(*block), number, pending))
        pending = bool(own) and not own[-1].closed and own[-1].opened
        found.extend(own)
    return found


def _in_block(text: str, block: Span, number: int, pending: bool) -> Iterator[Quote]:
    marks = [mark for mark in (_mark(text, match, block) for match in _MARK.finditer(text, *block)) if mark.opens or mark.closes]
    begun: _Mark | None = None
    last_end, nested = block.start, 0
    for n, mark in enumerate(marks):
        if begun is None:
            if mark.opens and (mark.text not in _SINGLE or _closes_later(marks, n)):
                begun = mark
            elif mark.closes and not mark.opens and mark.text in "”»''\"" and mark.text not in _SINGLE:
                if text[mark.start - 1].isdigit():
                    continue  # inches
                inner = Span(last_end, mark.start).trimmed(text)
                if inner.length > 0 and last_end == block.start:
                    yield Quote(Span(inner.start, mark.end), inner, number, opened=False, continues=pending)
                last_end = mark.end
        elif nested and mark.closes:
            nested -= 1
        elif _ends(begun, mark):
            yield _quote(text, begun, mark, number, pending and begun.start == block.start)
            begun, last_end = None, mark.end
        elif _nests(text, marks, n):
            nested += 1
        elif _reopens(begun, mark):
            inner = Span(begun.end, mark.start).trimmed(text)
            if inner.length > 0:
                yield Quote(Span(begun.start, inner.end), inner, number, closed=False, continues=pending and begun.start == block.start)
            begun = mark
    if begun is not None:
        inner = Span(begun.end, block.end).trimmed(text)
        if inner.length > 0:
            yield Quote(Span(begun.start, inner.end), inner, number, closed=False, continues=pending and begun.start == block.start)


def _quote(text: str, begun: _Mark, mark: _Mark, number: int, continues: bool) -> Quote:
    inner = Span(begun.end, mark.start).trimmed(text)
    if inner.length <= 0:
        inner = Span(begun.start, mark.end)
    return Quote(Span(begun.start, mark.end), inner, number, continues=continues)


def _mark(text: str, match: re.Match[str], block: Span) -> _Mark:
    form, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    space_before, space_after = before.isspace(), after.isspace()
    if form in _SINGLE and form not in "‹›" and before.isalnum() and after.isalnum():
        return _Mark(form, start, end, False, False)
    if form in _SINGLE and after.isdigit() and not before.isalnum() and form != "‘":
        return _Mark(form, start, end, False, False)
    can_open = not space_after and (space_before or before in _BEFORE_OPEN)
    can_close = not space_before and (space_after or after in _AFTER_CLOSE)
    if form in ("“", "„", "‟", "``", "‘", "‚", ",,", "`"):
        return _Mark(form, start, end, True, form == "“" and can_close and not can_open)
    if form in ("”", "’"):
        return _Mark(form, start, end, can_open and not can_close and form == "”", True if form == "”" else can_close)
    if form in "«»‹›":
        return _Mark(form, start, end, can_open or form in "«‹", can_close or form in "»›")
    if form == "'":
        return _Mark(form, start, end, can_open and after.isalnum(), can_close)
    if can_open == can_close:
        return _Mark('"', start, end, True, True)
    return _Mark('"', start, end, can_open, can_close)


def _ends(begun: _Mark, mark: _Mark) -> bool:
    if not mark.closes:
        return False
    if begun.text in _OPENERS:
        pairs = _OPENERS[begun.text]
        return mark.text in pairs or (begun.text == "“" and mark.text in ('"', "''")) or mark.text == begun.text
    if begun.text == "»":
        return mark.text == "«"
    if begun.text == "'":
        return mark.text in "'’"
    return mark.text in ('"', "''", "”", "``", "“") and begun.text not in _SINGLE


def _reopens(begun: _Mark, mark: _Mark) -> bool:
    """A mark of the same sort that can only open: the one before it was never closed."""
    same = mark.text == begun.text or {mark.text, begun.text} <= {'"', "“", "''", "``"}
    return same and mark.opens and not mark.closes and mark.text not in _SINGLE and mark.text not in "«»„"


def _nests(text: str, marks: list[_Mark], n: int) -> bool:
    """The same curly mark again in the middle of a phrase, and two that close after it: “We all say “never” and mean it.”"""
    mark = marks[n]
    if mark.text != "“" or mark.closes or len(marks) < n + 3:
        return False
    before = text[: mark.start].rstrip()[-1:] if mark.start < 40 else text[mark.start - 40 : mark.start].rstrip()[-1:]
    return before.isalnum() and all(after.text == "”" for after in marks[n + 1 : n + 3])


def _closes_later(marks: list[_Mark], n: int) -> bool:
    """A single mark opens only when one that can close it follows soon, and no double mark opens between."""
    begun = marks[n]
    for mark in marks[n + 1 : n + 40]:
        if mark.start - begun.end > _LONGEST_SINGLE:
            return False
        if _ends(begun, mark):
            return True
    return False
