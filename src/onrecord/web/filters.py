"""The filter in the address: the same names on every page, so that a link means the same everywhere and can be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from onrecord.errors import InputError
from onrecord.store.filters import Filter

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NAMES = {"first": "from", "last": "to"}
"""Where the address says it otherwise than the store: `from` and `to` for the first and last day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: a filter, words to search, and a page of the answer (from 1)."""

    filter: Filter
    words: str
    page: int

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The filter as the address writes it, without what is not asked."""
        found = [(NAMES.get(f.name, f.name), getattr(self.filter, f.name)) for f in fields(Filter)]
        return [(name, value) for name, value in [("q", self.words), *found] if value]

    @property
    def further(self) -> bool:
        """Whether anything is asked that stands under "More" in the form."""
        return any(getattr(self.filter, f.name) for f in fields(Filter) if f.name not in ("actor", "place", "first", "last"))

    def get(self, name: str) -> str | None:
        """One field of the filter by its name, whatever it may be."""
        found: str | None = getattr(self.filter, name, None)
        return found

    def query(self, **changes: str | int | None) -> str:
        """The address's query with some names changed or dropped (None); the page goes back to the first unless it is given."""
        pairs = {name: str(value) for name, value in self.pairs if name not in changes}
        pairs.update({name: str(value) for name, value in changes.items() if value not in (None, "")})
        return "?" + urlencode(pairs) if pairs else "?"


def asked(params: list[tuple[str, str]]) -> Asked:
    """The filter of an address. Unknown names are ignored; raises InputError on a day that is no day and a page that is no number."""
    given = {name: value.strip() for name, value in params if value.strip()}
    for name in ("from", "to"):
        if name in given and not _DAY.fullmatch(given[name]):
            raise InputError(f"{name}={given[name]}: a day is written like 2024-05-03")
    page = given.get("page", "1")
    if not page.isdecimal() or not 1 <= int(page) <= 1_000_000:
        raise InputError(f"page={page}: a page is a number from 1")
    values = {f.name: given.get(NAMES.get(f.name, f.name)) for f in fields(Filter)}
    return Asked(Filter(**values), given.get("q", ""), int(page))
