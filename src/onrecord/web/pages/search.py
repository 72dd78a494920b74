"""Full text over statements, events and reports, with counts and the filter in the address; or statements by who says them of whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store import Hit, HitKind
from onrecord.store.rows import Found
from onrecord.store.views.events import Count
from onrecord.store.views.facets import SHOWN, Facet
from onrecord.store.views.statements import StatementRow, statement_count, statement_rows
from onrecord.web.answers import Table
from onrecord.web.filters import Asked
from onrecord.web.site import ALL, Site, asked_of
from onrecord.web.words import Lit, lit

KINDS: tuple[HitKind, ...] = ("statement", "event", "report")
PAGE = 30
"""Hits of one page."""


@dataclass(frozen=True, slots=True)
class HitShown:
    """A hit with the words asked for lit up in it."""

    hit: Hit
    pieces: tuple[Lit, ...]


def search(site: Site, request: Request, form: str) -> Response:
    """Passages that hold all the words asked for; without words, statements by whom and about whom the filter names."""
    asked = asked_of(request)
    if not asked.words and (asked.filter.said_by or asked.filter.said_about):
        return _statements(site, request, form, asked)
    chosen = request.query_params.get("kind", "")
    kinds = tuple(kind for kind in KINDS if kind == chosen)
    if form:
        return site.answer(
            request, form, "", Table("search", site.store.search(asked.words, asked.filter, kinds, ALL) if asked.words else []), {}
        )
    found = site.kept.get(("found", asked.words, asked.filter), lambda: site.store.found(asked.words, asked.filter))
    hits: Sequence[Hit] = []
    if asked.words:
        question = ("hits", asked.words, asked.filter, kinds, asked.page)
        hits = site.kept.get(question, lambda: site.store.search(asked.words, asked.filter, kinds, asked.page * PAGE + 1))
    shown = [HitShown(hit, lit(hit.words[:500], asked.words)) for hit in hits[(asked.page - 1) * PAGE : asked.page * PAGE]]
    values = {
        "asked": asked, "hits": shown, "kind": chosen if kinds else "", "with_words": True, "found": found, "statements": None,
        "more": len(hits) > asked.page * PAGE, "facets": _facets(found), "total": found.total,
    }  # fmt: skip
    return site.page(request, "search.html", values)


def _statements(site: Site, request: Request, form: str, asked: Asked) -> Response:
    def rows(limit: int, offset: int) -> list[StatementRow]:
        return statement_rows(site.store, asked.filter, limit, offset)

    if form:
        return site.answer(request, form, "", Table("statements", rows(ALL, 0)), {})
    found = rows(PAGE + 1, (asked.page - 1) * PAGE)
    total = site.kept.get(("statements", asked.filter), lambda: statement_count(site.store, asked.filter))
    values = {
        "asked": asked, "hits": [], "kind": "", "with_words": True, "found": None, "statements": found[:PAGE], "more": len(found) > PAGE,
        "facets": [], "total": total,
    }  # fmt: skip
    return site.page(request, "search.html", values)


def _facets(found: Found) -> list[Facet]:
    made = [
        Facet("Outlet", "source", _most(found.outlets)),
        Facet("Date", "date", tuple(Count(month, number) for month, number in found.months.items() if month)[-SHOWN * 2 :]),
    ]
    return [facet for facet in made if facet.counts]


def _most(counted: Mapping[str, int]) -> tuple[Count, ...]:
    ordered = sorted(((name, number) for name, number in counted.items() if name), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(name, number) for name, number in ordered[:SHOWN])
