"""Whom a pronoun means: the candidates before it, ranked by a small network over plain features (`features.py`).

The network has one hidden layer and is trained by `models/actors/train_antecedent.py`; the highest candidate wins. When that is a
thing and no actor, or nobody, the pronoun stays in no actor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.features import Option, options, rows
from onrecord.reading.actors.from_pronouns import HE, SHE, WE, I
from onrecord.reading.actors.phrase import Phrase
from onrecord.reading.actors.speakers import Speakers

Choose = Callable[[Clusters, Phrase, list[Option]], int | None]
"""Given a pronoun and its candidates, the number of the chosen one, or None for nobody."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """A network of one hidden layer: score = w2 · tanh(x W1 + b1). Scores are compared, never read as probabilities."""

    w1: NDArray[np.float32]
    b1: NDArray[np.float32]
    w2: NDArray[np.float32]

    def scores(self, x: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(np.tanh(x @ self.w1 + self.b1) @ self.w2, dtype=np.float32)

    def choose(self, clusters: Clusters, pronoun: Phrase, found: list[Option]) -> int | None:
        if not found:
            return None
        return int(np.argmax(self.scores(np.array(rows(clusters, pronoun, found), dtype=np.float32))))


def load_ranker() -> Ranker:
    """The packaged weights."""
    with (files("onrecord.reading.actors") / "antecedent.npz").open("rb") as file, np.load(file) as data:
        return Ranker(*(data[name].astype(np.float32) for name in ("w1", "b1", "w2")))


def link_pronouns(clusters: Clusters, choose: Choose) -> None:
    """Puts each pronoun into the cluster of its antecedent; one that has none stays in no cluster."""
    speakers = Speakers(clusters)
    for phrase in clusters.phrases:
        if phrase.form != "pronoun":
            continue
        if phrase.key in (I, WE):
            found = speakers.of(phrase)
        else:
            found = clusters.at(phrase.same) if phrase.key == "who" else _antecedent(clusters, phrase, choose)
        if found is not None:
            if phrase.key in (HE, SHE) and (found.thing or (found.kind in (None, "other") and found.names)):
                found.thing, found.kind, found.human = False, "person", True
            clusters.add(phrase, found)


def _antecedent(clusters: Clusters, phrase: Phrase, choose: Choose) -> Cluster | None:
    found = options(clusters, phrase)
    chosen = choose(clusters, phrase, found)
    return None if chosen is None else found[chosen].cluster
