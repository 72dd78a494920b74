"""Feeds (RSS 0.9 to 2.0, Atom): each item a report, its text what the feed itself holds of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape
from typing import Any

from lxml import etree

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.draft import Facts
from onrecord.sources.html import read_fragment
from onrecord.sources.mail import day_sent

_WORDS = ("encoded", "content", "description", "summary")
"""Where an item's text stands, fullest first, by the name without its namespace."""
_DATES = ("pubDate", "date", "published", "issued", "updated", "modified")


def read_feed(data: bytes, key: str) -> Iterator[Document | InputError]:
    """The documents of a feed, in order; an item without words gives its error instead. Raises InputError when it is no feed."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"{key}: XML that cannot be parsed ({error})") from error
    if root is None or _name(root) not in ("rss", "feed", "RDF"):
        raise InputError(f"{key}: XML, but no feed (RSS or Atom): give the pages themselves")
    outlet = next((title for parent in (root, *root) if (title := _words(parent, "title")) and _name(parent) in ("feed", "channel")), None)
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not items:
        raise InputError(f"{key}: a feed without an item")
    for n, item in enumerate(items, 1):
        try:
            yield _document(item, Facts(f"{key}:{n}", outlet=outlet))
        except InputError as error:
            yield error


def _document(item: Any, facts: Facts) -> Document:
    title = _words(item, "title")
    body = next((words for name in _WORDS if (words := _markup(item, name))), "")
    creator = _words(item, "creator")
    facts = replace(
        facts,
        url=_address(item),
        title=title,
        published=next((day for name in _DATES if (day := day_sent(_words(item, name)))), None),
        authors=(creator,) if creator else (),
    )
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    return read_fragment(heading + body, facts)


def _name(element: Any) -> str:
    """The name without its namespace; nothing for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _child(item: Any, name: str) -> Any | None:
    return next((child for child in item if _name(child) == name), None)


def _words(item: Any, name: str) -> str | None:
    """The words of a child, markup in them left out."""
    child = _child(item, name)
    return (" ".join(unescape("".join(child.itertext())).split()) or None) if child is not None else None


def _markup(item: Any, name: str) -> str:
    """A child's HTML, whether it stands there as text or as elements; plain text has its signs escaped."""
    child = _child(item, name)
    if child is None:
        return ""
    if len(child):
        return "".join(etree.tostring(part, encoding="unicode") for part in child)
    text = child.text or ""
    if "<" in text and child.get("type") != "text":
        return text
    return "".join(f"<p>{escape(unescape(part))}</p>" for part in text.split("\n\n") if part.strip())


def _address(item: Any) -> str | None:
    """The item's page: Atom's alternate link, or the words of RSS's."""
    links = [child for child in item if _name(child) == "link"]
    atom = next((x.get("href") for x in links if x.get("href") and x.get("rel", "alternate") == "alternate"), None)
    return atom or next((x.text.strip() for x in links if x.text and x.text.strip()), None)
