"""States, territories and disputed lands: ISO 3166 codes, names, short forms, capitals, and the words for their people.

`countries.csv` holds one row a state or land, in our own choice of names; `;` separates several. A land without a code of its
own (Abkhazia, Gaza, Chechnya) stands under the code of the state that ISO 3166-1 counts it to. `seats.csv` holds the buildings,
streets and palaces that stand for those who work there ("the Kremlin").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.codes.table import rows, several


@dataclass(frozen=True, slots=True)
class Country:
    """One row of `countries.csv`. `status` is state, territory, disputed or region; `iso2` is empty where ISO has no code."""

    iso3: str
    iso2: str
    status: str
    name: str
    official: str
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the land itself, the usual one first."""
        return tuple(dict.fromkeys(name for name in (self.name, self.official, *self.others) if name))


@dataclass(frozen=True, slots=True)
class Seat:
    """A place name that stands for an institution.

    `stands_for` is state, government, foreign_ministry, military, parliament, police or intelligence.
    """

    name: str
    iso3: str
    stands_for: str
    institution: str
    source: str


@cache
def countries() -> tuple[Country, ...]:
    """All rows, in the order of the file."""
    return tuple(_country(row) for row in rows("countries.csv"))


def _country(row: dict[str, str]) -> Country:
    return Country(
        row["iso3"],
        row["iso2"],
        row["status"],
        row["name"],
        row["official"],
        several(row["others"]),
        several(row["adjectives"]),
        several(row["person"]),
        several(row["people"]),
        several(row["capitals"]),
        row["source"],
    )


@cache
def seats() -> tuple[Seat, ...]:
    """All rows of `seats.csv`."""
    return tuple(
        Seat(name, row["iso3"], row["stands_for"], row["institution"], row["source"])
        for row in rows("seats.csv")
        for name in row["names"].split(";")
    )


def key(form: str) -> str:
    """The form under which a name is looked up: straight apostrophes, no "the", lower case unless it is an acronym ("US", "D.R.C.")."""
    form = " ".join(form.replace("’", "'").split())
    if form[:4] in ("the ", "The ", "THE "):
        form = form[4:]
    letters = form.replace(".", "")
    if letters.isupper() and len(letters) <= 4:
        return form
    return form.casefold()


def _table(pairs: Iterable[tuple[str, Country]]) -> MappingProxyType[str, Country]:
    table: dict[str, Country] = {}
    for form, country in pairs:
        table.setdefault(key(form), country)
    return MappingProxyType(table)


@cache
def _names() -> MappingProxyType[str, Country]:
    return _table((form, country) for country in countries() for form in country.names)


@cache
def _adjectives() -> MappingProxyType[str, Country]:
    return _table((form, country) for country in countries() for form in country.adjectives)


@cache
def _people() -> MappingProxyType[str, tuple[Country, bool]]:
    table: dict[str, tuple[Country, bool]] = {}
    for country in countries():
        for plural, forms in ((False, country.person), (True, country.people)):
            for form in forms:
                table.setdefault(key(form), (country, plural))
    return MappingProxyType(table)


@cache
def _capitals() -> MappingProxyType[str, Country]:
    return _table((form, country) for country in countries() for form in country.capitals)


@cache
def _seats() -> MappingProxyType[str, Seat]:
    table: dict[str, Seat] = {}
    for seat in seats():
        table.setdefault(key(seat.name), seat)
    return MappingProxyType(table)


@cache
def _codes() -> MappingProxyType[str, Country]:
    table: dict[str, Country] = {}
    for country in countries():
        table.setdefault(country.iso3, country)
    return MappingProxyType(table)


def country_of_code(iso3: str) -> Country | None:
    """The land with this ISO 3166-1 alpha-3 code (the state itself, not its regions)."""
    return _codes().get(iso3)


def country_named(form: str) -> Country | None:
    """ "Russia", "the U.S.", "DRC", "Gaza": the land of that name. None for any other word; "us" is not "US"."""
    return _names().get(key(form))


def country_of_adjective(form: str) -> Country | None:
    """ "Russian", "North Korean", "US": the land that the adjective belongs to."""
    return _adjectives().get(key(form))


def country_of_people(form: str) -> tuple[Country, bool] | None:
    """ "Israelis", "a Frenchman": the land, and whether the form is plural ("Chinese" is taken as singular)."""
    return _people().get(key(form))


def country_of_capital(form: str) -> Country | None:
    """ "Moscow", "Washington": the land whose capital (in law or in fact) it is."""
    return _capitals().get(key(form))


def seat_named(form: str) -> Seat | None:
    """ "the Kremlin", "Downing Street", "the Pentagon": whose seat it is."""
    return _seats().get(key(form))
