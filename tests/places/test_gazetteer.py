"""The gazetteer: what it knows, that it is built once and the same each time, and that names are compared as people write them."""

from __future__ import annotations

import multiprocessing
import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codes.countries import country_of_code
from onrecord.codes.places import Gazetteer, gazetteer_version, name_key, open_gazetteer
from onrecord.codes.places.names import sound_key
from onrecord.codes.places.own import own_places
from onrecord.errors import InputError


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def test_our_table_is_large_and_sound() -> None:
    rows = list(own_places())
    assert len(rows) >= 400
    assert len({row.name for row in rows}) == len(rows)
    for row in rows:
        assert -90 <= row.latitude <= 90 and -180 <= row.longitude <= 180 and (row.latitude, row.longitude) != (0, 0), row.name
        assert row.radius > 0, row.name
        assert row.country is None or re.fullmatch("[A-Z]{3}", row.country), row.name


def test_places_of_our_table_lie_in_their_country(gazetteer: Gazetteer) -> None:
    """Some town of the row's country lies within the row's reach and 250 km: a slip in a sign or a code does not get past this."""
    towns: dict[tuple[int, int], set[str | None]] = defaultdict(set)
    for town in gazetteer.towns():
        towns[round(town.latitude), round(town.longitude)].add(town.country)
    for row in own_places():
        if row.country in (None, "ATA", "SGS", "IOT"):
            continue
        reach = (row.radius + 250) // 100
        here = round(row.latitude), round(row.longitude)
        square = [(here[0] + i, here[1] + j) for i in range(-reach, reach + 1) for j in range(-reach, reach + 1)]
        assert any(row.country in towns.get(cell, ()) for cell in square), f"{row.name}: no town of {row.country} within reach"


def test_what_it_knows(gazetteer: Gazetteer) -> None:
    assert gazetteer.find_name("Aleppo")[0].place.country == "SYR"
    assert {c.place.country for c in gazetteer.find_name("Georgia")} >= {"GEO", "USA"}
    assert gazetteer.find_name("the U.S.")[0].place.name == "United States"
    assert any(c.place.admin1_name == "Texas" for c in gazetteer.find_name("Paris"))
    assert gazetteer.find_name("no such place as this") == ()
    texas = gazetteer.division("US.TX")
    assert texas is not None and texas.geonames == 4736286
    assert country_of_code("SYR") is not None and gazetteer.country("SYR") is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"), ("Jisr al-Shughur", "Jisr Al Shughur"), ("St. Louis", "Saint Louis"), ("Cité Soleil", "Cite Soleil"),
        ("the Gaza Strip", "Gaza Strip"), ("Shuja’iyya", "Shuja'iyya"), ("Mt. Hermon", "Mount Hermon"), ("ZÜRICH", "Zurich"),
    ],
)  # fmt: skip
def test_one_key_for_all_spellings(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Ar Raqqah", "Raqqa"), ("Tel Abyad", "Tall Abyaḑ"), ("Daraya", "Darayya")])
def test_names_that_sound_alike(one: str, other: str) -> None:
    assert sound_key(name_key(one)) == sound_key(name_key(other)) != ""


@given(st.text(max_size=60))
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    key = name_key(text)
    assert key.isascii() and name_key(key) in (key, name_key(key))


def test_version_is_stable_and_names_the_file(gazetteer: Gazetteer) -> None:
    assert gazetteer.version == gazetteer_version() == gazetteer_version()
    assert gazetteer.version in gazetteer.path.name


@pytest.mark.slow
def test_several_processes_build_one(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        contents = pool.map(_content, [tmp_path, tmp_path])
    assert contents == [open_gazetteer().content] * 2
    assert len(list(tmp_path.glob("*.sqlite"))) == 1 and not list(tmp_path.glob("*.part"))


def _content(folder: Path) -> str:
    return open_gazetteer(folder).content


def test_nowhere_to_write(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(InputError, match="XDG_CACHE_HOME"):
        open_gazetteer(blocked)
