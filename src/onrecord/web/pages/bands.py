"""Toll claims as bands over time: each from the day it was said until its source says otherwise, from its least to its most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.ledger.claims import Claim, in_order, tallies

DRAWN = 400
"""Claims drawn at most, the latest."""


@dataclass(frozen=True, slots=True)
class Band:
    """One claim. `low` or `high` is None where the words leave it open; `until` is the first day on which it holds no more."""

    source: str
    day: str
    until: str
    low: int | None
    high: int | None
    words: str
    of: str | None
    standing: bool
    href: str


@dataclass(frozen=True, slots=True)
class Bands:
    """The claims of one kind, with what all that stand allow together; `kinds` counts what could be drawn instead."""

    kind: str | None
    kinds: dict[str, int]
    bands: tuple[Band, ...]
    low: int | None
    high: int | None
    disputed: bool


def drawn_claims(claims: Sequence[Claim], kind: str | None) -> Bands:
    """Bands of the kind asked for, else of the kind that is claimed most often."""
    usable = [
        claim for claim in claims if (claim.said or claim.as_of) and (claim.low is not None or claim.high is not None) and not claim.denied
    ]
    kinds = Counter(claim.kind for claim in usable)
    chosen = kind if kind in kinds else max(sorted(kinds), key=lambda name: kinds[name], default=None)
    own = [claim for claim in usable if claim.kind == chosen]
    ordered = in_order(own)[-DRAWN:]
    days = {claim.id: _day(claim) for claim in ordered}
    end = _after(max(days.values(), default=""))
    bands = tuple(
        Band(
            claim.source, days[claim.id], max(days.get(claim.superseded_by or "", end), _after(days[claim.id])), claim.low, claim.high,
            claim.words, claim.of, claim.superseded_by is None, f"/reports/{claim.report}#w{claim.evidence[0]}",
        )
        for claim in ordered
    )  # fmt: skip
    tally = next(iter(tallies(own)), None)
    return Bands(
        chosen,
        dict(kinds.most_common()),
        bands,
        tally.low if tally else None,
        tally.high if tally else None,
        bool(tally and tally.disputed),
    )


def _day(claim: Claim) -> str:
    return claim.said or claim.as_of or ""


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat() if day else day
