"""What a page says of itself to machines: JSON-LD first, then meta elements.

Measured on 88 pages this gives the title exactly on 84 %, the day on all and the authors on 92 % (DESIGN.md), better than
the readers that guess from the page's looks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.sources.structure import iso_date

_ARTICLES = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "AnalysisNewsArticle",
             "BackgroundNewsArticle", "Report", "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "WebPage")  # fmt: skip
"""Types of JSON-LD that describe the report, best first."""
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title")
_DATE = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "date",
    "article_date_original",
    "originalpublicationdate",
)
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description")
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Metadata:
    """All that is known; None or empty where the page does not say. `published` is ISO; `url` is absolute."""

    title: str | None = None
    page_title: str | None = None
    """The title of the window: often with the site's name after it."""
    published: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    description: str | None = None
    language: str | None = None


def metadata_of(tree: Any) -> Metadata:
    """The metadata of a parsed page (an lxml tree). Never raises: broken JSON-LD is passed over."""
    linked, named = _linked(tree), _named(tree)
    return Metadata(
        title=linked.title or _first(named, _TITLE),
        page_title=" ".join((tree.findtext(".//title") or "").split()) or None,
        published=linked.published or _first_date(named, tree),
        authors=linked.authors or _authors(named),
        outlet=linked.outlet or _first(named, _OUTLET),
        url=_address(tree, named, linked.url),
        description=linked.description or _first(named, _DESCRIPTION),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or linked.language,
    )


def _linked(tree: Any) -> Metadata:
    """The best article node of the page's JSON-LD; the publisher may stand in a node of its own."""
    nodes = [node for script in tree.iterfind(".//script[@type='application/ld+json']") for node in _nodes(_loaded(script.text or ""), 0)]
    ranked = [(rank, n) for n, node in enumerate(nodes) if (rank := _rank(node)) is not None]
    if not ranked:
        return Metadata()
    node = nodes[min(ranked)[1]]
    publishers = {str(x["@id"]): x for x in nodes if "@id" in x and x.get("name")}
    return Metadata(
        title=_text(node.get("headline")) or (_text(node.get("name")) if _rank(node) != _ARTICLES.index("WebPage") else None),
        published=iso_date(_text(node.get("datePublished")) or _text(node.get("dateCreated")) or ""),
        authors=tuple(dict.fromkeys(_people(node.get("author"), publishers))),
        outlet=next(_people(node.get("publisher") or node.get("sourceOrganization"), publishers, outlet=True), None),
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage")) or _text(_inside(node.get("mainEntityOfPage"), "@id")),
        description=_text(node.get("description")),
        language=_text(node.get("inLanguage")),
    )


def _loaded(text: str) -> object:
    """JSON as pages write it: in a comment or CDATA, with line breaks inside strings, with a semicolon after it."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").replace("<![CDATA[", "").replace("]]>", "").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Every object with a type, outermost first."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            if isinstance(item, list | dict):
                yield from _nodes(item, depth + 1)


def _rank(node: dict[str, Any]) -> int | None:
    types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
    return min((_ARTICLES.index(name) for name in types if name in _ARTICLES), default=None)


def _people(value: object, known: dict[str, dict[str, Any]], *, outlet: bool = False) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _text(item) if not outlet or isinstance(item, str) else None
        name = name or _text(_inside(item, "name")) or _text(_inside(known.get(str(_inside(item, "@id"))), "name"))
        if name and not name.startswith(("http://", "https://")):
            yield from (name,) if outlet else _split(name)


def _split(names: str) -> Iterator[str]:
    """ "By Ana Petrov and Li Wei" is two people."""
    names = names.removeprefix("By ").removeprefix("by ").strip()
    for part in names.replace(" and ", ",").replace("&", ",").replace(";", ",").split(","):
        if part.strip():
            yield part.strip()


def _inside(value: object, key: str) -> object:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get(key) if isinstance(value, dict) else None


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return " ".join(unescape(unescape(value)).split()) or None


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    content: str


def _named(tree: Any) -> tuple[_Named, ...]:
    """The meta elements, names in lower case."""
    out = []
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            out.append(_Named(name.lower(), content))
    return tuple(out)


def _first(named: tuple[_Named, ...], names: tuple[str, ...]) -> str | None:
    return next((meta.content for name in names for meta in named if meta.name == name), None)


def _first_date(named: tuple[_Named, ...], tree: Any) -> str | None:
    for name in _DATE:
        for meta in named:
            if meta.name == name and (day := iso_date(meta.content)):
                return day
    for time in tree.iter("time"):
        marked = "datepublished" in (time.get("itemprop") or "").lower() or time.get("pubdate") is not None
        if marked and (day := iso_date(time.get("datetime") or "")):
            return day
    return None


def _authors(named: tuple[_Named, ...]) -> tuple[str, ...]:
    for name in _AUTHOR:
        found = [part for meta in named if meta.name == name and not meta.content.startswith("http") for part in _split(meta.content)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _address(tree: Any, named: tuple[_Named, ...], linked: str | None) -> str | None:
    """The canonical address: the link element, og:url, JSON-LD. A relative one counts only with an absolute one to stand on."""
    canonical = next((link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()), None)
    base = next((element.get("href") for element in tree.iter("base")), None)
    others = (_first(named, ("og:url",)), linked, base)
    for address in (canonical, *others[:2]):
        for stand in (None, *others):
            try:
                whole = urljoin(stand, address) if stand and address else address
                if whole and urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).netloc:
                    return whole
            except ValueError:
                continue
    return None
