"""One sentence about mediation in a report that otherwise tells of fighting: no word of peace stands near it but its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import MediationAct, Record

Read = Callable[..., Record]

REPORT = """Fighting between the army of Mali and rebels of the Northern Front entered a third week, with shelling near Kessin.

At least 14 people were killed on Thursday, hospital staff said. Residents described soldiers going from house to house.

The road to the south has been cut since Monday. Two trucks were burned at a bridge.

{}

Prices in the market have doubled. A teacher said that her pupils had not come for days.

Doctors at the clinic said they had no more blood. The governor closed the schools until further notice.

A spokesman for the army said eleven rebels had been shot. The rebels denied it.
"""


def names(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in record.actors if actor.id in ids}


def acts(read: Read, sentence: str) -> tuple[Record, list[MediationAct]]:
    record = read(REPORT.format(sentence))
    return record, list(record.mediation)


@pytest.mark.parametrize(
    ("sentence", "act", "third"),
    [
        ("Ethiopia turned down the plan submitted by Norway and Canada in March.", "reject", {"Norway", "Canada"}),
        ("The government accepted the plan drawn up by the African Union.", "accept", {"African Union"}),
        ("A 21-day truce proposed by France and Kenya was accepted by the government.", "accept", {"France", "Kenya"}),
        ("The Norwegian ambassador, Karin Dahl, has been shuttling between Kessin and the rebel camp.", "shuttle", {"Norway"}),
        ("Talks that Kenya hosted in Nairobi last week ended without a joint statement.", "collapse", {"Kenya"}),
        ("The UN has appealed to both parties for a 48-hour pause, so far in vain.", "appeal", {"United Nations"}),
        ("The army refuses to negotiate with what it calls bandits.", "reject", set()),
        ("In 2011 a Swiss diplomat arranged the first meeting between the two sides in four years.", "host", {"Switzerland"}),
        ("Norway and Kenya act as guarantors of the process.", "broker", {"Norway", "Kenya"}),
        ("Egypt welcomed the invitation to talks in Manama.", "accept", {"Egypt"}),
        ("Chad, which closed its embassy, proposed to host talks of the two leaders.", "offer", {"Chad"}),
        ("The army rejected a Turkish offer to mediate.", "reject", {"Turkey"}),
    ],
)
def test_an_act_by_its_own_words(read: Read, sentence: str, act: str, third: set[str]) -> None:
    record, found = acts(read, sentence)
    matching = [one for one in found if one.act == act]
    assert matching, [one.act for one in found]
    assert names(record, matching[0].third_parties) == third


def test_talks_that_break_down_name_their_sides(read: Read) -> None:
    _, found = acts(read, "Negotiations between the army and the rebels over a corridor broke down on Wednesday.")
    assert [one.act for one in found] == ["collapse"]
    assert len(found[0].parties) == 2 and not found[0].third_parties


def test_a_bishop_who_speaks_for_no_state_is_the_third_party(read: Read) -> None:
    record, found = acts(read, "Bishop Daniel Okot asked the rebels to lay down their weapons.")
    assert [one.act for one in found] == ["appeal"]
    assert names(record, found[0].third_parties) == {"Daniel Okot"} == names(record, found[0].mediators)


def test_it_points_back_to_the_proposal(read: Read) -> None:
    record, found = acts(read, "The government accepted the plan drawn up by the African Union. Chad rejected it.")
    assert [one.act for one in found] == ["accept", "reject"]
    assert all(names(record, one.third_parties) == {"African Union"} for one in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinic turned down every request for medicine.",
        "The governor accepted the resignation of two teachers.",
        "A truck broke down at the bridge, and the market broke up early.",
        "He rejected it.",
        "Doctors urged the ministry to send blood.",
        "The school reached alarming levels of dirt and renewed its call for water.",
    ],
)
def test_what_is_no_mediation_amid_war(read: Read, sentence: str) -> None:
    assert not acts(read, sentence)[1]


def test_the_members_of_a_grouping_stand_for_it(read: Read) -> None:
    record = read(
        "The Quad for Yemen (Britain, Saudi Arabia, the United Arab Emirates and the United States) welcomed the truce. "
        "The Quad called on both sides in Yemen to keep the ceasefire."
    )
    members = {"United Kingdom", "Saudi Arabia", "United Arab Emirates", "United States"}
    assert {one.act for one in record.mediation} == {"accept", "appeal"}
    assert all(names(record, one.third_parties) == members for one in record.mediation)


def test_a_movement_is_a_party_by_its_own_name(read: Read) -> None:
    record = read("Britain held talks with Sudan's paramilitary Rapid Support Forces about an end to the war in Sudan.")
    assert [names(record, one.parties) for one in record.mediation] == [{"Rapid Support Forces"}]


def test_an_adviser_on_security_makes_his_land_no_party(read: Read) -> None:
    record = read("Canada's national security adviser, Jane Roe, met Lebanese officials in Beirut to discuss the fighting in Lebanon.")
    assert [names(record, one.third_parties) for one in record.mediation] == [{"Canada"}]


def test_what_is_announced_is_done_by_those_who_agree(read: Read) -> None:
    record = read("Norway announced that Ethiopia and Eritrea had agreed to a ceasefire.")
    assert [(one.act, names(record, one.parties)) for one in record.mediation] == [("agree", {"Ethiopia", "Eritrea"})]


def test_both_sides_are_the_parties_where_one_is_a_force(read: Read) -> None:
    text = "Colombia and the ELN rebels opened talks on Monday. Norway urged both sides to extend the ceasefire."
    record = read(text)
    (appeal,) = [act for act in record.mediation if act.act == "appeal"]
    assert names(record, appeal.third_parties) == {"Norway"}
    assert names(record, appeal.parties) == {"Colombia", "National Liberation Army"}
