"""Every list of words is asked for, and whoever asks for one gets it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.vocabulary.lists import word_list

SRC = Path(__file__).parents[2] / "src" / "onrecord"
ASKED = {found for file in (SRC / "reading").rglob("*.py") for found in re.findall(r'word_list\("(\w+)", "([\w.]+)"\)', file.read_text())}
PACKAGED = {
    (file.parent.name, f"{table}.{name}")
    for file in (SRC / "vocabulary").rglob("lists.toml")
    for table, lists in tomllib.loads(file.read_text()).items()
    for name in lists
}


def test_all_that_is_packaged_is_asked_for_and_the_other_way_round() -> None:
    assert ASKED == PACKAGED
    assert len(PACKAGED) > 50


@pytest.mark.parametrize(("folder", "name"), sorted(PACKAGED))
def test_a_list_has_lower_case_words_each_once(folder: str, name: str) -> None:
    table, _, key = name.partition(".")
    listed = tomllib.loads((SRC / "vocabulary" / folder / "lists.toml").read_text())[table][key]
    words = [word.strip() for word in listed.replace("\n", " ").split(",")]
    assert sorted(words) == sorted(word_list(folder, name))
    assert all(word and word == word.lower() for word in words)


def test_an_unknown_list_is_our_fault_and_says_so() -> None:
    with pytest.raises(OnrecordError, match=r"no list roles\.nobody"):
        word_list("mediation", "roles.nobody")
