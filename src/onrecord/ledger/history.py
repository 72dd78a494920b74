"""Incidents as reports arrive: each new report is held against those of its blocks only, and only what it touches is clustered anew.

The same set of reports gives the same incidents in whatever order they come, given the same statistics of the collection
(`Collection`), which are counted once and then kept until the collection is counted again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.ledger.blocks import blocks_of
from onrecord.ledger.clusters import Decisions, cluster
from onrecord.ledger.days import gap, other_weekday, weekday_agreement
from onrecord.ledger.pairs import PairWeights, Scales, Weighed, features, scales_of, shipped_weights, weigh
from onrecord.ledger.scenes import scenes
from onrecord.ledger.witness import Sight, Witness, contradict
from onrecord.ledger.words import Counts, Rarity
from onrecord.model.record import Record

WORTH_KEEPING = 0.05
"""A pair less likely than this counts as never compared."""
DAYLESS = 0.95
"""What a pair must reach when nothing says that the two mean one day. Strikes of one war are told in the same words: of the pairs of the
Syrian reports without a common day that score one half to this, one in twenty is one incident."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What is usual in a collection: how rare its words are, and how alike its reports."""

    rarity: Rarity
    scales: Scales

    @staticmethod
    def of(leads: Iterable[Witness]) -> Collection:
        """Counts a collection, one witness a report (`Sight.lead`). The order does not matter."""
        counts, found = Counts(), list(leads)
        for lead in found:
            counts.add(lead.words, lead.names)
        rarity = Rarity(counts)
        sample = sorted(found, key=lambda lead: lead.report)[:250]
        return Collection(rarity, scales_of([weigh(lead, rarity) for lead in sample]))


def witnesses(record: Record) -> list[Witness]:
    """A record as witness of each act that it tells of."""
    sight = Sight(record)
    return [sight.scene(scene) for scene in scenes(record)]


def share_a_day(a: Weighed, b: Weighed) -> bool:
    """Whether anything, however far from the act, lets two witnesses mean one day: dates at most a day apart, or the same weekday."""
    near = gap(a.dated, b.dated)
    return (near is not None and near <= 1) or weekday_agreement(a.witness.days, b.witness.days) > 0.5


def may_be_one(a: Weighed, b: Weighed) -> bool:
    """Whether nothing rules out that two witnesses of different reports tell of one act: its kind, its day, and both its sides."""
    one, two = a.witness, b.witness
    if one.report == two.report or one.act != two.act:
        return False
    own, others = [clue for clue in one.days if clue.weight >= 1], [clue for clue in two.days if clue.weight >= 1]
    apart = gap(own, others)
    if (apart is not None and apart > 1) or (apart is None and other_weekday(own, others)):
        return False
    sources, targets = contradict(one.sources, two.sources), contradict(one.targets, two.targets)
    return not (sources and targets) and not (sources and set(one.sources) & set(two.targets))


@dataclass(slots=True)
class History:
    """Witnesses, how likely which are one act, and the incidents that follow."""

    collection: Collection
    weights: PairWeights = field(default_factory=shipped_weights)
    decisions: Decisions = field(default_factory=Decisions)
    _witnesses: dict[str, Weighed] = field(default_factory=dict)
    _blocks: dict[str, set[str]] = field(default_factory=dict)
    _scores: dict[str, dict[str, float]] = field(default_factory=dict)
    _incident: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _touched: set[str] = field(default_factory=set)

    def add(self, given: Iterable[Witness]) -> None:
        """Takes the witnesses of one report. A witness that is known already is left as it is."""
        for witness in given:
            if witness.id not in self._witnesses:
                self._add(weigh(witness, self.collection.rarity))

    def remove(self, ids: Iterable[str]) -> None:
        """Forgets witnesses, as when their report has been read anew."""
        for name in ids:
            weighed = self._witnesses.pop(name, None)
            if weighed is None:
                continue
            for block in blocks_of(weighed.witness).stands_in:
                self._blocks[block].discard(name)
            for other in self._scores.pop(name, {}):
                self._scores[other].pop(name)
            self._touched.update(self._incident.pop(name, ()))
        self._touched &= self._witnesses.keys()

    def incidents(self) -> list[tuple[str, ...]]:
        """Groups of witness ids, in order of their first id."""
        self.settle()
        return sorted(set(self._incident.values()))

    def witness(self, name: str) -> Witness:
        return self._witnesses[name].witness

    def probability(self, a: str, b: str) -> float:
        """How likely two witnesses tell of one act; 0 for a pair that was not compared."""
        return self._scores.get(a, {}).get(b, 0.0)

    def _add(self, new: Weighed) -> None:
        name = new.witness.id
        self._witnesses[name] = new
        scores = self._scores.setdefault(name, {})
        candidates: set[str] = set()
        blocks = blocks_of(new.witness)
        for block in blocks.looks_in:
            candidates |= self._blocks.get(block, frozenset())
        for block in blocks.stands_in:
            self._blocks.setdefault(block, set()).add(name)
        for other in candidates:
            known = self._witnesses[other]
            if may_be_one(new, known):
                score = self.weights.probability(features(new, known, self.collection.scales))
                if score >= (WORTH_KEEPING if share_a_day(new, known) else DAYLESS):
                    scores[other] = self._scores[other][name] = score
        self._touched.add(name)

    def settle(self) -> None:
        """Clusters what has been touched since, with all that is tied to it by a likely pair or by a person."""
        tied: dict[str, set[str]] = {}
        for a, b in self.decisions.together | self.decisions.apart:
            tied.setdefault(a, set()).add(b)
            tied.setdefault(b, set()).add(a)
        done: set[str] = set()
        for start in sorted(self._touched):
            if start in done:
                continue
            component = self._component(start, tied)
            done |= component
            scores = {(a, b): s for a in component for b, s in self._scores[a].items() if a < b and b in component}
            for group in cluster(component, scores, self.weights.threshold, self.decisions):
                for name in group:
                    self._incident[name] = group
        self._touched.clear()

    def _component(self, start: str, tied: dict[str, set[str]]) -> set[str]:
        found, todo = {start}, [start]
        while todo:
            name = todo.pop()
            near = {other for other, score in self._scores[name].items() if score >= self.weights.threshold}
            # whatever once stood in a group with it is clustered again too, since the group may fall apart
            for other in (near | tied.get(name, set()) | set(self._incident.get(name, ()))) - found:
                if other in self._witnesses:
                    found.add(other)
                    todo.append(other)
        return found
