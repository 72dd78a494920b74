"""Kind, country, role and code: from the words first, then from the tables by the day of publication."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.actors.test_coreference import actor_at

from onrecord.codes.leaders import in_office, term_of, terms
from onrecord.codes.organisations import organisations
from onrecord.model.check import faults
from onrecord.model.record import Record

Read = Callable[..., Record]


def test_the_day_picks_the_office() -> None:
    assert term_of("Vladimir Putin", "2009-01-01").office == "head_of_government"  # type: ignore[union-attr]
    assert term_of("Vladimir Putin", "2015-01-01").office == "head_of_state"  # type: ignore[union-attr]
    assert in_office("FRA", "head_of_state", "2010-06-01").name == "Nicolas Sarkozy"  # type: ignore[union-attr]
    assert in_office("FRA", "head_of_state", None) is None


def test_tables_are_whole() -> None:
    groups = [o for o in organisations() if o.kind == "armed_group"]
    assert len(groups) >= 400
    assert all(o.source.startswith("https://") for o in organisations())
    assert all(o.country is None or len(o.country) == 3 for o in organisations())
    assert all(term.end is None or term.begin <= term.end for term in terms())
    assert all(term.source.startswith("https://") for term in terms())


@pytest.mark.parametrize(
    ("words", "kind", "code"),
    [
        ("Kenyan soldiers", "military", "KENMIL"),
        ("the Peruvian interior minister", "person", "PERGOV"),
        ("a police officer", "unnamed", "COP"),
        ("rebel fighters", "armed_group", "REB"),
        ("Bolivian miners", "population", "BOLLAB"),
        ("humanitarian agencies", "ngo", "NGO"),
        ("the Chilean parliament", "government", "CHLLEG"),
        ("residents", "population", "CVL"),
        ("a Hezbollah commander", "person", "LBNMIL"),
        ("journalists", "media", "MED"),
    ],
)
def test_kinds_and_codes(read: Read, words: str, kind: str, code: str) -> None:
    record = read(f"On Sunday {words} said that the road was closed.")
    actor = actor_at(record, words)
    assert (actor.kind, actor.code) == (kind, code)


def test_whom_a_role_serves(read: Read) -> None:
    record = read("Hezbollah spokesman Karim Fayad denied it. A Unicef official disagreed.")
    spokesman, official = actor_at(record, "Hezbollah spokesman Karim Fayad"), actor_at(record, "A Unicef official")
    assert spokesman.of == actor_at(record, "Hezbollah").id
    assert spokesman.country == "LBN"
    assert official.of == actor_at(record, "Unicef").id


def test_a_former_minister_is_one_of_the_elite(read: Read) -> None:
    record = read("The former Ghanaian finance minister Kofi Example spoke in Accra.")
    assert actor_at(record, "former Ghanaian finance minister Kofi Example").code == "GHAELI"


def test_both_sides_are_those_that_were_named(read: Read) -> None:
    record = read("Talks between Armenia and Azerbaijan resumed. Both sides agreed to meet again.")
    sides = actor_at(record, "Both sides")
    assert set(sides.members) == {actor_at(record, "Armenia").id, actor_at(record, "Azerbaijan").id}


def test_both_sides_of_nobody_have_no_members(read: Read) -> None:
    assert actor_at(read("Both sides agreed to meet again."), "Both sides").members == ()


def test_the_only_state_of_a_report_owns_its_army(read: Read) -> None:
    alone = read("Malian police closed the border. The army said calm had returned.")
    assert actor_at(alone, "The army").country == "MLI"
    two = read("Malian police closed the border with Niger. Niger protested. The army said calm had returned.")
    assert actor_at(two, "The army").country is None


def test_i_and_we_are_the_speaker(read: Read) -> None:
    record = read("“We will not leave the town,” Mayor Rosa Quispe said on Monday.")
    assert actor_at(record, "We").id == actor_at(record, "Mayor Rosa Quispe").id


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            "Israel Hamas he she they it who president the of 's , and ( ) - “ ” minister army Moscow both sides said that Mr. UN".split()
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_heap_of_words_gives_sound_actors(read: Read, text: str) -> None:
    assert faults(read(text)) == []
