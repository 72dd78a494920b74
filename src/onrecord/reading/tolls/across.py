"""Parts that the next sentence tells: "The blast killed nine people. Seven of them were paramedics." """

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.parse.grammar import conjuncts
from onrecord.reading.parse.words import Sentence, Word
from onrecord.reading.tolls.bounds import Figure
from onrecord.reading.tolls.count import Counted, Figures, count_of
from onrecord.reading.tolls.numbers import figures
from onrecord.reading.tolls.victims import Harmed
from onrecord.vocabulary.counts import CountWords

_THEM = frozenset(("them", "those", "these"))


def parts_of_last(sentence: Sentence, last: Sequence[Counted], words: CountWords) -> Iterator[Counted]:
    """The parts that a sentence gives of the one toll that the sentence before tells. Nothing where that tells of several kinds."""
    wholes = [one for one in last if one.whole is None]
    root = sentence.root
    if len(wholes) != 1 or root.lemma != "be" or wholes[0].figure.number == 1:
        return
    whole = wholes[0]
    places = {i: figure for figure in figures(sentence, words.numbers, words.hedges) for i in range(figure.first, figure.last)}
    for head, told in _heads(root, places, words):
        harm = Harmed(whole.kind, whole.trigger, head, whole.by, 2, told=True, people=True)
        one = count_of(harm, head, places, words)
        if one is not None and _fits(one.figure, whole.figure):
            yield replace(whole, figure=one.figure, head=told, whole=whole.figure, implicit=one.implicit, names=(), measured=False)


def _heads(root: Word, places: Figures, words: CountWords) -> Iterator[tuple[Word, Word]]:
    """(what is counted, the noun that says who they are): "seven of them … paramedics", "six … children", "among them … a nurse"."""
    own, said = root.child("nsubj"), root.child("attr")
    among = next((child for child in root.children_by("prep") if child.lower == "among" and child.i < root.i), None)
    if among is not None and (them := among.child("pobj")) is not None and them.lower in _THEM:
        for first in (own, said):
            yield from ((head, head) for head in (conjuncts(first) if first is not None and first.i > root.i else ()))
    elif own is not None and own.i in places and said is not None and said.tag in ("NNS", "NN") and _who(said, words):
        yield own, said


def _who(noun: Word, words: CountWords) -> bool:
    return any(head.lemma.lower() in words.people.people or head.lower in words.people.people for head in conjuncts(noun))


def _fits(part: Figure, whole: Figure) -> bool:
    """Whether a part may be one of the whole: no more than it."""
    return part.qualifier != "zero" and (whole.high is None or (part.low or 1) <= whole.high)
