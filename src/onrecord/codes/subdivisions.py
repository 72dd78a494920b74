"""The first-order divisions of states (ISO 3166-2), as evidence of the country in "Kano State government" or "Rakhine rebels".

Names come from the package `iso3166-2`; one borne in two countries is left out, as is one that is also a country's name.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from iso3166_2 import Subdivisions

from onrecord.codes.countries import countries, country_named


@cache
def _subdivisions() -> MappingProxyType[str, str]:
    by_iso2 = {country.iso2: country.iso3 for country in countries() if country.iso2}
    found: dict[str, set[str]] = {}
    for iso2, divisions in Subdivisions().all.items():
        iso3 = by_iso2.get(iso2)
        if iso3 is not None:
            for division in divisions.values():
                found.setdefault(str(division["name"]).casefold(), set()).add(iso3)
    return MappingProxyType({name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1 and country_named(name) is None})


def country_of_subdivision(name: str) -> str | None:
    """ISO 3166-1 alpha-3 of the one country that has a division of this name; None when none or several have."""
    return _subdivisions().get(name.casefold())
