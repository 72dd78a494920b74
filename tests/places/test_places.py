"""Which names are places, and which are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record

Read = Callable[..., Record]


def names(record: Record) -> list[str]:
    return [record.words(place.span) for place in record.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Tartus and Latakia overnight.", ["Tartus", "Latakia"]),
        ("Residents fled to Homs, Hama and Latakia.", ["Homs", "Hama", "Latakia"]),
        ("The students of Aleppo University returned.", []),
        ("She told the Washington Post that she would leave.", []),
        ("Russian soldiers shot at Syrian farmers.", []),
        ("A court in Paris, Texas, heard the case.", ["Paris", "Texas"]),
        ("Fighting broke out near the Rafah crossing.", ["Rafah crossing"]),
        ("Drones struck southern Gaza and the occupied West Bank.", ["Gaza", "West Bank"]),
        ("Us and them: it is hard to say Of whom.", []),
        ("The Society of Aleppo's New Artisans (SANA) met in Hama.", ["Hama"]),
        ("Washington and the Taliban had been holding direct talks in Doha.", ["Washington", "Doha"]),
        ("The quake hit Amatrice and Pescara del Tronto in Italy.", ["Amatrice", "Pescara del Tronto", "Italy"]),
        ("Rain in Hungary flooded Devecser on Monday.", ["Hungary", "Devecser"]),
        ("The envoys met in the Hotel Humboldt above Caracas.", ["Caracas"]),
        ("Junta spokesman Tun Aye spoke in Yangon.", ["Yangon"]),
    ],
)
def test_names_that_are_places(read: Read, text: str, expected: list[str]) -> None:
    assert names(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Mali the army left Gao for Ansongo. Rebels took Bourem.", ["Mali", "Gao", "Ansongo", "Bourem"]),
        ("In Congo the rebels entered Masisi and Walikale, and the army fled Sake.", ["Congo", "Masisi", "Walikale", "Sake"]),
        ("The convoy was ambushed at Tongomayel on the road from Djibo.", ["Tongomayel", "Djibo"]),
        ("Two villagers were killed near Deir Qubil when shells landed.", ["Deir Qubil"]),
        ("The rebels withdrew from Sarabeta to Omkalai hill.", ["Sarabeta", "Omkalai hill"]),
        ("Soldiers found three bodies at Marabel, Sorpi district, on Friday.", ["Marabel", "Sorpi district"]),
        ("Voters left Odinga for Ruto, and Kenyan farmers lost faith in Ruto.", []),
        ("His daughter, Florence, was hurt in Gori, Georgia.", ["Gori", "Georgia"]),
        ("The KLT said that its man in Rutshuru had lost touch with the KLT.", ["Rutshuru"]),
    ],
)
def test_names_that_the_parser_takes_for_somebody(read: Read, text: str, expected: list[str]) -> None:
    assert names(read(text)) == expected


def test_an_unknown_place_lies_where_the_others_do(read: Read) -> None:
    places = read("Shells fell on Kutum and Mellit in Darfur. Three people died at Orkalei, an aid worker said in Kabkabiya.").places
    assert [place.country for place in places if place.name == "Orkalei"] == ["SDN"]


def test_of_two_countries_none_is_guessed(read: Read) -> None:
    places = read("They met in Geneva and in Muscat. Two people died in Orkalei, the envoy said in Geneva.").places
    assert [place.country for place in places if place.name == "Orkalei"] == [None]


def test_a_namesake_far_away_is_not_meant(read: Read) -> None:
    record = read("Gunmen came to Fada N'Gourma from Diapaga in Burkina Faso. The hospital in Fada took in forty people, some from Kaya.")
    fada = [place for place in record.places if record.words(place.span) == "Fada"]
    assert [place.country for place in fada] == ["BFA"]


PARTIES = (
    "Russia condemned the raid. Iran accused Israel of murder. Turkey warned Greece over the islands, and Russia held talks with Iran."
    " A summit opened in Russia on Monday."
)


def test_states_that_act_are_parties_where_states_deal_with_each_other(read: Read) -> None:
    assert names(read(PARTIES)) == ["Russia"]


def test_among_states_whoever_does_anything_acts(read: Read) -> None:
    text = (
        "Oman hosted the envoys of Iran. Qatar urged Iran to reply, and Egypt renewed its call. Iran accused Israel. Oman lies on the Gulf."
    )
    assert [name for name in names(read(text)) if name != "Gulf"] == ["Oman"]


def test_one_state_that_says_something_is_still_a_place(read: Read) -> None:
    assert names(read("Canada said the harvest in Manitoba and Alberta was poor. Rain is due in Winnipeg and Calgary.")) == [
        "Canada", "Manitoba", "Alberta", "Winnipeg", "Calgary",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("He was born in Paris, Texas.", "Paris", "USA", "Texas"),
        ("He was born in Paris.", "Paris", "FRA", "Île-de-France"),
        ("She lives in Birmingham, Ala., with her sons.", "Birmingham", "USA", "Alabama"),
        ("Police in Tripoli, in northern Lebanon, opened fire.", "Tripoli", "LBN", None),
        ("Snipers held the Syrian city of Hama.", "Hama", "SYR", None),
        ("New York Gov. Ann Holt signed the bill.", "New York", "USA", "New York"),
        ("WASHINGTON - A flight from Seattle and Spokane was late.", "WASHINGTON", "USA", "District of Columbia"),
    ],
)
def test_which_place_is_meant(read: Read, text: str, name: str, country: str, admin1: str | None) -> None:
    record = read(text)
    place = next(place for place in record.places if record.words(place.span) == name)
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


def test_a_great_river_has_a_point_and_no_country(read: Read) -> None:
    place = read("The barge sank in the Rhine near Duisburg.").places[0]
    assert (place.name, place.kind, place.country) == ("Rhine", "water", None)
    assert place.latitude is not None


def test_the_town_unless_the_words_say_province(read: Read) -> None:
    kinds = {place.kind for place in read("Bombs fell on Idlib.").places} | {place.kind for place in read("Aleppo is in ruins.").places}
    assert kinds == {"city"}
    assert [place.kind for place in read("Villages in Idlib province were shelled.").places] == ["region"]


def test_a_name_that_no_gazetteer_knows_has_no_point(read: Read) -> None:
    places = read("They fled to the villages of Kafr Zarqoun and Umm Quftan near Aleppo.").places
    assert all((place.latitude is None) == (place.longitude is None) for place in places)
    assert not any(place.latitude == 0 and place.longitude == 0 for place in places)
