"""The ledger over a store: corrections outlive readings, incidents and registry follow decisions, the commands print them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from tests.store.made import TEXT, record

from onrecord.cli.program import run
from onrecord.errors import InputError
from onrecord.ledger.corrections import Correction, correction_for
from onrecord.ledger.sheets import SheetRow, read_corrections, sheet_rows
from onrecord.store import Decision, Filter, Store, history, open_store
from onrecord.store.review import add_corrections, add_decision, corrected, corrections, decisions

WHEN = "2031-06-01T10:00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "s.db") as store:
        for n in range(3):
            store.add(record(text=TEXT + f" Report number {n} by a reporter of its own in the town.", key=f"k{n}", outlet=f"Outlet {n}"))
    return tmp_path / "s.db"


def change(store: Store, key: str = "k0", low: int = 16) -> Correction:
    given = store.record(key)
    value = replace(given.tolls[0], low=low, number=low)
    return correction_for(given, given.tolls[0], "change", who="ada", when=WHEN, why="a later count", value=value)


def test_a_correction_outlives_a_new_reading_and_is_kept_once(path: Path) -> None:
    with open_store(path) as store:
        row = change(store)
        assert add_corrections(store, [row]) == 1 and add_corrections(store, [row]) == 0
        assert corrections(store) == [row]
        given = store.record("k0")
        store.add(replace(given, reader=replace(given.reader, version="2")))
        done = corrected(store, "k0")
        assert done.record.tolls[0].low == 16 and done.record.reader.version == "2" and done.conflicts == ()
        assert store.record("k0").tolls[0].low == 14
        with pytest.raises(InputError, match="does not hold"):
            add_corrections(store, [replace(row, report="0" * 64)])


def test_incidents_follow_corrections_and_decisions(path: Path) -> None:
    with open_store(path) as store:
        (killing,) = history.incidents(store, Filter(act="ASSAULT"))
        assert len(killing.reports) == 3 and killing.independent == 1 and killing.place == "Calmouth"
        (tally,) = history.incident_tolls(store, killing, history.open_ledger(store))
        assert (tally.low, tally.high) == (14, None)
        add_corrections(store, [change(store)])
        (tally,) = history.incident_tolls(store, killing, history.open_ledger(store))
        assert {claim.low for claim in tally.claims} == {14, 16}
        a, b = killing.members[:2]
        for together, count in ((False, 2), (True, 1)):
            add_decision(store, Decision("incidents", a, b, together, "ada", f"2031-06-0{2 + together}", "another market"))
            assert len(history.incidents(store, Filter(act="ASSAULT"))) == count
        assert decisions(store, "incidents").together == frozenset({(a, b)})
        assert history.incidents(store, Filter(actor="nobody")) == [] and len(history.incidents(store, Filter(source="outlet 2"))) == 2


def test_a_filled_sheet_becomes_corrections(path: Path) -> None:
    with open_store(path) as store:
        rows = sheet_rows(store.record("k1"))
        assert {row.layer for row in rows} == {"actors", "times", "places", "statements", "events", "tolls", "mediation"}
        assert all(store.record("k1").words(row.span) == row.words for row in rows)
        filled = [msgspec.structs.replace(row, action="accept" if row.layer == "events" else None, who="ben") for row in rows]
        lines = b"\n".join(msgspec.json.encode(row) for row in filled)
        assert add_corrections(store, read_corrections(lines, "sheet", store.record, now=WHEN)) == 2
        assert {c.who for c in corrections(store)} == {"ben"} and corrected(store, "k1").conflicts == ()
        for bad in (
            b"{",
            b"[]",
            b'{"action": "bless"}',
            msgspec.json.encode(msgspec.structs.replace(filled[0], action="accept", who=None)),
        ):
            with pytest.raises(InputError, match="sheet:1"):
                list(read_corrections(bad, "sheet", store.record))
        assert msgspec.json.decode(lines.splitlines()[0], type=SheetRow) == filled[0]


def test_the_commands_print_the_ledger(path: Path, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    store = ["--store", str(path)]

    def out(*arguments: str) -> bytes:
        assert run([*arguments, *store]) == 0
        return capsysbinary.readouterr().out

    assert b"ASSAULT 190" in out("incidents", "--act", "ASSAULT", "--from", "2031-05-01", "--to", "2031-05-31")
    assert out("incidents", "--actor", "nobody") == b""
    assert b"at least 14" in out("tolls") and out("tolls", "--running") == b""
    assert b"ceasefire: Norland between Estavia and River Front" in out("mediation", "--actor", "norland")
    assert b'"third_party":"Norland"' in out("mediation", "--mend")
    assert b"Ada Brol  (person, EST)  3 reports" in out("actors") and out("actors", "--proposals") == b""
    sheet = out("review", "sheet", "k0").splitlines()
    filled = msgspec.json.decode(sheet[-1]) | {"action": "reject", "why": "not one"}
    (tmp_path / "filled.jsonl").write_bytes(msgspec.json.encode(filled))
    out("review", "import", str(tmp_path / "filled.jsonl"), "--who", "ada")
    assert b'"action":"reject"' in out("review", "export")
    assert out("review", "conflicts") == b"" and b"mediation" in out("review", "agreement")
    out("review", "together", "Ada Brol", "Estavia", "--apart", "--who", "ada")
    assert run(["incidents", "--from", "yesterday", *store]) == 2 and run(["tolls", "--incident", "i0", *store]) == 2
    assert run(["review", "import", str(tmp_path / "none"), *store]) == 2


def test_what_people_said_is_lost_only_when_asked_for(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(path) as store:
        add_corrections(store, [change(store)])
    assert run(["forget", "k0", "--store", str(path)]) == 2
    assert "has corrections by people (1)" in capsys.readouterr().err
    assert run(["forget", "k0", "k1", "--corrections", "--store", str(path)]) == 0
    assert capsys.readouterr().err.count("is forgotten") == 2
    with open_store(path) as store:
        assert store.count() == 1 and not corrections(store) and all(len(one.reports) == 1 for one in history.incidents(store))
