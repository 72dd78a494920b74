"""Which witnesses are worth holding against each other: those that share a day and a party, a place or a rare name.

A block's name depends on the witness alone, so which pairs are compared does not depend on the order of arrival. Blocks hold a few
days of one dyad or place, so their size follows the news of those days and not the length of the history.

A report that tells no date cannot be looked for by day. It stands in loose blocks: pairs of its names, and the days of the week and of the
year that it speaks of. Dated reports stand in loose blocks too, but apart, and are held against the undated ones there and never against
each other: so the cost of a dated report does not grow with the history, and an undated one still finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from onrecord.ledger.days import day_of, days_between
from onrecord.ledger.witness import Witness

RECENT = 2
"""A report without a day for its act is looked for on its day of publication and this many days before."""
DATES = 3
PLACES = 3
NAMES = 6
LOOSE_DATES = 1
LOOSE_NAMES = 4


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks in which a witness stands, and those whose members it is held against, without repeats."""

    stands_in: tuple[str, ...]
    looks_in: tuple[str, ...]


def blocks_of(witness: Witness) -> Blocks:
    """The blocks of a witness. Two witnesses are compared when either looks in a block where the other stands; that is symmetric."""
    days, loose = likely_days(witness), tuple(_loose(witness))
    undated = tuple(f"undated|{key}" for key in loose)
    dated = tuple(f"dated|{key}" for key in loose)
    if not days:
        return Blocks(undated, undated + dated)
    own = tuple(dict.fromkeys(key for day in days for key in (*_on(day, witness), *(f"{day}|{name}" for name in _names(witness)))))
    return Blocks(own + dated, own + undated)


def _on(day: str, witness: Witness) -> Iterator[str]:
    """A day with each of the nearest towns, and with the act and each party."""
    yield from (f"{day}|at|{spot.key}" for spot in [spot for spot in witness.spots if not spot.wide][:PLACES])
    yield from (f"{day}|{witness.act}|{one}" for one in list(dict.fromkeys((*witness.sources, *witness.targets)))[:PLACES])


def _loose(witness: Witness) -> Iterable[str]:
    """What can be looked for without a date: two names, or a weekday or day of the year with a town or a party."""
    found = dict.fromkeys(f"{a}|{b}" for a, b in combinations(sorted(_names(witness)[:LOOSE_NAMES]), 2))
    for clue in sorted(witness.days, key=lambda clue: (-clue.weight, clue.month_day or "", clue.weekday or 0))[:LOOSE_DATES]:
        for day in (clue.month_day, None if clue.weekday is None else f"weekday {clue.weekday}"):
            found |= dict.fromkeys(_on(day, witness) if day else ())
    return found


def _names(witness: Witness) -> list[str]:
    return [name for name in witness.names if len(name) > 2][:NAMES]


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
