"""Tolls: how many were killed, hurt, missing, driven out, taken, by whom and since when, each with its words.

Words of harm name victims by grammar (`harm`), victims have a count (`count`, `numbers`) or a measure reaches one (`measure`);
`choose` lets each figure count one thing, and `link` ties it to actors, events, statements and days.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.parse.words import Sentence
from onrecord.reading.stage import Reading, Stage
from onrecord.reading.tolls.across import parts_of_last
from onrecord.reading.tolls.choose import choose
from onrecord.reading.tolls.count import Counted, counted
from onrecord.reading.tolls.harm import harmed
from onrecord.reading.tolls.link import Linker
from onrecord.reading.tolls.masked import masked
from onrecord.reading.tolls.measure import measured
from onrecord.reading.tolls.numbers import figures
from onrecord.reading.tolls.order import in_order
from onrecord.reading.tolls.parts import parts, shares
from onrecord.reading.tolls.victims import Harmed
from onrecord.reading.tools import Tools
from onrecord.vocabulary.counts import CountWords, count_words


def build(tools: Tools) -> Stage:
    words = count_words()
    needs = frozenset({"parse", "actors", "times", "places", "statements", "events"})
    return Stage("tolls", needs=needs, gives=frozenset({"tolls"}), read=lambda reading: read_tolls(reading, words))


def read_tolls(reading: Reading, words: CountWords) -> Reading:
    """The reading with its tolls."""
    found: list[Counted] = []
    last: list[Counted] = []
    for sentence in reading.parse.sentences:
        here = in_sentence(sentence, words)
        if last and not here:
            here = list(parts_of_last(sentence, last, words))
        found.extend(here)
        last = here
    if not found:
        return reading
    return replace(reading, tolls=Linker.of(reading, words).tolls(found))


def in_sentence(sentence: Sentence, words: CountWords) -> list[Counted]:
    """The counts of people harmed in a sentence, in order of text. A sentence without a word of harm costs one look at its words."""
    if not any(word.lemma.lower() in words.triggers or word.lower in words.triggers for word in sentence.words):
        return []
    harms = harmed(sentence, words.harm)
    places = {i: figure for figure in figures(sentence, words.numbers, words.hedges) for i in range(figure.first, figure.last)}
    if not harms and not places:
        return []
    found = [one for harm in harms for one in counted(harm, places, words)]
    totals = measured(sentence, places, words)
    harms.extend(Harmed(one.kind, one.trigger, one.head, one.by, one.weight, told=True, people=True) for one in totals if one.measured)
    found.extend(totals)
    found.extend(masked(sentence, places, words))
    lost = list(in_order(sentence, places, found, words))
    harms.extend(Harmed(one.kind, one.trigger, one.head, one.by, one.weight, told=True, people=True) for one in lost)
    found.extend(lost)
    chosen = choose(found)
    return choose(found + parts(sentence, harms, chosen, places, words) + shares(sentence, chosen, places))
