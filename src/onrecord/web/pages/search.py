"""Full text over statements, events and reports, with the filter in the address."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store import HitKind
from onrecord.web.answers import Table
from onrecord.web.site import ROWS, Site, asked_of

KINDS: tuple[HitKind, ...] = ("statement", "event", "report")


def search(site: Site, request: Request, form: str) -> Response:
    """Passages that hold all the words asked for."""
    asked = asked_of(request)
    chosen = request.query_params.get("kind", "")
    kinds = tuple(kind for kind in KINDS if kind == chosen)
    hits = site.store.search(asked.words, asked.filter, kinds, ROWS) if asked.words else []
    values = {"asked": asked, "hits": hits, "kind": chosen if kinds else "", "with_words": True}
    return site.answer(request, form, "search.html", Table("search", hits), values)
