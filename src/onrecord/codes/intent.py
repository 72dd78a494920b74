"""What an act becomes when it is only asked for, offered, demanded, refused or threatened: CAMEO's own coding of intent.

"Appeal" + "releases persons" (0841) is 0253; "offer" + "mediates" is 039. Facts of the CAMEO codebook's parallel numbering.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def intent_codes() -> dict[tuple[str, str], str]:
    """(base root, code or beginning of the code of the act named) to code."""
    lines = (files("onrecord.codes") / "intent.csv").read_text(encoding="utf-8").splitlines()
    return {(row["base"], row["named"]): row["code"] for row in csv.DictReader(lines)}


def with_intent(base: str, named: str) -> str | None:
    """The code of the intent (a root: 02, 03, 10 …) towards the act named (its code); None where CAMEO has none."""
    table = intent_codes()
    for length in range(len(named), 1, -1):
        code = table.get((base, named[:length]))
        if code is not None:
            return code
    return None
