"""Which place each toponym means: by the ranker, in two rounds, so that each name hears what the others settled on."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from onrecord.codes.places import Known
from onrecord.model.record import Place, PlaceKind
from onrecord.reading.places.company import Company
from onrecord.reading.places.groups import Group, group_toponyms, home_words, next_round
from onrecord.reading.places.hints import hints_of, lies_in
from onrecord.reading.places.ranker import weights
from onrecord.reading.places.toponym import Sort, Toponym
from onrecord.reading.stage import Reading

ROUNDS = 2
SURE = 0.3
"""The least probability at which a place is given; its country alone is given at twice that, where the places it may be share one."""

LEFT = 0.2
"""What namesakes must leave of the probability for another place to be meant rather than one that the gazetteer lacks."""

_KIND: dict[Sort, PlaceKind] = {"division": "region", "settlement": "city", "site": "site", "water": "water"}


def resolve(reading: Reading, toponyms: list[Toponym], parties: Collection[int]) -> tuple[Place, ...]:
    """Every toponym as a place of the record, in the same order; country and coordinates are None where no candidate is known or likely.

    `parties`: the first words of toponyms that are parties to acts, and say nothing of where the report's other places are.
    """
    w = weights()
    groups = group_toponyms(toponyms, hints_of(reading.parse, toponyms), w)
    people = home_words(reading.parse)
    for _ in range(ROUNDS):
        next_round(groups, people, w)
    meant = [(group, country) for group in groups if (country := _country(_best(group, group.share))) is not None]
    company = Company(((topo, country) for group, country in meant for topo in group.members if topo.first not in parties), people)
    found: dict[int, Known | str] = {}
    for group in groups:
        best = _best(group, _without_namesakes(group, company))
        if best is not None:
            found.update((topo.first, best) for topo in group.members)
    whole = _by_first_word(toponyms, found)
    known = [found.get(topo.first) or whole.get(topo.key) for topo in toponyms]
    for n, (this, other) in enumerate(pairwise(toponyms)):
        if known[n] is None and lies_in(reading.parse, this, other):
            known[n] = _country(known[n + 1])
    return tuple(
        _place(n, topo, reading.words(topo.span), meant or company.country_for(topo))
        for n, (topo, meant) in enumerate(zip(toponyms, known, strict=True))
    )


def _without_namesakes(group: Group, company: Company) -> list[float]:
    """The shares of what the report's other places leave to be meant."""
    if any(group.hinted):
        return group.share
    left = [
        0.0 if company.is_namesake(group.members[0].key, candidate.place) else share
        for candidate, share in zip(group.candidates, group.share, strict=True)
    ]
    total = sum(left)
    return [share / total for share in left] if total >= LEFT else [0.0] * len(left)


def _country(meant: Known | str | None) -> str | None:
    return meant if meant is None or isinstance(meant, str) else meant.country


def _by_first_word(toponyms: list[Toponym], found: dict[int, Known | str]) -> dict[str, Known | str]:
    """Towns of two words and more by their first: what a report means by "Fada" after "Fada N'Gourma", where it can mean nothing else."""
    whole: dict[str, Known | str] = {}
    for topo in toponyms:
        first, _, rest = topo.key.partition(" ")
        best = found.get(topo.first)
        if rest and isinstance(best, Known) and best.feature == "city":
            whole.setdefault(first, best)
    return whole


def _best(group: Group, shares: list[float]) -> Known | str | None:
    """The place that is meant; or only its country; or None. `shares`: the probability of each candidate."""
    best = max(range(len(group.candidates)), key=lambda n: (shares[n], -n))
    if shares[best] >= SURE:
        return group.candidates[best].place
    countries: dict[str, float] = {}
    for candidate, share in zip(group.candidates, shares, strict=True):
        if candidate.place.country is not None:
            countries[candidate.place.country] = countries.get(candidate.place.country, 0.0) + share
    code = max(countries, key=lambda code: (countries[code], code), default=None)
    return code if code is not None and countries[code] >= SURE * 2 else None


def _place(n: int, topo: Toponym, written: str, known: Known | str | None) -> Place:
    if known is None or isinstance(known, str):
        return Place(f"p{n}", topo.span, written, _KIND[topo.sort] if topo.sort else "other", known, None, None, None, None)
    if topo.stands_in:
        return Place(f"p{n}", topo.span, written, "site", known.country, known.admin1_name, known.latitude, known.longitude, None)
    at = (known.latitude, known.longitude)
    return Place(f"p{n}", topo.span, known.name, known.kind, known.country, known.admin1_name, *at, known.geonames)
