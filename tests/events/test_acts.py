"""The lexicon's own tests, and what a person is told about a file that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.codes.cameo import cameo_codes, plover_codes
from onrecord.model.record import Record
from onrecord.reading.events.check import check_rows
from onrecord.reading.pipeline import vocabulary_digest
from onrecord.vocabulary.acts.frames import load_lexicon, read_acts
from onrecord.vocabulary.acts.pattern import PatternError, parse_pattern


def test_the_files_own_tests_hold(read: Callable[..., Record]) -> None:
    failures = list(check_rows(load_lexicon().rows, lambda text: tuple(event.cameo for event in read(text).events)))
    assert len(failures) <= 5, "\n".join(map(str, failures))


def test_every_row_has_a_test() -> None:
    assert not [(name, row.code) for name, row in load_lexicon().rows if not row.is_]


def test_the_lexicon_is_wide() -> None:
    lexicon = load_lexicon()
    codes = {frame.code for frames in (*lexicon.verbs.values(), *lexicon.nouns.values()) for frame in frames}
    assert lexicon.size >= 1500
    assert {code[:2] for code in codes} == {f"{root:02}" for root in range(2, 21)}
    events = {cameo_codes()[code].plover for code in codes}
    assert events == set(plover_codes())


def test_every_mode_is_one_that_its_event_has() -> None:
    modes = plover_codes()
    for row in cameo_codes().values():
        assert row.mode is None or (row.plover is not None and row.mode in modes[row.plover].modes), row


@pytest.mark.parametrize("text", ["attack", "S attack T on", "Q attack T", "S attack T T X"])
def test_a_pattern_that_cannot_be_read_says_why(text: str) -> None:
    with pytest.raises(PatternError, match=text.split()[0]):
        parse_pattern(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[act]\ncode = "190"', "mine.toml: not TOML: "),
        ("", "mine.toml: no [[act]] row in it"),
        ('[[act]]\ncode = "999"\nverb = "zap"', "mine.toml, row 1: no such CAMEO code: 999"),
        ('[[act]]\ncode = "190"\nverb = "zap"\n[[act]]\nverb = "zip"', "mine.toml, row 2: missing required field `code`"),
        ('[[act]]\ncode = 190\nverb = "zap"', "mine.toml, row 1, code: Expected `str`, got `int`"),
        ('[[act]]\ncode = "190"\nverb = "zap"\ncolour = "red"', "mine.toml, row 1: contains unknown field `colour`"),
        ('[[act]]\ncode = "190"', "mine.toml, row 1: names no words"),
        ('[[act]]\ncode = "190"\npattern = ["S zap T on"]', "mine.toml, row 1: 'S zap T on': the preposition 'on' has no object"),
    ],
)
def test_a_wrong_file_is_named_with_its_row(text: str, said: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(said)):
        read_acts(text, "mine.toml")


def test_a_users_acts_are_part_of_what_decides_a_reading(tmp_path: Path) -> None:
    mine, copy = tmp_path / "mine.toml", tmp_path / "copy.toml"
    mine.write_text('[[act]]\ncode = "190"\nverb = "zap"\n', encoding="utf-8")
    copy.write_bytes(mine.read_bytes())
    with_mine = vocabulary_digest(str(mine))
    assert with_mine == vocabulary_digest(str(copy)) != vocabulary_digest()
    mine.write_text('[[act]]\ncode = "193"\nverb = "zap"\n', encoding="utf-8")
    assert vocabulary_digest(str(mine)) != with_mine
