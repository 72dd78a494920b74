"""Events by themselves, and the network of who acts towards whom."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store.filters import Filter
from onrecord.store.views.events import Count, dyads, event_days, event_rows
from onrecord.store.views.facets import first_day, last_day, periods
from onrecord.web.answers import Table
from onrecord.web.site import Site, asked_of, listing, page_of


def events(site: Site, request: Request, form: str) -> Response:
    """Every event of every report by itself, latest day first."""
    return listing(site, request, form, "events.html", "events", event_rows)


def network(site: Site, request: Request, form: str) -> Response:
    """Dyads: who acts towards whom, cooperation and conflict apart; and the periods by which they can be stepped through."""
    asked = asked_of(request)
    rows = site.kept.get(("dyads", asked.filter), lambda: dyads(site.store, asked.filter))
    if form:
        return site.answer(request, form, "network.html", Table("dyads", rows), {})
    shown, _ = page_of(rows, 1)
    steps = [
        {"name": x.value, "events": x.number, "from": first_day(x.value), "to": last_day(x.value)} for x in _periods(site, asked.filter)
    ]
    return site.page(request, "network.html", {"asked": asked, "rows": shown, "periods": steps, "with_words": False})


def _periods(site: Site, given: Filter) -> list[Count]:
    """The periods of all events that fit but for their days, so that a step leads to any other."""
    always = replace(given, first=None, last=None)
    return site.kept.get(("periods", always), lambda: periods(event_days(site.store, always)))
