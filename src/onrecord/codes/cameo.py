"""CAMEO event codes: our own short label, Goldstein weight, quad class, and the PLOVER event and mode of each.

Facts: code numbers of the CAMEO 1.1b3 codebook; weights of the public CAMEO scale file (as GDELT and PETRARCH use them), a code that
the file leaves out takes its parent's; PLOVER events by the PLOVER manual's account of the CAMEO categories it replaces. Labels are ours.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from onrecord.model.record import Plover, PloverEvent

_EVENTS = frozenset(get_args(PloverEvent))
VIOLENT = frozenset(("18", "19", "20"))
"""The roots of assault, fighting and mass violence."""
SPOKEN = frozenset(("02", "03", "10", "11", "12", "13"))
"""The roots of what is done by saying it: appeals, intents, demands, disapproval, refusals, threats."""
_LAST_ROOT_OF_QUAD = (5, 8, 13, 20)


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One row. `plover` is None for the mere statements of 01. `quad`: 1 and 2 verbal and material cooperation, 3 and 4 conflict."""

    code: str
    label: str
    goldstein: float
    plover: PloverEvent | None
    mode: str | None
    quad: int

    @property
    def root(self) -> str:
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class PloverCode:
    """One of PLOVER's sixteen events: our label, its weight (ACCUSE at -3: the manual's +3 contradicts its modes), its modes."""

    event: PloverEvent
    label: str
    goldstein: float
    modes: tuple[str, ...]


@cache
def cameo_codes() -> dict[str, CameoCode]:
    """Every CAMEO code by its number ("0256")."""
    found: dict[str, CameoCode] = {}
    for row in _rows("cameo.csv"):
        code, event = row["code"], row["plover"]
        quad = next(n for n, last in enumerate(_LAST_ROOT_OF_QUAD, 1) if int(code[:2]) <= last)
        found[code] = CameoCode(
            code, row["label"], float(row["goldstein"]), plover_event(event) if event else None, row["mode"] or None, quad
        )
    return found


@cache
def plover_codes() -> dict[str, PloverCode]:
    """Every PLOVER event by its name."""
    return {
        row["event"]: PloverCode(plover_event(row["event"]), row["label"], float(row["goldstein"]), tuple(row["modes"].split()))
        for row in _rows("plover.csv")
    }


def plover_event(name: str) -> PloverEvent:
    """The name as a PLOVER event. Raises ValueError for any other word."""
    if name not in _EVENTS:
        raise ValueError(f"not a PLOVER event: {name!r}")
    return name  # type: ignore[return-value]


def plover_of(code: str, contexts: tuple[str, ...] = ()) -> Plover | None:
    """The PLOVER event and mode of a CAMEO code, None for a mere statement. Raises KeyError for an unknown code."""
    row = cameo_codes()[code]
    return None if row.plover is None else Plover(row.plover, row.mode, contexts)


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((files("onrecord.codes") / name).read_text(encoding="utf-8").splitlines()))
