"""One made-up week of a real kind of war in twelve reports of our own, through the real reader: its history is known and comes out exactly.

On Monday a market is shelled (told by five reports, two of them one agency copy, and denied by the side that is blamed), on Thursday a camp
is bombed (two reports, two sides, two figures), on Sunday a post is shelled. Norway offers to mediate, one side accepts, talks are held, a
truce of seven days is agreed and broken.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger.incidents import Incident
from onrecord.ledger.mediation_tables import ceasefire_rows, mend_rows
from onrecord.reading.pipeline import Reader
from onrecord.sources.jsonl import read_line
from onrecord.store import Filter, Store, gather, history, open_store

WEEK = Path(__file__).parents[2] / "examples" / "week" / "reports.jsonl"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def store(reader: Reader) -> Iterator[Store]:
    lines = WEEK.read_bytes().splitlines()
    random.Random(3).shuffle(lines)
    with open_store(":memory:") as opened:
        for line in lines:
            opened.add(reader.read(read_line(line, "week")))
        yield opened


def keys(store: Store, incident: Incident) -> set[str]:
    return {store.record(report).document.key for report in incident.reports}


def test_three_attacks_and_who_tells_them(store: Store) -> None:
    market, camp, post = history.incidents(store, Filter(act="ASSAULT"))
    assert (market.first_day, camp.first_day, post.first_day) == ("2031-05-05", "2031-05-08", "2031-05-11")
    assert keys(store, market) == {"mon-courier", "mon-agency", "mon-copy", "tue-front", "wed-toll"} and market.independent == 4
    assert keys(store, camp) == {"thu-strike", "thu-strike2"} and camp.independent == 2 and camp.place == "Kassala"
    assert keys(store, post) == {"sun-violation"}
    assert market.sources[0] == "Atbara Liberation Front" and market.denied_by == ("Idris Taha",)
    assert market.country is None or market.country == "SDN"


def test_a_rising_toll_and_two_sides(store: Store) -> None:
    ledger = history.open_ledger(store)
    market, camp, _ = history.incidents(store, Filter(act="ASSAULT"), ledger)
    tallies = {tally.kind: tally for tally in history.incident_tolls(store, market, ledger)}
    killed = tallies["killed"]
    assert [(c.said, c.low, c.high, c.superseded_by is not None) for c in killed.claims] == [
        ("2031-05-05", 9, None, True),
        ("2031-05-05", 9, 9, True),
        ("2031-05-06", 4, 4, False),
        ("2031-05-07", 14, 14, False),
    ]
    assert (killed.low, killed.high, killed.disputed, killed.least) == (14, 14, False, 4)
    assert (tallies["injured"].low, tallies["injured"].high) == (20, 20)
    (two_sides,) = history.incident_tolls(store, camp, ledger)
    assert two_sides.disputed and {(c.low, c.high) for c in two_sides.claims} == {(6, 6), (30, 30)}
    assert all(c.superseded_by is None for c in two_sides.claims)


def test_one_mediation_from_offer_to_truce_to_violation(store: Store) -> None:
    (one,) = history.mediation(store)
    both = {"Sudan", "Atbara Liberation Front"}
    steps = [
        (s.day, s.act, s.state, s.moved, s.by, set(s.parties), {store.record(x.report).document.key for x in s.sources}) for s in one.steps
    ]
    assert steps == [
        ("2031-05-06", "offer", "offered", True, ("Norway",), both, {"tue-offer", "wed-accept"}),
        ("2031-05-07", "accept", "accepted", True, ("Norway",), {"Sudan"}, {"wed-accept"}),
        ("2031-05-09", "host", "talks", True, ("Norway",), both, {"fri-talks"}),
        ("2031-05-10", "agree", "agreed", True, ("Norway",), both, {"sat-truce"}),
        ("2031-05-11", "violate", "violated", True, (), both, {"sun-violation"}),
    ]
    assert one.third_parties == ("Norway",) and set(one.parties) == both and one.accepted_by == ("Sudan",)
    assert one.state == "violated" and one.until == "2031-05-17"


def test_a_report_tells_an_incident_once_on_the_pages(store: Store) -> None:
    _, gathered = gather.gather(store)
    for row in gathered.incidents:
        reports = [part.report for part in row.told]
        assert len(reports) == len(set(reports)) >= row.independent


def test_the_truce_has_a_row_of_its_own(store: Store) -> None:
    (one,) = history.mediation(store)
    (truce,) = ceasefire_rows(one)
    assert (truce.cf_dec, truce.planned_end, truce.type, truce.timing) == ("2031-05-10", "2031-05-17", "bilateral", "definite")
    assert truce.mediator == ("Norway",) and not truce.in_force and truce.violations == 1
    assert [(row.date, row.third_party, row.mechanism) for row in mend_rows(one)] == [
        ("2031-05-06", "Norway", "offer"), ("2031-05-09", "Norway", "host"), ("2031-05-10", "Norway", "agree")
    ]  # fmt: skip


def test_another_order_of_arrival_gives_the_same_history(store: Store) -> None:
    records = list(store.records())
    with open_store(":memory:") as other:
        for record in sorted(records, key=lambda r: r.document.key):
            other.add(record)
        assert history.incidents(other) == history.incidents(store)
        assert history.mediation(other) == history.mediation(store)
        assert history.actors(other) == history.actors(store)
