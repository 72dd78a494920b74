"""Hostile typography: our ten reports in other marks, spacing and line breaks lose at most two points of F1."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import pytest
from tests.statements.reports import REPORTS

from onrecord.model.record import Record
from onrecord.model.span import Span

Read = Callable[..., Record]


def marks(opening: str, closing: str, apostrophe: str = "’") -> Callable[[str], str]:
    return lambda text: text.replace("’", apostrophe).replace("“", opening).replace("”", closing)


def unclosed_paragraphs(text: str) -> str:
    """A quotation that ends its paragraph loses its last mark."""
    return re.sub(r"”(?=\n\n|$)", "", text)


def inside_spaces(text: str) -> str:
    return text.replace("“", '" ').replace("”", ' "')


TRANSFORMS: dict[str, Callable[[str], str]] = {
    "straight": marks('"', '"', "'"),
    "single curly": marks("‘", "’"),
    "single straight": marks("'", "'", "'"),
    "guillemets": marks("«", "»"),
    "guillemets with spaces": marks("« ", " »"),
    "guillemets turned": marks("»", "«"),
    "German": marks("„", "“"),
    "typewriter": marks("``", "''", "'"),
    "two single": marks("''", "''", "'"),
    "only openers": marks("“", "“"),
    "Swedish": marks("”", "”"),
    "inside spaces": inside_spaces,
    "unclosed": unclosed_paragraphs,
    "non-breaking": lambda text: text.replace(" “", "\u00a0“").replace("” ", "”\u00a0"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "single lines": lambda text: text.replace("\n\n", "\n"),
    "wrapped": lambda text: "\n\n".join(textwrap.fill(part, 64) for part in text.split("\n\n")),
    "wrapped straight": lambda text: "\n\n".join(textwrap.fill(part, 50) for part in marks('"', '"', "'")(text).split("\n\n")),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "tabs": lambda text: "\t" + text.replace("\n\n", "\n\n\t"),
}


def bag(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def words(record: Record) -> list[tuple[list[str], list[str]]]:
    text = record.words
    return [
        (bag(text(Span(*s.speaker_span))) if s.speaker_span else [], [w for span in s.content for w in bag(text(Span(*span)))])
        for s in record.statements
    ]


def same(gold: tuple[str | None, str], found: tuple[list[str], list[str]]) -> bool:
    speaker, content = bag(gold[0] or ""), bag(gold[1])
    shared = sum(min(content.count(w), found[1].count(w)) for w in set(content))
    return shared >= 0.8 * max(len(content), len(found[1])) and set(speaker[-1:]) <= set(found[0])


def score(read: Read, transform: Callable[[str], str]) -> float:
    right = given = wanted = 0
    for text, gold in REPORTS:
        found = words(read(transform(text)))
        wanted, given = wanted + len(gold), given + len(found)
        for one in gold:
            hit = next((f for f in found if same(one, f)), None)
            if hit is not None:
                right += 1
                found.remove(hit)
    return 200 * right / (given + wanted)


@pytest.fixture(scope="module")
def clean(read: Read) -> float:
    return score(read, lambda text: text)


def test_the_suite_itself_is_read(clean: float) -> None:
    assert clean >= 90


def test_hostile_typography_loses_at_most_two_points(read: Read, clean: float) -> None:
    scores = {name: score(read, transform) for name, transform in TRANSFORMS.items()}
    mean = sum(scores.values()) / len(scores)
    assert mean >= clean - 2, f"clean {clean:.1f}, mean {mean:.1f}: {scores}"
