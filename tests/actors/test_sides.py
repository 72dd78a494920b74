"""The sides of a report: who "both sides" are, one armed group under many nouns, two states before one noun, whose "his country" is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.actors.test_coreference import actor_at

from onrecord.model.record import Record

Read = Callable[..., Record]


def names_of_members(record: Record, words: str) -> list[str]:
    names = {actor.id: actor.name for actor in record.actors}
    return [names[member] for member in actor_at(record, words).members]


def test_sides_are_the_opponents_not_the_last_named(read: Read) -> None:
    record = read(
        "Israel and Hamas traded fire again. Hamas fired rockets and Israel bombed a tunnel. Norway and Cuba offered help. "
        "The two sides have not met since May."
    )
    assert names_of_members(record, "The two sides") == ["Israel", "Hamas"]


def test_parties_that_are_no_political_parties(read: Read) -> None:
    record = read("The army and the rebels signed a truce. Both parties promised to keep it.")
    assert names_of_members(record, "Both parties") == ["The army", "the rebels"]
    assert actor_at(record, "Both parties").kind == "other"


def test_the_one_armed_group_of_a_report(read: Read) -> None:
    record = read("Al-Shabaab shelled a market. The militants left by night. Five rebels were caught; gunmen freed them. The gunmen fled.")
    group = actor_at(record, "Al-Shabaab")
    assert actor_at(record, "The militants") is group
    assert actor_at(record, "Five rebels") is not group
    assert actor_at(record, "The gunmen") is not group


def test_two_states_before_one_noun(read: Read) -> None:
    record = read("Greek and Turkish officials met on Monday.")
    assert names_of_members(record, "Greek and Turkish officials") == ["Greece", "Turkey"]
    assert actor_at(record, "Greek and Turkish officials").country is None


def test_his_country_is_the_state(read: Read) -> None:
    record = read("Kenya closed the border. Kenyan minister Ada Example said that her country would not yield.")
    assert actor_at(record, "her country") is actor_at(record, "Kenya")


def test_a_delegation_is_what_sends_it(read: Read) -> None:
    actor = actor_at(read("A Hamas delegation arrived in Cairo."), "A Hamas delegation")
    assert (actor.kind, actor.code) == ("armed_group", "PSEINS")


def test_the_alliance_is_the_body_that_was_named(read: Read) -> None:
    record = read("Nato praised the plan. The alliance will meet in June.")
    assert actor_at(record, "The alliance") is actor_at(record, "Nato")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The US envoy for Libya met Jordan's deputy minister on Friday. The two sides spoke of trade.",
            "The two sides",
            {"United States", "Jordan"},
        ),
        ("Israel struck Lebanon on Monday. Qatar and Egypt called on both sides to hold fire.", "both sides", {"Israel", "Lebanon"}),
        (
            "Pakistani jets struck Afghanistan. Turkey offered to mediate and the two countries accepted.",
            "the two countries",
            {"Pakistan", "Afghanistan"},
        ),
        ("Venezuela accused Guyana of lying. Brazil urged the two countries to talk.", "the two countries", {"Venezuela", "Guyana"}),
        (
            "Armenia and Azerbaijan exchanged fire. The EU envoy for the Caucasus told both sides to stop.",
            "both sides",
            {"Armenia", "Azerbaijan"},
        ),
    ],
)
def test_two_sides_are_those_who_act_on_each_other(read: Read, text: str, words: str, expected: set[str]) -> None:
    assert set(names_of_members(read(text), words)) == expected
