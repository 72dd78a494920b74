"""Every measured score has a floor, and the floors hold."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8")).get("floor", [])
GROUPS: dict[tuple[str, str, str], list[dict[str, object]]] = defaultdict(list)
for entry in FLOORS:
    GROUPS[entry["task"], entry["gold"], ",".join(entry.get("rooms", []))].append(entry)


def figure(scores: dict[str, object], path: str) -> float:
    """The number at a slash path of what the scorer printed; a number in the path picks from a list ("e2e161/2" is its F1)."""
    value: object = scores
    for key in path.split("/"):
        if isinstance(value, list):
            value = value[int(key)]
            continue
        assert isinstance(value, dict) and key in value, f"no figure {path} in {scores}"
        value = value[key]
    assert isinstance(value, (int, float)), f"{path} is {value!r}"
    return float(value)


@pytest.mark.gold
@pytest.mark.slow
@pytest.mark.parametrize(("task", "gold", "rooms"), sorted(GROUPS), ids=lambda x: str(x))
def test_floor(task: str, gold: str, rooms: str) -> None:
    command = [sys.executable, "-m", "onrecord.evaluation", task, gold, "--json"]
    done = subprocess.run(command + (["--rooms", rooms] if rooms else []), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    scores = json.loads(done.stdout)
    fallen = [(e["figure"], e["floor"], figure(scores, str(e["figure"]))) for e in GROUPS[task, gold, rooms]]
    fallen = [(name, floor, now) for name, floor, now in fallen if now < float(str(floor))]
    assert not fallen, f"{task} {gold}: below the floor (figure, floor, now): {fallen}"
