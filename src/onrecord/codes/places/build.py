"""Builds the gazetteer's file: one SQLite database, read-only ever after, the same bytes of content from the same packages."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from onrecord.codes.places.names import name_key, sound_key
from onrecord.codes.places.own import moved_points, own_places
from onrecord.codes.places.packages import Draft, cities, continents, countries, divisions

SOUNDED = frozenset(
    "AFG DZA BHR TCD DJI EGY ERI IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PAK PSE QAT SAU SDN SOM SSD SYR TUN ARE YEM ETH MLI NER".split()
)
"""Countries whose names reach English through Arabic, Persian or Pashto spelling: they are also kept by sound."""

_TYPES = frozenset(
    "province governorate oblast region district county state parish department prefecture raion rayon municipality division canton krai"
    " kray republic respublika muhafazat wilaya department autonomous special city territory voivodeship".split()
)
_SCHEMA = """
create table place (row integer primary key, name text, feature text, country text, admin1 text, admin1_name text,
  latitude real, longitude real, population integer, geonames integer, radius integer);
create table name (key text, place integer, rank integer, primary key (key, place)) without rowid;
create index division on place (feature, admin1) where feature in ('admin1');
create index country on place (feature, country) where feature = 'country';
create table fact (name text primary key, value text) without rowid;
"""
_MOST = 300
"""Places kept for one name, the most populous first: no report tells the 301st San José from the others."""


def build(file: Path) -> None:
    """Writes the gazetteer to `file`, atomically: readers see none or a whole one, and the last of several builders wins.

    Takes about half a minute. Raises OSError when the folder cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(suffix=".part", dir=file.parent)
    os.close(handle)
    try:
        _write(Path(part))
        Path(part).chmod(0o644)
        Path(part).replace(file)
    finally:
        Path(part).unlink(missing_ok=True)


def _write(part: Path) -> None:
    points = moved_points()
    drafts = list(chain(own_places(), continents(), countries(points), divisions(points), cities()))
    first_order = {d.admin1: _english(d) for d in drafts if d.feature == "admin1"}
    rows = [
        (
            n,
            _english(d),
            d.feature,
            d.country,
            d.admin1,
            first_order.get(d.admin1),
            d.latitude,
            d.longitude,
            d.population,
            d.geonames,
            d.radius,
        )
        for n, d in enumerate(drafts)
    ]
    names = sorted(_kept(drafts))
    digest = hashlib.sha256()
    for item in chain(rows, names):
        digest.update(repr(item).encode())
    base = sqlite3.connect(part)
    try:
        base.executescript("pragma journal_mode = off; pragma synchronous = off; pragma page_size = 4096;" + _SCHEMA)
        base.executemany("insert into place values (?,?,?,?,?,?,?,?,?,?,?)", rows)
        base.executemany("insert into name values (?,?,?)", names)
        base.execute("insert into fact values ('content', ?)", (digest.hexdigest(),))
        base.commit()
    finally:
        base.close()


def _kept(drafts: list[Draft]) -> Iterator[tuple[str, int, int]]:
    """(key, place, rank), at most `_MOST` places a key."""
    by_key: dict[str, list[tuple[int, int, int]]] = {}
    for n, draft in enumerate(drafts):
        for key, rank in _keys(draft).items():
            by_key.setdefault(key, []).append((-draft.population, n, rank))
    for key, found in by_key.items():
        for _, n, rank in sorted(found)[:_MOST]:
            yield key, n, rank


def _keys(draft: Draft) -> dict[str, int]:
    """The keys of one place, each with its best rank."""
    keys: dict[str, int] = {}
    for rank, names in ((0, (draft.name,)), (1, draft.short), (2, draft.others)):
        for name in names:
            if rank < 2 or _usable(name):
                key = name_key(name)
                if key:
                    keys.setdefault(key, rank)
    if draft.feature in ("admin1", "admin2"):
        for key in [key for key in keys if key.split()[-1] in _TYPES or key.split()[0] in _TYPES]:
            bare = " ".join(word for word in key.split() if word not in _TYPES and word != "of")
            if bare:
                keys.setdefault(bare, 1 if draft.feature == "admin1" else 2)
    if draft.country in SOUNDED:
        for key in list(keys):
            sound = sound_key(key)
            if sound:
                keys.setdefault(sound, 3)
    return keys


def _usable(name: str) -> bool:
    """Alternate names that English text may use: no codes, no transliterations in lower case, no single letters."""
    return len(name) > 2 and name[0].isupper() and not (name.isupper() and len(name) < 5) and len(name) < 50


def _english(draft: Draft) -> str:
    """The name as English writes it: of "Ḩalab", known also as "Aleppo" and "Aleppo Governorate", it is "Aleppo"."""
    if draft.feature not in ("admin1", "admin2"):
        return draft.name
    others: Iterable[str] = draft.others
    have = set(others)
    for name in others:
        words = name.split()
        if len(words) > 1 and words[-1].casefold() in _TYPES and " ".join(words[:-1]) in have and name.isascii():
            return " ".join(words[:-1])
    return draft.name
