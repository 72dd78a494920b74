"""A store as a folder of tables: every value in its row with its words, the codebook true to the files, nothing half written."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.store.made import TEXT, record, span_of

from onrecord.cli.program import run
from onrecord.errors import InputError
from onrecord.export import folder as exporting
from onrecord.export.delimited import cell
from onrecord.export.folder import export_folder
from onrecord.export.tables import TABLES
from onrecord.ledger.corrections import correction_for
from onrecord.store import open_store
from onrecord.store.review import add_corrections

WHEN = "2031-06-01T10:00:00"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    with open_store(tmp_path / "s.db") as store:
        for n in range(3):
            store.add(record(text=TEXT + f" Report number {n} by a reporter of its own in the town.", key=f"k{n}", outlet=f"Outlet {n}"))
    return tmp_path / "s.db"


def exported(kept: Path, folder: Path, *, excel: bool = False) -> Path:
    with open_store(kept) as store:
        export_folder(store, folder, excel=excel)
    return folder


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def package(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return found


def test_every_value_has_a_row_with_its_words(kept: Path, tmp_path: Path) -> None:
    folder = exported(kept, tmp_path / "out")
    texts = {row["report"]: row["text"] for row in map(json.loads, (folder / "texts.jsonl").read_text(encoding="utf-8").splitlines())}
    assert len(texts) == 3
    for name, number in (("statements", 1), ("events", 2), ("tolls", 1), ("mediation", 1), ("actors", 4), ("times", 1), ("places", 1)):
        rows = table(folder, name)
        assert len(rows) == 3 * number, name
        for row in rows:
            assert row["words"] and texts[row["report"]][int(row["start"]) : int(row["end"])] == row["words"]


def test_an_event_stands_in_one_row_with_who_when_and_where(kept: Path, tmp_path: Path) -> None:
    offer, death = table(exported(kept, tmp_path / "out"), "events")[:2]
    assert (offer["sources"], offer["targets"], offer["target_codes"]) == ("Norland", "Estavia; River Front", "ESTGOV; ESTREB")
    assert (offer["cameo"], offer["status"], offer["first_day"], offer["published"]) == ("039", "actual", "2031-05-05", "2031-05-06")
    assert (death["place_name"], death["latitude"], death["sources"], death["goldstein"]) == ("Calmouth", "10.5", "", "-10.0")
    assert death["evidence"] == "At least 14 dockers were killed"


def test_participants_have_a_row_each(kept: Path, tmp_path: Path) -> None:
    rows = [row for row in table(exported(kept, tmp_path / "out"), "participants") if row["layer"] == "events"][:3]
    assert [(row["role"], row["n"], row["name"], row["words"]) for row in rows] == [
        ("source", "1", "Norland", "Norland"), ("target", "1", "Estavia", "Estavia"), ("target", "2", "River Front", "the River Front"),
    ]  # fmt: skip


def test_the_codebook_names_every_file_column_and_key(kept: Path, tmp_path: Path) -> None:
    folder = exported(kept, tmp_path / "out")
    resources = package(folder)["resources"]
    assert {one["path"] for one in resources} == {path.name for path in folder.iterdir()} - {"datapackage.json"}
    for one in resources:
        data = (folder / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(data), "sha256:" + hashlib.sha256(data).hexdigest())
    for one in resources[:-1]:
        fields = one["schema"]["fields"]
        heading = (folder / one["path"]).read_text(encoding="utf-8").splitlines()[0]
        assert heading.split(",") == [field["name"] for field in fields] and all(field["description"] for field in fields)
        rows = table(folder, one["name"])
        for field in fields:
            limits = field.get("constraints", {})
            for row in rows:
                assert row[field["name"]] or not limits.get("required"), f"{one['name']}.{field['name']}"
                assert row[field["name"]] in {"", *limits.get("enum", [row[field["name"]]])}
        key = [tuple(row[name] for name in one["schema"].get("primaryKey", row)) for row in rows]
        assert len(key) == len(set(key)), one["name"]
        for link in one["schema"]["foreignKeys"]:
            there = {tuple(row[name] for name in link["reference"]["fields"]) for row in table(folder, link["reference"]["resource"])}
            assert {tuple(row[name] for name in link["fields"]) for row in rows} <= there


def test_incidents_name_events_of_the_table(kept: Path, tmp_path: Path) -> None:
    folder = exported(kept, tmp_path / "out")
    incidents, members = table(folder, "incidents"), table(folder, "incident_events")
    events = {(row["report"], row["id"]) for row in table(folder, "events")}
    assert incidents and {(row["report"], row["event"]) for row in members} == events
    assert {row["incident"] for row in members} == {row["id"] for row in incidents}


def test_corrections_are_in_force_and_listed(kept: Path, tmp_path: Path) -> None:
    with open_store(kept) as store:
        read = store.record("k0")
        changed = replace(read.tolls[0], low=16, number=16)
        reject = correction_for(read, read.actors[2], "reject", who="Ana", when=WHEN, why="no such group")
        add_corrections(store, [correction_for(read, read.tolls[0], "change", who="Ana", when=WHEN, value=changed), reject])
    folder = exported(kept, tmp_path / "out")
    assert [row["low"] for row in table(folder, "tolls")] == ["16", "14", "14"]
    assert [(row["layer"], row["action"], row["who"], row["why"]) for row in table(folder, "corrections")] == [
        ("tolls", "change", "Ana", ""), ("actors", "reject", "Ana", "no such group"),
    ]  # fmt: skip
    assert table(folder, "events")[0]["targets"] == "Estavia"


def test_the_same_store_gives_the_same_bytes_and_leaves_other_files(kept: Path, tmp_path: Path) -> None:
    folder = exported(kept, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    exported(kept, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {**before, "notes.txt": b"mine"}


def test_an_export_that_breaks_off_leaves_the_earlier_one(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = exported(kept, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with open_store(kept) as store:
        store.add(record(text=TEXT + " A fourth report came in.", key="k4"))

    def stopped(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "report_row", stopped)
    with pytest.raises(KeyboardInterrupt):
        exported(kept, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_for_excel_the_tables_begin_with_a_mark(kept: Path, tmp_path: Path) -> None:
    folder = exported(kept, tmp_path / "out", excel=True)
    assert all((folder / f"{one.name}.csv").read_bytes().startswith(b"\xef\xbb\xbf") for one in TABLES)
    assert {one["encoding"] for one in package(folder)["resources"]} == {"utf-8-sig", "utf-8"}
    assert not (folder / "texts.jsonl").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""), (True, "true"), (-5.0, "-5.0"), ("=1+1", "'=1+1"), ("-the", "'-the"), ("\uff1dSUM(1)", "'\uff1dSUM(1)"),
        (("a", "b"), "a; b"), (("@x", "y"), "'@x; y"), ("\n=1", "'\n=1"), ("plain", "plain"), ((), ""),
    ],
)  # fmt: skip
def test_a_cell_is_plain_and_never_a_formula(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_an_actor_with_a_formula_for_a_name_is_only_words(tmp_path: Path) -> None:
    made = record(key="k")
    named = replace(made.actors[0], name="=HYPERLINK(1)")
    with open_store(tmp_path / "s.db") as store:
        store.add(replace(made, actors=(named, *made.actors[1:])))
    folder = exported(tmp_path / "s.db", tmp_path / "out")
    assert table(folder, "actors")[0]["name"] == "'=HYPERLINK(1)" and table(folder, "events")[0]["sources"] == "'=HYPERLINK(1)"
    assert span_of("Norland").start == int(table(folder, "actors")[0]["start"])


def test_a_folder_that_is_a_file_is_the_users_to_mend(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="a file, not a folder"):
        exported(kept, tmp_path / "taken")
    with pytest.raises(InputError, match="cannot be written"):
        exported(kept, tmp_path / "taken" / "below")


def test_the_command_says_what_it_wrote(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(tmp_path / "out"), "--store", str(kept)]) == 0
    out, err = capsys.readouterr()
    assert not out and err.startswith(f"{tmp_path / 'out'}: 3 reports, 3 statements, 6 events, 3 tolls") and err.count("\n") == 1
    assert run(["export", str(tmp_path / "out"), "--store", str(tmp_path / "none.db")]) == 2
    assert "no store there" in capsys.readouterr().err
    with open_store(tmp_path / "empty.db"):
        pass
    assert run(["export", str(tmp_path / "empty"), "--store", str(tmp_path / "empty.db")]) == 0
    assert "no report yet" in capsys.readouterr().err and len(table(tmp_path / "empty", "events")) == 0
