"""The words of a search lit up in what it found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.store.fulltext import phrases


@dataclass(frozen=True, slots=True)
class Lit:
    """A piece of text; `on` where it is one of the words asked for."""

    words: str
    on: bool


def lit(text: str, asked: str) -> tuple[Lit, ...]:
    """The text in pieces. Endings are left open, as the search leaves them: "shell" lights up "shelling"."""
    stems = [re.escape(word[: max(4, len(word) - 3)]) for phrase, _ in phrases(asked) for word in phrase.split()]
    if not stems:
        return (Lit(text, False),)
    found, last = [], 0
    for match in re.finditer(rf"\b(?:{'|'.join(stems)})\w{{0,5}}", text, re.IGNORECASE):
        found += [Lit(text[last : match.start()], False), Lit(match[0], True)]
        last = match.end()
    return tuple(piece for piece in (*found, Lit(text[last:], False)) if piece.words)
