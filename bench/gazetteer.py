"""The gazetteer: seconds to build it, to open it, to look a name up; its size on disk and in memory."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

from onrecord.codes.places import open_gazetteer

NAMES = ("Aleppo", "Paris", "Goma", "Springfield", "Jenin camp", "San Antonio", "Kunduz province", "Nowhereville", "Al-Hol", "Texas")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        built = open_gazetteer(Path(folder))
        print(f"built once on a machine in {time.perf_counter() - began:.1f} s, {built.path.stat().st_size / 1e6:.1f} MB on disk")
        began = time.perf_counter()
        gazetteer = open_gazetteer(Path(folder))
        print(f"opened in {1000 * (time.perf_counter() - began):.1f} ms (goal: under 300)")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        for name in NAMES:
            gazetteer.find_name(name)
        first = time.perf_counter() - began
        began = time.perf_counter()
        for _ in range(1000):
            for name in NAMES:
                gazetteer.find(gazetteer.key(name))
        again = time.perf_counter() - began
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(f"a name looked up in {1e6 * first / len(NAMES):.0f} us the first time, {1e3 * again / len(NAMES):.2f} us after that")
        print(f"memory that it adds: {grown:.1f} MB")


if __name__ == "__main__":
    main()
