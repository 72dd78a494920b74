"""Tolls: every claim by itself, as bands over time; none is summed or averaged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger.claims import Claim, Tally, tallies
from onrecord.store.views.gathered import ClaimRow, Gathered, IncidentRow, fitting_claims
from onrecord.store.views.tolls import toll_rows
from onrecord.web.answers import json_answer
from onrecord.web.gathering import DATA_SECONDS, PAGE_SECONDS
from onrecord.web.pages.bands import Bands, drawn_claims
from onrecord.web.site import Site, asked_of, listing

CONTESTED = 20
"""Incidents with competing claims that the page lists at most."""


@dataclass(frozen=True, slots=True)
class Contest:
    """An incident on whose toll sources differ: what all their claims allow, and the claims that stand, a source once."""

    row: IncidentRow
    tally: Tally
    standing: tuple[Claim, ...]


def tolls(site: Site, request: Request, form: str) -> Response:
    """Claims that fit, latest report first; and the incidents on which sources differ."""
    asked = asked_of(request)
    if form:
        return listing(site, request, form, "tolls.html", "tolls", toll_rows)
    seen = site.gathering.now(PAGE_SECONDS)

    def contested() -> list[Contest]:
        return _contests(seen.rows, fitting_claims(seen.rows, asked.filter))

    contests = site.kept.get(("contests", seen.made_of, asked.filter), contested)
    values = {
        "seen": seen, "contests": contests[:CONTESTED], "running": request.query_params.get("running") == "yes",
        "picture_source": "/tolls/picture.json",
    }  # fmt: skip
    return listing(site, request, form, "tolls.html", "tolls", toll_rows, values)


def picture(site: Site, request: Request, form: str) -> Response:
    """The bands of the claims that fit, of one kind: that of the filter, else the one that is claimed most."""
    asked = asked_of(request)
    seen = site.gathering.now(DATA_SECONDS)
    running = request.query_params.get("running") == "yes"

    def drawn() -> Bands:
        groups: dict[str, list[Claim]] = {}
        for row in fitting_claims(seen.rows, asked.filter):
            if row.running or not running:
                groups.setdefault("running" if row.running else row.incident or row.claim.id, []).append(row.claim)
        return drawn_claims(list(groups.values()), asked.filter.toll)

    return json_answer(site.kept.get(("bands", seen.made_of, asked.filter, running), drawn))


def _contests(gathered: Gathered, rows: Iterable[ClaimRow]) -> list[Contest]:
    """Those whose claims contradict each other first, then by how many claims there are."""
    by_incident: dict[str, list[Claim]] = {}
    for row in rows:
        if row.incident:
            by_incident.setdefault(row.incident, []).append(row.claim)
    several = {name: claims for name, claims in by_incident.items() if len({claim.source for claim in claims}) > 1}
    rows_by_id = {one.id: one for one in gathered.incidents if one.id in several}
    found = [
        Contest(rows_by_id[name], tally, _standing(tally)) for name, claims in several.items() for tally in tallies(claims, gathered.copies)
    ]
    found = [one for one in found if len({(claim.low, claim.high) for claim in one.standing}) > 1]
    return sorted(found, key=lambda one: (not one.tally.disputed, -len(one.standing), one.row.id, one.tally.kind))


def _standing(tally: Tally) -> tuple[Claim, ...]:
    by_source = {claim.source: claim for claim in tally.claims if not (claim.superseded_by or claim.denied or claim.part)}
    return tuple(by_source.values())
