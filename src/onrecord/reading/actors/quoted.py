"""Which words stand inside quotation marks, and who says them: "he" in a quotation is hardly ever its speaker.

The statements room attributes speech in full; this is only what a pronoun needs.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.parse import Parse, Word
from onrecord.vocabulary.actors.words import words_of

_OPENS = frozenset(("“", "``", "«", "„"))
_CLOSES = frozenset(("”", "''", "»"))
_STRAIGHT = '"'
_LEAST = 4
"""Words that a quotation has at least; fewer are words held at arm's length."""
_FAR = 40
"""Words between a quotation and the verb that frames it, at most."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words `first` up to and without `last`. `speaker` is the place of the word that names who says it, or None.

    `whole` is False for words that go on in the report's own clause ("said he “will not leave his house”"): there a pronoun may be
    the speaker.
    """

    first: int
    last: int
    whole: bool
    speaker: int | None


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text, found by word."""

    by_word: dict[int, Quotation]

    def at(self, word: Word) -> Quotation | None:
        return self.by_word.get(word.i)


def find_quotations(parse: Parse) -> Quotations:
    """All quotations, each within its block; one that is not closed ends with its block. Linear in the number of words."""
    ranges = _ranges(parse)
    inside = {i for first, last in ranges for i in range(first, last)}
    by_word: dict[int, Quotation] = {}
    before: tuple[int, int] | None = None
    for first, last in ranges:
        block = parse.words[first].sentence.block
        speaker = _speaker(parse, first, last, inside)
        if speaker is None and before is not None and before[0] == block:
            speaker = before[1]
        if speaker is not None:
            before = (block, speaker)
        one = Quotation(first, last, parse.words[first].text[0].isupper(), speaker)
        by_word.update(dict.fromkeys(range(first, last), one))
    return Quotations(by_word)


def _ranges(parse: Parse) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    start: int | None = None
    block = -1
    for word in parse.words:
        if word.sentence.block != block:
            if start is not None:
                out.append((start, word.i))
            start, block = None, word.sentence.block
        if start is None:
            if word.text in _OPENS or word.text == _STRAIGHT:
                start = word.i + 1
        elif word.text in _CLOSES or word.text == _STRAIGHT:
            out.append((start, word.i))
            start = None
    if start is not None:
        out.append((start, len(parse.words)))
    return [(first, last) for first, last in out if last - first >= _LEAST]


def _speaker(parse: Parse, first: int, last: int, inside: set[int]) -> int | None:
    """The subject of the verb of saying nearest to the quotation, in the sentences that it touches; "He said:" before it too."""
    words = parse.words
    touched = {words[first].sentence.index, words[last - 1].sentence.index}
    lead = words[first - 2] if first >= 2 else None
    if lead is not None and lead.text in (":", ",") and lead.sentence.block == words[first].sentence.block:
        touched.add(lead.sentence.index)
    if words[last - 1].text in (",", "?", "!") or "".join(word.text for word in words[last + 1 : last + 2]) == ",":
        touched.update(word.sentence.index for word in words[last + 1 : last + 2])
    found: tuple[int, int] | None = None
    for word in (*words[max(first - _FAR, 0) : first], *words[last : last + _FAR]):
        verb = word.head
        if word.dep != "nsubj" or word.i in inside or verb.i in inside or word.sentence.index not in touched:
            continue
        far = min(abs(verb.i - first), abs(verb.i - last))
        if verb.lemma.lower() in words_of().saying and (found is None or far < found[0]):
            found = (far, word.i)
    return None if found is None else found[1]
