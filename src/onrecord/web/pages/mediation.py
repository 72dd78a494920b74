"""Mediation: one row an initiative, its steps along time, its terms side by side; and every act by itself."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger.mediation import Initiative, Step
from onrecord.store.views.cited import Cited, cited
from onrecord.store.views.gathered import InitiativeRow, fitting_initiatives
from onrecord.store.views.mediation import act_rows
from onrecord.web.answers import Table, json_answer
from onrecord.web.gathering import DATA_SECONDS, PAGE_SECONDS, Seen
from onrecord.web.site import Site, asked_of, listing

SHOWN = 20
"""Initiatives of one page."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of an initiative as one report tells it. `stands` is where the initiative stands now, `state` where it stood after it."""

    initiative: str
    subject: str
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    between: tuple[str, ...]
    stands: str
    until: str | None
    step: int
    day: str | None
    act: str
    by: tuple[str, ...]
    parties: tuple[str, ...]
    status: str
    moved: bool
    state: str | None
    terms: tuple[str, ...]
    place: str | None
    report: str
    words: str
    start: int
    end: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """One step as it is drawn."""

    row: str
    initiative: str
    day: str
    act: str
    state: str
    moved: bool
    told: str
    href: str


def mediation(site: Site, request: Request, form: str) -> Response:
    """Initiatives that fit, the latest step first."""
    asked = asked_of(request)
    seen = site.gathering.now(DATA_SECONDS if form else PAGE_SECONDS)
    rows = site.kept.get(("initiatives", seen.made_of, asked.filter), lambda: fitting_initiatives(seen.rows, asked.filter))
    if form:
        return site.answer(request, form, "", Table("mediation", _lines(site, rows)), {})
    page = rows[(asked.page - 1) * SHOWN : asked.page * SHOWN]
    values = {
        "asked": asked, "seen": seen, "total": len(rows), "more": len(rows) > asked.page * SHOWN, "rows": [row.initiative for row in page],
        "reports": _reports(site, page),
        "terms": {row.initiative.id: _terms(row.initiative) for row in page},
        "picture_source": "/mediation/picture.json", "with_words": False,
    }  # fmt: skip
    return site.page(request, "mediation.html", values)


def acts(site: Site, request: Request, form: str) -> Response:
    """Offers, talks, deals and their breaking, each by itself, latest report first."""
    return listing(site, request, form, "acts.html", "acts", act_rows)


def picture(site: Site, request: Request, form: str) -> Response:
    """The steps of the initiatives on one page of the answer."""
    asked = asked_of(request)
    seen: Seen = site.gathering.now(DATA_SECONDS)
    rows = fitting_initiatives(seen.rows, asked.filter)[(asked.page - 1) * SHOWN : asked.page * SHOWN]
    return json_answer([point for row in rows for point in _points(row.initiative)])


def title(one: Initiative) -> str:
    """An initiative in a few words: by whom, between whom."""
    by = ", ".join(dict.fromkeys((*one.third_parties, *one.mediators))) or "no third party named"
    return f"{by}: {' and '.join(one.parties) or 'parties not named'}"


def _terms(one: Initiative) -> list[Step]:
    """The steps that bring terms which no step before them has, to be set side by side."""
    known: set[str] = set()
    found = []
    for step in one.steps:
        if not known.issuperset(step.terms):
            found.append(step)
            known.update(step.terms)
    return found


def _points(one: Initiative) -> list[Point]:
    return [
        Point(
            title(one), one.id, step.day, step.act, step.state or "mentioned", step.moved,
            f"{step.act} by {', '.join(step.by or step.parties) or '?'} ({step.status})",
            f"/reports/{step.sources[0].report}#w{step.sources[0].evidence[0]}",
        )
        for step in one.steps
        if step.day
    ]  # fmt: skip


def _reports(site: Site, rows: list[InitiativeRow]) -> dict[str, Cited]:
    return cited(site.store, [source.report for row in rows for step in row.initiative.steps for source in step.sources])


def _lines(site: Site, rows: list[InitiativeRow]) -> list[StepLine]:
    reports = _reports(site, rows)
    return [
        StepLine(
            one.id, one.subject, one.third_parties, one.mediators, one.parties, one.state, one.until,
            number, step.day, step.act, step.by, step.parties, step.status, step.moved, step.state,
            step.terms, step.place, source.report, source.words, source.evidence[0], source.evidence[1],
            reports[source.report].title, reports[source.report].outlet, reports[source.report].published, reports[source.report].url,
        )
        for row in rows
        for one in [row.initiative]
        for number, step in enumerate(one.steps, 1)
        for source in step.sources
    ]  # fmt: skip
