"""Parts of a toll: "…, including 14 children and a nurse", "…, among them two women", "120 of whom were soldiers"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.reading.parse.grammar import conjuncts
from onrecord.reading.parse.words import Sentence, Word
from onrecord.reading.tolls.bounds import Figure
from onrecord.reading.tolls.count import Counted, Figures, count_of, through
from onrecord.reading.tolls.victims import Harmed
from onrecord.vocabulary.counts import CountWords

_OPENERS = frozenset(("including", "among", "includes", "include"))
_BESIDE = 2
_OF_THEM = frozenset(("them", "whom", "those", "these", "which"))


def parts(sentence: Sentence, harms: Sequence[Harmed], found: Sequence[Counted], figures: Figures, words: CountWords) -> list[Counted]:
    """The counts that a sentence gives as parts of the victims named last before them, whether those were counted or not."""
    if not harms:
        return []
    whole_of = {one.head.i: one.figure for one in found} | {one.figure.last - 1: one.figure for one in found}
    whole_of |= {one.trigger.i: one.figure for one in found if one.measured}
    named = sorted(((_place(harm.victim, whole_of), n) for n, harm in enumerate(harms)), key=lambda pair: pair[0])
    places = [i for i, _ in named]
    counted_as = {(one.figure.first, one.figure.last): one for one in found}
    out: list[Counted] = []
    for opener, heads in _part_heads(sentence, figures):
        at = bisect_left(places, opener.i) - 1
        if at < 0:
            continue
        near = named[max(0, at - 3) : at + 1]
        harm = max((harms[n] for i, n in near if places[at] - i <= _BESIDE), key=lambda x: x.weight)
        if harm.weight < 2 or harm.kind == "affected":
            continue
        whole = whole_of.get(harm.victim.i) or whole_of.get(through(harm.victim, words).i)
        for head in heads:
            own = figures.get(head.i) or next((figures[child.i] for child in head.children_by("nummod") if child.i in figures), None)
            known = counted_as.get((own.first, own.last)) if own is not None else None
            if known is not None and known.trigger is head and known.figure is not whole:
                out.append(replace(known, whole=whole))
                continue
            one = count_of(replace(harm, victim=head, told=True, weight=2, people=True), head, figures, words)
            if one is not None and one.figure.first > places[at] and _fits(one, whole.high if whole else None):
                out.append(replace(one, whole=whole))
    return out


def _place(victim: Word, whole_of: Mapping[int, Figure]) -> int:
    """Where victims are named: at their noun, or at their number where the parser tied that to a noun further on."""
    whole = whole_of.get(victim.i)
    return victim.i if whole is None else min(victim.i, whole.last)


def _fits(part: Counted, most: int | None) -> bool:
    return part.figure.qualifier != "zero" and not part.figure.is_bare_plural and (most is None or (part.figure.low or 1) <= most)


def _part_heads(sentence: Sentence, figures: Figures) -> Iterator[tuple[Word, list[Word]]]:
    """(the word that opens the part, the nouns or figures that head it)."""
    for word in sentence.words:
        if word.lower in _OPENERS and word.dep == "prep":
            inner = word.child("pobj")
            if inner is None:
                continue
            of = next((child.child("pobj") for child in inner.children_by("prep") if child.lower == "of"), None)
            if inner.lower == "those" and of is not None:
                yield word, conjuncts(of)
            elif inner.lower in _OF_THEM:
                named = [child for child in word.children_by("pobj") if child is not inner] or [_noun_after(inner) or word.head]
                yield word, [head for first in named for head in conjuncts(first)]
            else:
                yield word, conjuncts(inner)
        elif word.lower == "of" and word.i == sentence.first and word.head.tag == "CD" and word.head.i > word.i:
            yield word.head, [word.head]
        elif word.lower in _OF_THEM and word.dep == "pobj" and word.head.lower == "of" and word.i >= 2:
            figure = figures.get(word.head.i - 1)
            if figure is not None:
                yield sentence.words[figure.first - sentence.first], [sentence.words[figure.last - 1 - sentence.first]]


def _noun_after(them: Word) -> Word | None:
    """ "among them twelve children", "among them a nurse": the noun that follows, where the parser hung it elsewhere."""
    words, at = them.sentence.words, them.i + 1 - them.sentence.first
    if at >= len(words) or words[at].tag not in ("CD", "DT", "PRP$"):
        return None
    word = words[at]
    while word.head.i > word.i and word.dep in ("nummod", "det", "poss", "quantmod", "amod", "compound"):
        word = word.head
    return word if word.tag in ("NN", "NNS", "CD") else None


def shares(sentence: Sentence, found: Sequence[Counted], figures: Figures) -> list[Counted]:
    """ "eleven of the 19 dead were women": the first as a part of the second, of the same kind."""
    words, out = sentence.words, list[Counted]()
    for whole in found:
        at = whole.figure.first - sentence.first - 1
        if whole.figure.qualifier_span is not None and at > 0:
            at = next((n for n in range(at, -1, -1) if words[n].start < whole.figure.qualifier_span.start), 0)
        if at > 1 and words[at].lower in ("the", "those", "these", "its", "their"):
            at -= 1
        part = figures.get(words[at - 1].i) if at > 0 and words[at].lower == "of" else None
        if part is None or part.qualifier in ("fraction", "zero") or any(one.figure is part for one in found):
            continue
        told = words[part.last - 1 - sentence.first].head
        if told.lemma == "be" and told.child("attr") is not None and (part.low or 1) <= (whole.figure.high or whole.figure.low or 1):
            out.append(replace(whole, figure=part, whole=whole.figure, implicit=False, names=(), measured=False))
    return out
