"""Who takes part in the acts of whole reports, and where they are: reports of our own in eight manners, and sentences for one rule each."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.model.record import Event, Record

Read = Callable[..., Record]


def _words(record: Record, event: Event, ids: tuple[str, ...]) -> list[str]:
    """The words of each participant in the report, and those that stand for it in this act."""
    text = record.document.text
    by_id = {actor.id: actor for actor in record.actors}
    spans = [mention.span for name in ids for mention in by_id[name].mentions] + [event.spans[name] for name in ids]
    return [text[span.start : span.end] for span in spans]


def _meets(record: Record, event: Event, ids: tuple[str, ...], wanted: str) -> bool:
    names = [name.strip() for name in wanted.split(";")]
    if not ids:
        return "-" in names
    return any(name in words for name in names if name != "-" for words in _words(record, event, ids))


def _right(record: Record, acts: list[str]) -> int:
    text = record.document.text
    right = 0
    left = list(record.events)
    for act in acts:
        anchor, sources, targets = (part.strip() for part in act.split("|"))
        event = next((one for one in left if anchor in text[one.anchor.start : one.anchor.end]), None)
        if event is not None:
            left.remove(event)
            right += _meets(record, event, event.sources, sources) and _meets(record, event, event.targets, targets)
    return right


def test_participants_of_whole_reports(read: Read) -> None:
    """Recall and precision of acts with both their sides right. What is missed: docs/explanation/events.md."""
    reports = tomllib.loads((Path(__file__).parent / "reports.toml").read_text(encoding="utf-8"))["report"]
    records = [(read(report["text"]), report["acts"]) for report in reports]
    right = sum(_right(record, acts) for record, acts in records)
    wanted = sum(len(acts) for _, acts in records)
    given = sum(len(record.events) for record, _ in records)
    assert wanted == 50
    assert right / wanted >= 0.80
    assert right / given >= 0.70


@pytest.mark.parametrize(
    ("text", "anchor", "sources", "targets"),
    [
        ("Kenya delivered food to Juba.", "delivered", "Kenya", "Juba"),
        ("Norway suspended aid deliveries in Kismayo.", "suspended", "Norway", "Kismayo"),
        ("Rebels bombed a Danish consulate in Lagos.", "bombed", "Rebels", "Danish"),
        ("In May, Chad launched air strikes, targeting camps in Darfur.", "air strikes", "Chad", "Darfur"),
        ("Sudan responded by firing rockets and sending drones into Chadian territory.", "rockets", "Sudan", "Chadian"),
        ("The fighting between Armenia and Azerbaijan resumed.", "fighting", "Armenia", "Azerbaijan"),
        ("The talks between Oman and Qatar collapsed.", "collapsed", "Oman", "Qatar"),
        ("Jordan and Britain have agreed to hold elections together.", "agreed", "Jordan", "Britain"),
        ("Israel and Hamas met in Doha. The two sides signed a truce.", "signed", "Israel", "Hamas"),
        ("Police said two rebels had been arrested.", "arrested", "Police", "rebels"),
        ("Two hostages held by the Taliban since March were released on Monday.", "released", "Taliban", "hostages"),
        ("The rebels attacked the camp. Sweden condemned the attack.", "condemned", "Sweden", "rebels"),
        ("Turkish and Greek negotiators agreed to a truce.", "agreed", "Turkish", "Greek"),
        ("Forces loyal to Ali Abdullah Saleh shelled Taiz.", "shelled", "Ali Abdullah Saleh", "Taiz"),
        ("The Seychelles prime minister spoke by telephone with Kenya's defence minister.", "spoke", "Seychelles; minister", "Kenya"),
        ("A prisoner exchange freed nearly 40 people.", "freed", "-", "people"),
        ("A policeman said three men were detained in Mombasa.", "detained", "policeman", "men"),
        ("Chad and Sudan agreed to a ceasefire. The rebels rejected the deal.", "rejected", "rebels", "Sudan"),
        ("Togo accused Benin of arming rebels. Benin rejected the accusation.", "rejected", "Benin", "Togo"),
        ("Cuban and Chilean envoys discussed the crisis in a phone call.", "discussed", "Cuban", "Chilean"),
        ("The army said that its troops had retaken a road near Wau.", "retaken", "troops; its troops", "Wau"),
        ("The presidents of Kenya and Uganda met in Nairobi.", "met", "Kenya", "Uganda"),
        ("Clashes between Kenya and Uganda left nine soldiers dead.", "Clashes", "Kenya", "Uganda"),
        ("Two rebels were shot dead in a gunfight with Ghanaian soldiers.", "gunfight", "soldiers", "rebels"),
        ("Chad and Niger signed a truce after talks brokered by Oman.", "brokered", "Oman", "Niger"),
        ("Some forty dissidents are held in Chadian prisons.", "held", "Chadian", "dissidents"),
        ("Togo cut its ties with Benin. Ghana criticised the decision.", "criticised", "Ghana", "Togo"),
        ("Shelling killed four in Aleppo on Monday.", "Shelling", "-", "four"),
        ("The hostages were let go by the Taliban.", "let go", "Taliban", "hostages"),
        (
            "Togo praised the army. Police said two rebels were held. A police officer said a priest was detained.",
            "detained",
            "Police",
            "priest",
        ),
        ("Togo accused Benin of arming rebels. Benin denied the accusation.", "denied", "Benin", "Togo"),
        ("Three Swedes were detained in Chad on Monday, Chad's government said.", "detained", "Chad", "Swedes"),
        ("Ethiopian troops attacked Eritrean troops near Badme. Eritrea bombed a town.", "bombed", "Eritrea", "town; Ethiopia"),
        ("Chad expelled an envoy and Sudan responded by closing the border.", "closing", "Sudan", "-; Chad"),
        ("Gabon said it had withdrawn from the African Union.", "withdrawn", "Gabon", "African Union"),
        ("On a visit to Ankara, Sweden's envoy met Turkey's president.", "visit", "envoy", "Ankara"),
    ],
)
def test_one_rule_each(read: Read, text: str, anchor: str, sources: str, targets: str) -> None:
    record = read(text)
    told = [event for event in record.events if anchor in record.document.text[event.anchor.start : event.anchor.end]]
    assert told, record.events
    assert _meets(record, told[0], told[0].sources, sources)
    assert _meets(record, told[0], told[0].targets, targets)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Saudi jets bombed Houthi camps near Marib.", "Marib"),
        ("Rebels and officials held talks in Doha.", "Doha"),
        ("The strikes on Gaza killed nine people.", "Gaza"),
        ("Russia condemned the strikes on Gaza.", None),
        ("The ministers met on Friday.", None),
    ],
)
def test_where_an_act_was(read: Read, text: str, place: str | None) -> None:
    record = read(text)
    places = {one.id: record.document.text[one.span.start : one.span.end] for one in record.places}
    event = record.events[0]
    assert (places[event.place] if event.place is not None else None) == place


def test_a_harm_told_beside_an_act_is_that_act(read: Read) -> None:
    record = read("Gunmen attacked an army post, killing six soldiers and wounding ten.")
    assert len(record.events) == 1
    words = _words(record, record.events[0], record.events[0].targets)
    assert any("soldiers" in word for word in words)


def test_harm_told_in_the_next_sentence_is_that_of_the_attack(read: Read) -> None:
    one = read("Rebels attacked a camp near Goma. Nine soldiers were killed and six wounded.")
    assert len(one.events) == 1
    assert any("soldiers" in word for word in _words(one, one.events[0], one.events[0].targets))
    apart = read("Rebels attacked a camp near Goma. Nine soldiers were killed in Beni on Monday.")
    assert len(apart.events) == 2


@pytest.mark.parametrize(
    ("text", "no_act"),
    [
        ("Ghana's government insisted that the raid was legal.", "insisted"),
        ("Ghana's president is expected to visit Togo on Monday.", "expected"),
        ("The World Food Programme warned that food would run out by May.", "warned"),
        ("At least nine people were killed and 12 wounded on Sunday when rockets hit a camp in Gaza.", "killed"),
        ("Nine soldiers were killed when suspected Houthi fighters overran a base in Yemen.", "killed"),
        ("Norway called the attack on Gaza a crime.", "called the attack"),
        ("A spokesman for Ghana's government declined to comment.", "declined"),
        ("Togo's police arrested a banker accused of fraud.", "accused"),
        ("Thousands of villagers have left Kordofan, Sudan's government said.", "left"),
        ("KANSAS CITY - Four men were charged with murder.", "charged"),
        ("Ghana's army denied reports that it had shelled a village.", "denied"),
        ("Farmers blocked a road in Togo to protest against a tax.", "protest"),
    ],
)
def test_what_is_no_act_of_its_own(read: Read, text: str, no_act: str) -> None:
    anchors = [text[event.anchor.start : event.anchor.end] for event in read(text).events]
    assert no_act not in anchors


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ghana's government insisted that Togo must release the pilots.", "insisted"),
        ("The rebels warned that they would attack Bamako.", "warned"),
        ("Nine soldiers were killed in Gaza on Sunday, and Israel bombed Rafah.", "killed"),
    ],
)
def test_their_twins_are_acts(read: Read, text: str, asked: str) -> None:
    anchors = [text[event.anchor.start : event.anchor.end] for event in read(text).events]
    assert any(asked in anchor for anchor in anchors)
