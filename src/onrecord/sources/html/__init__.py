"""HTML: metadata first, then the body, then the structure of the page around it."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from lxml import etree
from lxml import html as lxml_html
from msgspec.structs import replace as with_

from onrecord.errors import InputError
from onrecord.model.document import BlockKind, Document
from onrecord.sources.decode import decode
from onrecord.sources.draft import Facts, Passage, joined
from onrecord.sources.html.body import passages_of
from onrecord.sources.html.metadata import metadata_of
from onrecord.sources.html.tree import Run, runs_of
from onrecord.sources.structure import document_of

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,80}encoding=["']([\w.:-]{2,30})""", re.I)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_KINDS: tuple[Literal["quote", "list", "caption"], ...] = ("quote", "list", "caption")
_FIRST, _LAST = "1980-01-01", "2100-01-01"
"""The days that htmldate may answer with: fixed, so that the clock of the machine decides nothing."""


def read_html(data: bytes, facts: Facts) -> Document:
    """The document of a web page. Raises InputError when the page has no text of a report."""
    declared = next((name.decode("ascii") for match in _CHARSET.finditer(data[:4096]) for name in match.groups() if name), None)
    decoded = decode(data, facts.key, declared)
    source = _CONTROL.sub("\ufffd", _XML.sub("", decoded.text))
    tree = _tree(source, facts.key)
    meta = metadata_of(tree)
    facts = replace(
        facts,
        url=facts.url or meta.url,
        outlet=facts.outlet or meta.outlet,
        title=facts.title or meta.title,
        published=facts.published or meta.published,
        authors=facts.authors or tuple(name for name in meta.authors if name != meta.outlet),
        language=facts.language or meta.language,
        warnings=(*facts.warnings, *decoded.warnings),
    )
    passages = passages_of(list(runs_of(tree, meta.url)), _body(source), meta)
    if facts.title is None and not any(passage.kind == "title" for passage in passages):
        facts = replace(facts, title=meta.page_title)
    if not passages:
        raise InputError(f"{facts.key}: the page holds no text of a report: save the page with its text, or give the text itself")
    document = document_of(joined(passages, facts), guess=False)
    return document if document.published else with_(document, published=_guessed_day(tree))


def read_fragment(source: str, facts: Facts) -> Document:
    """The document of a piece of HTML all of whose words belong to the report, as in a feed. Raises InputError when it has none."""
    source = _CONTROL.sub("\ufffd", source) or "<p></p>"
    runs = runs_of(_tree(f"<html><body>{source}</body></html>", facts.key), facts.url)
    passages = [Passage(run.text, _kind(run), run.links, sure=_kind(run) is not None) for run in runs]
    if not passages:
        raise InputError(f"{facts.key}: no words: give the page that it leads to")
    return document_of(joined(passages, facts), guess=False)


def _kind(run: Run) -> BlockKind | None:
    """What the markup alone says a run is."""
    if run.tag == "h1":
        return "title"
    return "heading" if run.tag in ("h2", "h3", "h4", "h5", "h6") else next((role for role in _KINDS if role in run.roles), None)


def _tree(source: str, key: str) -> Any:
    try:
        return lxml_html.document_fromstring(source, parser=lxml_html.HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"{key}: not a web page that can be parsed ({error})") from error


def _body(source: str) -> str:
    """Trafilatura's telling of the body, one paragraph a line; empty when it finds none."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(source, favor_precision=True, include_comments=False, include_tables=True, deduplicate=False) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ""


def _guessed_day(tree: Any) -> str | None:
    """htmldate's answer, where neither the metadata nor a line of the text said the day."""
    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = htmldate.find_date(
            tree,
            extensive_search=False,
            original_date=True,
            min_date=datetime.fromisoformat(_FIRST),
            max_date=datetime.fromisoformat(_LAST),
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return None
    return str(found) if found else None
