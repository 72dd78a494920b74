"""Syndicated and lightly edited reports: the same agency copy under other headlines counts as one source.

MinHash signatures (rensa, MIT) over runs of five words find the candidates; the share of runs that two texts really have in common
decides. Which reports are copies depends on the set of reports only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zlib import crc32

import msgspec
from rensa import RMinHash

from onrecord.ledger.prose import paragraphs
from onrecord.ledger.words import tokens
from onrecord.model.record import DocumentInfo

RUN = 5
SIGNATURE = 64
BAND = 4
ALIKE = 0.45
"""Share of all runs (Jaccard) from which two texts are copies."""
INSIDE = 0.75
"""Share of the shorter text's runs: a shortened copy."""
FEWEST = 20
"""A text of fewer runs is a copy only of the very same words."""


class Print(msgspec.Struct, frozen=True):
    """What a report is recognised by: its runs of words (by their CRC-32), and the bands of its signature."""

    report: str
    runs: frozenset[int]
    bands: tuple[str, ...]


def fingerprint(document: DocumentInfo) -> Print:
    """The print of a report's telling paragraphs (its title is left out: copies change it)."""
    words = [token.form.lower() for piece in paragraphs(document) for token in tokens(piece.words)]
    runs = frozenset(" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))) if words else frozenset()
    signer = RMinHash(SIGNATURE, 42)
    signer.update(sorted(runs))
    signature = signer.digest()
    bands = tuple(f"{n}:{'.'.join(map(str, signature[n : n + BAND]))}" for n in range(0, SIGNATURE, BAND)) if runs else ()
    return Print(document.id, frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in runs), bands)


def are_copies(a: Print, b: Print) -> bool:
    """Whether one text is the other's copy, edited lightly or shortened."""
    shared = len(a.runs & b.runs)
    shorter = min(len(a.runs), len(b.runs))
    if shorter < FEWEST:
        return a.runs == b.runs and bool(a.runs)
    return shared >= ALIKE * len(a.runs | b.runs) or shared >= INSIDE * shorter


@dataclass(slots=True)
class Copies:
    """Groups of copies as reports arrive. `group` names a report's group by the smallest id in it."""

    _prints: dict[str, Print] = field(default_factory=dict)
    _bands: dict[str, list[str]] = field(default_factory=dict)
    _head: dict[str, str] = field(default_factory=dict)

    def add(self, given: Print) -> None:
        """Takes one report; one that is known already is left as it is."""
        if given.report in self._prints:
            return
        self._prints[given.report] = given
        self._head[given.report] = given.report
        candidates = {other for band in given.bands for other in self._bands.get(band, ())}
        for other in candidates:
            if are_copies(given, self._prints[other]):
                low, high = sorted((self.group(given.report), self.group(other)))
                self._head[high] = low
        for band in given.bands:
            self._bands.setdefault(band, []).append(given.report)

    def group(self, report: str) -> str:
        """The group that a report belongs to; a report that was never added is a group by itself."""
        while (head := self._head.get(report, report)) != report:
            report = head
        return report

    def groups(self) -> Mapping[str, str]:
        """Every report with its group."""
        return {report: self.group(report) for report in self._prints}


def independent(reports: Iterable[str], groups: Mapping[str, str]) -> int:
    """How many sources of their own some reports are."""
    return len({groups.get(report, report) for report in reports})
