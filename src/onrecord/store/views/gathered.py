"""What the ledger makes of a whole store, in rows that pages can filter and count without opening a report again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from onrecord.ledger.claims import Claim
from onrecord.ledger.mediation import Initiative
from onrecord.store.filters import Filter


class Party(msgspec.Struct, frozen=True):
    """Someone's part in an incident or an initiative: source, target, mediator or party."""

    name: str
    role: str
    country: str | None
    code: str | None


class Told(msgspec.Struct, frozen=True):
    """A report that tells an incident, and which of its events do."""

    report: str
    events: tuple[str, ...]


class IncidentRow(msgspec.Struct, frozen=True):
    """One act as all its reports tell it (`ledger.incidents.Incident`), with what it is filtered and counted by.

    `said_by` holds the speakers, "" for a report's own voice. `tolls` are the kinds of toll that its reports tie to it, `outlets` those of
    its reports (an address where no outlet is named). `day_precision` is day, days, report (only the reports' dates are known) or unknown.
    """

    id: str
    plover: str
    cameo: str
    quad: int
    status: str
    first_day: str | None
    last_day: str | None
    day_precision: str
    place: str | None
    place_country: str | None
    place_precision: str
    latitude: float | None
    longitude: float | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    said_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    independent: int
    outlets: tuple[str, ...]
    tolls: tuple[str, ...]
    parties: tuple[Party, ...]
    told: tuple[Told, ...]

    @property
    def begins(self) -> str | None:
        return self.first_day or self.last_day

    @property
    def ends(self) -> str | None:
        return self.last_day or self.first_day


class InitiativeRow(msgspec.Struct, frozen=True):
    """A mediation with what it is filtered by."""

    initiative: Initiative
    parties: tuple[Party, ...]
    outlets: tuple[str, ...]


class ClaimRow(msgspec.Struct, frozen=True):
    """A toll claim; `incident` is the one that its report ties it to, `running` tells a total ("since October") of no one event."""

    claim: Claim
    incident: str | None
    running: bool
    outlet: str | None
    people: tuple[Party, ...]


class Gathered(msgspec.Struct, frozen=True):
    """All that the ledger says of a store: incidents and initiatives latest first, every claim, and which reports are copies of which."""

    incidents: tuple[IncidentRow, ...] = ()
    initiatives: tuple[InitiativeRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    copies: Mapping[str, str] = {}


def fitting_incidents(gathered: Gathered, given: Filter) -> list[IncidentRow]:
    """The incidents that fit: the same words mean the same as for events (`store.filters`). An incident without a day fits no day."""
    asked: list[Callable[[IncidentRow], bool]] = []
    if given.actor or given.country or given.role:
        asked.append(lambda one: any(_party_fits(party, given) for party in one.parties))
    if given.place:
        place, country = given.place.casefold(), given.place.upper()
        asked.append(lambda one: place in (one.place or "").casefold() or one.place_country == country)
    if given.act:
        act = given.act.upper()
        asked.append((lambda one: one.cameo.startswith(act)) if act.isdigit() else (lambda one: one.plover == act))
    if given.status:
        asked.append(lambda one: one.status == given.status)
    if given.first:
        first = given.first
        asked.append(lambda one: (one.ends or "") >= first)
    if given.last:
        last = given.last
        asked.append(lambda one: (one.begins or "9999") <= last)
    if given.toll:
        asked.append(lambda one: given.toll in one.tolls)
    if given.source:
        source = given.source.casefold()
        asked.append(lambda one: any(source in outlet.casefold() for outlet in one.outlets))
    if given.said_by:
        speaker = given.said_by.casefold()
        asked.append(lambda one: any(speaker in name.casefold() for name in one.said_by))
    if given.said_about:
        about = given.said_about.casefold()
        asked.append(lambda one: any(one.said_by) and any(about in party.name.casefold() for party in one.parties))
    found = list(gathered.incidents)
    for fits in asked:
        found = [one for one in found if fits(one)]
    return found


def fitting_initiatives(gathered: Gathered, given: Filter) -> list[InitiativeRow]:
    """The initiatives of which a party, a place, an act or a day fits."""
    return [one for one in gathered.initiatives if _initiative_fits(one, given)]


def fitting_claims(gathered: Gathered, given: Filter, incidents: frozenset[str] | None = None) -> list[ClaimRow]:
    """The claims that fit: `actor` is a victim, a perpetrator or who claims it. With `incidents`, only those of these."""
    return [one for one in gathered.claims if (incidents is None or one.incident in incidents) and _claim_fits(one, given)]


def _party_fits(party: Party, given: Filter) -> bool:
    if given.role and party.role != given.role:
        return False
    if given.country and party.country != given.country.upper():
        return False
    if not given.actor:
        return True
    words = given.actor.upper()
    return given.actor.casefold() in party.name.casefold() or party.country == words or (party.code or "").startswith(words)


def _initiative_fits(row: InitiativeRow, given: Filter) -> bool:
    one = row.initiative
    who = given.actor or given.country or given.role
    place, source = (given.place or "").casefold(), (given.source or "").casefold()
    return all(
        (
            not who or any(_party_fits(party, given) for party in row.parties),
            not given.place or any(place in (s.place or "").casefold() or s.country == given.place.upper() for s in one.steps),
            not given.act or any(step.act == given.act.lower() for step in one.steps),
            not given.status or any(step.status == given.status for step in one.steps),
            not given.first or (one.last_day or "") >= given.first,
            not given.last or (one.first_day or "9999") <= given.last,
            not source or any(source in outlet.casefold() for outlet in row.outlets),
        )
    )


def _claim_fits(row: ClaimRow, given: Filter) -> bool:
    one = row.claim
    who = given.actor or given.country or given.role
    claimant = not (given.country or given.role) and (given.actor or "").casefold() in one.source.casefold()
    return all(
        (
            not who or claimant or any(_party_fits(party, given) for party in row.people),
            not given.toll or one.kind == given.toll,
            not given.first or (one.as_of or one.said or "") >= given.first,
            not given.last or (one.said or one.as_of or "9999") <= given.last,
            not given.source or given.source.casefold() in (row.outlet or "").casefold(),
            not given.said_by or given.said_by.casefold() in one.source.casefold(),
        )
    )
