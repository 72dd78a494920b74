"""The words of time: class by class, and days with a name. One loader a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from onrecord.vocabulary.packaged import table as packaged


class Entry(NamedTuple):
    """What a word is in the grammar of time: its class, and what the class means by it."""

    kind: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day with a name: `month` and `day`; or `nth` `weekday` (1 Monday) of `month`, last when negative; or days from Easter.

    `hebrew` counts days from Rosh Hashanah of the same year, `hijri` is the month of the Muslim year that `day`
    counts in. A feast `lasts` so many days;
    `sighted`: its first day hangs on the moon being seen, and may be a day off.
    """

    name: str
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    orthodox: bool = False
    year: int | None = None
    """The one year it names, where it is a day of history."""
    hebrew: int | None = None
    hijri: int | None = None
    lasts: int = 1
    sighted: bool = False


@cache
def words() -> dict[str, Entry]:
    """Lower-case form to class and value, from words.toml. A form in two tables is a fault of ours and raises ValueError."""
    table = packaged("onrecord.vocabulary.times", "words")
    out: dict[str, Entry] = {}
    for kind, forms in table.items():
        for form, value in forms.items():
            if form in out:
                raise ValueError(f"words.toml: {form!r} is both {out[form].kind} and {kind}")
            out[form] = Entry(value, form) if kind == "SELF" else Entry(kind, value)
    return out


@cache
def numbers() -> dict[str, int]:
    """Number words to their value, from numbers.toml: units, teens, tens, and the scales (100 and up)."""
    table = packaged("onrecord.vocabulary.times", "numbers")
    return {form: int(value) for group in table.values() for form, value in group.items()}


@cache
def named_days() -> dict[str, NamedDay]:
    """Name in lower case to the rule of its date, from holidays.toml; every spelling is a key of its own."""
    table = packaged("onrecord.vocabulary.times", "holidays")
    out: dict[str, NamedDay] = {}
    for row in table["day"]:
        rule = {key: value for key, value in row.items() if key not in ("names", "source")}
        for name in row["names"]:
            out[name] = NamedDay(name=row["names"][0], **rule)
    return out


@cache
def planning() -> frozenset[str]:
    """Lemmas of verbs and adjectives whose infinitive is yet to come ("expected to", "set to"), from verbs.toml."""
    return frozenset(packaged("onrecord.vocabulary.times", "verbs")["planning"])


@cache
def scheduled() -> frozenset[str]:
    """Lemmas of verbs whose present tense tells of what is on a calendar, from verbs.toml."""
    return frozenset(packaged("onrecord.vocabulary.times", "verbs")["scheduled"])


@cache
def arranging() -> frozenset[str]:
    """Lemmas of verbs that put a thing on a calendar ("scheduled a meeting Friday"), from verbs.toml."""
    return frozenset(packaged("onrecord.vocabulary.times", "verbs")["arranging"])


@cache
def proposing() -> frozenset[str]:
    """Lemmas of verbs whose object lies ahead ("agreed to a truce from Tuesday"), from verbs.toml."""
    return frozenset(packaged("onrecord.vocabulary.times", "verbs")["proposing"])


@cache
def appointments() -> frozenset[str]:
    """Nouns for what is on a calendar: "Monday's summit" may be ahead where "Monday's raid" is not; from verbs.toml."""
    return frozenset(packaged("onrecord.vocabulary.times", "verbs")["appointments"])


@cache
def persons() -> frozenset[str]:
    """Nouns for people that an age goes with ("boy"), and endings of such nouns (written "-er"), from persons.toml."""
    return frozenset(packaged("onrecord.vocabulary.times", "persons")["nouns"])


@cache
def unfulfilled() -> frozenset[str]:
    """Lemmas whose own day is not that of the act they speak of ("agreed on Monday to meet", "condemned the raid on Monday")."""
    return frozenset(packaged("onrecord.vocabulary.times", "verbs")["unfulfilled"])


@cache
def saying() -> frozenset[str]:
    """Lemmas of verbs of saying and thinking, from verbs.toml."""
    return frozenset(packaged("onrecord.vocabulary.times", "verbs")["saying"])


@cache
def phrases() -> dict[str, Entry]:
    """Fixed phrases of several words (lower case, single spaces) to class and value, from phrases.toml."""
    table = packaged("onrecord.vocabulary.times", "phrases")
    return {form: Entry(kind, value) for kind, forms in table.items() for form, value in forms.items()}
