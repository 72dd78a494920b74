"""Given names that are mostly borne by women or mostly by men. Data in `given_names.csv`; names borne by both are left out."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def given_names() -> MappingProxyType[str, bool]:
    """Name to True for a woman's, False for a man's."""
    text = (files("onrecord.vocabulary.actors") / "given_names.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["name"]: row["gender"] == "f" for row in csv.DictReader(text.splitlines())})
