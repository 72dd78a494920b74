"""What every page needs: the store, the templates, and how an answer is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord.model.record import EventStatus, MediationActKind, PloverEvent, TollKind
from onrecord.store.connect import BUSY_SECONDS
from onrecord.store.filters import Filter
from onrecord.store.store import Store, open_store
from onrecord.store.views.facets import first_day, last_day
from onrecord.web.answers import Table, csv_answer, json_answer
from onrecord.web.filters import Asked, asked
from onrecord.web.gathering import Gathering
from onrecord.web.jobs import Jobs
from onrecord.web.kept import KeptAnswers
from onrecord.web.options import WebOptions, base_address
from onrecord.web.queue import Queue
from onrecord.web.safety import Keys, session_of

PAGES = (
    ("Reports", "/reports"),
    ("Search", "/search"),
    ("Timeline", "/timeline"),
    ("Map", "/map"),
    ("Network", "/network"),
    ("Tolls", "/tolls"),
    ("Mediation", "/mediation"),
    ("Review", "/review"),
    ("Import", "/import"),
)
ROWS = 100
"""Rows of one page of a table."""
ALL = 200_000
"""Rows of a download at most."""
Rows = Callable[[Store, Filter, int, int], Sequence[Any]]
"""Asks a view for rows that fit a filter: how many at most, and after how many."""


@dataclass(frozen=True, slots=True)
class Site:
    """One running server's parts. Pages take it and a request, and give a response."""

    options: WebOptions
    store: Store
    keys: Keys
    templates: Environment
    jobs: Jobs
    kept: KeptAnswers
    gathering: Gathering
    queue: Queue

    @property
    def store_name(self) -> str:
        return Path(str(self.options.store)).name if "://" not in str(self.options.store) else "database"

    def address(self, path: str) -> str:
        """A page's whole address, for a citation or a table that leaves this machine."""
        return f"{base_address(self.options)}{path}"

    def page(self, request: Request, template: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
        """A page from a template; text from reports is escaped by the template engine, always."""
        shown = {
            "pages": PAGES,
            "here": request.url.path,
            "store_name": self.store_name,
            "page_address": self.address(request.url.path + (f"?{request.url.query}" if request.url.query else "")),
            "csrf": self.keys.csrf(session_of(request.headers) or ""),
            "acts": get_args(PloverEvent),
            "statuses": get_args(EventStatus),
            "tolls": get_args(TollKind),
            "mediation_acts": get_args(MediationActKind),
            "with_words": False,
            **values,
        }
        return HTMLResponse(self.templates.get_template(template).render(shown), status)

    def answer(self, request: Request, form: str, template: str, table: Table, values: Mapping[str, object]) -> Response:
        """The same rows as a page, as JSON or as CSV; `form` is "", "json" or "csv"."""
        if form == "json":
            return json_answer(table.rows)
        if form == "csv":
            return csv_answer(table)
        return self.page(request, template, {"rows": table.rows, **values})


def asked_of(request: Request) -> Asked:
    """What a request's address asks for."""
    return asked(list(request.query_params.multi_items()))


def listing(
    site: Site, request: Request, form: str, template: str, name: str, of: type, ask: Rows, values: Mapping[str, object] | None = None
) -> Response:
    """A table that the filter narrows: one page of it, or every row as JSON or CSV. `name` is that of the file."""
    given = asked_of(request)
    if form:
        return site.answer(request, form, template, Table(name, of, ask(site.store, given.filter, ALL, 0)), {})
    rows = ask(site.store, given.filter, ROWS + 1, (given.page - 1) * ROWS)
    shown = {"asked": given, "more": len(rows) > ROWS, "with_words": False, **(values or {})}
    return site.answer(request, form, template, Table(name, of, rows[:ROWS]), shown)


def open_site(options: WebOptions, busy_seconds: float = BUSY_SECONDS) -> Site:
    """Opens the store. Raises StoreError when it is locked, missing or of a newer schema."""
    templates = Environment(
        loader=PackageLoader("onrecord.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    store = open_store(options.store, create=True, busy_seconds=busy_seconds)
    templates.filters["thousands"] = thousands
    templates.filters["named_first"] = named_first
    templates.globals.update(first_day=first_day, last_day=last_day)
    return Site(options, store, Keys(), templates, Jobs(store), KeptAnswers(options.store), Gathering(store), Queue(store))


def thousands(number: int | None) -> str:
    """A count as people write it; nothing for no number."""
    return "" if number is None else f"{number:,}"


def named_first(names: Sequence[str]) -> list[str]:
    """Names before descriptions ("nine people", "20 people"), each kind in the order given: most often named first."""
    return sorted(names, key=lambda name: not name[:1].isupper())


def page_of(rows: Sequence[object], number: int) -> tuple[Sequence[object], bool]:
    """The rows of one page (from 1), and whether there are more."""
    return rows[(number - 1) * ROWS : number * ROWS], len(rows) > number * ROWS
