"""The named process or grouping that an act belongs to: "the Astana process", "Normandy format", "the Quartet"."""

from __future__ import annotations

from onrecord.model.span import Span
from onrecord.reading.parse.words import Sentence
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import MediationWords

_ALONE = word_list("mediation", "process.alone")


def process_name(sentence: Sentence, words: MediationWords) -> Span | None:
    """The first capitalised name in a sentence that ends in a word for a process ("the Geneva process"), or "the Quartet"."""
    for word in sentence.words:
        if word.lower not in words.process:
            continue
        n = word.i - sentence.first
        first = n
        while first > 0 and _is_name_part(sentence.words[first - 1].text):
            first -= 1
        named = any(sentence.words[k].text[0].isupper() for k in range(first, n) if k)
        if named or (word.lower in _ALONE and word.text[0].isupper()):
            return Span(sentence.words[first].start, word.end)
    return None


def _is_name_part(text: str) -> bool:
    return text[0].isupper() or text in ("-", "–", "peace")
