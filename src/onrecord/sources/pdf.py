"""PDF: the text of its pages, paragraphs by the white space between lines; the words themselves are left as they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.decode import clean
from onrecord.sources.draft import Facts, Passage, joined
from onrecord.sources.structure import document_of

_BREAK = re.compile("[\ufffe\x02]")
"""What pdfium writes for a hyphen and the end of the line after it."""
_GAP = 1.35
"""A paragraph begins where the step from line to line is this many times the usual one."""


_APART = 1.9
"""Or this many times the height of its letters, more than any double spacing."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line: its words, where it begins, how far it reaches and its height on the page, in points."""

    text: str
    left: float
    right: float
    top: float
    height: float


def read_pdf(data: bytes, facts: Facts) -> Document:
    """The document of a PDF. Raises InputError when it cannot be opened or has no text (a scan)."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = [_rows(pdf[n]) for n in range(len(pdf))]
        title = str(pdf.get_metadata_dict().get("Title", "")).strip()
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{facts.key}: a broken or locked PDF ({_reason(error)}): print it anew or give its text") from error
    pages = list(_without_margins(pages))
    step = _line_step(pages)
    passages = [Passage(clean(text).text) for rows in pages for text in _paragraphs(rows, step)]
    if not any(passage.text.strip() for passage in passages):
        raise InputError(f"{facts.key}: the PDF holds no text (a scan?): run a text recognition on it first")
    if facts.title is None and title and any(title.lower() in passage.text.lower() for passage in passages[:6]):
        facts = replace(facts, title=title)
    return document_of(joined(passages, facts))


def _reason(error: Exception) -> str:
    return str(error).split("(", 1)[-1].rstrip(").").removeprefix("PDFium: ") or "unreadable"


def _rows(page: Any) -> list[_Row]:
    """The lines of a page in pdfium's order, blank ones left out."""
    textpage = page.get_textpage()
    text = textpage.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
    rows, index = [], 0
    for line in text.split("\n"):
        if line.strip():
            first, last = index + len(line) - len(line.lstrip()), index + len(line.rstrip()) - 1
            left, bottom, _, top = textpage.get_charbox(min(first, textpage.count_chars() - 1), loose=True)
            right = textpage.get_charbox(min(last, textpage.count_chars() - 1), loose=True)[2]
            rows.append(_Row(_BREAK.sub("-\n", line).strip(), left, right, top, top - bottom))
        index += len(line) + 2
    return rows


def _without_margins(pages: Sequence[list[_Row]]) -> Iterator[list[_Row]]:
    """The pages without what is printed at the top or foot of most of them, page numbers among it."""
    edges = Counter(re.sub(r"\d+", "0", row.text) for rows in pages for row in {*rows[:1], *rows[-1:]})
    for rows in pages:
        kept = list(rows)
        for end in (0, -1):
            if kept and len(pages) > 1 and edges[re.sub(r"\d+", "0", kept[end].text)] > max(1, len(pages) // 2):
                kept.pop(end)
        yield kept


def _line_step(pages: Sequence[Sequence[_Row]]) -> float:
    """The usual step from line to line: the lower quarter, since titles and single lines are further apart than lines of a paragraph."""
    steps = sorted(a.top - b.top for rows in pages for a, b in zip(rows, rows[1:], strict=False) if a.top > b.top)
    return steps[len(steps) // 4] if steps else 0.0


def _paragraphs(rows: Sequence[_Row], usual: float) -> Iterator[str]:
    """Lines joined by line feeds up to a wider step, an indent after a full line, or a short line that ends a sentence."""
    if not rows:
        return
    widest = max(row.right for row in rows)
    leftmost = median(row.left for row in rows)
    lines = [rows[0].text]
    for before, row in zip(rows, rows[1:], strict=False):
        step = before.top - row.top
        short = before.right < widest - 0.15 * (widest - leftmost) and re.search(r"[.!?…][\"'”’)]*$", before.text) is not None
        wide = step > _GAP * usual or step > _APART * row.height > 0
        if wide or step < -usual or row.left > leftmost + 8 > before.left + 4 or short:
            yield "\n".join(lines)
            lines = []
        lines.append(row.text)
    yield "\n".join(lines)
