"""Every command that a page shows can be typed: the command exists and takes these options."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from onrecord.cli.program import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
_TYPED = re.compile(r"^(?:\.venv/bin/|\$ )?(onrecord [^\n]*)$", re.M)
_QUOTED = re.compile(r"`(onrecord [^`\n]+)`")


def shown() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = "\n".join(re.findall(r"```console\n(.*?)```", text, re.S))
        found += [(page.name, line) for line in (*_TYPED.findall(blocks), *_QUOTED.findall(text))]
    return found


def problem(line: str) -> str | None:
    """Why a line cannot be typed; None when it can."""
    words = shlex.split(re.split(r"\s[|>]\s|\s#", line.replace("…", ""))[0])[1:]
    command: Any = typer.main.get_command(app)
    options = {option for x in command.params for option in x.opts}
    for word in words:
        if word.startswith("-") and word != "-":
            if word.split("=")[0] not in options | {"--help", "-h"}:
                return f"no option {word}"
        elif hasattr(command, "commands"):
            if word.isupper():
                return None
            if word not in command.commands:
                return f"no command {word}"
            command = command.commands[word]
            options |= {option for x in command.params for option in x.opts}
    return None


@pytest.mark.parametrize(("page", "line"), shown())
def test_a_shown_command_can_be_typed(page: str, line: str) -> None:
    assert problem(line) is None, f"{page}: {line}: {problem(line)}"


def test_a_wrong_command_is_found() -> None:
    assert problem("onrecord reed x") == "no command reed"
    assert problem("onrecord read x --strore y") == "no option --strore"
