"""Corrections: what people decide stays in force over any later reading, and what no longer fits is listed."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from tests.store.made import record, span_of

from onrecord.ledger.agreement import agreements, alpha
from onrecord.ledger.corrections import Correction, apply, correction_for
from onrecord.model.check import faults
from onrecord.model.record import Event, Plover

WHEN = "2031-06-01T10:00:00"


def correct(thing: object, action: str, value: object = None, who: str = "ada", when: str = WHEN) -> Correction:
    return correction_for(record(), thing, action, who=who, when=when, value=value)  # type: ignore[arg-type]


def test_a_change_is_in_force_in_the_reading_it_was_made_on() -> None:
    given = record()
    low = replace(given.tolls[0], low=15, number=15)
    done = apply(given, [correct(given.tolls[0], "change", low)])
    assert done.record.tolls == (low,) and done.conflicts == () and faults(done.record) == []


def test_a_change_outlives_another_reading_with_other_ids_and_says_what_differs() -> None:
    given = record()
    changed = replace(given.events[0], cameo="0256", targets=("a2",))
    row = correct(given.events[0], "change", changed)
    names = {"a1": "a7", "a2": "a8", "a3": "a9", "t1": "t5", "e1": "e6"}
    text = msgspec.json.encode(given).decode()
    for old, new in names.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    again = msgspec.json.decode(text, type=type(given))
    done = apply(again, [row])
    assert done.record.events[0].id == "e6" and done.record.events[0].cameo == "0256" and done.record.events[0].targets == ("a8",)
    assert done.conflicts == () and faults(done.record) == []
    other = replace(again, events=(replace(again.events[0], cameo="036"), again.events[1]))
    conflicted = apply(other, [row])
    assert conflicted.record.events[0].cameo == "0256" and [c.what for c in conflicted.conflicts] == ["changed"]


def test_what_a_person_accepted_stays_when_a_reader_no_longer_sees_it() -> None:
    given = record()
    later = replace(given, tolls=())
    done = apply(later, [correct(given.tolls[0], "accept")])
    assert [t.low for t in done.record.tolls] == [14] and [c.what for c in done.conflicts] == ["gone"]
    assert apply(later, [correct(given.tolls[0], "reject")]).conflicts == ()


def test_reject_takes_the_value_and_what_refers_to_it() -> None:
    given = record()
    done = apply(given, [correct(given.events[0], "reject")])
    assert [e.id for e in done.record.events] == ["e2"] and done.record.relations == () and done.record.mediation[0].events == ()
    assert faults(apply(given, [correct(given.actors[1], "reject")]).record) == []


def test_add_merge_and_split() -> None:
    given = record()
    words = span_of("harbour road")
    new = Event("e9", words, "070", Plover("AID", None), 2, 7.0, "announced", ("a2",), (), (), {"a2": span_of("Estavia")}, words)
    added = apply(given, [correct(new, "add", new)]).record
    assert [e.cameo for e in added.events] == ["039", "070", "190"] and faults(added) == []
    row = replace(correct(given.actors[1], "merge"), other=given.actors[3].mentions[0].span)
    merged = apply(given, [row]).record
    assert (
        [a.id for a in merged.actors] == ["a1", "a2", "a3"] and merged.statements[0].speaker == "a2" and len(merged.actors[1].mentions) == 2
    )
    assert faults(merged) == []
    back = replace(correct(merged.actors[1], "split"), mentions=(given.actors[3].mentions[0].span,))
    parted = apply(merged, [back]).record
    assert len(parted.actors) == 4 and parted.statements[0].speaker not in ("a1", "a2", "a3") and faults(parted) == []


def test_two_people_who_differ_are_a_conflict_and_the_later_word_holds() -> None:
    given = record()
    first = correct(given.tolls[0], "change", replace(given.tolls[0], low=10, number=10), who="ada")
    second = correct(given.tolls[0], "change", replace(given.tolls[0], low=12, number=12), who="ben", when="2031-06-02T10:00:00")
    done = apply(given, [second, first])
    assert done.record.tolls[0].low == 12 and [c.what for c in done.conflicts] == ["contradicted"]


def test_corrections_go_through_json_lines() -> None:
    row = correct(record().tolls[0], "change", record().tolls[0])
    assert msgspec.json.decode(msgspec.json.encode(row), type=Correction) == row


def test_alpha_is_that_of_the_textbook() -> None:
    # Krippendorff (2011), two observers, binary data: alpha = 0.095
    a, b = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert alpha(zip(a, b, strict=True)) == pytest.approx(0.095, abs=0.001)
    assert alpha([(1, 1), (2, 2)]) == 1.0 and alpha([(1, 1)]) is None and alpha([]) is None


def test_agreement_by_layer() -> None:
    given = record()
    rows = [correct(e, "accept", who=who) for e in given.events for who in ("ada", "ben")]
    rows += [correct(a, "accept" if who == "ada" else "reject", who=who) for a in given.actors for who in ("ada", "ben")]
    found = {one.layer: one for one in agreements(rows)}
    assert found["events"].units == 2 and found["actors"].alpha is not None and found["actors"].alpha < 0
