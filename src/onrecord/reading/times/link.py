"""Which time a word has: for events, statements and tolls, once their times are read.

`index = index_times(reading)` once a stage, then `time_for(word, index)`. First grammar: a time phrase that hangs on the
word, on the verb of its clause, or on a verb that this one is coordinated with. Then the sentence, when it holds one candidate
only and that one does not date the saying. Beyond the sentence never.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model.record import Time
from onrecord.reading.parse.words import Parse, Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.times import saying, unfulfilled

_STEPS = 12
_MANY = 40
"""More times on one word, or words below one verb, than grammar gives: a list gone wrong, cut so that cost stays linear."""
_UP = frozenset((
    "pobj", "prep", "pcomp", "npadvmod", "nummod", "amod", "compound", "poss", "advmod", "nmod", "appos", "dep", "quantmod", "conj",
))  # fmt: skip
_WITHIN = frozenset(("in", "during", "at", "by", "of", "with", "on", "as", "from"))
"""What stands behind these is part of what stands before: "killed in a raid"; not so "jailed over", "days after", "called for"."""
_PLAINLY = frozenset(("in", "at", "of", "near", "outside", "inside"))
_PART_OF = _PLAINLY | {"on", "for", "from", "against", "by"}
_ARGUMENT = frozenset((
    "nsubj", "nsubjpass", "dobj", "pobj", "compound", "nmod", "conj", "agent", "attr", "dative", "poss", "amod", "appos", "pcomp",
    "oprd",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeIndex:
    """Times by the word that they hang on, and by sentence. Only dates and times of day: a length is not a when."""

    by_word: dict[int, tuple[Time, ...]]
    loose: dict[int, Time]
    """By number of sentence: its one dated time, where that hangs on no word."""


def index_times(reading: Reading) -> TimeIndex:
    """The index of a reading's times. Linear in the times."""
    return index_of(reading.parse, reading.times)


def index_of(parse: Parse, times: Iterable[Time]) -> TimeIndex:
    """The same, from the parse and any times."""
    by_word: dict[int, list[Time]] = {}
    by_sentence: dict[int, list[Time]] = {}
    hanging: set[str] = set()
    for time in times:
        words = parse.words_at(time.span)
        if time.type not in ("DATE", "TIME") or not words:
            continue
        head = _hangs_on(words)
        by_sentence.setdefault(words[0].sentence.index, []).append(time)
        for place in _dated_by(words, head):
            by_word.setdefault(place.i, []).append(time)
            hanging.add(time.id)
    only = {i: found for i, held in by_sentence.items() if (found := _one_value(held)) is not None and found.id not in hanging}
    return TimeIndex({i: tuple(held[:_MANY]) for i, held in by_word.items()}, only)


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


def _dated_by(words: list[Word], head: Word | None) -> Iterator[Word]:
    """What a time phrase dates: what it hangs on, the noun right before it ("strikes last week"), what came on it ("10 May, when …")."""
    if head is not None:
        yield head
        if head.pos in ("NOUN", "PROPN") and words[0].i > head.i:
            yield from _above(head)
    noun = _noun_before(words[0])
    if noun is not None and noun is not head:
        yield noun
    for word in words:
        for clause in word.children_by("relcl"):
            if any(child.lower == "when" for child in clause.children_by("advmod")):
                yield clause


def _noun_before(first: Word) -> Word | None:
    """The noun that a time phrase, or the preposition before it, follows at once."""
    around, place = first.sentence.words, first.i - first.sentence.first - 1
    if place > 0 and around[place].tag == "IN" and first.head is around[place]:
        place -= 1
    return around[place] if place >= 0 and around[place].pos == "NOUN" else None


def _above(noun: Word) -> Iterator[Word]:
    """What a day behind a noun may date besides: the nouns that this one is part of ("the strike on a camp in May"), and the verb
    of which it is the object or the place ("displaced 400 people since April", "seized in the heart of the capital in May").
    """
    plainly = True
    for _ in range(_STEPS):
        if noun.dep == "dobj":
            if noun.head.pos == "VERB" and noun.head.lemma not in unfulfilled():
                yield noun.head
            return
        if noun.dep != "pobj" or noun.head.lower not in _PART_OF:
            return
        plainly = plainly and noun.head.lower in _PLAINLY
        above = noun.head.head
        if above.pos in ("VERB", "AUX"):
            if plainly and noun.head.lower != "of":
                yield above
            return
        if above.pos != "NOUN":
            return
        yield above
        noun = above


def _main(word: Word) -> Word:
    """The verb that a helping verb helps."""
    return word.head if word.dep in ("aux", "auxpass") else word


def time_for(word: Word, index: TimeIndex) -> Time | None:
    """The time of what a word names, or None. `word` is the verb or noun of an event, the cue of a statement, the head of a toll."""
    for place in (word, *_sharing(word)):
        found = _nearest(index.by_word.get(place.i, ()), word)
        if found is not None:
            return found
    for other in _told_by(word):
        found = _nearest(index.by_word.get(other.i, ()), word)
        if found is not None and (other.dep != "conj" or found.span.start > other.start):
            return found
    return index.loose.get(word.sentence.index)


def _nearest(times: tuple[Time, ...], word: Word) -> Time | None:
    """Of the times on one word the dated one nearest to it; references ("now") only where none is dated."""
    return min(times, key=lambda time: (time.begin is None or "REF" in time.value, abs(time.span.start - word.start)), default=None)


def _sharing(word: Word) -> list[Word]:
    """The words above that have one time with this one, nearest first: the verb of its clause, verbs coordinated with it, one act in two
    words ("began firing"), what went on at once ("fired, killing six").
    """
    out: list[Word] = []
    for _ in range(_STEPS):
        if word.is_root or not _shares_with_head(word):
            break
        was_verb = word.pos in ("VERB", "AUX")
        word = word.head
        if word.pos in ("VERB", "AUX"):
            if word.lemma in saying() and not was_verb:
                break
            out.append(word)
            out.extend(child for child in word.children[:_MANY] if child.dep == "conj" and child.pos == "VERB")
        elif word.pos in ("NOUN", "PROPN"):
            out.append(word)
    return out


def _shares_with_head(word: Word) -> bool:
    """Whether a time on the head dates this word too."""
    if word.pos in ("VERB", "AUX"):
        if word.dep == "xcomp":
            return word.head.lemma not in unfulfilled()
        return word.dep in ("conj", "aux", "auxpass") or _is_at_once(word)
    if word.dep == "prep":
        return word.lower in _WITHIN
    if word.dep == "dobj":
        return word.head.lemma not in unfulfilled()
    return word.dep in _ARGUMENT


def _is_at_once(verb: Word) -> bool:
    """ "It ended in May when raiders burned the market", "they fired, killing six": both at one time."""
    if verb.dep != "advcl":
        return False
    marks = [child.lower for child in verb.children if child.dep in ("advmod", "mark")]
    return any(mark in ("when", "while", "as") for mark in marks) or (verb.tag == "VBG" and not marks)


def _told_by(word: Word) -> Iterator[Word]:
    """What below a verb has its day: a noun for the same act ("killed in Tuesday's attack"), a verb behind it ("besieged and cut off
    since May").
    """
    if word.pos != "VERB":
        return
    for child in word.children[:_MANY]:
        if child.dep in ("nsubj", "conj"):
            yield child
        elif child.dep == "agent" or (child.dep == "prep" and child.lower in ("in", "during")):
            yield from child.children_by("pobj")
