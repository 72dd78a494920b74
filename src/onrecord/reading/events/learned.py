"""Acts that no frame names: a small head over the verb, its object, its complement and the parser's own vector.

Softmax regression, trained by models/events/train.py (see the card there). It speaks only where a verb with two actors has no frame,
and only when it is sure enough; its calibrated probability stays on the event as `score`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from onrecord.codes.cameo import cameo_codes
from onrecord.reading.events.arguments import Arguments, arguments
from onrecord.reading.events.assemble import Act
from onrecord.reading.events.match import Match
from onrecord.reading.parse.words import Parse, Word

Vector = Callable[[str], NDArray[np.float32]]
NOTHING = "NONE"
CODES = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "CONCEDE": "080", "COOPERATE": "060", "AID": "070", "RETREAT": "0874",
    "REQUEST": "020", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140", "MOBILIZE": "150", "SANCTION": "160",
    "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip
"""The plainest CAMEO code of each PLOVER event: the head does not tell the finer ones apart."""


@dataclass(frozen=True, slots=True)
class Head:
    """Weights: `labels` by row, PLOVER events and NONE. `least`: the probability below which nothing is said."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    least: float

    def odds(self, features: NDArray[np.float32]) -> dict[str, float]:
        """The calibrated probability of every label."""
        logits = self.weights @ features + self.bias
        odds = np.exp(logits - logits.max())
        return dict(zip(self.labels, (odds / odds.sum()).tolist(), strict=True))

    def guess(self, features: NDArray[np.float32]) -> tuple[str, float]:
        """The likeliest label and its calibrated probability."""
        odds = self.odds(features)
        top = max(self.labels, key=lambda label: odds[label])
        return top, odds[top]


@cache
def load_head() -> Head | None:
    """The packaged weights; None where there are none."""
    source = files("onrecord.reading.events") / "acts.npz"
    if not source.is_file():
        return None
    with as_file(source) as path, np.load(path, allow_pickle=False) as data:
        labels = tuple(str(label) for label in data["labels"])
        return Head(labels, data["weights"].astype(np.float32), data["bias"].astype(np.float32), float(data["least"]))


def features_of(verb: Word, args: Arguments, parse: Parse, vector: Vector) -> NDArray[np.float32]:
    """The verb with its particle, its object, its complement and first preposition's object, each a unit vector, and the parser's own."""
    clause = args.clauses[0] if args.clauses else None
    inside = next((child for child in clause.children if child.dep == "dobj"), None) if clause is not None else None
    thing = args.objects[0] if args.objects else None
    far = args.preps[0][1] if args.preps else None
    parts = [
        _unit(vector(word.lemma.lower())) if word is not None else np.zeros(300, np.float32)
        for word in (verb, thing, clause or inside, far)
    ]
    own = parse.tensor[verb.i] if parse.tensor.size else np.zeros(96, np.float32)
    flags = np.array(
        [args.passive, clause is not None, thing is not None, *(child.dep == "neg" for child in verb.children[:1])], np.float32
    )
    flags = np.pad(flags[:4], (0, 4 - len(flags[:4])))
    return np.concatenate([*parts, _unit(own), flags]).astype(np.float32)


def _unit(values: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(values))
    return values / length if length > 0 else values


@dataclass(frozen=True, slots=True)
class Between:
    """A verb between two actors: its arguments, and the word that names the second."""

    verb: Word
    args: Arguments
    other: Word


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the head adds to the frames in one report."""

    head: Head
    vector: Vector
    parse: Parse

    def prefer(self, found: list[Match]) -> Match:
        """Of frames that disagree, the one whose PLOVER event is likeliest."""
        verb = found[0].trigger
        odds = self.head.odds(features_of(verb, arguments(verb), self.parse, self.vector))
        known = [(odds.get(row.plover or NOTHING, 0.0), match) for match in found if (row := cameo_codes().get(match.code)) is not None]
        top = max(known, key=lambda pair: pair[0])
        return replace(top[1], score=top[0])

    def matches(self, places: Iterable[Between], acts: Iterable[Act]) -> Iterator[Match]:
        """Acts at verbs that no act of a frame touches."""
        taken = {word.i for act in acts for word in act.match.anchor} | {i for act in acts for i in act.match.used}
        for place in places:
            verb = place.verb
            below = {verb.i, *(child.i for child in verb.children if child.dep in ("dobj", "xcomp", "ccomp", "nsubj"))}
            if below & taken or (verb.dep == "xcomp" and verb.head.i in taken):
                continue
            label, odds = self.head.guess(features_of(verb, place.args, self.parse, self.vector))
            if label != NOTHING and odds >= self.head.least and place.args.subject is not None:
                yield Match(
                    CODES[label], verb, (verb,), (place.args.subject,), (place.other,), False, 0, True, None, frozenset(), "learned",
                    score=odds,
                )  # fmt: skip
