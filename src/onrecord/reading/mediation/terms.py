"""What is on the table: the words of a truce, an exchange or a plan, with their kind, length, start, place, number and conditions."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.record import Term, Time
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.parse.grammar import noun_phrase, span_of, trimmed_subtree
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_KINDS = word_list("mediation", "terms.kinds")
_TERM_NOUNS = word_list("mediation", "terms.term_nouns")
_STARTING = word_list("mediation", "terms.starting")
_NEAR = 5
"""Within how many characters after "from" or "starting on" the day stands."""
_MONITORS = word_list("mediation", "terms.monitors")
_CAPTIVES = word_list("mediation", "terms.captives")


def terms(found: FoundAct, times: SpanIndex[Time]) -> tuple[Term, ...]:
    """The terms that the act's own clause gives, in order of text."""
    out: list[Term] = []
    named = False
    for word in trimmed_subtree(found.clause):
        lemma = word.lemma.lower()
        if lemma in _TERM_NOUNS and word.tag.startswith("NN") and word.dep != "compound":
            phrase = noun_phrase(word)
            named = True
            out.append(Term("kind", span_of(phrase), _kind(phrase)))
            out.extend(_of_noun(word, times))
        elif named and word.lower in _STARTING:
            opened = [time for span, time in times.overlapping(Span(word.end, word.end + _NEAR)) if span.start > word.end]
            out.extend(Term("start", time.span, time.value) for time in opened if time.type in ("DATE", "TIME"))
        elif lemma in _MONITORS:
            out.append(Term("monitors", span_of(noun_phrase(word))))
        elif word.dep == "mark" and word.lower in ("if", "unless", "provided") and word.head is not found.clause:
            out.append(Term("condition", span_of(trimmed_subtree(word.head))))
    return tuple(dict.fromkeys(sorted(out, key=lambda term: (term.span, term.kind))))


def _kind(phrase: list[Word]) -> str | None:
    kinds = [word.lower for word in phrase if word.lower in _KINDS]
    return " ".join([*kinds, phrase[-1].lemma.lower()]) if kinds else phrase[-1].lemma.lower()


def _of_noun(noun: Word, times: SpanIndex[Time]) -> Iterator[Term]:
    for word in noun_phrase(noun, prepositions=True):
        if word.dep == "nummod" and word.head.lemma.lower() in _CAPTIVES:
            yield Term("number", Span(word.start, word.head.end), word.text)
    for child in noun.children_by("prep"):
        if child.lower in ("in", "along", "across", "throughout") and (place := child.child("pobj")) is not None:
            yield Term("area", span_of(noun_phrase(place)))
    phrase = noun_phrase(noun, prepositions=True)
    for _, time in times.inside(span_of(phrase)):
        if time.type == "DURATION":
            yield Term("duration", time.span, time.value)
