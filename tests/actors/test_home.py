"""Whose an army, a mayor or a court is where no word says so: by the town, by the state that the report is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.actors.test_coreference import actor_at

from onrecord.model.record import Record
from onrecord.reading.actors.gazetteer import group_sound

Read = Callable[..., Record]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The mayor of Izmir opened a bridge.", "The mayor", "TUR"),
        ("The governor of Borno state met traders.", "The governor", "NGA"),
        ("A court in Lahore freed two men.", "A court", "PAK"),
        ("Mombasa-based analyst Ada Example disagreed.", "Mombasa-based analyst Ada Example", "KEN"),
        ("Judge Ada Example of the Supreme Court of Norway dissented.", "Judge Ada Example", "NOR"),
        ("Peacekeepers in Goma were hurt.", "Peacekeepers", None),
        ("The ambassador in Ankara was called home.", "The ambassador", None),
        ("Pro-Russian activists gathered.", "Pro-Russian activists", None),
        ("The mayor of Hyderabad resigned.", "The mayor", None),
    ],
)
def test_the_land_of_a_town(read: Read, text: str, words: str, country: str | None) -> None:
    assert actor_at(read(text), words).country == country


def test_a_name_in_many_lands_is_settled_by_the_report(read: Read) -> None:
    text = "Police in Tripoli fired shots. Lebanon has seen weeks of unrest, and the Lebanese government called for calm."
    assert actor_at(read(text), "Police").country == "LBN"


def test_the_state_that_a_report_is_about(read: Read) -> None:
    text = (
        "Soldiers shot two students in Zambia, residents said. The army denied it. "
        "Interior minister Ada Example promised an inquiry. The armed forces have ruled Zambia before. A French tourist was hurt, "
        "and Paris sent an envoy. Police in Zambia arrested nine people."
    )
    record = read(text)
    assert actor_at(record, "The army").country == "ZMB"
    assert actor_at(record, "The army") is actor_at(record, "The armed forces")
    assert actor_at(record, "Interior minister Ada Example").country == "ZMB"
    assert actor_at(record, "residents").country == "ZMB"
    assert actor_at(record, "an envoy").country is None


def test_no_state_stands_out_between_two(read: Read) -> None:
    record = read("Chad accused Sudan of shelling a village. The army denied it. Sudan and Chad closed the border. Residents fled.")
    assert actor_at(record, "The army").country is None
    assert actor_at(record, "Residents").country is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("France condemned the coup. The army said it had dissolved the assembly.", "The army"),
        ("The army said that Russia was sending wheat. Police fired on a crowd.", "Police"),
        ("Qatar sent aid to Derna. The health ministry in Derna said thousands had died.", "thousands"),
        ("Oman hosts a new round of talks. The army said it would stay.", "The army"),
        ("Uganda's president spoke with the junta by telephone. The junta promised a vote.", "The junta"),
    ],
)
def test_a_state_without_a_body_at_home_is_not_what_the_report_is_about(read: Read, text: str, words: str) -> None:
    assert actor_at(read(text), words).country is None


def test_titles_and_courtesy_are_no_part_of_a_name(read: Read) -> None:
    record = read("Labour minister Clara Example resigned. Ms Example gave no reason. Patriarch Elias praised her.")
    assert actor_at(record, "Ms Example") is actor_at(record, "Labour minister Clara Example")
    assert actor_at(record, "Patriarch Elias").name == "Elias"


def test_a_body_is_what_its_first_noun_says(read: Read) -> None:
    record = read("The Supreme Court of Ghana met. The Coalition for Renewal walked out of the Ghanaian parliament.")
    assert actor_at(record, "Supreme Court").code == "GHAJUD"
    assert actor_at(record, "Coalition for Renewal").kind == "party"


def test_a_group_in_another_spelling(read: Read) -> None:
    spelling = "Hayat Tahrir ash-Sham"
    assert actor_at(read(f"{spelling} took the town."), spelling).name == "Hayat Tahrir al-Sham"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jaish al-Sunna", "Jaysh as Sunnah"), ("Ansar al-Sharq", "Ansar ash Shark"), ("Lashkar-e-Noor", "Lashkar i Nur"),
        ("Ahlu Nur Waljama'a", "Ahlu Noor Wal-Jamaah"),
    ],
)  # fmt: skip
def test_the_sound_of_a_group(one: str, other: str) -> None:
    assert group_sound(one) == group_sound(other) != ""


def test_one_word_has_no_sound() -> None:
    assert group_sound("Hezbollah") == group_sound("Al-Nur") == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army shelled Zelabissa and Bardo. He denied it.", "Zelabissa"),
        ("Helicopters arrived from Fado N'Gorma, the regional capital, and he said the raid was over.", "Fado N'Gorma"),
        ("About 150 people from Mbua walked to the coast because they feared the army.", "Mbua"),
    ],
)
def test_nobody_is_he_by_the_name_of_a_place(read: Read, text: str, place: str) -> None:
    record = read(text)
    start = text.index(place)
    there = [actor for actor in record.actors if any(mention.span.overlaps((start, start + len(place))) for mention in actor.mentions)]
    assert all(actor.kind != "person" for actor in there)
    assert all(record.words(mention.span).lower() != "he" for actor in there for mention in actor.mentions)


def test_a_person_whom_the_parser_takes_for_a_place_stays_one(read: Read) -> None:
    record = read("Colonel Ada Example met Holly near Florence, and she saluted.")
    assert actor_at(record, "she").kind == "person"
