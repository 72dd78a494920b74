"""A piece of a page as the structure pass sees it, and the small questions that all of it asks."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from onrecord.model.document import BlockKind
from onrecord.model.span import Span

LONG = 30
"""Words beyond which a line is not asked whether it is furniture, unless it says so by its label."""

_EDGE = " \t\n\r\u00a0*_|•·:;,.-–—>›»«<[]()\u200b"
_WORD = re.compile(r"\S+")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$|[:;,]$")
_QUOTES = '"“”„«»'


@dataclass(slots=True)
class Line:
    """One piece. `kind` is None until something is known of it; `sure` when the markup said so and words are not asked."""

    text: str
    span: Span
    kind: BlockKind | None
    sure: bool
    linked: float
    """The share of its code points that stand in links."""
    bare: str
    """Lower case, without marks at its ends, white space made single. Empty for a line of marks alone; cut at 300 code points."""
    words: int

    @property
    def is_open(self) -> bool:
        """True while its words may still say that it is something else."""
        return not self.sure and self.kind in (None, "list", "heading")

    @property
    def ends_sentence(self) -> bool:
        return _STOP.search(self.text[-12:]) is not None and self.text[-1] not in ":;,"

    @property
    def is_prose(self) -> bool:
        """A paragraph beyond doubt: several words and the end of a sentence, or very many words."""
        return (self.words >= 8 and self.ends_sentence) or self.words >= 45

    @property
    def has_quotes(self) -> bool:
        return any(mark in self.text for mark in _QUOTES)

    def headline(self) -> bool:
        """Looks like a headline: some words, no end of a sentence (a question mark may be)."""
        return 0 < self.words <= LONG and (not self.ends_sentence or self.text.rstrip()[-1] == "?")


def line_at(text: str, span: Span, kind: BlockKind | None, sure: bool, linked: float) -> Line:
    """The line at a span of the text."""
    own = text[span.start : span.end]
    bare = " ".join(own[:300].split()).strip(_EDGE).lower().replace("’", "'")
    return Line(own, span, kind, sure, linked, bare, _count(own))


def _count(text: str) -> int:
    """Words, counted up to a hundred: past that it is prose."""
    return sum(1 for _ in islice(_WORD.finditer(text), 100))


def opens_with(bare: str, phrases: Collection[str], longest: int = 6) -> str | None:
    """The longest phrase of `phrases` that a line (`Line.bare`) opens with, as whole words."""
    words = bare.split()[:longest]
    for n in range(len(words), 0, -1):
        phrase = " ".join(words[:n]).rstrip(":.,;!")
        if phrase in phrases:
            return phrase
    return None


def labelled(line: Line, labels: Collection[str]) -> str | None:
    """What stands after "Label:" when a line opens so ("" when nothing does); None when it does not.

    A label without its colon counts only when it is the whole line.
    """
    if line.bare in labels:
        return ""
    head, colon, rest = line.text[:80].partition(":")
    if not colon or " ".join(head.split()).strip(" *_").lower() not in labels:
        return None
    return line.text[len(head) + 1 :].strip(" *_\u00a0\n") if rest or len(line.text) > 80 else ""
