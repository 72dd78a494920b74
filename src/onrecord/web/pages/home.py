"""The first page: what the store holds, or what to do when it holds nothing."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store import ReportRow
from onrecord.store.views.totals import totals
from onrecord.web.answers import Table, json_answer
from onrecord.web.site import ROWS, Site, asked_of, page_of


def home(site: Site, request: Request, form: str) -> Response:
    """Counts and the latest reports."""
    found = totals(site.store)
    if form == "json":
        return json_answer(found)
    counted = [
        ("Reports", found.reports, "/reports"),
        ("Statements", found.statements, "/search"),
        ("Events", found.events, "/timeline"),
        ("Tolls", found.tolls, "/tolls"),
        ("Mediation acts", found.mediation, "/mediation"),
    ]
    latest = list(islice(site.store.reports(), 10)) if found.reports else []
    return site.page(request, "home.html", {"counts": found, "counted": counted, "reports": latest})


def reports(site: Site, request: Request, form: str) -> Response:
    """Every report that fits the filter, latest first."""
    asked = asked_of(request)
    wanted = None if form else asked.page * ROWS + 1
    rows = list(islice(site.store.reports(asked.filter), wanted))
    shown, more = (rows, False) if form else page_of(rows, asked.page)
    values = {"asked": asked, "reports": shown, "more": more, "with_words": False}
    return site.answer(request, form, "reports.html", Table("reports", ReportRow, shown), values)
