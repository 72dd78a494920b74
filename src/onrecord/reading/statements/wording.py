""" "In the words of the mayor, “…”" and "in the mayor's words, “…”": a quotation that a noun gives to someone."""

from __future__ import annotations

from onrecord.reading.parse import Word
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground
from onrecord.reading.statements.source import source_words
from onrecord.vocabulary.saying import CueEntry

_WORDING = CueEntry(frozenset({"quote"}), False, False)


def find_wordings(ground: Ground, taken: set[int]) -> list[Found]:
    """In order of cue; `taken` are cues that are known already. The quotation beside it is given later (`attach.py`)."""
    out: list[Found] = []
    for word in ground.parse.words:
        if word.lower != "words" or word.i in taken or word.dep != "pobj" or word.head.lower != "in":
            continue
        who = _whose(word)
        if who is not None:
            out.append(Found(word, (word.i, word.i + 1), (), who, source_words(who, word, ground), _WORDING))
    return out


def _whose(words: Word) -> Word | None:
    owner = words.child("poss")
    if owner is not None:
        return owner
    of = next((child for child in words.children_by("prep") if child.lower == "of"), None)
    return of.child("pobj") if of is not None else None
