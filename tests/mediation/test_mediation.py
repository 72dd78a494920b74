"""Acts of mediation: sentences of our own, who is who in them, and what is none of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.model.record import MediationAct, Record

Read = Callable[..., Record]


def names(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in record.actors if actor.id in ids}


def only(record: Record, act: str) -> MediationAct:
    found = [one for one in record.mediation if one.act == act]
    assert len(found) == 1, [one.act for one in record.mediation]
    return found[0]


def test_the_host_of_talks_between_two_is_the_third_party(read: Read) -> None:
    record = read("Norway hosted peace talks between Ethiopia and Eritrea in Oslo on Monday.")
    act = only(record, "host")
    assert names(record, act.third_parties) == {"Norway"}
    assert names(record, act.parties) == {"Ethiopia", "Eritrea"}
    assert act.place is not None and next(place.name for place in record.places if place.id == act.place) == "Oslo"


def test_the_same_state_is_a_party_where_the_conflict_is_its_own(read: Read) -> None:
    mediator = read("Turkey mediated between Somalia and Ethiopia, and both agreed to a truce.")
    party = read("Norway mediated between Turkey and Greece, and both agreed to a truce.")
    assert names(mediator, only(mediator, "broker").third_parties) == {"Turkey"}
    assert "Turkey" in names(party, only(party, "broker").parties)


def test_an_appeal_for_a_ceasefire(read: Read) -> None:
    record = read("The African Union urged Sudan's army to accept an immediate ceasefire.")
    act = only(record, "appeal")
    assert names(record, act.third_parties) == {"African Union"} and act.subject == "ceasefire"
    assert any(record.words(term.span) == "an immediate ceasefire" and term.value == "immediate ceasefire" for term in act.term_values)


def test_who_asks_for_help_is_not_the_mediator(read: Read) -> None:
    record = read("Armenia appealed for France's assistance in ending the war with Azerbaijan.")
    act = only(record, "appeal")
    assert names(record, act.third_parties) == {"France"}
    assert act.requested_by is not None and names(record, (act.requested_by,)) == {"Armenia"}


def test_a_named_mediator_stands_for_whom_he_serves(read: Read) -> None:
    record = read("Swiss Foreign Minister Anna Keller met Colombian President Juan Ortiz in Geneva to discuss a truce in Colombia.")
    act = only(record, "talks")
    assert names(record, act.third_parties) == {"Switzerland"} and names(record, act.parties) == {"Colombia"}
    assert names(record, act.mediators) == {"Anna Keller"}


def test_what_is_asked_for_is_not_done(read: Read) -> None:
    record = read("Jordan urged Yemen and Oman to agree to a ceasefire.")
    assert [act.act for act in record.mediation] == ["appeal"]


@pytest.mark.parametrize(
    "text",
    [
        "The mediator in the divorce met the couple's lawyers on Tuesday.",
        "The two pop stars declared a truce after months of insults.",
        "Germany met Spain in the final and lost 2-1.",
        "The unions rejected the pay deal and broke off talks with the airline.",
        "The judge urged both lawyers to settle the case.",
        "France and Italy held talks about the price of cheese.",
        "The company brokered a merger between two banks.",
    ],
)
def test_what_is_no_mediation(read: Read, text: str) -> None:
    assert read(text).mediation == ()


def test_sport_business_and_courts_hold_no_mediation(read: Read) -> None:
    """110 sentences of our own with the words of mediation in them; figures and limits are in docs/explanation/mediation.md."""
    lines = (Path(__file__).parent / "elsewhere.txt").read_text(encoding="utf-8").splitlines()
    wrong = [line for line in lines if read(line).mediation]
    assert len(wrong) <= 2, wrong


def test_an_offer_to_mediate_is_an_offer_not_mediation_done(read: Callable[..., Record]) -> None:
    acts = read("Norway's offer to mediate between Sudan and Ethiopia came on Monday, a week after the truce collapsed.").mediation
    assert [(act.act, act.status) for act in acts if act.act in ("offer", "broker")] == [("offer", "announced")]


def test_talks_between_two_need_no_other_word_of_conflict(read: Read) -> None:
    act = only(read("Qatar hosted talks between Rwanda and Burundi in Doha."), "host")
    assert act.parties and act.third_parties
    assert read("Switzerland hosted trade talks between China and the United States.").mediation == ()


def test_a_grouping_stands_for_its_members(read: Read) -> None:
    record = read("States including Chad, Niger and Togo urged an immediate ceasefire in Mali.")
    assert names(record, only(record, "appeal").third_parties) == {"Chad", "Niger", "Togo"}


def test_a_state_that_talks_with_those_it_fights_is_a_party(read: Read) -> None:
    record = read("The Colombian government and the National Liberation Army opened a third round of peace talks in Havana.")
    act = only(record, "talks")
    assert "Colombia" in names(record, act.parties) and not act.third_parties


def test_whoever_is_told_must_be_somebody(read: Read) -> None:
    told = read("Norwegian Foreign Minister Kari Dahl told Ethiopian Prime Minister Abebe Tessema that the war in Tigray must end.")
    press = read("Norwegian Foreign Minister Kari Dahl told Reuters that the war in Tigray must end.")
    assert "Norway" in names(told, tuple(name for act in told.mediation for name in act.third_parties))
    assert not [act for act in press.mediation if act.act == "talks"]


def test_the_venue_is_found_behind_a_palace(read: Read) -> None:
    record = read("Egyptian and Jordanian envoys met at the presidential palace in Cairo to discuss a truce in Yemen.")
    place = only(record, "talks").place
    assert place is not None and next(found.name for found in record.places if found.id == place) == "Cairo"


@pytest.mark.parametrize(
    "text",
    [
        "The gunman killed two people at the bar. Anna Roe, a singer, met her brother and told Paul Doe that she would come home.",
        "After the attack on the shop, the actress called her mother and visited Jane Roe in hospital.",
    ],
)
def test_private_people_who_meet_after_a_crime_do_not_mediate(read: Read, text: str) -> None:
    assert read(text).mediation == ()


def test_who_hosts_has_a_part_in_what_both_sides_agree(read: Read) -> None:
    record = read("Peru hosted the leaders of Chad and Mali in Lima for talks on the border war, and both sides agreed to a ceasefire.")
    assert [act.act for act in record.mediation] == ["host", "agree"]
    assert names(record, only(record, "agree").third_parties) == {"Peru"}


def test_the_deal_that_is_refused_is_the_one_told_before(read: Read) -> None:
    record = read("Qatar brokered a ceasefire between Chad and the FACT rebels on Monday. The UFR movement rejected the agreement.")
    assert names(record, only(record, "reject").third_parties) == {"Qatar"}
    other = read("Qatar brokered a ceasefire between Chad and the FACT rebels on Monday. The UFR movement rejected a trade agreement.")
    assert not [act for act in other.mediation if act.act == "reject" and act.third_parties]


def test_a_broken_truce_names_who_had_brokered_it(read: Read) -> None:
    record = read("Government troops shelled two villages, violating a ceasefire that Algeria and France had mediated last year.")
    assert names(record, only(record, "violate").third_parties) == {"Algeria", "France"}


def test_an_appeal_to_the_sides_whoever_they_are(read: Read) -> None:
    record = read("The African Union brokered a truce in Mali on Monday. Its envoy, Ali Diarra, urged all armed groups to honour it.")
    assert names(record, only(record, "appeal").third_parties) == {"African Union"}


def test_talks_by_telephone(read: Read) -> None:
    record = read("Ghana's president met the junta leader to discuss a truce, and spoke by telephone with Niger's president.")
    assert [act.act for act in record.mediation] == ["talks", "talks"]
    assert "Niger" in names(record, record.mediation[1].third_parties)


def test_a_truce_has_its_start(read: Read) -> None:
    record = read("Ethiopia and the rebels signed a 60-day ceasefire starting on 3 May 2024.")
    values = {(term.kind, term.value) for term in only(record, "agree").term_values}
    assert {("start", "2024-05-03"), ("duration", "P60D"), ("kind", "ceasefire")} <= values


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Geneva will focus on an exchange of prisoners.",
        "The war goes on. Greece said that it would consult its partners.",
        "The war goes on. The Greek foreign minister called the attack a crime and visited his lawyers.",
        "An actress called for an end to gun violence after her brother died.",
        "Spain did not say whether it would send an envoy to the war.",
    ],
)
def test_what_is_told_in_a_war_and_is_no_act(read: Read, text: str) -> None:
    assert read(text).mediation == ()
