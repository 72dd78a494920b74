"""Figures that stand beside a word of harm where the parser lost the grammar, as in headlines, lists and tables:
"Mali: 17 soldiers dead", "dozens feared dead", "killed nine more", "Displaced: 31,500".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model.record import TollKind
from onrecord.reading.parse.words import Sentence, Word
from onrecord.reading.tolls.bounds import Figure
from onrecord.reading.tolls.count import Counted, Figures
from onrecord.vocabulary.counts import CountWords
from onrecord.vocabulary.lists import word_list

_FAR = 4
_BEING = frozenset(("was", "were", "is", "are", "been", "being", "have", "has", "had"))
_FEARING = word_list("counts", "order.fearing")
_DYING = word_list("counts", "order.dying")
_HEDGES = frozenset(("at", "least", "about", "some", "a", "up", "to", "over"))
_ENDS = frozenset(("and", ",", ";", ".", "in", "as", "near", "at", "|"))
_OTHERS = frozenset(("others", "more", "people", "persons"))
_UNITS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"))
_YEARS = range(1000, 2100)


def in_order(sentence: Sentence, figures: Figures, taken: Sequence[Counted], words: CountWords) -> Iterator[Counted]:
    """The counts that order alone gives, of figures that grammar left (`taken`: those that it found)."""
    used = {i for one in taken for i in range(one.figure.first, one.figure.last)}
    if used.issuperset(figures):
        return
    told = {one.trigger.i for one in taken}
    for n, word in enumerate(sentence.words):
        kind = _kind(word, words)
        if kind is None or word.i in told:
            continue
        found = _before(sentence.words, n, figures, words) or _after(sentence.words, n, figures, words)
        if found is not None and found[0].first not in used:
            used.update(range(found[0].first, found[0].last))
            yield Counted(kind, found[0], found[1], word, None, 2)


def _kind(word: Word, words: CountWords) -> TollKind | None:
    """The kind that a word tells of those beside it: "dead", "killed", "kills", "injuries"; not of a noun that it describes."""
    lemma = word.lemma.lower()
    if word.dep == "amod" and word.i < word.head.i:
        return None
    if kind := words.harm.adjectives.get(word.lower):
        return kind
    frames = [frame for frame in words.harm.verbs.get(lemma, ()) if word.tag.startswith("V")]
    return frames[0].kind if frames else None


def _before(tokens: Sequence[Word], n: int, figures: Figures, words: CountWords) -> tuple[Figure, Word] | None:
    """ "17 soldiers dead", "dozens feared dead": between the two only people, who they are, and what is thought of them."""
    if _does(tokens[n]) and tokens[n].lemma.lower() not in _DYING:
        return None
    if n + 1 < len(tokens) and (tokens[n + 1].tag in ("NN", "NNS", "CD", "DT", "PRP", "PRP$") or figures.get(tokens[n + 1].i)):
        return None
    head: Word | None = None
    for at in range(n - 1, max(-1, n - 2 - _FAR), -1):
        word = tokens[at]
        if (figure := figures.get(word.i)) is not None:
            return (figure, head or word) if _counts_people(figure, word, head) else None
        if word.lower in _BEING or word.lower in _FEARING or word.tag == "RB":
            if head is not None:
                return None
        elif _names_people(word, words) and (head is None or word.dep == "compound"):
            head = head or word
        elif not (head is not None and (word.tag in ("JJ", "NN", "NNP") or word.entity == "NORP")):
            return None
    return None


def _does(verb: Word) -> bool:
    """Whether who stands before a verb does it ("kills", "have killed") and does not suffer it."""
    active = any(child.dep == "aux" and child.lemma == "have" for child in verb.children) and verb.child("auxpass") is None
    return verb.tag in ("VBG", "VBZ", "VBP", "VB") or (active and verb.tag.startswith("V"))


def _after(tokens: Sequence[Word], n: int, figures: Figures, words: CountWords) -> tuple[Figure, Word] | None:
    """ "kills 11, hurts 30", "killed nine more", "Displaced: 31,500": the figure follows, with people or with nothing."""
    at = n + 1
    colon = at < len(tokens) and tokens[at].text == ":"
    joined = n > 0 and tokens[n - 1].tag == "CC"
    described = tokens[n].tag == "VBN" and tokens[n].lower in words.harm.adjectives and not joined
    if not colon and (described or not tokens[n].tag.startswith("V")):
        return None
    at += colon
    while at < len(tokens) and at - n <= _FAR and tokens[at].i not in figures:
        if tokens[at].dep not in ("advmod", "quantmod", "det", "prep") or tokens[at].lower not in _HEDGES:
            return None
        at += 1
    figure = figures.get(tokens[at].i) if at < len(tokens) else None
    if figure is None:
        return None
    last = figure.last - tokens[0].i
    if last >= len(tokens) or tokens[last].lower in _ENDS:
        return (figure, tokens[last - 1]) if _counts_people(figure, tokens[last - 1], None) else None
    while last < len(tokens) and tokens[last].tag in ("JJ", "NNP") and tokens[last].lower not in _OTHERS:
        last += 1
    if last < len(tokens) and _names_people(tokens[last], words):
        return figure, tokens[last]
    return None


def _names_people(word: Word, words: CountWords) -> bool:
    return word.lower in _OTHERS or (word.tag == "NNS" and (word.lemma.lower() in words.people.people or word.lower in words.people.people))


def _counts_people(figure: Figure, word: Word, head: Word | None) -> bool:
    """A figure beside people; or a bare one that is no date, no sum, no year, no fraction."""
    if figure.qualifier == "fraction" or figure.is_bare_plural:
        return False
    return head is not None or (word.entity not in _UNITS and figure.number not in _YEARS)
