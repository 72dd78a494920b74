"""Reading many: order, errors, several processes, and a process that dies."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.model.record import to_json
from onrecord.reading.pipeline import Reader
from onrecord.run import Result, Task, gather, read_all
from onrecord.run import local as pool
from onrecord.sources import open as opening
from tests.run import folder


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder.make(tmp_path_factory.mktemp("reports"))


@pytest.fixture
def forbidden(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Root may read everything, so the refusal that another user would meet is made here."""
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "150-secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    yield


def test_a_folder_of_200_files(reports: Path, reader: Reader, forbidden: None) -> None:
    results = list(read_all(gather([str(reports)]).items, reader=reader.only([])))
    bad = [result for result in results if result.record is None]
    assert sorted(Path(result.problem.split(":")[0]).name for result in bad if result.problem) == sorted(folder.BAD)
    assert len(results) - len(bad) == folder.GOOD
    assert all(result.problem and "\n" not in result.problem and not result.ours for result in bad)
    keys = [result.key.split(":")[0] for result in results]
    assert keys == [task.key for task in gather([str(reports)]).items]
    assert all(result.record.document.published for result in results if result.record)


def test_a_folder_that_is_named_like_a_file(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "report.txt").mkdir()
    (result,) = read_all([Task("report.txt", path=str(tmp_path / "report.txt"))], reader=reader)
    assert result.problem and "a folder" in result.problem


@pytest.mark.parametrize("name", ["nowhere.txt", "*.nothing", ""])
def test_a_name_that_leads_nowhere(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (result,) = gather([name or str(tmp_path)]).items
    assert isinstance(result, Result) and result.problem and "\n" not in result.problem


def test_globs_and_many_names_keep_their_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    items = gather([str(tmp_path / "c.md"), str(tmp_path / "*.txt")]).items
    assert [Path(item.key).name for item in items] == ["c.md", "a.txt", "b.txt"]


def test_one_file_is_single_and_rows_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "words"}', encoding="utf-8")
    assert gather([str(tmp_path / "a.txt")]).single
    assert not gather([str(tmp_path / "a.jsonl")]).single
    assert not gather([str(tmp_path)]).single


def test_a_fault_of_ours_costs_one_report(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    def broken(*_: object) -> Iterator[InputError]:
        raise KeyError("a2\nb")

    monkeypatch.setattr("onrecord.run.shard.read_bytes", broken)
    (result,) = read_all([Task("x", data=b"words")], reader=reader)
    assert result.ours and result.problem and "\n" not in result.problem and result.trace and "KeyError" in result.trace
    assert opening.read_bytes is not broken


def rows(count: int) -> bytes:
    return b"".join(
        b'{"id": "%d", "text": "The army said on Friday that %d soldiers were killed near Aleppo."}\n' % (n, n + 2) for n in range(count)
    )


@pytest.mark.slow
def test_two_processes_give_the_same_bytes_in_the_same_order(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "rows.jsonl").write_bytes(rows(60) + b"no row\n" + rows(3))
    items = gather([str(tmp_path / "rows.jsonl")]).items
    alone = list(read_all(items, reader=reader))
    together = list(read_all(items, workers=2))
    assert [result.key for result in together] == [result.key for result in alone]
    assert [result.record and to_json(result.record) for result in together] == [
        result.record and to_json(result.record) for result in alone
    ]


@pytest.mark.slow
def test_a_process_that_dies_is_replaced_and_its_report_read(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(rows(400))
    reading = pool._Pool(2, pool.Settings())
    killed = threading.Event()

    def kill() -> None:
        while not reading.workers or reading.workers[0].at is None or reading.workers[0].at < 40:
            time.sleep(0.005)
        pid = reading.workers[0].process.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        killed.set()

    threading.Thread(target=kill, daemon=True).start()
    try:
        results = list(reading.read(pool._spread(gather([str(tmp_path / "rows.jsonl")]).items)))
    finally:
        reading.close()
    assert killed.is_set()
    assert [result.key for result in results] == [str(n) for n in range(400)]
    assert all(result.record for result in results)


@pytest.mark.slow
def test_a_report_that_kills_twice_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = pool._Pool(1, pool.Settings())
    start = pool._Pool._start

    def doomed(self: pool._Pool) -> pool._Worker:
        worker = start(self)
        worker.process.kill()
        return worker

    monkeypatch.setattr(pool._Pool, "_start", doomed)
    (result,) = reading.read([Task("x", data=b"words")])
    reading.close()
    assert result.problem == "x: the process that read it died twice (out of memory?)" and result.ours
