"""Golden pairs of reports: a file that we wrote, and beside it what is to be made of it.

`python -m tests.sources.golden` writes the expectations anew; look at the difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.open import read_path

FOLDER = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
SUFFIXES = (".md", ".html", ".txt")


def files() -> list[Path]:
    return sorted(path for folder in (FOLDER, EXAMPLES) for path in folder.iterdir() if path.suffix in SUFFIXES)


def document(path: Path) -> Document:
    found = list(read_path(path))
    assert len(found) == 1 and not isinstance(found[0], InputError)
    return found[0]


def told(path: Path) -> str:
    """All that is made of a file, as a person can check it."""
    d = document(path)
    facts = {name: getattr(d, name) for name in ("title", "published", "url", "outlet", "authors", "credits", "language", "warnings")}
    facts["published_words"] = d.published_span.of(d.text) if d.published_span else None
    blocks = [f"{block.kind}: {block.span.of(d.text)}" for block in d.blocks]
    links = [f"{link.span.of(d.text)} -> {link.href}" for link in d.links]
    return json.dumps({**facts, "blocks": blocks, "links": links}, indent=1, ensure_ascii=False) + "\n"


def expectation(path: Path) -> Path:
    return FOLDER / f"{path.name}.json"


if __name__ == "__main__":
    for path in files():
        expectation(path).write_text(told(path), encoding="utf-8")
