"""How many of the incidents that fit have each value of a facet, for choosing among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.store.filters import Filter
from onrecord.store.views.events import Count
from onrecord.store.views.gathered import IncidentRow

SHOWN = 12
"""Values of one facet at most; the others are found by typing them into the filter."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet. `name` is that of the filter's field which a value would set; days set `first` and `last` and have the name "date"."""

    title: str
    name: str
    counts: tuple[Count, ...]


def incident_facets(rows: Sequence[IncidentRow], given: Filter) -> list[Facet]:
    """The facets of some incidents, each value with how many have it, most first (dates in order). Empty facets are left out."""
    roles = (party.role for one in rows for party in one.parties if not given.actor or given.actor.casefold() in party.name.casefold())
    found = [
        _facet("Actor", "actor", chain.from_iterable({*one.sources, *one.targets} for one in rows)),
        _facet("Role", "role", roles),
        _facet("Country", "country", (c for one in rows for c in {party.country for party in one.parties} if c)),
        _facet("Act", "act", (one.plover for one in rows)),
        _facet("Status", "status", (one.status for one in rows)),
        _facet("Place", "place", (one.place for one in rows if one.place)),
        Facet("Date", "date", tuple(periods(one.begins for one in rows if one.begins))),
        _facet("Outlet", "source", chain.from_iterable(one.outlets for one in rows)),
        _facet("Toll", "toll", chain.from_iterable(one.tolls for one in rows)),
        _facet("Said by", "said_by", (name for one in rows for name in one.said_by if name)),
    ]
    return [facet for facet in found if facet.counts]


def periods(days: Iterable[str] | Mapping[str, int], most: int = 24) -> list[Count]:
    """Days (or days with how often each) by the finest of day, month and year that gives no more than `most` periods, in order."""
    by_day = Counter(days)
    for length in (10, 7, 4):
        found: Counter[str] = Counter()
        for day, number in by_day.items():
            found[day[:length]] += number
        if len(found) <= most or length == 4:
            return [Count(period, found[period]) for period in sorted(found)]
    return []


def last_day(period: str) -> str:
    """The last day that a period like 2024, 2024-03 or 2024-03-05 can mean, for a filter: no day of any month comes after a 31st."""
    return period + {4: "-12-31", 7: "-31", 10: ""}[len(period)]


def first_day(period: str) -> str:
    """The first day of a year, a month or a day."""
    return period + {4: "-01-01", 7: "-01", 10: ""}[len(period)]


def _facet(title: str, name: str, values: Iterable[str]) -> Facet:
    counted = Counter(values)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])) if len(counted) < 5000 else counted.most_common(SHOWN)
    return Facet(title, name, tuple(Count(value, number) for value, number in ordered[:SHOWN]))
