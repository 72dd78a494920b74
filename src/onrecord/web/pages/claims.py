"""Tolls and mediation: every claim and every act by itself, with its words."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord.store.views.mediation import act_rows
from onrecord.store.views.tolls import toll_rows
from onrecord.web.site import Site, listing


def tolls(site: Site, request: Request, form: str) -> Response:
    """Competing claims, none summed or averaged."""
    return listing(site, request, form, "tolls.html", "tolls", toll_rows)


def mediation(site: Site, request: Request, form: str) -> Response:
    """Offers, talks, deals and their breaking, latest report first."""
    return listing(site, request, form, "mediation.html", "mediation", act_rows)
