"""The tables of officials, forces and media: every row whole, names found in the spellings that reports use."""

from __future__ import annotations

import pytest

from onrecord.codes.actors import actor_code
from onrecord.codes.countries import country_of_code
from onrecord.codes.leaders import in_office, leaders, term_of, term_of_surname, terms
from onrecord.codes.organisations import organisations
from onrecord.model.record import Actor
from onrecord.reading.pipeline import Reader
from onrecord.sources.jsonl import read_line
from onrecord.vocabulary.actors.spellings import usual_spelling


def the_actor(reader: Reader, text: str, published: str = "2022-05-10") -> Actor:
    line = f'{{"id": "x", "text": "{text}", "published": "{published}"}}'.encode()
    return reader.read(read_line(line, "x")).actors[0]


def test_every_term_is_whole() -> None:
    assert len(terms()) > 1900
    for term in terms():
        assert len(term.serves) != 3 or country_of_code(term.serves) is not None, term
        assert term.end is None or term.begin[:4] <= term.end[:4], term
        assert term.source.startswith("https://") and term.title and term.gender in ("m", "f"), term


def test_every_body_is_whole() -> None:
    for body in organisations():
        assert body.country is None or country_of_code(body.country) is not None, body
        assert body.source.startswith("https://"), body
        assert actor_code(body.kind, body.country, body.code), body


def test_nobody_but_leaders_is_known_by_surname() -> None:
    assert term_of("Antony Blinken", "2022-05-10") is not None
    assert {term.name for term in leaders()} < {term.name for term in terms()}
    assert term_of_surname("Gladkov", "2022-05-10") is None


def test_the_day_picks_the_row() -> None:
    held = [in_office("COL", "defence_minister", f"{year}-06-01") for year in (2014, 2016, 2020, 2024)]
    assert [term.name if term else None for term in held] == [
        "Juan Carlos Pinzon", "Luis Carlos Villegas", "Carlos Holmes Trujillo", "Ivan Velasquez"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Valery Gerasimov visited the front on Tuesday.", "Valery Gerasimov", "RUSMIL"),
        ("Valeriy Gerasimov visited the front on Tuesday.", "Valery Gerasimov", "RUSMIL"),
        ("Bobi Wine was stopped at the airport.", "Bobi Wine", "UGAOPP"),
        ("Nancy Pelosi flew to Taipei.", "Nancy Pelosi", "USALEG"),
        ("Mohammad Hussein Roble met the elders.", "Mohamed Hussein Roble", "SOMGOV"),
        ("The UPDF shelled the camp.", "Uganda People's Defence Force", "UGAMIL"),
        ("SONNA reported the arrest.", "Somali National News Agency", "SOMMED"),
        ("Kachin Christians fled the fighting.", "Kachin Christians", "MMRCHR"),
        ("Margaret Thatcher spoke in Leeds.", "Margaret Thatcher", "GBRELI"),
    ],
)
def test_who_they_are(reader: Reader, text: str, name: str, code: str) -> None:
    actor = the_actor(reader, text)
    assert (actor.name, actor.code) == (name, code)


def test_an_office_that_has_ended_makes_one_of_the_elite(reader: Reader) -> None:
    assert the_actor(reader, "Kwasi Kwarteng spoke in Leeds.", "2022-09-20").code == "GBRGOV"
    assert the_actor(reader, "Kwasi Kwarteng spoke in Leeds.", "2024-03-01").code == "GBRELI"


@pytest.mark.parametrize(("form", "usual"), [("muhammad", "mohammed"), ("mohammed", "mohammed"), ("josé", "jose"), ("harald", "harald")])
def test_spellings(form: str, usual: str) -> None:
    assert usual_spelling(form) == usual


@pytest.mark.parametrize("name", ["Atbara Liberation Front", "Northern Reuters Brigade", "Lower Valley Defence Council"])
def test_a_word_that_is_also_a_body_gives_no_country(reader: Reader, name: str) -> None:
    assert the_actor(reader, f"The {name} said that it had attacked a convoy.").country is None
