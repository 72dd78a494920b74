"""The app: every address, and what an error looks like."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from onrecord.errors import InputError, StoreError
from onrecord.store.connect import BUSY_SECONDS
from onrecord.web.options import WebOptions
from onrecord.web.pages import adding, events, home, importing, mediation, places, report, review, search, timeline, tolls
from onrecord.web.safety import Safety
from onrecord.web.site import Site, open_site

Page = Callable[[Site, Request, str], Response]
TABLES: tuple[tuple[str, Page], ...] = (
    ("/reports", home.reports),
    ("/search", search.search),
    ("/timeline", timeline.timeline),
    ("/events", events.events),
    ("/map", places.map_),
    ("/network", events.network),
    ("/tolls", tolls.tolls),
    ("/mediation", mediation.mediation),
    ("/acts", mediation.acts),
    ("/review/agreement", review.agreement),
    ("/review", review.review),
)
"""Pages that are the same as JSON and as CSV."""
PICTURES: tuple[tuple[str, Page], ...] = (
    ("/timeline/picture.json", timeline.picture),
    ("/tolls/picture.json", tolls.picture),
    ("/mediation/picture.json", mediation.picture),
    ("/incidents/{incident}/tolls.json", timeline.incident_claims),
)
"""What pictures are drawn from: no more than can be seen."""


HTTP_WORDS = {
    403: ("This form is stale", "It was made before the server started, or by another page: open the page again and send it anew."),
    404: ("Nothing here", "The address leads nowhere; the menu above does."),
}


def create_app(options: WebOptions, busy_seconds: float = BUSY_SECONDS) -> FastAPI:
    """The app over one store; `busy_seconds` is how long a change waits for another writer. Raises StoreError when it cannot be opened."""
    site = open_site(options, busy_seconds)
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.add_middleware(Safety, options=options)
    app.mount("/static", StaticFiles(directory=Path(str(files("onrecord.web") / "static"))), name="static")
    for path, page in TABLES:
        for form in ("json", "csv"):
            _add(app, site, f"{path}.{form}", page, form)
        _add(app, site, path, page, "")
    for path, page in PICTURES:
        _add(app, site, path, page, "json")
    _add(app, site, "/reports/{document}/add", adding.add, "")
    for path, page in (("/reports/{document}", report.report), ("/incidents/{incident}", timeline.incident)):
        for form in ("json", "csv"):
            _add(app, site, f"{path}.{form}", page, form)
        _add(app, site, path, page, "")
    _add(app, site, "/index.json", home.home, "json")
    _add(app, site, "/", home.home, "")
    _forms(app, site)
    _errors(app, site)
    return app


def _forms(app: FastAPI, site: Site) -> None:
    async def take(request: Request) -> Response:
        return await importing.take(site, request)

    async def stop(request: Request) -> Response:
        return await importing.stop(site, request)

    async def decide(request: Request) -> Response:
        return await review.decide(site, request)

    async def keep(request: Request) -> Response:
        return await adding.keep(site, request)

    app.add_api_route("/review", decide, methods=["POST"], response_model=None)
    app.add_api_route("/reports/{document}/add", keep, methods=["POST"], response_model=None)
    _add(app, site, "/import", importing.show, "")
    _add(app, site, "/import/{job}.json", importing.progress, "json")
    _add(app, site, "/import/{job}", importing.progress, "")
    app.add_api_route("/import", take, methods=["POST"], response_model=None)
    app.add_api_route("/import/{job}/stop", stop, methods=["POST"], response_model=None)


def _add(app: FastAPI, site: Site, path: str, page: Page, form: str) -> None:
    def answer(request: Request) -> Response:
        return page(site, request, form)

    app.add_api_route(path, answer, methods=["GET"], response_model=None)


def _errors(app: FastAPI, site: Site) -> None:
    def told(request: Request, heading: str, message: str, status: int) -> Response:
        return site.page(request, "message.html", {"heading": heading, "message": message}, status)

    def on_store(request: Request, error: Exception) -> Response:
        missing = "no report" in str(error)
        return told(request, "Not in the store" if missing else "The store cannot answer", str(error), 404 if missing else 503)

    def on_input(request: Request, error: Exception) -> Response:
        return told(request, "That cannot be asked", str(error), 400)

    def on_http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        heading, words = HTTP_WORDS.get(status, ("That did not work", "Go back and try again; nothing was changed."))
        return told(request, heading, words, status)

    def on_fault(request: Request, error: Exception) -> Response:
        return told(request, "A fault of ours", f"{type(error).__name__}: this should not happen; the server goes on.", 500)

    app.add_exception_handler(StoreError, on_store)
    app.add_exception_handler(InputError, on_input)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, on_fault)
