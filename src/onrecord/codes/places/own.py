"""Our own table of places: what reports on conflict name and the packages lack."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from typing import cast

from onrecord.codes.places.packages import Draft, Point
from onrecord.codes.places.row import Feature

OWN = "conflict.csv"
POINTS = "points.csv"


def own_places() -> Iterator[Draft]:
    """The rows of `conflict.csv`: regions, front lines, camps, crossings, seats of power, seas, rivers, historical regions."""
    for row in _rows(OWN):
        yield Draft(
            row["name"],
            cast(Feature, row["feature"]),
            row["country"] or None,
            None,
            float(row["latitude"]),
            float(row["longitude"]),
            int(row["weight"] or 0),
            int(row["geonames"]) if row["geonames"] else None,
            int(row["radius_km"]),
            tuple(name for name in row["alternates"].split("|") if name),
            (),
        )


def moved_points() -> dict[int, Point]:
    """GeoNames id to the point that GeoNames gives, for the large countries and divisions where other tables put theirs far off."""
    return {int(row["geonames"]): Point(float(row["latitude"]), float(row["longitude"])) for row in _rows(POINTS)}


def own_bytes() -> bytes:
    """The tables as they are packaged: part of what names the gazetteer."""
    tables = (files("onrecord.codes.places") / OWN, files("onrecord.codes.places") / POINTS, files("onrecord.codes") / "countries.csv")
    return b"\0".join(table.read_bytes() for table in tables)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (files("onrecord.codes.places") / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
