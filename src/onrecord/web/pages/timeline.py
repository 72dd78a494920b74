"""Timeline: incidents, each as all its reports tell it, with days that are uncertain as ranges and the statements beneath."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger.claims import tallies
from onrecord.store.filters import Filter
from onrecord.store.views.cited import Cited, cited
from onrecord.store.views.facets import Facet, incident_facets, periods
from onrecord.store.views.gathered import Gathered, IncidentRow, fitting_incidents
from onrecord.store.views.statements import SaidOf, StatementRow, statements_of
from onrecord.store.views.telling import EventWords, event_words
from onrecord.web.answers import Table, json_answer
from onrecord.web.gathering import DATA_SECONDS, PAGE_SECONDS, Seen
from onrecord.web.pages.bands import drawn_claims
from onrecord.web.site import Site, asked_of

SHOWN = 50
"""Incidents of one page."""
DRAWN = 300
"""Incidents drawn one by one at most; more are drawn as a count a period."""


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident as a row of a table. `events` are those of its reports ("report/e3"), `said_by` speakers ("the report itself" for its
    own voice).
    """

    id: str
    first_day: str | None
    last_day: str | None
    day_precision: str
    plover: str
    cameo: str
    quad: int
    status: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    country: str | None
    place_precision: str
    latitude: float | None
    longitude: float | None
    independent: int
    reports: tuple[str, ...]
    events: tuple[str, ...]
    outlets: tuple[str, ...]
    said_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    tolls: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One incident as it is drawn: `precise` when its day is known, else it may have been on any day from `first` to `last`."""

    id: str
    act: str
    first: str
    last: str
    precise: bool
    conflict: bool
    told: str


@dataclass(frozen=True, slots=True)
class Bin:
    """Incidents of one period, where there are too many to draw each."""

    period: str
    conflict: int
    cooperation: int


@dataclass(frozen=True, slots=True)
class Said:
    """One statement beneath the incidents, on the day of its report."""

    day: str
    speaker: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What the timeline draws."""

    bars: tuple[Bar, ...]
    bins: tuple[Bin, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An incident of the page with the statements in which it is told."""

    row: IncidentRow
    said: tuple[SaidOf, ...]


def timeline(site: Site, request: Request, form: str) -> Response:
    """Incidents that fit, latest first."""
    asked = asked_of(request)
    seen = site.gathering.now(DATA_SECONDS if form else PAGE_SECONDS)
    rows = fitting(site, seen, asked.filter)
    if form:
        return site.answer(request, form, "", Table("incidents", IncidentLine, [_line(site, row) for row in rows]), {})
    page = rows[(asked.page - 1) * SHOWN : asked.page * SHOWN]
    values = {
        "asked": asked, "seen": seen, "total": len(rows), "more": len(rows) > asked.page * SHOWN,
        "facets": facets(site, seen, asked.filter),
        "shown": _with_statements(site, page), "picture_source": "/timeline/picture.json",
    }  # fmt: skip
    return site.page(request, "timeline.html", values)


def picture(site: Site, request: Request, form: str) -> Response:
    """What the timeline draws: each incident, or where there are too many a count a period."""
    asked = asked_of(request)
    seen = site.gathering.now(DATA_SECONDS)
    return json_answer(site.kept.get(("timeline", asked.filter), lambda: _picture(site, fitting(site, seen, asked.filter))))


def incident(site: Site, request: Request, form: str) -> Response:
    """One incident: its words in every report, who says it and who denies it, and the tolls claimed."""
    seen = site.gathering.now(DATA_SECONDS if form else PAGE_SECONDS * 10)
    row = _named(seen.rows, str(request.path_params["incident"]))
    words = event_words(site.store, [(part.report, event) for part in row.told for event in part.events])
    if form:
        return site.answer(request, form, "", Table(f"incident-{row.id}", EventWords, words), {})
    claims = [one.claim for one in seen.rows.claims if one.incident == row.id]
    values = {
        "row": row, "seen": seen, "words": words, "reports": _reports(site, row, words),
        "said": _with_statements(site, [row])[0].said,
        "tallies": tallies(claims, seen.rows.copies), "address": site.address(f"/incidents/{row.id}"),
    }  # fmt: skip
    return site.page(request, "incident.html", values)


def incident_claims(site: Site, request: Request, form: str) -> Response:
    """The claims of one incident's tolls, as bands."""
    seen = site.gathering.now(DATA_SECONDS)
    row = _named(seen.rows, str(request.path_params["incident"]))
    return json_answer(drawn_claims([[one.claim for one in seen.rows.claims if one.incident == row.id]], request.query_params.get("toll")))


def fitting(site: Site, seen: Seen, given: Filter) -> list[IncidentRow]:
    """The incidents that fit, kept until the rows are gathered anew."""
    return site.kept.get(("incidents", seen.made_of, given), lambda: fitting_incidents(seen.rows, given))


def facets(site: Site, seen: Seen, given: Filter) -> list[Facet]:
    """How many incidents each further choice would leave."""
    return site.kept.get(("facets", seen.made_of, given), lambda: incident_facets(fitting(site, seen, given), given))


def _named(rows: Gathered, name: str) -> IncidentRow:
    found = [one for one in rows.incidents if one.id.startswith(name)]
    if len(found) != 1:
        raise HTTPException(404)
    return found[0]


def _line(site: Site, one: IncidentRow) -> IncidentLine:
    return IncidentLine(
        one.id, one.first_day, one.last_day, one.day_precision, one.plover, one.cameo, one.quad, one.status, one.sources, one.targets,
        one.place, one.place_country, one.place_precision, one.latitude, one.longitude, one.independent,
        tuple(part.report for part in one.told), tuple(f"{part.report}/{event}" for part in one.told for event in part.events),
        one.outlets, tuple(name or "the report itself" for name in one.said_by), one.denied_by, one.tolls,
        site.address(f"/incidents/{one.id}"),
    )  # fmt: skip


def _with_statements(site: Site, rows: Sequence[IncidentRow]) -> list[Shown]:
    said = statements_of(site.store, [(part.report, event) for row in rows for part in row.told for event in part.events])
    found = []
    for row in rows:
        own = {(part.report, event) for part in row.told for event in part.events}
        once = {(one.document, one.said.statement): one for one in said if (one.document, one.event) in own}
        found.append(Shown(row, tuple(once.values())))
    return found


def _reports(site: Site, row: IncidentRow, words: Sequence[EventWords]) -> list[tuple[Cited, list[EventWords]]]:
    names = cited(site.store, [part.report for part in row.told])
    return [(names[part.report], [one for one in words if one.document == part.report]) for part in row.told if part.report in names]


def _picture(site: Site, rows: Sequence[IncidentRow]) -> Picture:
    dated = [row for row in rows if row.begins]
    if len(dated) > DRAWN:
        counts = periods((row.begins or "" for row in dated), 400)
        length = len(counts[0].value)
        fights = Counter((row.begins or "")[:length] for row in dated if row.quad >= 3)
        return Picture((), tuple(Bin(one.value, fights[one.value], one.number - fights[one.value]) for one in counts), ())
    bars = tuple(
        Bar(
            row.id, row.plover, row.begins or "", row.ends or "", row.day_precision == "day", row.quad >= 3,
            f"{', '.join(row.sources) or '?'} → {', '.join(row.targets) or '?'}{' · ' + row.place if row.place else ''}",
        )
        for row in dated
    )  # fmt: skip
    said = statements_of(site.store, [(part.report, event) for row in dated for part in row.told for event in part.events])
    once = {(one.document, one.said.statement): one.said for one in said if one.said.published}
    return Picture(bars, (), tuple(_said(one) for one in once.values()))


def _said(one: StatementRow) -> Said:
    return Said((one.published or "")[:10], one.speaker or "not named", one.words[:160], f"/reports/{one.document}#w{one.start}")
