"""What the words beside a number make of it: "at least", "up to", "between … and", "or so"; RECORD.md says which bounds each gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model.record import Qualifier
from onrecord.model.span import Span
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.counts import Hedges


@dataclass(frozen=True, slots=True)
class Figure:
    """A number phrase: words `first` up to and without `last` of the parse, without its hedge."""

    first: int
    last: int
    span: Span
    low: int | None
    high: int | None
    number: int | None
    qualifier: Qualifier
    qualifier_span: Span | None = None

    @property
    def is_bare_plural(self) -> bool:
        """ "several", "a number of": more than one, and no more is said."""
        return self.qualifier == "vague" and self.low == 2


def hedged(tokens: Sequence[Word], n: int, last: int, figure: Figure, hedges: Hedges) -> Figure:
    """The figure with what stands before or after it taken into account: `n` and `last` are its places in the sentence."""
    if figure.qualifier in ("fraction", "range", "zero"):
        return figure
    at, best, where = n, "exact", None
    while True:
        phrase = _phrase_before(tokens, at, hedges)
        if phrase is None:
            break
        start, qualifier = phrase
        if qualifier != "exact" and (where is None or qualifier != "about"):
            best, where = qualifier, Span(tokens[start].start, tokens[at - 1].end)
        at = start
    if where is None:
        for size in range(min(hedges.longest, len(tokens) - last), 0, -1):
            qualifier_after = hedges.after.get(tuple(word.lower for word in tokens[last : last + size]))
            if qualifier_after is not None:
                best, where = qualifier_after, Span(tokens[last].start, tokens[last + size - 1].end)
                break
    return bounded(figure, best, where) if where is not None else figure


def _phrase_before(tokens: Sequence[Word], at: int, hedges: Hedges) -> tuple[int, Qualifier] | None:
    for size in range(min(hedges.longest, at), 0, -1):
        qualifier = hedges.before.get(tuple(word.lower for word in tokens[at - size : at]))
        if qualifier is not None and (not _is_particle(tokens[at - size]) or tokens[at - size].head.tag == "VBG"):
            return at - size, qualifier
    return None


def _is_particle(word: Word) -> bool:
    """ "handed over 75 prisoners": a part of the verb and no bound of the number."""
    return word.dep == "prt" or word.tag == "RP"


def bounded(figure: Figure, qualifier: str, where: Span | None) -> Figure:
    """The figure under a hedge: what RECORD.md says of `low` and `high`."""
    number = figure.number
    if number is None:
        return replace(figure, qualifier_span=where) if qualifier in ("at_least", "more_than") else figure
    match qualifier:
        case "at_least" | "more_than":
            return replace(figure, low=number, high=None, qualifier=qualifier, qualifier_span=where)
        case "up_to" | "less_than" | "nearly":
            return replace(figure, low=None, high=number, qualifier=qualifier, qualifier_span=where)
        case "about":
            return replace(figure, low=None, high=None, qualifier="about", qualifier_span=where)
    return figure


def from_least_to_most(tokens: Sequence[Word], before: Figure, here: Figure, offset: int) -> Figure | None:
    """ "at least 12 and up to 20", "at least 12 but possibly as many as 20": one figure with two bounds."""
    if before.qualifier not in ("at_least", "more_than", "exact") or here.qualifier != "up_to" or here.qualifier_span is None:
        return None
    between = [word.lower for word in tokens[before.last - offset : here.first - offset] if word.end <= here.qualifier_span.start]
    if between not in (["and"], ["but"], ["to"], ["or"], ["and", "possibly"], ["but", "possibly"], [","], [","]) or before.number is None:
        return None
    if here.number is None or here.number <= before.number:
        return None
    return Figure(before.first, here.last, before.span.cover(here.span), before.number, here.number, None, "range", before.qualifier_span)
