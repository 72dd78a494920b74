"""Tolls over time: who says how many, and what all the claims allow. Nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.ledger.words import sound, tokens
from onrecord.model.record import Record, Toll
from onrecord.model.span import Span

ANYONE = frozenset(("", "people", "person", "persons", "others"))
"""Words for whom a figure counts that say no more than that they are people."""
Scope = Literal["incident", "running"]


class Claim(msgspec.Struct, frozen=True):
    """One figure from one report. `source` is who claims it: the speaker, else the outlet, else the report.

    `said` is the day it was said (the report's), `as_of` the last day that it counts up to, `since` the first. `superseded_by` is the id
    of the claim by the same source that took its place; `of` whom or what the figure counts. `id` is the report's and the toll's.
    """

    id: str
    report: str
    source: str
    kind: str
    low: int | None
    high: int | None
    said: str | None
    since: str | None
    as_of: str | None
    of: str | None
    evidence: Span
    words: str
    part: bool
    denied: bool
    superseded_by: str | None = None


class Tally(msgspec.Struct, frozen=True):
    """What the claims of one kind that stand allow together: `low` to `high` lie within every claim; when `disputed`, no number does.

    `least` and `most` are the lowest and the highest bound that any standing claim gives; None where none gives one.
    """

    kind: str
    low: int | None
    high: int | None
    disputed: bool
    least: int | None
    most: int | None
    claims: tuple[Claim, ...]


def claims_of(record: Record, scope: Scope | None = None) -> list[Claim]:
    """A record's tolls as claims: of its incidents, its running totals (cumulative and of no one event), or all."""
    return [
        _claim(record, toll) for toll in record.tolls if scope is None or (toll.cumulative and toll.event is None) == (scope == "running")
    ]


def _claim(record: Record, toll: Toll) -> Claim:
    names = {actor.id: actor.name for actor in record.actors}
    speaker = next((x.speaker for x in record.statements if x.id == toll.statement), None)
    d = record.document
    said = d.published[:10] if d.published else None
    return Claim(
        id=f"{d.id}/{toll.id}",
        report=d.id,
        source=names.get(speaker or "") or d.outlet or d.key,
        kind=toll.kind,
        low=toll.low,
        high=toll.high,
        said=said,
        since=toll.begin if toll.cumulative else None,
        as_of=(toll.end if toll.cumulative else None) or said,
        of=toll.of,
        evidence=toll.span,
        words=record.words(toll.span),
        part=toll.part_of is not None,
        denied=toll.status == "denied",
    )


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by day said, marked where the same source has a later one of the same kind and of the same people.

    The same figure of one day told by two reports is one claim twice, and neither gives way. A source's later figure takes the place of
    its earlier one, also when it is lower: sources correct themselves. Of one day, the claim that counts up to the later day stands,
    then the one with the higher low.
    """
    ordered = sorted(set(claims), key=lambda x: (x.said or "", x.as_of or "", x.low or 0, x.id))
    sources = _same_sources({claim.source for claim in ordered})
    latest: dict[tuple[str, str, str], Claim] = {}
    for claim in ordered:
        if not claim.part and not claim.denied:
            latest[_line(claim, sources)] = claim
    marked = []
    for claim in ordered:
        last = latest.get(_line(claim, sources))
        other = last is not None and (last.said, last.low, last.high) != (claim.said, claim.low, claim.high)
        gone = last is not None and other and not claim.part and not claim.denied
        marked.append(msgspec.structs.replace(claim, superseded_by=last.id if last is not None and gone else None))
    return marked


def _line(claim: Claim, sources: Mapping[str, str]) -> tuple[str, str, str]:
    """What makes two claims one line of a source's count: the source, the kind, and of whom."""
    whom = (claim.of or "").lower()
    return sources[claim.source], claim.kind, "" if whom in ANYONE else whom


def _same_sources(names: Iterable[str]) -> dict[str, str]:
    """Each source's name with the fullest name whose words hold all of its own: "the health ministry" is "the Sudanese health ministry"
    where no other ministry of health is among them.
    """
    words = {name: frozenset(sound(token.form) for token in tokens(name) if token.form.lower() != "the") for name in names}
    out = {}
    for name, own in words.items():
        fuller = [other for other, all_words in words.items() if own and own < all_words]
        longest = [other for other in fuller if all(words[third] <= words[other] for third in fuller)]
        alike = [other for other, all_words in words.items() if all_words == words[longest[0] if longest else name]]
        out[name] = min(alike, default=name)
    return out


def tallies(claims: Iterable[Claim], groups: Mapping[str, str] | None = None) -> list[Tally]:
    """One tally a kind, in order of kind. Copies of one text (`groups`) count once; parts and denials are listed but do not bound."""
    ordered = in_order(_once(claims, groups or {}))
    return [_tally(kind, [claim for claim in ordered if claim.kind == kind]) for kind in sorted({claim.kind for claim in ordered})]


def _once(claims: Iterable[Claim], groups: Mapping[str, str]) -> list[Claim]:
    """Of copies, the one whose report has the smallest id speaks."""
    kept: dict[tuple[str, str, int | None, int | None, str], Claim] = {}
    for claim in sorted(claims, key=lambda x: x.id):
        kept.setdefault((groups.get(claim.report, claim.report), claim.kind, claim.low, claim.high, claim.words), claim)
    return list(kept.values())


def _tally(kind: str, claims: Sequence[Claim]) -> Tally:
    standing = [claim for claim in claims if claim.superseded_by is None and not claim.part and not claim.denied]
    lows = [claim.low for claim in standing if claim.low is not None]
    # "four soldiers were killed" says nothing against a hundred civilians: a figure of some bounds the whole from below only
    of_all = [claim for claim in standing if (claim.of or "").lower() in ANYONE] or standing
    highs = [claim.high for claim in of_all if claim.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    disputed = low is not None and high is not None and low > high
    return Tally(
        kind=kind,
        low=None if disputed else low,
        high=None if disputed else high,
        disputed=disputed,
        least=min(lows, default=None),
        most=None if any(claim.high is None for claim in of_all) else max(highs, default=None),
        claims=tuple(claims),
    )
