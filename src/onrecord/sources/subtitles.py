"""Subtitles (SubRip, WebVTT): the words spoken, without numbers and times; a pause begins a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.draft import Facts, Passage, joined
from onrecord.sources.structure import document_of

PAUSE = 2.0
"""Seconds without words after which what follows is a paragraph of its own."""
_TIME = r"(?:(\d{1,2}):)?(\d{2}):(\d{2})[.,](\d{3})"
_CUE = re.compile(rf"^{_TIME} --> {_TIME}[^\n]*\n((?:[^\n]*\S[^\n]*(?:\n|\Z))*)", re.M)
_MARKUP = re.compile(r"<[^<>]{0,100}>|\{\\[^{}]{0,100}\}")


def is_subtitles(text: str) -> bool:
    """Whether a text has the times of subtitles over its first words."""
    return _CUE.search(text[:2000]) is not None


def read_subtitles(text: str, facts: Facts) -> Document:
    """The document of subtitles. Raises InputError when no words are in them."""
    passages = [Passage(" ".join(words)) for words in _paragraphs(text)]
    if not passages:
        raise InputError(f"{facts.key}: subtitles without words")
    return document_of(joined(passages, facts), guess=False)


def _paragraphs(text: str) -> Iterator[list[str]]:
    part: list[str] = []
    ended = 0.0
    for cue in _CUE.finditer(text):
        words = " ".join(_MARKUP.sub("", cue.group(9)).split())
        if part and _seconds(cue, 1) - ended >= PAUSE:
            yield part
            part = []
        if words:
            part.append(words)
        ended = _seconds(cue, 5)
    if part:
        yield part


def _seconds(cue: re.Match[str], first: int) -> float:
    hours, minutes, seconds, thousandths = (int(cue.group(first + n) or 0) for n in range(4))
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
