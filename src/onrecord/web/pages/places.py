"""The map: places of incidents, each as finely as it is known; what could not be placed stands beside it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store.views.places import incident_places
from onrecord.web.answers import Table
from onrecord.web.gathering import DATA_SECONDS, PAGE_SECONDS
from onrecord.web.pages.timeline import fitting
from onrecord.web.site import Site, asked_of

LISTED = 200
"""Places listed beside the map at most; the data have all."""


def map_(site: Site, request: Request, form: str) -> Response:
    """Places of incidents that fit, most incidents first."""
    asked = asked_of(request)
    seen = site.gathering.now(DATA_SECONDS if form else PAGE_SECONDS)
    incidents = fitting(site, seen, asked.filter)
    rows = site.kept.get(("places", seen.made_of, asked.filter), lambda: incident_places(incidents))
    if form:
        return site.answer(request, form, "", Table("places", rows), {})
    placed = [row for row in rows if row.latitude is not None]
    named = sum(row.incidents for row in rows)
    values = {
        "asked": asked, "seen": seen, "rows": placed[:LISTED], "placed": len(placed),
        "unplaced": [row for row in rows if row.latitude is None], "nowhere": len(incidents) - named,
    }  # fmt: skip
    return site.page(request, "map.html", values)
