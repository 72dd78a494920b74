"""Whose words they are, as the clause of the cue says it: subject, agent, possessor, or the noun that the clause hangs on."""

from __future__ import annotations

from onrecord.reading.parse import Word
from onrecord.reading.parse.grammar import is_passive, subject
from onrecord.reading.statements.ground import Ground, Range

_LIGHT_FROM = ("by", "from", "of")


def verb_source(verb: Word, *, told: bool = False) -> Word | None:
    """The head of the source of a cue verb; None when the words do not say ("it was said that …")."""
    if is_passive(verb):
        agent = verb.child("agent")
        if agent is not None:
            return agent.child("pobj")
        return verb.child("nsubjpass") if told else None
    found = subject(verb)
    if found is not None and found.dep in ("nsubj", "nsubjpass", "csubj"):
        if found.lower in ("it", "there") and found.dep == "nsubjpass":
            return None
        return found
    head = verb.head
    if verb.dep == "acl" and verb.tag == "VBG":
        return head
    if verb.dep == "relcl":
        return head
    if verb.dep == "pcomp" and head.lower == "as" and not head.is_root:
        quoted = head.head
        return quoted.child("nsubjpass") or quoted.child("dobj")
    if verb.dep in ("advcl", "pcomp", "xcomp", "conj") and not verb.is_root:
        above = head
        for _ in range(6):
            if above.pos in ("VERB", "AUX"):
                found = subject(above)
                if found is not None:
                    return found
            if above.is_root:
                break
            above = above.head
    return None


def noun_source(noun: Word) -> Word | None:
    """The head of the source of a cue noun: "Israel's claim", "a statement by the army", "made the claim"."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    for prep in noun.children:
        if prep.dep in ("prep", "agent") and prep.lower in ("by", "from"):
            found = prep.child("pobj")
            if found is not None:
                return found
    if noun.dep in ("dobj", "nsubjpass") and noun.head.pos == "VERB":
        return verb_source(noun.head)
    return None


def word_source(word: Word) -> Word | None:
    """The head of the source of any cue word."""
    if word.lower == "according":
        to = next((child for child in word.children if child.lower == "to"), None)
        return to.child("pobj") if to is not None else None
    if word.pos in ("VERB", "AUX"):
        return verb_source(word)
    if word.pos == "ADJ":
        return verb_source(word.head) if word.dep in ("acomp", "oprd") else None
    return noun_source(word)


def source_words(head: Word, ground: Ground) -> Range:
    """The words of a source: its noun phrase with coordinated ones and "of …", without clauses and appositions after it."""
    first, last = ground.left[head.i], head.i + 1
    if head.dep == "poss":
        return first, last
    for child in head.children:
        if child.i > head.i:
            if child.dep in ("cc", "conj") or (
                child.dep == "prep" and child.lower in ("of", "for", "at", "in", "from", "to", "with", "on")
            ):
                last = max(last, ground.right[child.i] + 1)
            elif child.dep in ("relcl", "acl", "appos", "advcl") or child.pos == "PUNCT":
                break
    words = ground.parse.words
    while first < head.i and words[first].pos == "PUNCT":
        first += 1
    while last > head.i + 1 and words[last - 1].pos == "PUNCT":
        last -= 1
    return first, last
