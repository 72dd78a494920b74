"""Who held office when. `leaders.csv`: heads of state and government, foreign and defence ministers, heads of international organisations.
`officials.csv`: others whom reports name often: ministers of defence, interior and finance, chiefs of staff, spokespeople, envoys,
governors, leaders of the opposition.

A row is a term of office. Dates are ISO days, months or years as far as the source states them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from onrecord.codes.table import rows, several

Office = Literal["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "leader", "secretary_general",
                 "interior_minister", "finance_minister", "minister", "deputy_minister", "deputy_leader", "army_chief", "police_chief",
                 "intelligence_chief", "spokesperson", "envoy", "adviser", "governor", "mayor", "speaker", "senator", "prosecutor",
                 "opposition_leader"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office. `serves` is an ISO 3166-1 alpha-3 code, or the name of an organisation.

    `title` is the usual word for the office there ("president", "king"); `end` is None while the term runs.
    """

    name: str
    others: tuple[str, ...]
    serves: str
    office: Office
    title: str
    begin: str
    end: str | None
    gender: Literal["m", "f"]
    source: str

    def held_on(self, day: str) -> bool:
        """True when the term covers an ISO day; a year alone counts whole."""
        return self.begin <= day[: max(len(self.begin), 4)] and (self.end is None or day[: len(self.end)] <= self.end)


@cache
def terms() -> tuple[Term, ...]:
    """All rows, leaders first, in the order of the files."""
    return (*leaders(), *_terms("officials.csv"))


@cache
def leaders() -> tuple[Term, ...]:
    """The rows of `leaders.csv`: those whom a report may name by surname alone."""
    return _terms("leaders.csv")


def _terms(table: str) -> tuple[Term, ...]:
    return tuple(
        Term(
            row["name"],
            several(row["others"]),
            row["serves"],
            cast("Office", row["office"]),
            row["title"],
            row["begin"],
            row["end"] or None,
            cast('Literal["m", "f"]', row["gender"]),
            row["source"],
        )
        for row in rows(table)
    )


@cache
def terms_by_name() -> MappingProxyType[str, tuple[Term, ...]]:
    """Terms under each full name, in lower case."""
    table: dict[str, list[Term]] = {}
    for term in terms():
        for name in (term.name, *term.others):
            table.setdefault(name.casefold(), []).append(term)
    return MappingProxyType({name: tuple(found) for name, found in table.items()})


@cache
def terms_by_office() -> MappingProxyType[tuple[str, str], tuple[Term, ...]]:
    """Terms under `(serves, office)`, in the order of the file."""
    table: dict[tuple[str, str], list[Term]] = {}
    for term in terms():
        table.setdefault((term.serves, term.office), []).append(term)
    return MappingProxyType({place: tuple(found) for place, found in table.items()})


def in_office(serves: str, office: str, day: str | None) -> Term | None:
    """Who held an office on a day. None when the day is not known, the table does not say, or says two."""
    if day is None:
        return None
    found = [term for term in terms_by_office().get((serves, office), ()) if term.held_on(day)]
    return found[0] if len({term.name for term in found}) == 1 else None


def term_of(name: str, day: str | None) -> Term | None:
    """The office that a person of this full name held on a day, else the last one begun before it, else (no day) the latest."""
    found = terms_by_name().get(name.casefold(), ())
    if not found:
        return None
    if day is None:
        return max(found, key=lambda term: term.begin)
    held = [term for term in found if term.held_on(day)]
    if held:
        return held[0]
    before = [term for term in found if term.begin <= day]
    return max(before, key=lambda term: term.begin) if before else None


@cache
def _by_surname() -> MappingProxyType[str, tuple[Term, ...]]:
    table: dict[str, list[Term]] = {}
    for term in leaders():
        for surname in {form for name in (term.name, *term.others) if " " in name for form in _surnames(name)}:
            table.setdefault(surname, []).append(term)
    return MappingProxyType({name: tuple(found) for name, found in table.items()})


def _surnames(name: str) -> tuple[str, ...]:
    """ "al-sisi" and "sisi": the last word, with and without its article."""
    last = name.split()[-1].casefold()
    return (last, last[3:]) if last[:3] in ("al-", "el-") else (last,)


def term_of_surname(surname: str, day: str | None) -> Term | None:
    """The one leader of this surname who is in office on a day; None without a day, or when two people are."""
    if day is None:
        return None
    held = [term for term in _by_surname().get(surname.casefold(), ()) if term.held_on(day)]
    return held[0] if len({term.name for term in held}) == 1 else None


def country_of(name: str) -> str | None:
    """The state that a person of this full name served, at whatever time; None when the table says none or several."""
    served = {term.serves for term in terms_by_name().get(name.casefold(), ()) if len(term.serves) == 3}
    return next(iter(served)) if len(served) == 1 else None
