"""Mediation in the columns that others use: MEND's rows of third parties, and the concepts of the ETH/PRIO ceasefire dataset.

Columns take the names of their codebooks where ours say the same thing; what no report says is null. MEND (PeaceRep): one row a third
party a mediation event. ETH/PRIO (Clayton, Nygård, Rustad and Strand 2022): one row a ceasefire.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.ledger.mediation import Initiative


class MendRow(msgspec.Struct, frozen=True):
    """One third party in one step of an initiative."""

    event_id: str
    date: str | None
    third_party: str
    mediator: str | None
    local_parties: tuple[str, ...]
    mechanism: str
    subject: str
    location: str | None
    location_country: str | None
    status: str
    sources: tuple[str, ...]
    evidence: tuple[str, ...]


class CeasefireRow(msgspec.Struct, frozen=True):
    """One truce. `type` is by the number of parties that declared it, `timing` definite when a length was stated, `mediated` whether a
    third party had a hand in it; `end_reason` is violation, expiry or collapse.
    """

    cf_id: str
    cf_dec: str | None
    cf_effect: str | None
    side: tuple[str, ...]
    type: Literal["unilateral", "bilateral", "multilateral", "unknown"]
    timing: Literal["definite", "indefinite"]
    planned_end: str | None
    mediated: bool
    mediator: tuple[str, ...]
    in_force: bool
    ended: str | None
    end_reason: str | None
    violations: int
    terms: tuple[str, ...]
    sources: tuple[str, ...]


def mend_rows(one: Initiative) -> list[MendRow]:
    """A row a third party a step; a step without one has no row, as in MEND, nor has what the parties answer to it."""
    return [
        MendRow(
            event_id=f"{one.id}-{number}", date=step.day, third_party=party,
            mediator=next((name for name in step.by if name in one.mediators), None),
            local_parties=step.parties or one.parties, mechanism=step.act, subject=step.subject, location=step.place,
            location_country=step.country, status=step.status,
            sources=tuple(source.report for source in step.sources), evidence=tuple(source.words for source in step.sources),
        )
        for number, step in enumerate(one.steps, 1)
        if step.act not in ("accept", "reject")
        for party in step.by
        if party not in one.mediators or party in one.third_parties
    ]  # fmt: skip


def ceasefire_rows(one: Initiative) -> list[CeasefireRow]:
    """A row for each truce that an initiative led to, whatever else it was about: from each step that agreed one to what ended it."""
    rows = []
    in_force = False
    for n, step in enumerate(one.steps):
        begins = step.moved and step.state == "agreed" and step.subject == "ceasefire" and not in_force
        in_force = begins or (in_force and step.state == "agreed")
        if not begins:
            continue
        after = one.steps[n + 1 :]
        end = next((s for s in after if s.moved and s.state in ("collapsed", "suspended")), None)
        violated = [s for s in after if s.moved and s.state == "violated"]
        expired = one.state == "expired"
        by = tuple(dict.fromkeys((*one.third_parties, *one.mediators)))
        rows.append(
            CeasefireRow(
                cf_id=f"{one.id}-{n + 1}", cf_dec=step.day, cf_effect=step.day, side=one.parties, type=_type(len(one.parties)),
                timing="definite" if one.until else "indefinite", planned_end=one.until, mediated=bool(by), mediator=by,
                in_force=end is None and not expired and not violated, ended=end.day if end else one.until if expired else None,
                end_reason=end.state if end else "expired" if expired else "violated" if violated else None,
                violations=len(violated), terms=one.terms, sources=tuple(source.report for source in step.sources),
            )
        )  # fmt: skip
    return rows


def _type(parties: int) -> Literal["unilateral", "bilateral", "multilateral", "unknown"]:
    return "unknown" if not parties else "unilateral" if parties == 1 else "bilateral" if parties == 2 else "multilateral"
