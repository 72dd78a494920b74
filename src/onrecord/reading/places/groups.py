"""One sense a report: the toponyms that mean one place, and what the rest of the report gives to each place that they may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.codes.countries import country_of_adjective, country_of_people
from onrecord.codes.places import Candidate
from onrecord.reading.parse import Parse
from onrecord.reading.places.context import Mass, mass_of
from onrecord.reading.places.hints import Hint
from onrecord.reading.places.ranker import Support, Weights, prior, score, shares
from onrecord.reading.places.toponym import Sort, Toponym
from onrecord.vocabulary.places import clues

PEOPLE = 0.5
"""What an adjective or a people's name ("Syrian", "Israelis") counts for its country, beside 1 for a place in it."""
MOST = 3.0
"""All that such words may count for one country."""
SEAT = 0.05
"""The least share of the division's people that the town has after which it is named: the village of Texas did not name Texas."""


@dataclass(slots=True)
class Group:
    """All toponyms of a report that share a key and a hint: they mean one place. `share` is each candidate's probability so far."""

    members: list[Toponym]
    sort: Sort | None
    candidates: tuple[Candidate, ...]
    namesakes: list[bool]
    """Divisions named after a town in them."""
    priors: list[float]
    hinted: list[bool]
    share: list[float]

    @property
    def weight(self) -> float:
        """How much the group counts: more mentions count more, but less than so many names."""
        return 1.0 + 0.5 * (min(len(self.members), 5) - 1)

    def mass(self) -> Mass:
        pairs = zip(self.candidates, self.share, strict=True)
        return mass_of((candidate.place, share * self.weight) for candidate, share in pairs if share > 0.01)


def group_toponyms(toponyms: list[Toponym], hints: dict[int, Hint], w: Weights) -> list[Group]:
    """The groups, in order of first mention. A hint on one mention holds for all of its name, unless another mention has another."""
    by_name: dict[str, list[Toponym]] = defaultdict(list)
    for topo in toponyms:
        if topo.candidates:
            by_name[topo.key].append(topo)
    groups: list[Group] = []
    for members in by_name.values():
        own = {hints[topo.first] for topo in members if topo.first in hints}
        only = next(iter(own)) if len(own) == 1 else None
        by_sense: dict[tuple[bool, Hint | None], list[Toponym]] = defaultdict(list)
        for topo in members:
            by_sense[topo.sort == "division" and not topo.stands_in, hints.get(topo.first, only)].append(topo)
        groups.extend(_group(same, hint, w) for (_, hint), same in by_sense.items())
    return groups


def _group(members: list[Toponym], hint: Hint | None, w: Weights) -> Group:
    candidates = members[0].candidates
    sort = next((topo.sort for topo in members if topo.sort is not None and not topo.stands_in), None)
    towns: dict[str | None, int] = {}
    if sort != "division":
        towns = {c.place.admin1: c.place.population for c in reversed(candidates) if c.place.feature in ("city", "capital") and c.rank < 3}
    namesakes = [c.place.feature == "admin1" and towns.get(c.place.admin1, 0) > c.place.population * SEAT for c in candidates]
    priors = [prior(candidate, sort, namesake, w) for candidate, namesake in zip(candidates, namesakes, strict=True)]
    hinted = [hint is not None and hint.holds(candidate.place) for candidate in candidates]
    start = shares([score(p, Support(hint=h), w) for p, h in zip(priors, hinted, strict=True)])
    return Group(members, sort, candidates, namesakes, priors, hinted, start)


def home_words(parse: Parse) -> dict[str, float]:
    """Country to the weight of the adjectives, people's names and home-bound words in the report."""
    out: dict[str, float] = defaultdict(float)
    known = clues()
    for word in parse.words:
        clue = known.get(word.text)
        if clue is not None:
            out[clue.country] = min(out[clue.country] + clue.weight, MOST)
        if word.entity == "NORP" and word.text[0].isupper():
            country = country_of_adjective(word.text)
            people = country_of_people(word.text) if country is None else None
            code = country.iso3 if country is not None else people[0].iso3 if people is not None else None
            if code is not None:
                out[code] = min(out[code] + PEOPLE, MOST)
    return out


def support_of(groups: list[Group], people: dict[str, float]) -> Iterator[list[Support]]:
    """For each group, what the other names of the report give to each of its candidates. Linear in the number of candidates."""
    own = [group.mass() for group in groups]
    total = Mass()
    for code, weight in people.items():
        total.country[code] += weight
    for mass in own:
        total.join(mass)
    for group, mine in zip(groups, own, strict=True):
        yield [
            Support(*total.of(candidate.place, mine), hint=hinted) for candidate, hinted in zip(group.candidates, group.hinted, strict=True)
        ]


def next_round(groups: list[Group], people: dict[str, float], w: Weights) -> None:
    """Weighs every candidate anew, by what the others stand at now."""
    for group, supports in zip(groups, list(support_of(groups, people)), strict=True):
        group.share = shares([score(before, support, w) for before, support in zip(group.priors, supports, strict=True)])
