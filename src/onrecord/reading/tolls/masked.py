"""Words of harm that a publisher cuts with a hyphen to pass a platform's filter: "three civilians kil-led", "ki-lling two".

The parser cannot read them, so the figure is found by order: the last before the word, or the first after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.record import TollKind
from onrecord.reading.parse.words import Sentence, Word
from onrecord.reading.tolls.bounds import Figure
from onrecord.reading.tolls.count import Counted, Figures
from onrecord.vocabulary.counts import CountWords, Masked

_NEAR = 6
_INJURED = frozenset(("injured", "wounded"))


def masked(sentence: Sentence, figures: Figures, words: CountWords) -> Iterator[Counted]:
    """The counts that cut words of harm give."""
    tokens = sentence.words
    for n, last, joined in _joined(tokens):
        word = words.masked.get(joined)
        if word is None:
            continue
        found = _before(tokens, n, figures) if word.follows else _after(tokens, last, figures)
        if found is not None:
            figure, head = found
            yield Counted(_joint(tokens, last, word), figure, head, tokens[last - 1], None, 4)


def _joined(tokens: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    """(first, last + 1, the word without its mark) of "kil-led" in three words of the parse and "kil*led" in one."""
    for n, word in enumerate(tokens):
        if "*" in word.text and word.text[0].isalpha():
            yield n, n + 1, word.lower.replace("*", "")
        elif word.text == "-" and 0 < n < len(tokens) - 1 and tokens[n - 1].end == word.start and word.end == tokens[n + 1].start:
            yield n - 1, n + 2, tokens[n - 1].lower + tokens[n + 1].lower


def _before(tokens: tuple[Word, ...], n: int, figures: Figures) -> tuple[Figure, Word] | None:
    for at in range(n - 1, max(-1, n - 1 - _NEAR), -1):
        figure = figures.get(tokens[at].i)
        if figure is not None:
            return figure, tokens[n - 1]
        if tokens[at].tag in ("VBD", "VBZ", "VBP") and tokens[at].lemma != "be":
            return None
    return None


def _after(tokens: tuple[Word, ...], n: int, figures: Figures) -> tuple[Figure, Word] | None:
    for word in tokens[n : n + _NEAR]:
        figure = figures.get(word.i)
        if figure is not None:
            return figure, word if word.is_root or word.dep != "nummod" else word.head
    return None


def _joint(tokens: tuple[Word, ...], n: int, word: Masked) -> TollKind:
    """ "kil-led and injured": one figure for both."""
    follows = [token.lower for token in tokens[n : n + 2]]
    both = word.kind == "killed" and follows[:1] in (["and"], ["or"]) and follows[1:] and follows[1] in _INJURED
    return "killed_or_injured" if both else word.kind
