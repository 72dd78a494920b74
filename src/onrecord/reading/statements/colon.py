"""Name, colon, words: headlines ("Minister: talks have failed") and transcripts ("OKORO: We can't leave.")."""

from __future__ import annotations

from onrecord.reading.parse import Word
from onrecord.reading.parse.words import Sentence
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, Range
from onrecord.vocabulary.saying import CueEntry

_COLON = CueEntry(frozenset({"clause"}), False, False)
_LONGEST_NAME = 6
_LEAST_WORDS = 3
_LONGEST_TITLE = 24
_NAMING = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "CCONJ", "NUM"))
_CREDITS = frozenset(
    ("image", "images", "photo", "photos", "photograph", "picture", "video", "audio", "credit", "caption", "file", "source")
)
"""What stands before the name of who made a picture."""
_SPEAKERS = frozenset(("PERSON", "ORG", "GPE", "NORP"))


def find_colons(ground: Ground, taken: set[int]) -> list[Found]:
    """Only where a paragraph opens with a name; `taken` are cues that are known already.

    In a headline, or the text's first paragraph when that is one line without a full stop, any noun phrase will do ("Report: …").
    """
    out: list[Found] = []
    block = -1
    for sentence in ground.parse.sentences:
        if sentence.block == block:
            continue
        block = sentence.block
        colon = _colon(sentence)
        if colon is None or colon.i in taken:
            continue
        words = ground.parse.words[sentence.first : colon.i]
        last = _end(colon.i + 1, block, ground)
        heading = ground.parse.blocks[block].kind == "title" or (block == 0 and last - sentence.first <= _LONGEST_TITLE)
        head = _speaker(words, any_noun=heading)
        if head is not None and last - colon.i > _LEAST_WORDS and ground.quote_of[colon.i] < 0:
            source: Range = (sentence.first, colon.i)
            out.append(Found(colon, (colon.i, colon.i + 1), ((colon.i + 1, last),), head, source, _COLON, True))
    return out


def _colon(sentence: Sentence) -> Word | None:
    for word in sentence.words[1 : _LONGEST_NAME + 1]:
        if word.text == ":":
            return word
    return None


def _speaker(words: tuple[Word, ...], *, any_noun: bool) -> Word | None:
    """The last word of a name that stands alone; None for any other words."""
    if not words or any(word.pos not in _NAMING for word in words):
        return None
    last = words[-1]
    if last.lower in _CREDITS:
        return None
    if any_noun and last.pos in ("PROPN", "NOUN"):
        return last
    return last if last.pos == "PROPN" and any(word.entity in _SPEAKERS for word in words) else None


def _end(first: int, block: int, ground: Ground) -> int:
    words = ground.parse.words
    last = first
    while last < len(words) and words[last].sentence.block == block:
        last += 1
    return last
