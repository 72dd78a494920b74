"""Reads our own annotated passages (`passages/*.txt`).

Passages are parted by a line `---`, paragraphs by an empty line. `word@7` says that the word is the head of a mention, or a pronoun, of
the seventh who or what of its passage. A pronoun without a number means nothing that the passage names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.span import Span

FOLDER = Path(__file__).parent / "passages"
_MARKED = re.compile(r"([\w’'-]+)@(\d+)")


@dataclass(frozen=True)
class Passage:
    """`clusters` are the spans of the marked words, by what they mean; spans count code points of `text`."""

    id: str
    text: str
    clusters: tuple[tuple[Span, ...], ...]


def read_passages(folder: Path = FOLDER) -> Iterator[Passage]:
    for path in sorted(folder.glob("*.txt")):
        for n, raw in enumerate(path.read_text(encoding="utf-8").split("\n---\n")):
            yield _passage(f"own-{path.stem}-{n}", raw.strip())


def _passage(key: str, raw: str) -> Passage:
    text, end, clusters = "", 0, {}
    for found in _MARKED.finditer(raw):
        text += raw[end : found.start()]
        clusters.setdefault(found[2], []).append(Span(len(text), len(text) + len(found[1])))
        text += found[1]
        end = found.end()
    return Passage(key, text + raw[end:], tuple(tuple(spans) for spans in clusters.values()))
