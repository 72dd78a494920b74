"""Which place each toponym means: one sense a report, by the ranker, twice, so that each name hears what others settled on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.codes.countries import country_of_adjective, country_of_people
from onrecord.codes.places import Candidate, Gazetteer, Known
from onrecord.model.record import Place, PlaceKind
from onrecord.reading.parse import Parse
from onrecord.reading.places.context import Mass, mass_of
from onrecord.reading.places.hints import Hint, hints_of
from onrecord.reading.places.ranker import Support, Weights, prior, score, shares, weights
from onrecord.reading.places.toponym import Sort, Toponym
from onrecord.reading.stage import Reading
from onrecord.vocabulary.places import clues

ROUNDS = 2
PEOPLE = 0.5
"""What an adjective or a people's name ("Syrian", "Israelis") counts for its country, beside 1 for a place in it."""

SEAT = 0.05
"""The least share of the division's people that such a town has: the village of Texas is not what Texas is named after."""

MOST = 3.0
"""All that such words may count for one country."""

_KIND: dict[Sort, PlaceKind] = {"division": "region", "settlement": "city", "site": "site", "water": "water"}


@dataclass(slots=True)
class _Group:
    """All toponyms of a report that share a key, a sort and a hint: they mean one place."""

    members: list[Toponym]
    candidates: tuple[Candidate, ...]
    priors: list[float]
    hinted: list[bool]
    share: list[float]

    @property
    def weight(self) -> float:
        """How much the group counts: more mentions count more, but less than so many names."""
        return 1.0 + 0.5 * (min(len(self.members), 5) - 1)

    def mass(self) -> Mass:
        return mass_of(
            (candidate.place, share * self.weight) for candidate, share in zip(self.candidates, self.share, strict=True) if share > 0.01
        )


def resolve(reading: Reading, toponyms: list[Toponym], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Every toponym as a place of the record; coordinates are None where no candidate is known."""
    hints = hints_of(reading.parse, toponyms)
    w = weights()
    groups = _groups(toponyms, hints, w)
    people = _people(reading.parse)
    for _ in range(ROUNDS):
        _round(groups, people, w)
    where: dict[int, Known] = {}
    for group in groups:
        if group.candidates:
            best = max(range(len(group.candidates)), key=lambda n: (group.share[n], -n))
            where.update((topo.first, group.candidates[best].place) for topo in group.members)
    return tuple(_place(n, topo, reading.words(topo.span), where.get(topo.first)) for n, topo in enumerate(toponyms))


def _groups(toponyms: list[Toponym], hints: dict[int, Hint], w: Weights) -> list[_Group]:
    by_name: dict[str, list[Toponym]] = defaultdict(list)
    for topo in toponyms:
        if topo.candidates:
            by_name[topo.key].append(topo)
    groups = []
    for members in by_name.values():
        by_sense: dict[tuple[Sort | None, Hint | None], list[Toponym]] = defaultdict(list)
        own = {hints[topo.first] for topo in members if topo.first in hints}
        only = next(iter(own)) if len(own) == 1 else None
        for topo in members:
            by_sense[topo.sort if topo.sort == "division" and not topo.stands_in else None, hints.get(topo.first, only)].append(topo)
        for (sort, hint), same in by_sense.items():
            candidates = same[0].candidates
            sorts = [topo.sort for topo in same if topo.sort is not None and not topo.stands_in]
            priors = _priors(candidates, sort or (sorts[0] if sorts else None), w)
            hinted = [hint is not None and hint.holds(candidate.place) for candidate in candidates]
            start = shares([score(p, Support(hint=h), w) for p, h in zip(priors, hinted, strict=True)])
            groups.append(_Group(same, candidates, priors, hinted, start))
    return groups


def _priors(candidates: tuple[Candidate, ...], sort: Sort | None, w: Weights) -> list[float]:
    towns: dict[str | None, int] = {}
    if sort != "division":
        towns = {c.place.admin1: c.place.population for c in reversed(candidates) if c.place.feature in ("city", "capital") and c.rank < 3}
    return [prior(c, sort, c.place.feature == "admin1" and towns.get(c.place.admin1, 0) > c.place.population * SEAT, w) for c in candidates]


def _people(parse: Parse) -> dict[str, float]:
    """Country to the weight of the adjectives, people's names and home-bound words in the report."""
    out: dict[str, float] = defaultdict(float)
    known = clues()
    for word in parse.words:
        clue = known.get(word.text)
        if clue is not None:
            out[clue.country] = min(out[clue.country] + clue.weight, MOST)
        if word.text[0].isupper() and word.entity == "NORP":
            country = country_of_adjective(word.text)
            people = country_of_people(word.text) if country is None else None
            code = country.iso3 if country is not None else people[0].iso3 if people is not None else None
            if code is not None:
                out[code] = min(out[code] + PEOPLE, MOST)
    return out


def _round(groups: list[_Group], people: dict[str, float], w: Weights) -> None:
    own = [group.mass() for group in groups]
    total = Mass()
    for code, weight in people.items():
        total.add_country(code, weight)
    for mass in own:
        for code, weight in mass.country.items():
            total.country[code] += weight
        for division, weight in mass.division.items():
            total.division[division] += weight
        for cell, weight in mass.near.items():
            total.near[cell] += weight
    for group, mine in zip(groups, own, strict=True):
        scores = []
        for candidate, before, hinted in zip(group.candidates, group.priors, group.hinted, strict=True):
            support = Support(*total.of(candidate.place, mine), hinted)
            scores.append(score(before, support, w))
        group.share = shares(scores)


def _place(n: int, topo: Toponym, written: str, known: Known | None) -> Place:
    if topo.stands_in and known is not None:
        return Place(f"p{n}", topo.span, written, "site", known.country, known.admin1_name, known.latitude, known.longitude, None)
    if known is None:
        return Place(f"p{n}", topo.span, written, _KIND[topo.sort] if topo.sort else "other", None, None, None, None, None)
    return Place(
        f"p{n}",
        topo.span,
        known.name,
        known.kind,
        known.country,
        known.admin1_name,
        known.latitude,
        known.longitude,
        known.geonames,
    )
