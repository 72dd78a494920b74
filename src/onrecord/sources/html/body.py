"""Which runs of a page are the report: trafilatura names its paragraphs, our own pass over the tree says what the rest is.

Trafilatura in its precise mode finds the body best of what installs from the registry (F1 .964 on 181 pages, DESIGN.md) but
drops subtitle and intro, and now and then keeps promotion lines and photo credits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model.document import BlockKind
from onrecord.sources.draft import Passage
from onrecord.sources.html.metadata import Metadata
from onrecord.sources.html.tree import Run, key_of
from onrecord.sources.structure import date_line, is_desk

_SHORT = 25
"""Letters and digits under which a run must be a whole line of the body to count as in it."""
_LONG = 40
"""Letters and digits from which the same words a second time are a copy that the page keeps for another width of screen."""
_OVER, _UNDER = 6, 6
"""Runs over the title that may be its picture's, and under the body that may name who wrote and edited."""
_BUDGET = 2_000_000_000
_DOMINANT = 0.4
"""An element that holds this share of the report is no box beside it, whatever its class says."""


@dataclass(frozen=True, slots=True)
class _Page:
    runs: Sequence[Run]
    kept: frozenset[int]
    """Numbers of the runs that trafilatura holds for the body."""
    parents: frozenset[Any]
    """The elements that hold their blocks."""
    shapes: frozenset[str]
    """Tags and classes of their blocks and of what holds these: a page that puts every paragraph into a box of its own repeats itself."""
    wide: frozenset[Any]
    """Elements too large to be a box beside the report, by themselves or with all that are named like them."""
    first: int
    last: int


def passages_of(runs: Sequence[Run], body: str, meta: Metadata) -> list[Passage]:
    """The report's passages in order: head, body with its boxes, and the desk lines under it. Empty when the page has no text."""
    page = _page(runs, body)
    if not page.kept:
        return []
    start = _title_at(page, meta)
    if start == page.first and len(page.kept) > 1:
        page = replace(page, kept=page.kept - {start}, first=min(page.kept - {start}))
    out = list(_head(page, start, meta))
    told = {key_of(passage.text) for passage in out}
    for n in range(page.first, len(runs)):
        key = runs[n].key
        if len(key) >= _LONG and key in told:
            continue
        told.add(key)
        if n <= page.last or _parent(runs[n]) in page.parents:
            passage = _inside(page, n, meta) if n != start else Passage(runs[n].text, "title", runs[n].links, sure=True)
            if n <= page.last or passage.kind not in ("related", "paragraph"):
                out.append(passage)
        elif n <= page.last + _UNDER and is_desk(runs[n].text):
            out.append(Passage(runs[n].text, "byline", runs[n].links, sure=True))
    return out


def _page(runs: Sequence[Run], body: str) -> _Page:
    kept = frozenset(_kept(runs, body)) or frozenset(_plausible(runs))
    parents = frozenset(_parent(runs[n]) for n in kept)
    shapes = frozenset(_shape(runs[n]) for n in kept if runs[n].tag in ("p", "div"))
    return _Page(runs, kept, parents, shapes, _wide(runs, kept), min(kept, default=0), max(kept, default=-1))


def _wide(runs: Sequence[Run], kept: frozenset[int]) -> frozenset[Any]:
    total = sum(len(runs[n].text) for n in kept) or 1
    holds: dict[Any, int] = {}
    named: dict[str, int] = {}
    for n in kept:
        size = len(runs[n].text)
        for element in _above(runs[n].block):
            holds[element] = holds.get(element, 0) + size
        for name in {_name(element) for _, element in runs[n].marked}:
            named[name] = named.get(name, 0) + size
    large = {element for element, size in holds.items() if size > _DOMINANT * total}
    return frozenset(large | {element for run in runs for _, element in run.marked if named.get(_name(element), 0) > _DOMINANT * total})


def _name(element: Any) -> str:
    return f"{element.tag} {element.get('class') or ''} {element.get('data-component') or ''}"


def _shape(run: Run) -> str:
    parent = _parent(run)
    return f"{_name(run.block)} in {_name(parent)}" if run.block is not None and parent is not None else ""


def _parent(run: Run) -> Any:
    return run.block.getparent() if run.block is not None else None


def _above(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.getparent()


def _kept(runs: Sequence[Run], body: str) -> Iterator[int]:
    lines = {key_of(line) for line in body.split("\n")}
    whole = "\n".join(key_of(line) for line in body.split("\n"))
    loose = len(whole) * len(runs) <= _BUDGET
    for n, run in enumerate(runs):
        key = run.key
        if key and (key in lines or (loose and len(key) >= _SHORT and (key in whole or _most_in(run, lines)))):
            yield n


def _most_in(run: Run, lines: set[str]) -> bool:
    """A run of several lines counts when most of them are in the body."""
    parts = [key for part in run.text.split("\n") if (key := key_of(part))]
    return len(parts) > 1 and sum(part in lines for part in parts) * 2 > len(parts)


def _plausible(runs: Sequence[Run]) -> Iterator[int]:
    """Without trafilatura's help: paragraphs of words outside boxes and menus."""
    for n, run in enumerate(runs):
        if len(run.text.split()) >= 8 and run.linked < 0.3 and not {"related", "other", "aside"} & set(run.roles):
            yield n


def _title_at(page: _Page, meta: Metadata) -> int | None:
    """The run that is the title: it says what the metadata say, or is the first heading of the first rank before the body's end."""
    wanted = key_of(meta.title or meta.page_title or "")
    for n, run in enumerate(page.runs[: page.last]):
        key = run.key
        if run.tag in ("h1", "h2") and wanted and (key == wanted or (len(key) >= _SHORT and wanted.startswith(key))):
            return n
        if wanted and key == wanted and n <= page.first:
            return n
    return next((n for n, run in enumerate(page.runs[: page.last]) if run.tag == "h1" and run.linked < 0.5), None)


def _head(page: _Page, start: int | None, meta: Metadata) -> Iterator[Passage]:
    """From the title to the body: subtitle, intro, date, byline, picture. What none of these claims is left out."""
    if start is None or start >= page.first:
        return
    for run in page.runs[max(0, start - _OVER) : start]:
        if (role := _role(page, run)) in ("caption", "credit"):
            yield Passage(run.text, "caption" if role == "caption" else "credit", run.links, sure=True)
    yield Passage(page.runs[start].text, "title", page.runs[start].links, sure=True)
    for run in page.runs[start + 1 : page.first]:
        kind = _head_kind(page, run, meta)
        if kind is not None:
            yield Passage(run.text, kind, run.links, sure=kind != "date")


def _head_kind(page: _Page, run: Run, meta: Metadata) -> BlockKind | None:
    role = _role(page, run)
    if date_line(run.text):
        return "date"
    described = meta.description is not None and len(run.key) >= _SHORT and run.key in key_of(meta.description)
    if described and role not in ("caption", "credit"):
        return _intro_kind(run)
    if role in ("related", "other", "aside"):
        return None
    if role in ("caption", "credit"):
        return "caption" if role == "caption" else "credit"
    if role == "byline" or (meta.authors and run.key in {key_of(f"{by}{name}") for name in meta.authors for by in ("", "by ")}):
        return "byline"
    if role == "intro" and len(run.text.split()) >= 3:
        return _intro_kind(run)
    return "heading" if run.tag == "h2" and len(run.text.split()) >= 4 and run.linked < 0.5 else None


def _intro_kind(run: Run) -> BlockKind:
    """An intro is a paragraph when it is a sentence, else a heading under the title."""
    return "paragraph" if run.text.rstrip("\"'”’)")[-1:] in ".!?…" else "heading"


def _role(page: _Page, run: Run) -> str | None:
    """The innermost telling role; a box as large as the report is none."""
    telling = [role for role, element in run.marked if element not in page.wide or element is run.block]
    for role in ("related", "other"):
        if role in telling:
            return role
    return telling[-1] if telling else None


def _belongs(page: _Page, run: Run) -> bool:
    """A paragraph that trafilatura passed over, in a box of its own that looks like those of the others."""
    return _shape(run) in page.shapes and run.linked < 0.3 and len(run.text.split()) >= 8


def _inside(page: _Page, n: int, meta: Metadata) -> Passage:
    """A run between the first and the last paragraph of the body, or under it."""
    run, role = page.runs[n], _role(page, page.runs[n])
    kind: BlockKind | None = None
    sure = True
    if role == "related" or (role == "aside" and n not in page.kept):
        kind = "related"
    elif role == "caption":
        kind = "caption"
    elif role == "credit":
        kind = "credit"
    elif role == "other":
        kind = "other"
    elif role == "byline":
        kind = "byline"
    elif role == "dateline":
        kind = "dateline"
    elif role == "date" and date_line(run.text):
        kind, sure = "date", False
    elif run.linked >= 0.9 and len(run.text.split()) < 4:
        kind = "other"
    elif n not in page.kept and _parent(run) not in page.parents and not _belongs(page, run):
        kind = "related" if run.linked >= 0.8 else "other"
    elif run.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        kind, sure = "heading", False
    else:
        kind, sure = ("quote" if role == "quote" else "list" if role == "list" else None), False
    return Passage(run.text, kind, run.links, sure)
