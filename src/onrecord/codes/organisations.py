"""Organisations and armed groups by name: what they are, whose they are, and their CAMEO role.

`organisations.csv`: international and regional organisations, forces, ministries of their own name, aid groups, news media.
`forces.csv`, `news_media.csv`: armed forces, police, services and parliaments of states; news agencies and outlets, state by state.
`armed_groups.csv`: armed groups with country, parent, other names and the years they were active.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from onrecord.codes.table import rows, several
from onrecord.model.record import ActorKind

TABLES = ("organisations.csv", "armed_groups.csv", "forces.csv", "news_media.csv")


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row. `country` is ISO 3166-1 alpha-3 or None for what belongs to no one state; `begin` and `end` are years or None.

    `code` is the CAMEO role (MIL, REB, NGO …), or for international organisations the whole code (IGOUNO).
    """

    name: str
    others: tuple[str, ...]
    kind: ActorKind
    country: str | None
    code: str
    parent: str | None
    begin: int | None
    end: int | None
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.others)


@cache
def organisations() -> tuple[Organisation, ...]:
    """All tables, organisations first."""
    return tuple(_organisation(row) for table in TABLES for row in rows(table))


@cache
def _by_name() -> MappingProxyType[str, Organisation]:
    return MappingProxyType({organisation.name: organisation for organisation in reversed(organisations())})


def organisation_of(name: str) -> Organisation | None:
    """The row of this usual name."""
    return _by_name().get(name)


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        row["name"],
        several(row["others"]),
        cast("ActorKind", row["kind"]),
        row["country"] or None,
        row["code"],
        row["parent"] or None,
        int(row["begin"]) if row["begin"] else None,
        int(row["end"]) if row["end"] else None,
        row["source"],
    )


@cache
def organisation_names() -> frozenset[str]:
    """Every name of every row, lower case."""
    return frozenset(name.lower() for organisation in organisations() for name in organisation.names)
