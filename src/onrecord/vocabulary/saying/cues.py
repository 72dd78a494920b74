"""The lexicon of cues, from `cues.toml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.vocabulary.packaged import table as packaged

POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ",)}


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What one lemma takes: `takes` as explained at the head of `cues.toml`."""

    takes: frozenset[str]
    mental: bool
    written: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemma to entry, by part of speech."""

    verbs: Mapping[str, CueEntry]
    nouns: Mapping[str, CueEntry]
    adjectives: Mapping[str, CueEntry]
    speakers: frozenset[str]
    """Nouns for those who are cited ("a source")."""
    occasions: frozenset[str]
    """Verbs of speaking that tell to whom, when and where, and not what."""
    measures: frozenset[str]
    """Nouns for what is put at a figure."""


@functools.cache
def load_cues() -> Cues:
    """The packaged lexicon. A lemma that stands in several classes takes what any of them takes; it is mental only if all are."""
    data = packaged("onrecord.vocabulary.saying", "cues")
    tables: dict[str, dict[str, CueEntry]] = {"verb": {}, "noun": {}, "adjective": {}, "speaker": {}, "occasion": {}, "measure": {}}
    for row in data["class"]:
        table = tables[row["pos"]]
        for lemma in row["lemmas"].split():
            new = CueEntry(frozenset(row["takes"]), row.get("mental", False), row.get("written", False))
            old = table.get(lemma)
            table[lemma] = new if old is None else CueEntry(old.takes | new.takes, old.mental and new.mental, old.written or new.written)
    return Cues(
        tables["verb"],
        tables["noun"],
        tables["adjective"],
        frozenset(tables["speaker"]),
        frozenset(tables["occasion"]),
        frozenset(tables["measure"]),
    )
