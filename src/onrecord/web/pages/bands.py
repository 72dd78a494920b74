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


def drawn_claims(groups: Sequence[Sequence[Claim]], kind: str | None) -> Bands:
    """Bands of the kind asked for, else of the kind that is claimed most often.

    A group holds the claims on one thing, an incident or a running total: only within it does a source's later claim take the place of an
    earlier one, and only for a single group is there a bound that all its claims allow.
    """
    usable = [[claim for claim in group if _drawable(claim)] for group in groups]
    kinds = Counter(claim.kind for group in usable for claim in group)
    chosen = kind if kind in kinds else max(sorted(kinds), key=lambda name: kinds[name], default=None)
    own = [found for group in usable if (found := [claim for claim in group if claim.kind == chosen])]
    end = max((_day(claim) for claim in own[0]), default="") if len(own) == 1 else ""
    bands = sorted((band for group in own for band in _bands(group, end)), key=lambda band: (band.day, band.href))[-DRAWN:]
    tally = tallies(own[0])[0] if len(own) == 1 else None
    return Bands(
        chosen,
        dict(kinds.most_common()),
        tuple(bands),
        tally.low if tally else None,
        tally.high if tally else None,
        bool(tally and tally.disputed),
    )


def _drawable(claim: Claim) -> bool:
    return bool(_day(claim)) and (claim.low is not None or claim.high is not None) and not claim.denied


def _bands(group: Sequence[Claim], end: str) -> list[Band]:
    """The last claim of each source holds to the `end` of the picture where there is one, else for its own day."""
    days = {claim.id: _day(claim) for claim in group}
    return [
        Band(
            claim.source, days[claim.id], max(days.get(claim.superseded_by or "") or _after(end), _after(days[claim.id])), claim.low,
            claim.high, claim.words, claim.of, claim.superseded_by is None, f"/reports/{claim.report}#w{claim.evidence[0]}",
        )
        for claim in in_order(group)
    ]  # fmt: skip


def _day(claim: Claim) -> str:
    return claim.said or claim.as_of or ""


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat() if day else day
