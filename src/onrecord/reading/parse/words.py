"""Words with their grammar, light enough to walk freely: what the rooms read instead of the parser's own objects.

Labels are the parser's: Penn Treebank tags, ClearNLP dependencies (`nsubj`, `dobj`, `agent`, `prep`, `pobj` …),
OntoNotes entity labels, Universal part-of-speech tags.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.model.document import Block
from onrecord.model.span import Span

_set = object.__setattr__


class Word:
    """One token. Frozen once the parse is built; `head` of a sentence's root is the root itself.

    `start` and `end` are code points of the document, `i` its place in `Parse.words`. `entity` is the parser's label
    ("GPE", "PERSON" …) or "". `children` are in order of text.
    """

    __slots__ = ("children", "dep", "end", "entity", "head", "i", "lemma", "lower", "pos", "sentence", "start", "tag", "text")

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    start: int
    end: int
    entity: str
    head: Word
    children: tuple[Word, ...]
    sentence: Sentence

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a parsed word is frozen: cannot set {name}")

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_root(self) -> bool:
        return self.head is self

    def child(self, *deps: str) -> Word | None:
        """The first child with one of these dependencies."""
        for word in self.children:
            if word.dep in deps:
                return word
        return None

    def children_by(self, *deps: str) -> list[Word]:
        return [word for word in self.children if word.dep in deps]

    def subtree(self) -> list[Word]:
        """This word and all below it, in order of text."""
        out: list[Word] = []
        todo = [self]
        while todo:
            word = todo.pop()
            out.append(word)
            todo.extend(word.children)
        out.sort(key=lambda word: word.i)
        return out

    def ancestors(self) -> Iterator[Word]:
        """The heads above this word, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the parser marked: `words` as a range of `Parse.words`. Evidence only: it takes Putin for a place."""

    first: int
    last: int
    label: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """Words `first` up to and without `last` of `Parse.words`. A sentence never crosses a block."""

    index: int
    block: int
    first: int
    last: int
    words: tuple[Word, ...]
    root: Word

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """The whole document, parsed. `blocks` are the blocks that were read, in order; `Sentence.block` counts in them."""

    text: str
    blocks: tuple[Block, ...]
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    tensor: NDArray[np.float32]
    """The parser's own context-sensitive vector of every word: one row a word, 96 columns. For learned heads."""
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        _set(self, "_starts", tuple(word.start for word in self.words))

    def words_at(self, span: tuple[int, int]) -> list[Word]:
        """The words that share a code point with `span`, in order."""
        first = max(bisect_right(self._starts, span[0]) - 1, 0)
        last = bisect_left(self._starts, span[1])
        return [word for word in self.words[first:last] if word.end > span[0]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The parser's answer for one block, as plain columns. Offsets count from the block's start; heads are word numbers.

    This is all that is taken from the parser, so a parse can be kept and rebuilt without it.
    """

    text: tuple[str, ...]
    start: tuple[int, ...]
    lemma: tuple[str, ...]
    tag: tuple[str, ...]
    pos: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    sentence_start: tuple[bool, ...]
    entities: tuple[tuple[int, int, str], ...]
    tensor: bytes
    """float32, row by row."""


def build_parse(text: str, blocks: tuple[Block, ...], columns: list[tuple[int, int, Columns]]) -> Parse:
    """Joins the parsed pieces of a document.

    `columns` holds `(block number, offset of the piece in the text, its columns)` in order of text; a block may be
    parsed in several pieces. Cost is linear in the number of words.
    """
    words: list[Word] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    tensors = [np.frombuffer(piece.tensor, dtype=np.float32).reshape(len(piece.text), -1) for _, _, piece in columns]
    for block, offset, piece in columns:
        base = len(words)
        words.extend(_piece_words(piece, base, offset))
        _link(words, piece, base)
        for first, last, label in piece.entities:
            span = Span(words[base + first].start, words[base + last - 1].end)
            entities.append(Entity(base + first, base + last, label, span))
            for i in range(base + first, base + last):
                _set(words[i], "entity", label)
        sentences.extend(_sentences(words, piece, base, block, len(sentences)))
    return Parse(
        text, blocks, tuple(words), tuple(sentences), tuple(entities), np.concatenate(tensors) if tensors else np.zeros((0, 0), np.float32)
    )


def _piece_words(piece: Columns, base: int, offset: int) -> Iterator[Word]:
    for n, form in enumerate(piece.text):
        word = Word.__new__(Word)
        start = offset + piece.start[n]
        _set(word, "i", base + n)
        _set(word, "text", form)
        _set(word, "lower", form.lower())
        _set(word, "lemma", piece.lemma[n])
        _set(word, "tag", piece.tag[n])
        _set(word, "pos", piece.pos[n])
        _set(word, "dep", piece.dep[n])
        _set(word, "start", start)
        _set(word, "end", start + len(form))
        _set(word, "entity", "")
        yield word


def _link(words: list[Word], piece: Columns, base: int) -> None:
    children: list[list[Word]] = [[] for _ in piece.text]
    for n, head in enumerate(piece.head):
        _set(words[base + n], "head", words[base + head])
        if head != n:
            children[head].append(words[base + n])
    for n, below in enumerate(children):
        _set(words[base + n], "children", tuple(below))


def _sentences(words: list[Word], piece: Columns, base: int, block: int, index: int) -> Iterator[Sentence]:
    starts = [n for n, begins in enumerate(piece.sentence_start) if begins or n == 0]
    for k, first in enumerate(starts):
        last = starts[k + 1] if k + 1 < len(starts) else len(piece.text)
        own = tuple(words[base + first : base + last])
        root = next((word for word in own if word.head is word), own[0])
        sentence = Sentence(index + k, block, base + first, base + last, own, root)
        for word in own:
            _set(word, "sentence", sentence)
        yield sentence
