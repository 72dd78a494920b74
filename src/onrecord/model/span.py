"""A span: the place of some words in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """Half-open `[start, end)` in Unicode code points of `document.text`. Written as `[start, end]` in JSON."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: tuple[int, int]) -> bool:
        return self.start < other[1] and other[0] < self.end

    def holds(self, other: tuple[int, int]) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other[0] and other[1] <= self.end

    def cover(self, other: tuple[int, int]) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other[0]), max(self.end, other[1]))

    def trimmed(self, text: str, marks: str = "") -> Span:
        """This span without white space, and without the characters of `marks`, at either end (may be empty)."""
        start, end = self.start, self.end
        while start < end and (text[start].isspace() or text[start] in marks):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
            end -= 1
        return Span(start, end)


class SpanIndex(Generic[T]):
    """Finds the items whose spans overlap a given span, in logarithmic time plus the answer's length.

    Built once from `(span, item)` pairs; spans may nest and overlap. Items come back in order of span.
    """

    __slots__ = ("_items", "_longest", "_starts")

    def __init__(self, pairs: Iterable[tuple[tuple[int, int], T]]) -> None:
        self._items: list[tuple[Span, T]] = [(Span(*span), item) for span, item in pairs]
        self._items.sort(key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._items]
        self._longest = max((span.length for span, _ in self._items), default=0)

    def overlapping(self, span: tuple[int, int]) -> list[tuple[Span, T]]:
        """All `(span, item)` that share at least one code point with `span`."""
        first = bisect_left(self._starts, span[0] - self._longest)
        last = bisect_left(self._starts, span[1])
        return [pair for pair in self._items[first:last] if pair[0].end > span[0]]

    def inside(self, span: tuple[int, int]) -> list[tuple[Span, T]]:
        """All `(span, item)` that lie wholly inside `span`."""
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        return [pair for pair in self._items[first:last] if pair[0].end <= span[1]]
