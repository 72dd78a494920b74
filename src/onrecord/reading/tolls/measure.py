"""Figures that a measure reaches: "the death toll rose to 31", "a toll of 12", "put the number of dead at 50"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.record import TollKind
from onrecord.reading.parse.words import Sentence, Word
from onrecord.reading.tolls.bounds import bounded
from onrecord.reading.tolls.count import Counted, Figures
from onrecord.vocabulary.counts import CountWords, Harm

_FAR = 32
_NEAR = 4
_YEAR = 4
_CLOCK = frozenset(("a.m.", "p.m.", "am", "pm", "o'clock", ":", "hours", "gmt"))


def measured(sentence: Sentence, figures: Figures, words: CountWords) -> list[Counted]:
    """The figures that a noun of measure is said to be or to reach."""
    out: list[Counted] = []
    for word in sentence.words:
        if word.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBD"):
            continue
        group = _of_group(word, words.harm)
        kind = group or _kind(word, words.harm) or _of_victims(word, words.harm)
        if kind is None:
            continue
        reached = list(_put_at(word) if group else _reached(word, words.harm))
        if not any(head.i in figures or any(child.i in figures for child in head.children_by("nummod")) for head in reached):
            reached.extend(_by_order(word, figures, words.harm))
        for head in reached:
            figure = figures.get(head.i) or next(
                (figures[child.i] for child in head.children if child.dep == "nummod" and child.i in figures), None
            )
            if figure is not None and not _is_other_unit(head, figure.first, figure.last, words):
                if word.head.lemma.lower() in words.harm.passing and figure.qualifier == "exact":
                    figure = bounded(figure, "more_than", word.head.span)
                out.append(Counted(kind, figure, head, word, None, 3, measured=head.dep != "appos"))
    return out


def _is_other_unit(head: Word, first: int, last: int, words: CountWords) -> bool:
    """ "rose by 12 percent", "reached 40 years": a figure that counts something else."""
    if first <= head.i < last and head.dep != "appos":
        after = head.sentence.words[min(last - head.sentence.first, len(head.sentence.words) - 1)]
        timed = head.entity in ("DATE", "TIME") and (after.lower in _CLOCK or len(head.text) == _YEAR)
        return head.entity in ("PERCENT", "MONEY") or timed
    return head.lemma.lower() in words.people.things or head.entity in ("PERCENT", "MONEY", "DATE", "TIME")


def _kind(noun: Word, harm: Harm) -> TollKind | None:
    """What a measure measures: "death toll", "number of dead", "casualties"; a bare "toll" is of the dead."""
    lemma = noun.lemma.lower()
    if noun.tag in ("NNS", "NN") and lemma in harm.counts and noun.dep != "compound":
        return harm.counts[lemma]
    if lemma not in harm.measures:
        return None
    for child in noun.children:
        if child.dep in ("compound", "amod", "nmod", "poss"):
            found = harm.counts.get(child.lemma.lower()) or harm.adjectives.get(child.lower)
            if found:
                return found
    for child in noun.children_by("prep"):
        if (
            child.lower in ("of", "for")
            and (inner := child.child("pobj", "pcomp")) is not None
            and (found := _kind_of_counted(inner, harm))
        ):
            return found
    if (clause := noun.child("acl")) is not None and (frames := harm.verbs.get(clause.lemma.lower())):
        return frames[0].kind
    return "killed" if lemma in harm.lone_measures and noun.child("amod", "compound") is None else None


def _of_victims(noun: Word, harm: Harm) -> TollKind | None:
    """ "the number of victims": of the dead, in a sentence that tells of death."""
    if noun.lemma.lower() not in harm.measures:
        return None
    of = [found.lemma.lower() for child in noun.children_by("prep") if child.lower == "of" and (found := child.child("pobj"))]
    if of != ["victim"]:
        return None
    frames = (frame for word in noun.sentence.words for frame in harm.verbs.get(word.lemma.lower(), ()))
    return "killed" if any(frame.kind == "killed" for frame in frames) else None


def _of_group(word: Word, harm: Harm) -> TollKind | None:
    """ "put the dead at 31 and the injured at 140": the group itself."""
    verb = word.head.head if word.dep == "conj" else word.head
    put = verb.lemma.lower() in harm.raising or verb.lemma == "estimate"
    return harm.people.get(word.lower) if put and word.dep in ("dobj", "conj") and word.child("det") is not None else None


def _put_at(word: Word) -> Iterator[Word]:
    """The figure that a group of those harmed is put at."""
    if word.dep in ("dobj", "conj"):
        for place in (word, word.head) if word.dep == "dobj" else (word,):
            for child in place.children_by("prep"):
                if child.lower == "at" and child.i > word.i and (found := child.child("pobj")) is not None:
                    yield found


def _kind_of_counted(noun: Word, harm: Harm) -> TollKind | None:
    lemma = noun.lemma.lower()
    direct = harm.counts.get(lemma) or harm.people.get(lemma) or harm.people.get(noun.lower) or harm.adjectives.get(noun.lower)
    if direct:
        return direct
    for child in noun.children:
        if child.dep in ("amod", "compound") and (found := harm.adjectives.get(child.lower)):
            return found
        if child.dep in ("acl", "relcl", "amod") and (frames := harm.verbs.get(child.lemma.lower())):
            return frames[0].kind
    return None


def _reached(noun: Word, harm: Harm) -> Iterator[Word]:
    """The words where the figure of a measure may stand."""
    for child in noun.children:
        openers = ("of", "at", "to") if noun.lemma.lower() in harm.measures else ("at", "to")
        if child.dep == "prep" and child.lower in openers and (found := child.child("pobj")) is not None:
            yield found
        elif child.dep == "appos" and child.i > noun.i:
            yield child
    verb = noun.head
    if noun.dep not in ("nsubj", "nsubjpass", "dobj") or verb.lemma.lower() not in harm.moves:
        return
    moved = [verb, *verb.children_by("xcomp", "conj")]
    for move in moved:
        if move.lemma.lower() not in harm.moves:
            continue
        for child in move.children:
            if child.i < move.i or child is noun:
                continue
            if child.dep == "prep" and child.lower in harm.steps and (found := child.child("pobj")) is not None:
                yield found
            elif child.dep in ("dobj", "attr", "acomp", "oprd", "npadvmod", "nummod") and noun.dep != "dobj":
                yield child


def _by_order(noun: Word, figures: Figures, harm: Harm) -> Iterator[Word]:
    """The first number after the word that moves a measure, where the parser lost the way: "the toll of those … reached on Friday 20".

    For "brought the number of arrests since the war began to 300" the word stands before the measure, and "to" before the number.
    """
    if noun.lemma.lower() not in harm.measures:
        return
    words, first = noun.sentence.words, noun.sentence.first
    brought = any(word.lemma.lower() in harm.raising for word in words[max(0, noun.i - first - 3) : noun.i - first])
    moved: int | None = None
    for word in words[noun.i - first + 1 : noun.i - first + _FAR]:
        figure = figures.get(word.i)
        if figure is not None:
            before = words[figure.first - first - 1]
            opened = before.lower in harm.steps and (brought or (moved is not None and word.i - moved <= _NEAR))
            if opened or (moved is not None and word.i - moved <= _NEAR):
                yield word
            return
        if word.lower in harm.reaching:
            moved = word.i
