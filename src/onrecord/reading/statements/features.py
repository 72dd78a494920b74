"""What the learned heads look at, as numbers: rows of codes (each looked up in a table) and rows of plain features.

Used in training and in reading alike, so that both see the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from onrecord.reading.parse import Word
from onrecord.reading.statements.arcs import HOST, OPTIONS, Arc, Cut
from onrecord.reading.statements.ground import Ground

_BITS = tuple(
    "nsubj nsubjpass csubj dobj ccomp xcomp advcl agent attr acomp oprd poss acl relcl parataxis"
    " auxpass neg prt dative expl mark appos det amod conj advmod compound npadvmod".split()
)
_PREPS = ("to", "of", "for", "about", "on", "as", "that", "at", "by", "with", "from", "in", "over", "against")
_BIT_OF = {bit: n for n, bit in enumerate(_BITS)}
_PREP_OF = {prep: n for n, prep in enumerate(_PREPS, len(_BITS))}
_BY_PREP = frozenset(("prep", "agent", "dative"))
_CUE_HAS = ("ccomp", "xcomp", "dobj", "prep", "nsubj", "nsubjpass", "agent", "poss", "acl", "advcl", "oprd", "dative")
_PART_HAS = ("nsubj", "nsubjpass", "mark", "aux", "pobj", "pcomp", "ccomp", "relcl", "acl", "appos", "prep")
_ONE_OF = tuple([float(own == option) for own in range(OPTIONS)] for option in range(OPTIONS))


@dataclass(frozen=True, slots=True)
class Codes:
    """Numbers for words and labels; 0 is anything not in the table."""

    words: Mapping[str, int]
    labels: Mapping[str, int]
    cues: frozenset[str]
    """`lemma/POS` of the words other than verbs that may be cues."""


def may_be_cue(word: Word, codes: Codes) -> bool:
    """Every full verb but one that only describes ("suspected rebels"); other words if training saw them attribute."""
    if word.pos == "VERB":
        return word.dep not in ("aux", "auxpass", "amod", "compound")
    return f"{word.lemma.lower()}/{word.pos}" in codes.cues


def subject_near(word: Word) -> Word | None:
    """The subject of a word or of the verbs above it that share theirs with it, or its possessor."""
    at = word
    for _ in range(4):
        for child in at.children:
            if child.dep in ("nsubj", "nsubjpass", "poss", "csubj"):
                return child
        if at.is_root or at.dep not in ("conj", "xcomp", "advcl", "dobj", "acomp", "attr", "pcomp", "prep", "pobj"):
            return None
        at = at.head
    return None


def cue_codes(word: Word, ground: Ground, codes: Codes) -> list[int]:
    words, labels = codes.words, codes.labels
    every = ground.parse.words
    subject = subject_near(word)
    thing = word.child("dobj", "ccomp", "xcomp")
    after = every[word.i + 1].lower if word.i + 1 < len(every) else ""
    before = every[word.i - 1].lower if word.i else ""
    return [
        words.get(word.lemma.lower(), 0),
        labels.get(word.dep, 0),
        labels.get(word.tag, 0),
        0 if word.is_root else words.get(word.head.lemma.lower(), 0),
        0 if subject is None else words.get(subject.lemma.lower(), 0),
        0 if thing is None else words.get(thing.lemma.lower(), 0),
        words.get(after, 0),
        words.get(before, 0),
    ]


def cue_floats(word: Word, ground: Ground) -> list[float]:
    out = [0.0] * (len(_BITS) + len(_PREPS))
    ccomp = None
    for child in word.children:
        if (bit := _BIT_OF.get(child.dep)) is not None:
            out[bit] = 1.0
        if child.dep in _BY_PREP and (prep := _PREP_OF.get(child.lower)) is not None:
            out[prep] = 1.0
        if ccomp is None and child.dep == "ccomp":
            ccomp = child
    subject = subject_near(word)
    quote = ground.quote_of
    i = word.i
    own = quote[i]
    sentence = word.sentence
    that = ccomp is not None and any(child.lower == "that" for child in ccomp.children)
    out.extend(
        (
            float(own >= 0),
            float(quoted_near(quote[i + 1 : i + 5], own)),
            float(quoted_near(quote[max(i - 5, 0) : i], own)),
            float(ccomp is not None and ccomp.i < i),
            float(that),
            float(subject is not None and subject.entity in ("PERSON", "ORG", "NORP", "GPE")),
            float(subject is not None and subject.entity == "PERSON"),
            float(subject is not None and subject.pos == "PRON"),
            float(subject is not None and subject.tag in ("WP", "WDT")),
            float(word.entity != ""),
            float(word.head.pos == "VERB"),
            float(word.text[:1].isupper()),
            float(sentence.index == 0),
            log1p(ground.right[i] - ground.left[i]),
            log1p(i - sentence.first),
            log1p(sentence.last - i),
        )
    )
    return out


def quoted_near(quotes: Sequence[int], own: int) -> bool:
    """Whether a word stands in a quotation that is not the cue's own."""
    return any(number >= 0 and number != own for number in set(quotes))


def arc_codes(arc: Arc, cue: Word, ground: Ground, codes: Codes) -> list[int]:
    words, labels = codes.words, codes.labels
    first = ground.parse.words[arc.ranges[0][0]]
    return [
        labels.get(f"{arc.option} {arc.word.dep}", 0),
        labels.get(arc.word.tag, 0),
        words.get(arc.word.lower, 0),
        words.get(first.lower, 0),
        words.get(cue.lemma.lower(), 0),
        labels.get(cue.dep, 0),
        labels.get(f"{arc.option} {cue.dep}", 0),
    ]


def cue_has(cue: Word) -> list[float]:
    """What hangs on a cue, the same for all its arcs."""
    deps = {child.dep for child in cue.children}
    return [float(dep in deps) for dep in _CUE_HAS]


def arc_floats(arc: Arc, nth: int, cue: Word, has: list[float], chance: float, ground: Ground) -> list[float]:
    """`has` is what `cue_has` says of the cue."""
    first, last = arc.ranges[0][0], arc.ranges[-1][1]
    quote = ground.quote_of
    own = quote[cue.i]
    # Three looks tell whether a part stands in quotation marks: its ends and its head.
    marks = [quote[k] for k in (first, arc.word.i, last - 1)]
    own_deps = {child.dep for child in arc.word.children}
    gap = first - cue.i if first > cue.i else cue.i - last
    words = ground.parse.words
    before = words[first - 1].lower if first else ""
    return [
        *_ONE_OF[arc.option],
        float(first > cue.i),
        float(first <= cue.i < last),
        log1p(max(gap, 0)),
        float(gap <= 1),
        log1p(last - first),
        float(len(arc.ranges) > 1),
        float(nth),
        chance,
        *[float(mark >= 0 and mark != own) for mark in marks],
        float(own >= 0),
        float(marks[0] >= 0 and marks[0] == marks[2] != own),
        *has,
        *[float(dep in own_deps) for dep in _PART_HAS],
        float(arc.word.entity != ""),
        float(arc.word.entity in ("DATE", "TIME")),
        float(arc.word.pos in ("VERB", "AUX")),
        float(arc.word.pos == "PRON"),
        float(before == ","),
        float(before == ":"),
        float(arc.option == HOST and cue.tag == "VBG"),
    ]


def cut_codes(cut: Cut, arc: Arc, cue: Word, ground: Ground, codes: Codes) -> list[int]:
    words, labels = codes.words, codes.labels
    every = ground.parse.words
    return [
        labels.get(cut.word.dep, 0),
        labels.get(cut.word.tag, 0),
        words.get(cut.word.lower, 0),
        words.get(every[cut.at].lower, 0),
        words.get(cue.lemma.lower(), 0),
        labels.get(cut.word.head.dep, 0),
        words.get(every[cut.at - 1].lower, 0),
        labels.get(f"{arc.option} {arc.word.dep}", 0),
    ]


def cut_floats(cut: Cut, arc: Arc, cue: Word, ground: Ground) -> list[float]:
    quote = ground.quote_of
    start, end = arc.ranges[0][0], arc.ranges[-1][1]
    before = ground.parse.words[cut.at - 1].text
    deps = {child.dep for child in cut.word.children}
    own = quote[cue.i]
    here, first, last = quote[cut.at], quote[start], quote[ground.right[cut.word.i]]
    return [
        float(cut.depth),
        log1p(cut.at - start),
        log1p(ground.right[cut.word.i] - cut.at),
        log1p(max(end - cut.at, 0)),
        float(cut.word.head is arc.word),
        float(before == ","),
        float(before in "-–—" or before == "--"),
        float(before in ";:("),
        float(quote[cut.at - 1] >= 0 and quote[cut.at - 1] == here != own),
        float(here >= 0 and here != own),
        float(first >= 0 and first != own),
        float(last >= 0 and last != own),
        float(quote[cut.at - 1] >= 0 > here),
        float(any(dep in deps for dep in ("nsubj", "nsubjpass"))),
        float("mark" in deps),
        float("pobj" in deps),
        float(cut.word.tag == "VBG"),
        float(cut.word.pos in ("VERB", "AUX")),
        float(cut.at > cue.i),
        float(arc.word.pos in ("VERB", "AUX")),
    ]
