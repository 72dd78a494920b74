"""Opens the gazetteer, building it where it is not there yet, and asks it for names."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from onrecord.codes.places.names import name_key, sound_key
from onrecord.codes.places.own import own_bytes
from onrecord.codes.places.packages import versions
from onrecord.codes.places.row import Candidate, Known
from onrecord.errors import InputError

BUILD = 1
"""Raised whenever the way of building changes what the file holds."""

_KEPT = 200_000
_ASK = """select p.row, p.name, p.feature, p.country, p.admin1, p.admin1_name, p.latitude, p.longitude, p.population, p.geonames, p.radius,
 n.rank from name n join place p on p.row = n.place where n.key = ? order by p.population desc, p.row"""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Gazetteer:
    """An open gazetteer, closed when nobody holds it. `version` names what it was built from, `content` is the digest of what it holds."""

    path: Path
    version: str
    content: str
    _base: sqlite3.Connection = field(repr=False)
    _known: dict[str, tuple[Candidate, ...]] = field(default_factory=dict, repr=False)
    _keys: dict[str, str] = field(default_factory=dict, repr=False)
    _divisions: dict[str, Known | None] = field(default_factory=dict, repr=False)

    def find(self, key: str) -> tuple[Candidate, ...]:
        """The places that a `name_key` may mean, the most populous first; empty when it is no name of a place."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = tuple(Candidate(Known(*row[:11]), row[11]) for row in self._base.execute(_ASK, (key,)))
            self._known[key] = found
        return found

    def key(self, written: str) -> str:
        """`name_key`, kept: the same names come again and again."""
        key = self._keys.get(written)
        if key is None:
            if len(self._keys) >= _KEPT:
                self._keys.clear()
            key = self._keys[written] = name_key(written)
        return key

    def division(self, code: str) -> Known | None:
        """The first-order division of a GeoNames code ("US.KY")."""
        if code not in self._divisions:
            row = self._base.execute("select * from place where feature = 'admin1' and admin1 = ?", (code,)).fetchone()
            self._divisions[code] = None if row is None else Known(*row)
        return self._divisions[code]

    def find_name(self, name: str) -> tuple[Candidate, ...]:
        """`find` for a name as it is written."""
        return self.find(name_key(name))

    def find_sound(self, key: str) -> tuple[Candidate, ...]:
        """The places whose names sound like this key, in countries where spelling varies; for names that `find` does not know."""
        sound = sound_key(key)
        return self.find(sound) if sound else ()

    def country(self, alpha3: str) -> Known | None:
        """The country of a code."""
        if alpha3 not in self._divisions:
            row = self._base.execute("select * from place where feature = 'country' and country = ?", (alpha3,)).fetchone()
            self._divisions[alpha3] = None if row is None else Known(*row)
        return self._divisions[alpha3]

    def towns(self) -> Iterator[Known]:
        """Every town, by row. Reads the whole table: for checks, not for reading."""
        for row in self._base.execute("select * from place where feature in ('city', 'capital') order by row"):
            yield Known(*row)


def gazetteer_version() -> str:
    """A digest (16 hex digits) of everything that decides what the gazetteer holds: package versions, our tables, the way of building."""
    return hashlib.sha256(f"{BUILD} {versions()}".encode() + own_bytes()).hexdigest()[:16]


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of these package versions: from the user's cache folder, or built there now (half a minute).

    A home that cannot be written falls back to the folder for temporary files. Several processes may ask at once.
    Raises InputError when neither folder can be written.
    """
    version = gazetteer_version()
    places = [folder] if folder else [Path(platformdirs.user_cache_dir("onrecord")), Path(tempfile.gettempdir()) / f"onrecord-{_user()}"]
    failed = []
    for place in places:
        file = place / f"gazetteer-{version}.sqlite"
        try:
            if not file.exists():
                _built(file)
            return _opened(file, version)
        except (OSError, sqlite3.Error) as error:
            failed.append(f"{place}: {error}")
    raise InputError(
        f"the gazetteer can be kept nowhere ({'; '.join(failed)}): free some space or set XDG_CACHE_HOME to a folder you may write"
    )


def _built(file: Path) -> None:
    """Builds in a process of its own, so that this one stays small; of several that ask at once, one builds and the others wait."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with _alone(file.with_suffix(".lock")):
        if file.exists():
            return
        code = f"from pathlib import Path; from onrecord.codes.places.build import build; build(Path({str(file)!r}))"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)  # noqa: S603
    if done.returncode != 0:
        raise OSError(f"building the gazetteer failed: {done.stderr.strip().splitlines()[-1:] or done.returncode}")


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Holds a lock file while in the block, where the system has such locks. Without them all build, and the last wins."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _opened(file: Path, version: str) -> Gazetteer:
    base = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        base.execute("pragma mmap_size = 268435456")
        content = base.execute("select value from fact where name = 'content'").fetchone()
        if content is None:
            raise sqlite3.DatabaseError(f"{file} is not whole: delete it")
    except BaseException:
        base.close()
        raise
    found = Gazetteer(file, version, content[0], base)
    weakref.finalize(found, base.close)
    return found


def _user() -> str:
    import getpass

    return getpass.getuser()
