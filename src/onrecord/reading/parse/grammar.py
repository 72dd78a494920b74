"""Questions of grammar that several rooms ask: phrases, clauses, subjects, passives, negation, conjuncts.

All functions are pure and cost no more than the subtree they look at.
"""

from __future__ import annotations

from onrecord.model.span import Span
from onrecord.reading.parse.words import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "without"))
_AFTER_PHRASE = frozenset(("relcl", "acl", "appos", "cc", "conj", "punct", "prep", "advcl", "parataxis", "ccomp", "dep"))
_CLAUSE = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "pcomp"))


def span_of(words: list[Word]) -> Span:
    """The span from the first word to the last; `words` are in order and not empty."""
    return Span(words[0].start, words[-1].end)


def noun_phrase(head: Word, *, prepositions: bool = False) -> list[Word]:
    """The words of a noun phrase: the head and what stands before it, with "of …" and the rest if asked; no clauses, no conjuncts.

    "the Russian leader, who spoke" gives "the Russian leader".
    """
    left = [
        word
        for child in head.children
        if child.i < head.i and child.dep not in ("cc", "punct", "conj", "relcl")
        for word in child.subtree()
    ]
    right = [word for child in head.children if child.i > head.i and _joins(child, prepositions) for word in child.subtree()]
    words = sorted({*left, head, *right}, key=lambda word: word.i)
    first = next((n for n, word in enumerate(words) if word.pos not in ("PUNCT", "SPACE") or word is head), 0)
    return words[first:]


def _joins(child: Word, prepositions: bool) -> bool:
    if child.dep == "prep":
        return prepositions
    return child.dep not in _AFTER_PHRASE and child.dep != "case"


def conjuncts(word: Word) -> list[Word]:
    """The word and all that are coordinated below it: "Israel, Hamas and Iran" from Israel gives the three."""
    out = [word]
    for found in out:
        out.extend(child for child in found.children if child.dep == "conj")
    return out


def clause_of(word: Word) -> Word:
    """The head of the smallest clause around a word (a verb, mostly; the sentence's root at last)."""
    while not word.is_root and not (word.dep in _CLAUSE and word.pos in ("VERB", "AUX", "ADJ")):
        word = word.head
    return word


def is_passive(verb: Word) -> bool:
    return any(child.dep in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children)


def subject(verb: Word) -> Word | None:
    """The grammatical subject of a verb: its own, or that of the verb it is coordinated with, or of its controller.

    "Russia agreed to withdraw and halted": Russia for all three verbs. A relative clause's subject pronoun is returned as it is.
    """
    seen = 0
    while True:
        own = verb.child(*SUBJECTS)
        if own is not None:
            return own
        if verb.dep in ("conj", "xcomp") and not verb.is_root and verb.head.pos in ("VERB", "AUX", "ADJ") and seen < 20:
            if verb.dep == "xcomp" and (controller := verb.head.child("dobj")) is not None:
                return controller
            verb, seen = verb.head, seen + 1
            continue
        return None


def is_negated(word: Word) -> bool:
    """A negation directly on this word ("did not", "no", "never")."""
    return any(child.dep == "neg" or (child.lower in NEGATIONS and child.dep in ("det", "advmod", "preconj")) for child in word.children)


def trimmed_subtree(word: Word) -> list[Word]:
    """The subtree without punctuation at its ends."""
    words = word.subtree()
    while words and words[0].pos == "PUNCT":
        words = words[1:]
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    return words or [word]
