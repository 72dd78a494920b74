"""Runs the tests that stand in the act files themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from onrecord.model.span import Span
from onrecord.reading.events.find import find_acts
from onrecord.reading.events.match import words_of
from onrecord.reading.parse import LanguageModel
from onrecord.sources.jsonl import read_line
from onrecord.vocabulary.acts.frames import ActRow, load_lexicon


@dataclass(frozen=True, slots=True)
class Failure:
    """A test that failed: the file, the row's code, its sentence, whether it should have been read so, and what was read."""

    file: str
    code: str
    sentence: str
    expected: bool
    got: tuple[str, ...]

    def __str__(self) -> str:
        want = "should be" if self.expected else "should not be"
        return f"{self.file}: {self.sentence!r} {want} {self.code}; read as {', '.join(self.got) or 'nothing'}"


def check_rows(rows: Iterable[tuple[str, ActRow]], codes_of: Callable[[str], tuple[str, ...]]) -> Iterator[Failure]:
    """The failures of the rows' own tests. `codes_of` gives the CAMEO codes that are read in a sentence.

    A sentence under `is` must be read as the row's root; one under `not` must not.
    """
    for file, row in rows:
        for expected, sentences in ((True, row.is_), (False, row.not_)):
            for sentence in sentences:
                codes = codes_of(sentence)
                if any(code[:2] == row.code[:2] for code in codes) is not expected:
                    yield Failure(file, row.code, sentence, expected, codes)


def explain(model: LanguageModel, text: str, own: str | None = None) -> dict[Span, str]:
    """The frame that fired, by the span of its words, for every act of a text, whoever its actors are."""
    acts = find_acts(load_lexicon(own))
    parse = model.parse(read_line(msgspec.json.encode({"text": text}), "a sentence"))
    found = [act for sentence in parse.sentences for act in acts.of(sentence, frozenset())]
    return {words_of(act.match): f"{act.match.frame} ({act.match.code})" for act in found}
