"""What every step of this room looks at: the parse, the edge of every subtree, and the quotation each word stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.model.span import Span
from onrecord.reading.parse import Parse, Word
from onrecord.reading.statements.quotes import Quote, find_quotes

Range = tuple[int, int]
"""Word numbers, first up to and without last."""


@dataclass(frozen=True, slots=True)
class Ground:
    """`left[i]` and `right[i]` are the first and last word below word i; `quote_of[i]` the number of its quotation or -1."""

    parse: Parse
    quotes: tuple[Quote, ...]
    left: list[int]
    right: list[int]
    quote_of: list[int]
    quote_words: tuple[Range, ...]
    quote_starts: list[int]

    def below(self, word: Word) -> Range:
        """The words from the first to the last of a subtree."""
        return self.left[word.i], self.right[word.i] + 1

    def quoted(self, words: Range) -> list[tuple[int, int]]:
        """The quotations that share words with a range: (number, how many words), in order. Costs no more than the answer's length."""
        out = []
        number = bisect_right(self.quote_starts, words[0]) - 1
        for k in range(max(number, 0), len(self.quote_words)):
            first, last = self.quote_words[k]
            if first >= words[1]:
                break
            if (shared := min(last, words[1]) - max(first, words[0])) > 0:
                out.append((k, shared))
        return out

    def span(self, words: Range) -> Span:
        """The span of some words without punctuation at its ends; the last mark of a sentence goes too."""
        first, last = words
        all_words = self.parse.words
        while first < last - 1 and all_words[first].pos == "PUNCT":
            first += 1
        while first < last - 1 and all_words[last - 1].pos == "PUNCT":
            last -= 1
        return Span(all_words[first].start, all_words[last - 1].end)


def survey(parse: Parse) -> Ground:
    """Linear in the number of words."""
    quotes = tuple(find_quotes(parse.text, [block.span for block in parse.blocks]))
    left, right = _edges(parse)
    starts = [word.start for word in parse.words]
    quote_of = [-1] * len(parse.words)
    ranges: list[Range] = []
    for number, quote in enumerate(quotes):
        first, last = bisect_left(starts, quote.inner.start), bisect_left(starts, quote.inner.end)
        ranges.append((first, last))
        for i in range(first, last):
            quote_of[i] = number
    return Ground(parse, quotes, left, right, quote_of, tuple(ranges), [first for first, _ in ranges])


def _edges(parse: Parse) -> tuple[list[int], list[int]]:
    left = list(range(len(parse.words)))
    right = left.copy()
    for sentence in parse.sentences:
        order = [sentence.root]
        for word in order:
            order.extend(word.children)
        for word in reversed(order):
            i, head = word.i, word.head.i
            if left[i] < left[head]:
                left[head] = left[i]
            if right[i] > right[head]:
                right[head] = right[i]
    return left, right


def subtract(words: Range, holes: list[Range]) -> list[Range]:
    """What is left of a range when others are taken out of it, in order."""
    out: list[Range] = []
    first, last = words
    for low, high in sorted(holes):
        if high <= first or low >= last:
            continue
        if first < low:
            out.append((first, low))
        first = max(first, high)
    if first < last:
        out.append((first, last))
    return out


def joined(ranges: list[Range]) -> list[Range]:
    """Ranges in order, those that touch or overlap made one."""
    out: list[Range] = []
    for first, last in sorted(ranges):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return out
