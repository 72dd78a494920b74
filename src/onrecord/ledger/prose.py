"""The part of a report that tells: its title and its sentences, without the page's furniture.

Web pages leave menus, share buttons and lists of other headlines in their text. A paragraph of fewer than eight words, or one that
does not end as a sentence does, is left out of what two reports are compared by (it stays in the record).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.model.document import READ_KINDS
from onrecord.model.record import DocumentInfo

SHORT = 8
_END = re.compile(r"[.!?…»”\"')]\s*$")
_PARTS = re.compile(r"\s+[-–—|•]\s+")
_SMALL = frozenset(("a", "and", "for", "in", "of", "on", "the"))
_LETTERS = re.compile(r"[^a-z]")


class Piece(NamedTuple):
    """Words that tell, and where they start in the text of the document (-1: the title, where it is not in the text)."""

    words: str
    start: int


def pieces(document: DocumentInfo) -> list[Piece]:
    """The title, then the telling paragraphs in order; where there is neither, all paragraphs."""
    title = title_words(document)
    telling = paragraphs(document)
    return ([Piece(title, -1)] if title else []) + [piece for piece in telling if _tells(piece) or not title]


def paragraphs(document: DocumentInfo) -> list[Piece]:
    """The telling paragraphs in order; all of them when none looks like a sentence."""
    blocks = [
        Piece(document.text[block.span[0] : block.span[1]], block.span[0])
        for block in document.blocks
        if block.kind in READ_KINDS and block.kind != "title"
    ]
    return [piece for piece in blocks if _tells(piece)] or blocks


def _tells(piece: Piece) -> bool:
    return _END.search(piece.words) is not None and piece.words.count(" ") >= SHORT - 1


def title_words(document: DocumentInfo) -> str:
    """The title without the name of the outlet that web pages put before or after it: capitalised words beside the longest part."""
    parts = [part for part in _PARTS.split(document.title or "") if part.strip()]
    longest = max(parts, key=len, default="")
    outlet = _LETTERS.sub("", f"{document.outlet or ''} {document.url or ''}".lower()[:200])
    return ". ".join(part for part in parts if part == longest or not _names_outlet(part, outlet))


def _names_outlet(part: str, outlet: str) -> bool:
    words = part.split()
    named = any(len(word) > 3 and _LETTERS.sub("", word.lower()) in outlet for word in words)
    return len(words) <= 7 and (named or all(not word[0].islower() or word in _SMALL for word in words))
