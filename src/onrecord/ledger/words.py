"""The words of a report as evidence of what it is about: stems, name sounds, and how rare each is.

Rarity comes from two places: a background that ships with the program (document counts of hashed stems, learned from the
training corpora named in `models/ledger/README.md`, no word list), and the collection at hand, without which every report of a
war in Estavia would look alike for saying "Estavia". Both are plain counts, so the order of the reports does not matter.
"""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

BUCKETS = 1 << 15
WORD_KEPT = 400
"""A witness keeps this many of its strongest words."""
PSEUDO = 20
"""How many documents of the collection the background is worth."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_ENDINGS = ("ings", "ing", "edly", "ed", "es", "s", "ly")
_SOUNDS = (
    ("gh", "g"), ("kh", "h"), ("sh", "x"), ("ch", "x"), ("th", "t"), ("ph", "f"), ("dh", "d"), ("ou", "u"),
    ("q", "k"), ("c", "k"), ("z", "s"), ("w", ""), ("y", ""), ("j", "g"), ("v", "b"), ("p", "b"),
)  # fmt: skip
"""Letters that transliterations of one name from Arabic, Cyrillic, Persian or Hebrew exchange, or leave out."""


class Token(NamedTuple):
    """A word or a number as it is written, and where it starts."""

    form: str
    start: int


def tokens(text: str) -> list[Token]:
    """Words and numbers, in order."""
    return [Token(m.group(), m.start()) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=50_000)
def stem(form: str) -> str:
    """A word without its common endings: only meant to be equal for the forms of one word."""
    word = form.lower().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=50_000)
def sound(name: str) -> str:
    """The consonants of a name, alike for its spellings ("Harbel", "Herbel"); empty when nothing is left."""
    word = unicodedata.normalize("NFKD", name.lower())
    word = "".join(c for c in word if c.isalpha() and not unicodedata.combining(c))
    for sign in ("'s", "’s"):
        if name.lower().endswith(sign):
            word = word[:-1]
    for letters, other in _SOUNDS:
        word = word.replace(letters, other)
    if not word:
        return ""
    first, rest = ("a" if word[0] in "aeiou" else word[0]), word[1:]
    out = [first]
    for letter in rest:
        if letter not in "aeiou" and letter != out[-1]:
            out.append(letter)
    sounded = "".join(out)
    return sounded.rstrip("h") if len(sounded) > 3 else sounded


def bucket(word: str) -> int:
    """The bucket that a word's documents are counted in."""
    return crc32(word.encode("utf-8", "surrogatepass")) % BUCKETS


@dataclass(frozen=True, slots=True)
class Background:
    """Document counts by bucket, as they ship."""

    documents: int
    words: array[int]
    names: array[int]


@cache
def background() -> Background:
    """The counts packaged with the program: an array of unsigned shorts: documents, then words, then names."""
    data = array("H", (files("onrecord.ledger") / "background.bin").read_bytes())
    return Background(data[0], data[1 : 1 + BUCKETS], data[1 + BUCKETS : 1 + 2 * BUCKETS])


@dataclass(slots=True)
class Counts:
    """How many reports of a collection hold each stem and each name sound."""

    reports: int = 0
    words: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)

    def add(self, words: Iterable[str], names: Iterable[str]) -> None:
        """Counts one report. Both are without repeats."""
        self.reports += 1
        for word in words:
            self.words[word] = self.words.get(word, 0) + 1
        for name in names:
            self.names[name] = self.names.get(name, 0) + 1


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a shared word says: the logarithm of one over the share of reports that hold it."""

    counts: Counts
    base: Background = field(default_factory=background)

    def word(self, word: str) -> float:
        return self._of(self.counts.words.get(word, 0), self.base.words[bucket(word)])

    def name(self, name: str) -> float:
        return self._of(self.counts.names.get(name, 0), self.base.names[bucket(name)])

    def _of(self, here: int, base: int) -> float:
        return math.log((self.counts.reports + PSEUDO) / (here + PSEUDO * base / self.base.documents + 0.5))


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """A vector of length one; empty stays empty."""
    length = math.sqrt(sum(x * x for x in weights.values()))
    return {k: x / length for k, x in weights.items()} if length else {}


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The scalar product of two sparse vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum(x * b[k] for k, x in a.items() if k in b)
