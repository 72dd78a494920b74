"""Countries: what a name, an adjective or a capital belongs to."""

from __future__ import annotations

import pytest

from onrecord.codes.countries import (
    countries,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_people,
    seat_named,
    seats,
)
from onrecord.codes.subdivisions import country_of_province


@pytest.mark.parametrize(
    ("form", "code"),
    [("Russia", "RUS"), ("the U.S.", "USA"), ("UK", "GBR"), ("DR Congo", "COD"), ("DPRK", "PRK"), ("Türkiye", "TUR"), ("Gaza", "PSE")],
)
def test_names(form: str, code: str) -> None:
    found = country_named(form)
    assert found is not None
    assert found.iso3 == code


def test_small_words_are_not_countries() -> None:
    assert country_named("us") is None
    assert country_named("car") is None
    assert country_named("Freedonia") is None


def test_people_and_adjectives() -> None:
    people = country_of_people("Frenchmen")
    assert people is not None
    assert (people[0].iso3, people[1]) == ("FRA", True)
    adjective = country_of_adjective("South Sudanese")
    assert adjective is not None
    assert adjective.iso3 == "SSD"


def test_seats() -> None:
    capital, seat = country_of_capital("Ankara"), seat_named("the Élysée")
    assert capital is not None
    assert seat is not None
    assert (capital.iso3, seat.iso3, seat.stands_for) == ("TUR", "FRA", "state")


def test_every_row_is_whole() -> None:
    for country in countries():
        assert len(country.iso3) == 3
        assert country.name
        assert country.source.startswith("https://")
    assert sum(country.status == "state" for country in countries()) >= 194
    assert all(seat.source.startswith("https://") and len(seat.iso3) == 3 for seat in seats())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kano State", "NGA"),
        ("Bavaria", "DEU"),
        ("Arakan", "MMR"),
        ("Kharkiv Oblast", "UKR"),
        ("Punjab", None),
        ("Central", None),
        ("X", None),
    ],
)
def test_provinces_of_one_country_only(name: str, code: str | None) -> None:
    assert country_of_province(name) == code
