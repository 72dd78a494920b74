"""Scores of incidents as a store makes them, blocks, rules and clustering included: `python -m onrecord.evaluation.incidents SET`.

Two reports are paired when an incident holds both. On Syria's reports only the given hard pairs are known to be one incident or not; the
figure over all pairs counts every other pair as not, though reports tell of more than the one incident that they are labelled with.
For `gvc` the mentions of events are scored too (MUC, B-cubed, CEAF-e and their mean, as CoNLL-2012 does), as information.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import linear_sum_assignment

from onrecord.evaluation.ledger import GOLD, GoldPair, Row, Score, read_records, score_of
from onrecord.ledger.history import Collection, History, witnesses
from onrecord.ledger.pairs import shipped_weights
from onrecord.ledger.witness import Sight
from onrecord.model.record import Record

FILES: Mapping[str, str] = {"syria": "syria_reports.jsonl", "news": "news_clusters.jsonl", "gvc": "gvc.jsonl"}


class Mention(msgspec.Struct, frozen=True):
    """An event mention of `gvc`: code points of the row's text, and the event that it names."""

    start: int
    end: int
    cluster: str


class MentionRow(msgspec.Struct, frozen=True):
    """The mentions of a row."""

    id: str
    mentions: tuple[Mention, ...]


def compared(found: set[frozenset[str]], real: set[frozenset[str]]) -> Score:
    """Of some pairs found and those that are real."""
    return score_of(len(found & real), len(found), len(real))


def history_of(records: Sequence[Record], threshold: float) -> History:
    """The incidents of some records, as `store.history` makes them."""
    collection = Collection.of(Sight(record).lead() for record in records)
    history = History(collection, weights=msgspec.structs.replace(shipped_weights(), threshold=threshold))
    for record in records:
        history.add(witnesses(record))
    return history


def paired(history: History) -> set[frozenset[str]]:
    """Pairs of reports that share an incident."""
    found: set[frozenset[str]] = set()
    for group in history.incidents():
        found |= pairs_of({history.witness(name).report for name in group})
    return found


def pairs_of(names: Iterable[str]) -> set[frozenset[str]]:
    """Every two of some names."""
    return {frozenset(pair) for pair in combinations(sorted(names), 2)}


def report_pairs(read: Sequence[tuple[Row, Record]], history: History, hard: Sequence[GoldPair]) -> str:
    """Pairs of reports of one incident, over all and over the hard ones."""
    incidents: dict[str, set[str]] = {}
    for row, record in read:
        for label in row.incident_ids or (row.label,):
            incidents.setdefault(label, set()).add(record.document.id)
    real: set[frozenset[str]] = set()
    for together in incidents.values():
        real |= pairs_of(together)
    found = paired(history)
    said = f"all pairs {compared(found, real)}"
    if hard:
        known = {row.id: record.document.id for row, record in read}
        asked = {frozenset((known[pair.a], known[pair.b])): pair.label for pair in hard}
        said += f"   hard pairs {compared(found & asked.keys(), {pair for pair, label in asked.items() if label})}"
    return said


Clusters = Sequence[frozenset[str]]


def muc(real: Clusters, found: Clusters) -> Score:
    """Vilain et al. 1995: links that the other side keeps."""
    return Score(_kept_links(found, real), _kept_links(real, found))


def _kept_links(of: Clusters, by: Clusters) -> float:
    home = {name: n for n, cluster in enumerate(by) for name in cluster}
    links = sum(len(cluster) - 1 for cluster in of)
    kept = sum(len(cluster) - len({home[name] for name in cluster}) for cluster in of)
    return kept / links if links else 0.0


def b_cubed(real: Clusters, found: Clusters) -> Score:
    """Bagga and Baldwin 1998: for each mention, how much of its cluster is right, and how much of its event is there."""
    event, home = ({name: cluster for cluster in clusters for name in cluster} for clusters in (real, found))
    shared = {name: len(event[name] & home[name]) for name in event}
    return Score(
        sum(shared[name] / len(home[name]) for name in event) / len(event),
        sum(shared[name] / len(event[name]) for name in event) / len(event),
    )


def ceaf_e(real: Clusters, found: Clusters) -> Score:
    """Luo 2005 with phi-4: the best one-to-one match of clusters."""
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in real])
    best = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return Score(best / len(found), best / len(real))


def report_mentions(read: Sequence[tuple[Row, Record]], history: History) -> str:
    """Gold mentions: one that an event of ours names is where that event's incident is, any other by itself."""
    rows = {row.id: row.mentions for row in msgspec.json.Decoder(MentionRow).decode_lines((GOLD / FILES["gvc"]).read_bytes())}
    home: dict[tuple[str, str], str] = {}
    for group in history.incidents():
        for name in group:
            witness = history.witness(name)
            home |= dict.fromkeys(((witness.report, event) for event in witness.events), group[0])
    real: dict[str, set[str]] = {}
    found: dict[str, set[str]] = {}
    covered = 0
    for row, record in read:
        for mention in rows[row.id]:
            name = f"{row.id}:{mention.start}"
            here = next((e.id for e in record.events if e.anchor[0] < mention.end and mention.start < e.anchor[1]), None)
            real.setdefault(mention.cluster, set()).add(name)
            found.setdefault(home.get((record.document.id, here or ""), name), set()).add(name)
            covered += here is not None
    events, groups = ([frozenset(names) for names in clusters.values()] for clusters in (real, found))
    scores = {"MUC": muc(events, groups), "B3": b_cubed(events, groups), "CEAF-e": ceaf_e(events, groups)}
    mean = sum(score.f1 for score in scores.values()) / len(scores)
    said = "   ".join(f"{name} {score}" for name, score in scores.items())
    return f"{sum(map(len, real.values()))} mentions, {covered} of them events of ours: CoNLL F1 {100 * mean:.1f} ({said})"


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("set", choices=tuple(FILES))
    ask.add_argument("--gold", type=Path, default=GOLD)
    ask.add_argument("--threshold", type=float, nargs="+", default=[shipped_weights().threshold])
    given = ask.parse_args()
    read = read_records(given.gold / FILES[given.set])
    hard = msgspec.json.Decoder(GoldPair).decode_lines((given.gold / "syria_pairs.jsonl").read_bytes()) if given.set == "syria" else []
    for threshold in given.threshold:
        history = history_of([record for _, record in read], threshold)
        print(f"{given.set}, joined from {threshold}: {report_pairs(read, history, hard)}")
        if given.set == "gvc":
            print(report_mentions(read, history))
    return 0


if __name__ == "__main__":
    sys.exit(main())
