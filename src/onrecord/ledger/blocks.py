"""Which witnesses are worth holding against each other: those that share a day and a party, a place or a rare pair of names.

A block's name depends on the witness alone, so which pairs are compared does not depend on the order of arrival. Blocks hold a few
days of one dyad or place, so their size follows the news of those days and not the length of the history.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from onrecord.ledger.days import day_of, days_between
from onrecord.ledger.witness import Witness

RECENT = 2
"""A report without a day for its act is looked for on its day of publication and this many days before."""
DATES = 3
PLACES = 3
NAMES = 6


def blocks_of(witness: Witness) -> Iterator[str]:
    """The names of the blocks that a witness stands in, without repeats."""
    days = likely_days(witness)
    towns = [spot.key for spot in witness.spots if not spot.wide][:PLACES]
    whom = list(dict.fromkeys((*witness.sources, *witness.targets)))[:PLACES]
    rare = [name for name in witness.names if len(name) > 2][:NAMES]
    seen: set[str] = set()
    for day in days or ("",):
        keys = [f"{day}|at|{town}" for town in towns]
        keys += [f"{day}|{witness.act}|{one}" for one in whom]
        keys += [f"{day}|{a}|{b}" for a, b in combinations(sorted(rare), 2)] if not days else [f"{day}|{name}" for name in rare]
        for key in keys:
            if key not in seen:
                seen.add(key)
                yield key


def likely_days(witness: Witness) -> list[str]:
    """The ISO days that the act may have been on, the likeliest first; empty when neither the words nor the report have a date."""
    found: dict[str, None] = {}
    dated = sorted((x for x in witness.days if x.first and x.last), key=lambda x: (-x.weight, x.first or ""))
    for clue in dated[:DATES]:
        found.update(dict.fromkeys(days_between(clue.first or "", clue.last or "")))
    published = day_of(witness.published)
    if published is not None and (not dated or dated[0].weight < 1):
        found.update(dict.fromkeys((published - timedelta(n)).isoformat() for n in range(RECENT + 1)))
    return list(found)
