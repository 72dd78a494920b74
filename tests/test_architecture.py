"""The architecture holds itself: imports go one way only, and no file outgrows a reader's patience."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "onrecord"
ROOMS = [
    "model", "codes", "vocabulary", "sources",
    "reading.parse", "reading.stage", "reading.tools",
    "reading.actors", "reading.times", "reading.places", "reading.statements",
    "reading.events", "reading.tolls", "reading.mediation", "reading.relations", "reading.finish", "reading.pipeline",
    "ledger", "store", "export", "run", "evaluation", "api", "web", "cli",
]  # fmt: skip
"""The way of the data, as in DESIGN.md: a room imports only from rooms above it."""
FOR_ALL = ["errors", "settings"]
FILES = sorted(SRC.rglob("*.py"))


def room_of(module: str) -> str | None:
    """The room that a module of onrecord belongs to; None for the package itself and what serves all."""
    name = module.removeprefix("onrecord").removeprefix(".")
    if not name or name.split(".")[0] in FOR_ALL or name == "__version__":
        return None
    for room in ROOMS:
        if name == room or name.startswith(room + "."):
            return room
    raise AssertionError(f"{module} is in no room: name it in DESIGN.md's order and here")


def imports(file: Path) -> set[str]:
    """The onrecord modules that a file imports, at the top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            if node.module == "onrecord" or (node.module or "").startswith("onrecord."):
                base = node.module or ""
                found |= {f"{base}.{alias.name}" if (SRC.parent / base.replace(".", "/") / f"{alias.name}.py").exists()
                          or (SRC.parent / base.replace(".", "/") / alias.name).is_dir() else base for alias in node.names}  # fmt: skip
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "onrecord"}
    return found


def module_of(file: Path) -> str:
    parts = ["onrecord", *file.relative_to(SRC).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SRC).as_posix())
def test_imports_go_one_way(file: Path) -> None:
    module = module_of(file)
    if module in ("onrecord", "onrecord.reading", "onrecord.__main__"):
        return
    own = room_of(module)
    for imported in imports(file):
        other = room_of(imported)
        if other is None or own == other:
            continue
        assert own is not None, f"{module} serves all and so imports no room, but imports {imported}"
        assert ROOMS.index(other) < ROOMS.index(own), f"{module} ({own}) imports {imported} ({other}), which comes after it"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SRC).as_posix())
def test_no_file_passes_400_lines(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= 400, f"{file} has {lines} lines: make it a folder of the same name"


def test_an_import_against_the_order_is_found(tmp_path: Path) -> None:
    file = tmp_path / "bad.py"
    file.write_text("from onrecord.cli import main\n", encoding="utf-8")
    assert imports(file) == {"onrecord.cli"}
    assert ROOMS.index("cli") > ROOMS.index("reading.times")
