"""Reading a packaged table of words."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def table(package: str, name: str) -> dict[str, Any]:
    """What a TOML file of a package holds: `table("onrecord.vocabulary.acts", "sets")`."""
    return tomllib.loads((files(package) / f"{name}.toml").read_text(encoding="utf-8"))
