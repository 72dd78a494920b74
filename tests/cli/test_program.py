"""The program as a process of its own: pipes, start-up, and the same bytes whatever the seed of the hash."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.store import open_store

ROOT = Path(__file__).parents[2]
MUSCAT = str(ROOT / "examples" / "reports" / "talks-in-muscat.md")


def program(*arguments: str, data: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        input=data,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )


def test_version_and_help_load_no_parser() -> None:
    code = "import sys, onrecord.cli; onrecord.cli.run(sys.argv[1:]); print(*[m for m in ('spacy', 'sqlalchemy', 'trafilatura', 'numpy', 'rich') if m in sys.modules])"
    for option in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", code, option],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )
        assert done.stdout.splitlines()[-1] == "", done.stdout


def test_import_is_quick_and_lists_its_names() -> None:
    code = "import sys, onrecord; assert 'spacy' not in sys.modules; print(*dir(onrecord)); onrecord.InputError"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
    )
    assert "open_store" in done.stdout.split() and "read" in done.stdout.split()


@pytest.mark.slow
def test_standard_input_and_a_pipe_that_closes() -> None:
    rows = b"".join(b'{"text": "The army said on Friday that %d soldiers were killed near Aleppo."}\n' % n for n in range(300))
    process = subprocess.Popen([sys.executable, "-m", "onrecord", "read", "-", "--no-store", "--format", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})  # fmt: skip
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(rows)
    process.stdin.close()
    assert process.stdout.readline().startswith(b'{"onrecord":1')
    process.stdout.close()
    with process.stderr as stderr:
        assert stderr.read() == b""
    assert process.wait(60) == 0


@pytest.mark.slow
def test_the_same_bytes_whatever_the_seed() -> None:
    runs = [
        program("read", str(ROOT / "examples" / "reports"), "--no-store", "--format", "jsonl", PYTHONHASHSEED=seed)
        for seed in ("0", "1", "4242")
    ]
    assert all(run.returncode == 0 for run in runs)
    assert len({run.stdout for run in runs}) == 1


@pytest.mark.slow
def test_two_workers_from_the_command_line() -> None:
    folder = str(ROOT / "examples" / "reports")
    alone, together = (program("read", folder, "--no-store", "--format", "jsonl", "--workers", n) for n in ("1", "2"))
    assert together.returncode == 0, together.stderr
    assert together.stdout == alone.stdout


@pytest.mark.slow
def test_ctrl_c_says_so_in_one_line_and_keeps_what_was_read(tmp_path: Path) -> None:
    rows = "".join(f'{{"id": "r{n}", "text": "The army said on Friday that {n} soldiers were killed near Aleppo."}}\n' for n in range(3000))
    (tmp_path / "rows.jsonl").write_text(rows, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "read", str(tmp_path / "rows.jsonl"), "--store", str(tmp_path / "s.db"), "--format", "jsonl"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a shell may have it ignored
    )  # fmt: skip
    assert process.stdout
    seen = [process.stdout.readline() for _ in range(5)]
    process.send_signal(signal.SIGINT)
    rest, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (2, b"onrecord: stopped\n")
    with open_store(tmp_path / "s.db") as store:
        assert len(seen) <= len(seen + rest.splitlines()) <= store.count() < 3000


@pytest.mark.parametrize("arguments", [[], ["review"], ["acts"]])
def test_a_command_alone_shows_its_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert not out and err.startswith("Usage: onrecord") and "\nCommands:\n" in err
