"""Timeline, map and network: three looks at the same events, each with its table."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store.views.events import Count, Facet, dyads, event_counts, event_places, event_rows
from onrecord.web.answers import Table
from onrecord.web.filters import Asked
from onrecord.web.site import Site, asked_of, listing, page_of


def timeline(site: Site, request: Request, form: str) -> Response:
    """Events by day; those without a day of their own at the end."""
    asked = asked_of(request)
    facets = [] if form else [(title, name, _counts(site, asked, facet)) for title, name, facet in FACETS]
    return listing(site, request, form, "timeline.html", "events", event_rows, {"facets": facets})


FACETS: tuple[tuple[str, str, Facet], ...] = (("Act", "act", "plover"), ("Status", "status", "status"))


def _counts(site: Site, asked: Asked, facet: Facet) -> list[Count]:
    return site.kept.get(("counts", facet, asked.filter), lambda: event_counts(site.store, asked.filter, facet))


def map_(site: Site, request: Request, form: str) -> Response:
    """Places of events; what could not be placed is listed beside the map."""
    asked = asked_of(request)
    rows = site.kept.get(("places", asked.filter), lambda: event_places(site.store, asked.filter))
    unplaced = [row for row in rows if row.latitude is None]
    return site.answer(request, form, "map.html", Table("places", rows), {"asked": asked, "unplaced": unplaced, "with_words": False})


def network(site: Site, request: Request, form: str) -> Response:
    """Dyads: who acts towards whom, cooperation and conflict apart."""
    asked = asked_of(request)
    rows = site.kept.get(("dyads", asked.filter), lambda: dyads(site.store, asked.filter))
    shown, _ = page_of(rows, 1)
    return site.answer(request, form, "network.html", Table("dyads", rows if form else shown), {"asked": asked, "with_words": False})
