"""Tolls: sentences of our own, and what each must give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record, Toll

Read = Callable[..., Record]


def brief(toll: Toll) -> tuple[str, int | None, int | None, str]:
    return toll.kind, toll.low, toll.high, toll.qualifier


CASES: list[tuple[str, list[tuple[str, int | None, int | None, str]]]] = [
    ("Five miners were killed and 12 injured in the collapse.", [("killed", 5, 5, "exact"), ("injured", 12, 12, "exact")]),
    ("The blast left 12 dead and dozens wounded.", [("killed", 12, 12, "exact"), ("injured", 24, None, "vague")]),
    (
        "Gunmen shot dead a teacher near the market, killing also at least 3 guards.",
        [("killed", 1, 1, "exact"), ("killed", 3, None, "at_least")],
    ),
    ("The shelling killed a woman and her two children.", [("killed", 1, 1, "exact"), ("killed", 2, 2, "exact")]),
    ("Between 20 and 30 sailors died when the ferry sank.", [("killed", 20, 30, "range")]),
    ("The feud has cost more than 1,400 lives.", [("killed", 1400, None, "more_than")]),
    ("The death toll rose to 31 on Friday.", [("killed", 31, 31, "exact")]),
    ("No casualties were reported.", [("killed_or_injured", 0, 0, "zero")]),
    ("Nearly 2.5 million people have been displaced.", [("displaced", None, 2500000, "nearly")]),
    ("Some 4,00,000 villagers fled the floods.", [("displaced", None, None, "about")]),
    ("Rebels kidnapped half a dozen nurses.", [("abducted", 6, 6, "exact")]),
    ("Tens of thousands of residents were trapped in the town.", [("trapped", 20000, None, "vague")]),
    ("The army ordered thousands of villagers to evacuate the valley.", [("evacuated", 2000, None, "vague")]),
    ("Floods killed as many as 40 farmers, among them 12 women.", [("killed", None, 40, "up_to"), ("killed", 12, 12, "exact")]),
    ("Two dozen hikers are still missing.", [("missing", 24, 24, "exact")]),
    ("The raid killed and wounded 80 recruits.", [("killed_or_injured", 80, 80, "exact")]),
    ("At least 11 and up to 15 pilgrims were killed in the crush.", [("killed", 11, 15, "range")]),
    ("The deaths of 12 divers shocked the port.", [("killed", 12, 12, "exact")]),
    ("A clerk was injured by a shell and later died.", [("killed", 1, 1, "exact")]),
    ("Mother of 4 killed in shelling", [("killed", 1, 1, "exact")]),
    ("Niger: 17 soldiers dead, 8 missing after ambush", [("killed", 17, 17, "exact"), ("missing", 8, 8, "exact")]),
    ("A soldier was killed and another hurt near the dam.", [("killed", 1, 1, "exact"), ("injured", 1, 1, "exact")]),
    ("Three guards were shot, two fatally, at the gate.", [("killed", 2, 2, "exact")]),
    ("Three sailors have not been found.", [("missing", 3, 3, "exact")]),
    (
        "Shelling killed four people in Talata, two in Birnin and one at the mill.",
        [("killed", 4, 4, "exact"), ("killed", 2, 2, "exact"), ("killed", 1, 1, "exact")],
    ),
]


@pytest.mark.parametrize(("text", "tolls"), CASES, ids=[text[:40] for text, _ in CASES])
def test_tolls(read: Read, text: str, tolls: list[tuple[str, int | None, int | None, str]]) -> None:
    assert [brief(toll) for toll in read(text).tolls] == tolls


@pytest.mark.parametrize(
    "text",
    [
        "The senate killed 12 bills in a week.",
        "A 42-year-old driver paid 300 dollars.",
        "The storm killed 30 cows and damaged 14 houses.",
        "Voters in 12 towns cast 4,000 ballots.",
        "The team has lost 12 games and is missing a striker.",
        "Shares were hit hard and fell by 12 percent.",
        "The rocket flew 200 kilometres and destroyed three tanks.",
        "The visitors left the camp and 40 hikers left the hut.",
        "Twelve pupils live in the town and learn in two schools.",
        "The bridge is in poor condition, two engineers said.",
        "The club eliminated tolls between exits 4 and 9 at Interstate 17.",
        "Drivers crossed the bridge with no guarantees and no complaints about arrests.",
        "The two oaks were struck by lightning and four lost their crowns.",
    ],
)
def test_what_is_no_toll(read: Read, text: str) -> None:
    assert read(text).tolls == ()


def test_a_part_names_its_whole(read: Read) -> None:
    whole, part = read("The strike killed 40 people, including 14 children.").tolls
    assert part.part_of == whole.id and part.number == 14 and part.civilians


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The strike killed nine people. Seven of them were paramedics.", [7]),
        ("At least 30 miners were abducted on Tuesday. Among them were a foreman and three cooks.", [1, 3]),
        ("The blast killed four and wounded nine. Three of them were pupils.", []),
        ("The strike killed nine people. Twelve of them were paramedics.", []),
        ("The strike killed nine people. Seven of them are large.", []),
    ],
)
def test_the_next_sentence_tells_a_part(read: Read, text: str, parts: list[int]) -> None:
    tolls = read(text).tolls
    assert [toll.number for toll in tolls if toll.part_of == tolls[0].id] == parts


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Gunmen killed 40 people last year.", True),
        ("Forty people have been killed since Monday.", True),
        ("Eight soldiers died on Wednesday, the deadliest day there since 2006.", False),
        ("On 12 May last year the army expelled 24,000 farmers.", False),
    ],
)
def test_what_is_a_running_count(read: Read, text: str, running: bool) -> None:
    (toll,) = read(text).tolls
    assert toll.cumulative is running


def test_the_day_of_a_since_clause_begins_the_count(read: Read) -> None:
    (toll,) = read("More than 6,000 civilians have been killed since the army seized power in February 2021.").tolls
    assert (toll.begin, toll.end) == ("2021-02-01", "2024-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian envoy counted at least 30 wounded at the hospital.",
        "Norwegian monitors documented the injury of a girl in the old town.",
        "Daily count | 24 soldiers killed on April 28 across the north",
    ],
)
def test_who_counts_or_suffers_did_not_do_it(read: Read, text: str) -> None:
    assert [toll.perpetrators for toll in read(text).tolls] == [()]


def test_what_a_person_is_counts_nobody_more(read: Read) -> None:
    (toll,) = read("Police arrested Samir Haddad, a former clerk and a relative of the mayor.").tolls
    assert brief(toll) == ("detained", 1, 1, "exact")


def test_a_bound_has_its_words(read: Read) -> None:
    record = read("More than 2,000 people were killed.")
    (toll,) = record.tolls
    assert toll.qualifier_span is not None and record.words(toll.qualifier_span) == "More than"
    assert record.words(toll.span) == "2,000" and toll.of == "people"


def test_a_toll_has_the_day_of_its_act(read: Read) -> None:
    record = read(
        "Rebels shelled the town of Kalbar on Monday, killing four people. Six people were killed when the army bombed a camp on Tuesday."
    )
    assert [(toll.low, toll.begin, toll.end) for toll in record.tolls] == [(4, "2024-04-29", "2024-04-29"), (6, "2024-04-30", "2024-04-30")]
    (toll,) = read("Rebels shelled the town of Kalbar, killing four people.").tolls
    assert (toll.begin, toll.end) == (None, None)


def test_since_the_war_began_is_dated_by_the_report(read: Read) -> None:
    record = read("The war began on April 15, 2023. Since the war began, more than 9,000 people have been killed.")
    (toll,) = record.tolls
    assert (toll.cumulative, toll.begin, toll.end) == (True, "2023-04-15", "2024-05-03")


def test_no_fewer_than_is_not_none(read: Read) -> None:
    (toll,) = read("No fewer than 25 traders were kidnapped.").tolls
    assert brief(toll) == ("abducted", 25, None, "at_least")


def test_a_date_beside_a_passive_is_nobody(read: Read) -> None:
    assert [toll.number for toll in read("On Monday, 16 October 2023, at least five civilian clerks were killed.").tolls] == [5]


@pytest.mark.parametrize("text", ["Three civilians kil-led in shelling.", "Three civilians kil*led in shelling."])
def test_a_word_cut_by_its_publisher(read: Read, text: str) -> None:
    assert [brief(toll) for toll in read(text).tolls] == [("killed", 3, 3, "exact")]
