"""The lexicon of acts: TOML rows read into frames, and an index from a word's lemma to the frames that it may trigger."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.codes.cameo import cameo_codes
from onrecord.vocabulary.acts.pattern import PREPOSITIONS, Pattern, Slot, parse_pattern
from onrecord.vocabulary.packaged import table as packaged

Nominal = Literal["S", "T", "X"]
_PATH = re.compile(r"act\[(\d+)\](?:\.(\w+))?")


class ActRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One `[[act]]` of a file. `verb` and `noun` are lists with commas; `pattern` the frames that need more than a word.

    `object` and `subject` are conditions on a verb's object and subject. `of` and `poss` say whose role a noun's "of …" and
    possessive are, `by_name` that of a name before it ("Turkey visit"). `tied` nouns count only where a participant or a light
    verb stands with them. `inside`: the frame counts only where an act is named inside it ("plans to visit", not "plans to eat").
    """

    code: str
    verb: str = ""
    noun: str = ""
    pattern: list[str] = []
    object: str = ""
    subject: str = ""
    of: Nominal = "T"
    poss: Nominal = "S"
    by_name: Nominal = "S"
    mutual: bool = False
    tied: bool = True
    inside: bool = False
    is_: list[str] = msgspec.field(name="is", default_factory=list)
    not_: list[str] = []


class ActFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of acts."""

    act: list[ActRow]


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb's way of naming an act. `composes`: the code depends on the act named inside it."""

    code: str
    pattern: Pattern
    particle: str
    mutual: bool
    inside: bool
    source: str
    weight: int

    @property
    def composes(self) -> bool:
        return any(slot.composes for slot in self.pattern.slots)


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun's way of naming an act. `before`: words that must modify it; `after`: preposition and word ("of", "emergency")."""

    code: str
    before: tuple[str, ...]
    after: tuple[str, str] | None
    of: Nominal
    poss: Nominal
    by_name: Nominal
    mutual: bool
    tied: bool
    source: str

    @property
    def weight(self) -> int:
        return 1 + 2 * len(self.before) + 2 * bool(self.after)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames by trigger lemma, the named sets of words, and the rows with their tests."""

    verbs: dict[str, tuple[VerbFrame, ...]]
    nouns: dict[str, tuple[NounFrame, ...]]
    rows: tuple[tuple[str, ActRow], ...]
    sets: dict[str, frozenset[str]] = field(repr=False)

    @property
    def size(self) -> int:
        """The number of frames: one a trigger word and pattern."""
        return sum(map(len, self.verbs.values())) + sum(map(len, self.nouns.values()))


def read_acts(text: str, name: str) -> list[ActRow]:
    """The rows of one file. Raises ValueError naming the file, the row (counted from 1) and what is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: not TOML: {error}") from error
    if not table.get("act"):
        raise ValueError(f"{name}: no [[act]] row in it")
    try:
        rows = msgspec.convert(table, ActFile).act
    except msgspec.ValidationError as error:
        raise ValueError(f"{name}{_where(str(error))}") from error
    for n, row in enumerate(rows, 1):
        try:
            _check_row(row, name)
        except ValueError as error:
            raise ValueError(f"{name}, row {n}: {error}") from error
    return rows


def _where(problem: str) -> str:
    """A validator's "… - at `$.act[0].code`" as ", row 1, code: …"."""
    said, _, path = problem.partition(" - at ")
    found = _PATH.search(path)
    if found is None:
        return f": {said}"
    key = f", {found.group(2)}" if found.group(2) else ""
    return f", row {int(found.group(1)) + 1}{key}: {said.replace('Object ', '')}"


def _check_row(row: ActRow, name: str) -> None:
    """Raises ValueError saying what is wrong with a row."""
    if row.code not in cameo_codes():
        raise ValueError(f"no such CAMEO code: {row.code}")
    if not [*_verb_frames(row, name), *_noun_frames(row, name)]:
        raise ValueError("names no words: give it a verb, a noun or a pattern")


def build_lexicon(rows: Iterable[tuple[str, ActRow]], sets: dict[str, frozenset[str]]) -> Lexicon:
    """The index of `(file name, row)` pairs; a later row wins over an earlier one for the same words."""
    rows = tuple(rows)
    verbs: dict[str, dict[tuple[str, tuple[Slot, ...]], VerbFrame]] = {}
    nouns: dict[str, dict[tuple[tuple[str, ...], tuple[str, str] | None], NounFrame]] = {}
    for name, row in rows:
        for frame in _verb_frames(row, name):
            for verb, particle in frame.pattern.verbs:
                own = replace(frame, particle=particle, weight=frame.weight + 2 * bool(particle))
                verbs.setdefault(verb, {})[particle, frame.pattern.slots] = own
        for lemma, noun in _noun_frames(row, name):
            nouns.setdefault(lemma, {})[noun.before, noun.after] = noun
    return Lexicon(
        {lemma: tuple(sorted(found.values(), key=lambda frame: -frame.weight)) for lemma, found in verbs.items()},
        {lemma: tuple(sorted(found.values(), key=lambda frame: -frame.weight)) for lemma, found in nouns.items()},
        rows,
        sets,
    )


@cache
def load_lexicon(own: str | None = None) -> Lexicon:
    """The packaged lexicon, with the rows of a user's own file after it. Raises ValueError when a file is not in form."""
    folder = files("onrecord.vocabulary.acts")
    rows: list[tuple[str, ActRow]] = []
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name[:2].isdigit() and file.name.endswith(".toml"):
            rows.extend((file.name, row) for row in read_acts(file.read_text(encoding="utf-8"), file.name))
    if own is not None:
        rows.extend((own, row) for row in read_acts(Path(own).read_text(encoding="utf-8"), own))
    return build_lexicon(rows, load_sets())


@cache
def load_sets() -> dict[str, frozenset[str]]:
    """The named sets of words that conditions speak of, from `sets.toml`."""
    table = msgspec.convert(packaged("onrecord.vocabulary.acts", "sets"), dict[str, str])
    return {name: frozenset(_words(words)) for name, words in table.items()}


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.replace("\n", " ").split(",") if word.strip()]


def _verb_frames(row: ActRow, name: str) -> Iterable[VerbFrame]:
    condition = f":{row.object}" if row.object else ""
    for entry in _words(row.verb):
        verb, *rest = entry.split()
        preposition = rest[-1] if rest and rest[-1].split("|")[0] in PREPOSITIONS else ""
        if preposition:
            text = f"S {verb} {' '.join(rest)} T{condition}"
        else:
            text = f"S {verb} {' '.join(rest)} {'T' + condition if condition else '(T)'}"
        yield _verb_frame(row, text, name)
    for text in row.pattern:
        yield _verb_frame(row, text, name)


def _verb_frame(row: ActRow, text: str, name: str) -> VerbFrame:
    pattern = parse_pattern(f"S:{row.subject}{text[1:]}" if row.subject and text.startswith("S ") else text)
    return VerbFrame(row.code, pattern, "", row.mutual, row.inside, name, pattern.weight)


def _noun_frames(row: ActRow, name: str) -> Iterable[tuple[str, NounFrame]]:
    for entry in _words(row.noun):
        words = entry.split()
        after: tuple[str, str] | None = None
        at = next((n for n, word in enumerate(words) if word in PREPOSITIONS and n), None)
        if at is not None:
            if at + 2 != len(words):
                raise ValueError(f"{entry!r}: write a noun, a preposition and one word, as in 'state of emergency'")
            after = (words[at], words[at + 1])
            words = words[:at]
        yield words[-1], NounFrame(row.code, tuple(words[:-1]), after, row.of, row.poss, row.by_name, row.mutual, row.tied, name)


__all__ = ["ActRow", "Lexicon", "NounFrame", "Pattern", "Slot", "VerbFrame", "build_lexicon", "load_lexicon", "load_sets", "read_acts"]
