"""One spelling for names that reports write in many: "Mohamed" and "Muhammad" are "mohammed". Data in `spellings.csv`."""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from importlib.resources import files


def usual_spelling(form: str) -> str:
    """The usual spelling of a word in lower case: without accents, and of several ways to write one name in Latin letters the first."""
    if not form.isascii():
        form = "".join(letter for letter in unicodedata.normalize("NFD", form) if not unicodedata.combining(letter)).replace("’", "'")
    return _spellings().get(form, form)


@cache
def _spellings() -> dict[str, str]:
    text = (files("onrecord.vocabulary.actors") / "spellings.csv").read_text(encoding="utf-8")
    return {row["form"]: row["usual"] for row in csv.DictReader(text.splitlines())}
