"""Which time a word has: for events, statements and tolls, once their times are read.

`index = index_times(reading)` once a stage, then `time_for(word, index)`. First grammar: a time phrase that hangs on the
word, on the verb of its clause, or on a verb that this one is coordinated with. Then the sentence, when it holds one candidate
only and that one does not date the saying. Beyond the sentence never.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.record import Time
from onrecord.reading.parse.words import Parse, Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.times import saying

_STEPS = 12
_MANY = 40
"""More times on one word, or words below one verb, than grammar gives: a list gone wrong, cut so that cost stays linear."""
_UP = frozenset((
    "pobj", "prep", "pcomp", "npadvmod", "nummod", "amod", "compound", "poss", "advmod", "nmod", "appos", "dep", "quantmod", "conj",
))  # fmt: skip
_ARGUMENT = frozenset((
    "nsubj", "nsubjpass", "dobj", "pobj", "prep", "compound", "nmod", "conj", "agent", "attr", "dative", "poss", "amod", "appos", "pcomp",
    "oprd",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeIndex:
    """Times by the word that they hang on, and by sentence. Only dates and times of day: a length is not a when."""

    by_word: dict[int, tuple[Time, ...]]
    only: dict[int, Time]
    """By number of sentence: its one dated time, where all that it holds mean the same."""
    said: frozenset[str]
    """Ids of the times that hang on a verb of saying."""


def index_times(reading: Reading) -> TimeIndex:
    """The index of a reading's times. Linear in the times."""
    return index_of(reading.parse, reading.times)


def index_of(parse: Parse, times: Iterable[Time]) -> TimeIndex:
    """The same, from the parse and any times."""
    by_word: dict[int, list[Time]] = {}
    by_sentence: dict[int, list[Time]] = {}
    said: set[str] = set()
    for time in times:
        words = parse.words_at(time.span)
        if time.type not in ("DATE", "TIME") or not words:
            continue
        head = _hangs_on(words)
        by_sentence.setdefault(words[0].sentence.index, []).append(time)
        if head is not None:
            by_word.setdefault(head.i, []).append(time)
            if head.lemma in saying():
                said.add(time.id)
    only = {i: found for i, held in by_sentence.items() if (found := _one_value(held)) is not None}
    return TimeIndex({i: tuple(held[:_MANY]) for i, held in by_word.items()}, only, frozenset(said))


def _one_value(times: list[Time]) -> Time | None:
    dated = [time for time in times if time.begin is not None and "REF" not in time.value]
    return dated[0] if len({time.value for time in dated}) == 1 else None


def _hangs_on(words: list[Word]) -> Word | None:
    """The verb or noun outside the phrase that the phrase modifies."""
    inside = {word.i for word in words}
    top = next((word for word in reversed(words) if word.head.i not in inside or word.is_root), words[-1])
    for _ in range(_STEPS):
        if top.is_root or top.dep not in _UP:
            return None
        top = top.head
        if top.i not in inside and (
            top.pos in ("VERB", "AUX") or (top.pos in ("NOUN", "PROPN", "ADJ") and not top.entity.startswith(("DATE", "TIME")))
        ):
            return _main(top)
    return None


def _main(word: Word) -> Word:
    """The verb that a helping verb helps."""
    return word.head if word.dep in ("aux", "auxpass") else word


def time_for(word: Word, index: TimeIndex) -> Time | None:
    """The time of what a word names, or None. `word` is the verb or noun of an event, the cue of a statement, the head of a toll."""
    own = _nearest(index.by_word.get(word.i, ()), word)
    if own is not None:
        return own
    for verb in _clause_verbs(word):
        found = _nearest(index.by_word.get(verb.i, ()), word)
        if found is not None:
            return found
    return _only_one(word, index)


def _nearest(times: tuple[Time, ...], word: Word) -> Time | None:
    """Of the times on one word the dated one nearest to it; references ("now") only where none is dated."""
    return min(times, key=lambda time: (time.begin is None or "REF" in time.value, abs(time.span.start - word.start)), default=None)


def _clause_verbs(word: Word) -> list[Word]:
    """The verb of the word's clause, the verbs that share its time (coordinated, or one act in two words: "began firing")."""
    out: list[Word] = []
    for _ in range(_STEPS):
        if word.is_root:
            break
        is_verb = word.pos in ("VERB", "AUX")
        if is_verb and word.dep not in ("conj", "xcomp", "aux", "auxpass") and not _is_at_once(word):
            break
        if not is_verb and word.dep not in _ARGUMENT and word.dep != "conj":
            break
        word = word.head
        if word.pos in ("VERB", "AUX"):
            if word.lemma in saying() and word.dep != "conj" and not is_verb:
                break
            out.append(word)
            out.extend(child for child in word.children[:_MANY] if child.dep == "conj" and child.pos == "VERB")
        elif word.pos in ("NOUN", "PROPN"):
            out.append(word)
    return out


def _is_at_once(verb: Word) -> bool:
    """ "It ended in May when raiders burned the market": both at one time."""
    return verb.dep == "advcl" and any(child.lower in ("when", "while") and child.dep in ("advmod", "mark") for child in verb.children)


def _only_one(word: Word, index: TimeIndex) -> Time | None:
    """The sentence's only dated time, unless it dates the saying of something and the word is in what is said."""
    time = index.only.get(word.sentence.index)
    if time is None or (time.id in index.said and word.lemma not in saying()):
        return None
    if word.lemma in saying() and time.id not in index.said:
        return None
    return time
