"""The command line end to end, in this process: what is printed where, and the exit status."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.model.record import from_json
from onrecord.reading.pipeline import Reader

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
MUSCAT = str(EXAMPLES / "talks-in-muscat.md")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    """No test touches the user's own store, and the reader is loaded once."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("onrecord.run.local.load_reader", lambda settings=None: reader)


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., tuple[int, str, str]]:
    """`cli("read", …)` gives the exit status, standard output and standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        status = run(arguments)
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


Cli = Callable[..., tuple[int, str, str]]


def test_jsonl_is_one_record_a_line(cli: Cli) -> None:
    status, out, err = cli("read", str(EXAMPLES), "--no-store", "--format", "jsonl")
    records = [from_json(line) for line in out.splitlines()]
    assert status == 0 and not err
    assert [Path(record.document.key).suffix for record in records] == [".html", ".txt", ".md"]
    assert [record.document.published for record in records] == ["2022-09-15T09:30:00+04:00", "2024-05-03T14:05:00+00:00", "2023-06-14"]


def test_json_is_an_object_for_one_file_and_an_array_for_several(cli: Cli) -> None:
    _, one, _ = cli("read", MUSCAT, "--no-store", "--format", "json")
    _, many, _ = cli("read", str(EXAMPLES), "--no-store", "--format", "json")
    _, none, _ = cli("read", "/nowhere", "/nowhere2", "--no-store", "--format", "json")
    assert json.loads(one)["document"]["title"] == "Oman Hosts New Round of Talks on Yemen Prisoner Swap"
    assert len(json.loads(many)) == 3 and json.loads(none) == []
    assert one.startswith('{\n  "onrecord": 1')


def test_a_table_for_people(cli: Cli) -> None:
    status, out, _ = cli("read", MUSCAT, "--no-store")
    assert status == 0
    assert "news.example.org · 2023-06-14 · by Samira Haddad" in out
    assert "\x1b" not in out, "no colour into a pipe"
    _, out, _ = cli("read", str(EXAMPLES), "--no-store")
    assert len(out.splitlines()) == 3


def test_read_list_show_search(cli: Cli, tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    status, _, err = cli("read", str(EXAMPLES), "--store", store)
    assert (status, err) == (0, "3 added\n")
    assert cli("read", str(EXAMPLES), "--store", store)[2] == "3 unchanged\n"
    status, out, err = cli("list", "--store", store)
    assert status == 0 and not err and len(out.splitlines()) == 3
    id_ = out.split("\t")[0]
    status, out, err = cli("show", id_, "--store", store)
    assert status == 0 and not err and "Dozens killed as shells hit market" in out and "(related, not read) Read more:" in out
    status, out, _ = cli("show", id_, "--store", store, "--format", "jsonl")
    assert from_json(out).document.id.startswith(id_)
    status, out, _ = cli("search", "ceasefire", "--store", store)
    assert status == 0 and out.count("ceasefire") >= 2
    assert cli("search", "zeppelins", "--store", store)[:2] == (0, "")
    assert json.loads(cli("list", "--store", store, "--format", "json")[1])[0]["document"].startswith(id_)
    assert json.loads(cli("search", "envoy", "--store", store, "--format", "json")[1])


def test_the_default_store_is_in_the_users_data(cli: Cli, tmp_path: Path) -> None:
    assert cli("list")[0] == 2
    assert cli("read", MUSCAT)[0] == 0
    assert (tmp_path / "home" / "onrecord" / "onrecord.db").exists()
    assert cli("list")[1].count("\n") == 1


def test_bad_files_are_reported_once_and_the_rest_kept(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    status, out, err = cli("read", str(tmp_path / "empty.txt"), MUSCAT, "/nowhere.txt", "--no-store", "--format", "jsonl")
    assert status == 2 and len(out.splitlines()) == 1
    lines = err.splitlines()
    assert len(lines) == 3 and "empty.txt: the file is empty" in lines[0] and lines[1].startswith("/nowhere.txt: no such file")
    assert lines[2] == "1 read, 2 could not be read"
    assert len(cli("read", "-q", str(tmp_path / "empty.txt"), MUSCAT, "--no-store")[2].splitlines()) == 1


MISTAKES: list[tuple[str, ...]] = [
    ("read",), ("red", "x"), ("read", "x", "--format", "xml"), ("read", MUSCAT, "--published", "last Friday"), ("read", MUSCAT, "--store", "a", "--no-store"),
    ("read", MUSCAT, "--workers", "0"), ("show", "abc"), ("list", "--store", "/nowhere/s.db"), ("search", "!!"), ("search",), ("show",), ("read", MUSCAT, "--store", "/nowhere/s.db"), ("--nonsense",),
]  # fmt: skip


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_a_mistake_is_one_line_and_status_2(cli: Cli, arguments: tuple[str, ...]) -> None:
    status, out, err = cli(*arguments)
    assert status == 2 and not out
    assert len(err.splitlines()) == 1 and "Traceback" not in err


def test_a_fault_of_ours_is_one_line_and_status_1(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("onrecord.run.gather", broken)
    status, _, err = cli("read", MUSCAT)
    assert status == 1 and len(err.splitlines()) == 1 and "RuntimeError: two lines" in err
    status, _, err = cli("-v", "read", MUSCAT)
    assert status == 1 and "Traceback" in err


def test_the_day_of_publication_can_be_given(cli: Cli) -> None:
    record = from_json(cli("read", MUSCAT, "--published", "2023-06-15", "--no-store", "--format", "jsonl")[1])
    assert record.document.published == "2023-06-15" and record.document.published_span is None
    assert any("2023-06-14" in warning for warning in record.warnings)


def test_what_steers_a_terminal_is_not_printed(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "Title \x1b[31mred\x1b[0m \u202eturned of a report\n\nThe army left. \x07\x1b]0;owned\x07\n", encoding="utf-8"
    )
    store = str(tmp_path / "s.db")
    _, out, err = cli("read", str(tmp_path / "evil.txt"), "--store", store)
    shown = out + err + cli("list", "--store", store)[1] + cli("show", str(tmp_path / "evil.txt"), "--store", store)[1]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", shown)


def test_doctor(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, _ = cli("doctor")
    assert status == 0 and "as measured" in out and out.endswith("all is well\n")
    monkeypatch.setattr("onrecord.reading.parse.model.WEIGHTS_SHA256", "0" * 64)
    status, out, _ = cli("doctor")
    assert status == 2 and "WRONG" in out


def test_brackets_mark_the_evidence(cli: Cli, tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    cli("read", MUSCAT, "--store", store)
    out = cli("show", MUSCAT, "--store", store)[1]
    assert re.search(r"\[at least four\|n\d+\]", out)
    text = from_json(cli("show", MUSCAT, "--store", store, "--format", "jsonl")[1]).document.text
    plain = re.sub(r"⟨s\d+ |⟩|\|[^\]]*\]|\[", "", out.split("\nnews.example.org")[0])
    for block in text.split("\n\n")[3:8]:
        assert block.replace("[", "").replace("]", "") in plain


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "", "--no-store"], "the name of a file is empty"), (["read", MUSCAT, "--store", ""], "the store's name is empty"),
        (["export", "", "--store", "s.db"], "the folder's name is empty"), (["mediation", "--on", "tomorrow"], "--on 'tomorrow' is not a day"),
        (["serve", "--store", "/nowhere/s.db"], "/nowhere/s.db: the folder /nowhere does not exist"),
    ],
)  # fmt: skip
def test_what_a_user_gave_wrong_is_named_in_one_line(cli: Cli, arguments: list[str], said: str) -> None:
    status, out, err = cli(*arguments)
    assert (status, out) == (2, "") and err.startswith(said) and err.count("\n") == 1


def test_the_tutorial_shows_a_report_that_is_there(cli: Cli, tmp_path: Path) -> None:
    page = (EXAMPLES.parents[1] / "docs" / "tutorial" / "first-report.md").read_text(encoding="utf-8")
    cli("read", str(EXAMPLES), "--store", str(tmp_path / "first.db"))
    shown = re.search(r"onrecord show (\w+) --store first\.db", page)
    assert shown
    status, out, _ = cli("show", shown[1], "--store", str(tmp_path / "first.db"))
    assert status == 0 and "Who said what" in out
