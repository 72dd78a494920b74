"""Is the text English? A reader of English over another language would print nonsense without a word of warning."""

from __future__ import annotations

import re

from onrecord.vocabulary.sources import function_words

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 60
_LOOKED_AT = 20_000
_ENGLISH, _FOREIGN = 0.2, 0.08
"""Shares of the commonest words. English news has about 0.38; headlines and lists may fall to 0.15; Dutch has about 0.06."""


def language_of(text: str, declared: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The language (ISO 639-1), and a warning when it is not English. A short text is taken at its page's word, else for English."""
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    given = declared.split("-")[0].split("_")[0].lower() if declared else None
    if len(words) < _ENOUGH:
        return given or "en", ()
    common = function_words()
    share = sum(word in common for word in words) / len(words)
    if share >= _ENGLISH or (share >= _FOREIGN and given in (None, "en")):
        return "en", ()
    return (None if given == "en" else given), ("the text does not look like English: what is read from it is not to be trusted",)
