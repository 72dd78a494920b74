"""Tolls and mediation: every claim and every act by itself, with its words."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store.views.mediation import act_rows
from onrecord.store.views.tolls import toll_rows
from onrecord.web.answers import Table
from onrecord.web.site import ROWS, Site, asked_of

ALL = 200_000


def tolls(site: Site, request: Request, form: str) -> Response:
    """Competing claims, none summed or averaged."""
    asked = asked_of(request)
    if form:
        return site.answer(request, form, "tolls.html", Table("tolls", toll_rows(site.store, asked.filter, ALL)), {})
    rows = toll_rows(site.store, asked.filter, ROWS + 1, (asked.page - 1) * ROWS)
    return site.answer(
        request, form, "tolls.html", Table("tolls", rows[:ROWS]), {"asked": asked, "more": len(rows) > ROWS, "with_words": False}
    )


def mediation(site: Site, request: Request, form: str) -> Response:
    """Offers, talks, deals and their breaking, latest report first."""
    asked = asked_of(request)
    if form:
        return site.answer(request, form, "mediation.html", Table("mediation", act_rows(site.store, asked.filter, ALL)), {})
    rows = act_rows(site.store, asked.filter, ROWS + 1, (asked.page - 1) * ROWS)
    return site.answer(
        request, form, "mediation.html", Table("mediation", rows[:ROWS]), {"asked": asked, "more": len(rows) > ROWS, "with_words": False}
    )
