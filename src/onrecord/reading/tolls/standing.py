"""How a toll stands: told as done, possible, foretold, denied or ordered; of one incident or a running count; vouched for or not."""

from __future__ import annotations

from onrecord.model.record import EventStatus
from onrecord.model.span import Span
from onrecord.reading.parse.grammar import is_negated, is_passive, subject
from onrecord.reading.parse.words import Parse, Sentence, Word
from onrecord.reading.tolls.count import Counted
from onrecord.vocabulary.counts import Standing

_UP = frozenset(("xcomp", "ccomp", "pcomp", "pobj", "oprd", "acomp", "prep", "dobj", "nsubj", "conj"))
_WHILE = frozenset(("in", "during", "throughout", "since", "of"))
_HAVE = frozenset(("has", "have", "had", "having", "'ve", "'d", "’ve"))


def status(one: Counted, words: Standing) -> EventStatus:
    """The nearest word above a word of harm that takes its truth away decides; "actual" where there is none."""
    word = one.trigger
    for _ in range(4):
        found = _own_status(word, words, negatable=one.figure.number != 0)
        if found is not None:
            return found
        if word.is_root or word.dep not in _UP or (word.dep == "conj" and word.head.tag != word.tag):
            return "actual"
        if word.dep == "prep" and not (word.lower in ("to", "in") and word.head.lemma.lower() in words.causing):
            return "actual"
        below, word = word, word.head
        if word.tag.startswith("V") and below.dep in ("xcomp", "ccomp", "oprd", "pcomp", "dobj", "prep"):
            above = words.status.get(word.lemma.lower())
            if above is not None and (
                above in ("possible", "predicted", "denied") or (below.dep in ("xcomp", "ccomp") and _is_infinitive(below))
            ):
                return above
        if below.dep == "ccomp" and below.i < word.i:
            return "actual"
    return "actual"


def _is_infinitive(word: Word) -> bool:
    return any(child.tag == "TO" for child in word.children)


def _own_status(word: Word, words: Standing, *, negatable: bool) -> EventStatus | None:
    if not (word.tag.startswith("V") or word.tag in ("JJ", "MD")):
        return None
    for child in word.children:
        if child.dep == "aux" and (found := words.modals.get(child.lower)) is not None:
            return found
        if child.dep == "mark" and child.lower in ("if", "unless"):
            return "conditional"
    return "denied" if negatable and is_negated(word) else None


def is_cumulative(one: Counted, words: Standing, *, running: bool) -> bool:
    """A running count: of a war, of a time that lasts, by a toll that rises, or in the perfect without one incident to blame.

    `running` says that the sentence has words of a running count.
    """
    if one.measured or (running and not _by_incident(one, words)):
        return True
    verb = _telling(one.trigger)
    by = one.by or (subject(verb) if verb is not one.trigger else None)
    if by is not None and (by.lemma.lower() in words.wars or by.lemma.lower() in words.periods):
        return True
    auxiliaries = verb.children_by("aux")
    has = any(child.lower in _HAVE and not _is_shifted(verb, child) for child in auxiliaries)
    perfect = has and not any(child.tag == "MD" for child in auxiliaries)
    if perfect and one.by is None and (is_passive(verb) or verb.child("dobj") is None):
        return True
    return _inside_a_war(verb, words)


def _by_incident(one: Counted, words: Standing) -> bool:
    """ "a blast last year that killed 12": who did it is one act."""
    return one.trigger.dep == "relcl" and one.by is not None and one.by.tag == "NN" and one.by.lemma.lower() in words.incidents


def _is_shifted(verb: Word, auxiliary: Word) -> bool:
    """ "said 12 had been hurt": what the source put in the past tense."""
    return auxiliary.lower in ("had", "'d") and verb.dep == "ccomp"


def _telling(word: Word) -> Word:
    """The verb that tells of a harm: the word itself, or what governs an adjective ("have been confirmed dead")."""
    return word.head if word.dep in ("oprd", "acomp") and not word.tag.startswith("V") else word


def _inside_a_war(verb: Word, words: Standing) -> bool:
    """ "killed in the conflict", "died during the six-week war"."""
    for child in verb.children:
        if child.dep in ("prep", "agent") and child.lower in ("in", "during", "by", "since", "throughout"):
            noun = child.child("pobj")
            if (
                noun is not None
                and noun.tag == "NN"
                and noun.lemma.lower() in words.wars
                and noun.lemma.lower() not in ("offensive", "clash")
            ):
                return True
    return False


def is_running(sentence: Sentence, words: Standing) -> bool:
    """Whether a sentence speaks of a time that lasts up to a day: "since Saturday", "so far", "in the past 24 hours"."""
    lowers = [word.lower for word in sentence.words]
    have = set(lowers)
    if any(
        word.lower in words.openers and word.tag == "IN" and word.dep in ("prep", "mark") and not _ranks(word) for word in sentence.words
    ):
        return True
    for phrase in words.phrases:
        if phrase[0] in have:
            places = (n for n in range(len(lowers)) if tuple(lowers[n : n + len(phrase)]) == phrase)
            if any(not (phrase[-1] == "year" and n and _is_dated(sentence.words[n - 1])) for n in places):
                return True
    if any(word.lemma.lower() in words.long_wars and _is_while(word) for word in sentence.words):
        return True
    return any(
        word.lemma.lower() in words.periods and word.dep == "pobj" and word.head.lower in ("during", "over", "for", "to")
        for word in sentence.words
    )


def _ranks(since: Word) -> bool:
    """ "the deadliest day since 2006", "the first since May": a rank among others, no running count."""
    ranked = (since.head, *since.head.ancestors())[:2]
    return any(
        word.tag in ("NN", "NNS", "JJ", "JJS")
        and any(child.tag == "JJS" or child.lower in ("first", "worst") for child in (word, *word.children))
        for word in ranked
    )


def _is_dated(word: Word) -> bool:
    """ "12 May last year", "in August this year": a day or a month of the year, and no whole year."""
    return word.tag in ("NNP", "CD") and word.entity == "DATE"


def _is_while(war: Word) -> bool:
    """ "in the war", "during wars"; not "prisoners of war"."""
    before = war.head.lower
    return war.dep == "pobj" and before in _WHILE and (before != "of" or war.child("det", "poss", "amod") is not None)


def hedge(one: Counted, words: Standing) -> Span | None:
    """ "reportedly", beside the word of harm itself."""
    return next((word.span for word in one.trigger.children if word.lower in words.unvouched), None)


def disclaimer(parse: Parse, sentence: Sentence, words: Standing) -> Span | None:
    """Words of a sentence or the next by which the report or its source does not vouch for it: "could not be verified"."""
    following = parse.sentences[sentence.index + 1 : sentence.index + 2]
    for near in (sentence, *(x for x in following if x.block == sentence.block)):
        for word in near.words:
            if (found := _disclaims(word, words)) is not None:
                return found
    return None


def _disclaims(word: Word, words: Standing) -> Span | None:
    if word.lower in ("unverified", "unconfirmed"):
        return word.span
    if word.lemma.lower() not in words.verifying or not word.tag.startswith("V"):
        return None
    if is_negated(word):
        parts = [child for child in word.children if child.dep in ("aux", "auxpass", "neg", "advmod") and child.i < word.i]
        return Span(min((child.start for child in parts), default=word.start), word.end)
    if word.dep == "xcomp" and word.head.lower in ("unable", "impossible"):
        return Span(word.head.start, word.end)
    return None
