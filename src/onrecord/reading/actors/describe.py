"""What a noun phrase says of the actor it names: the noun of office or of group, whose it is, one or many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.reading.parse import Parse, Word
from onrecord.vocabulary.actors.nouns import Noun
from onrecord.vocabulary.lists import word_list

_LEFT = frozenset(("compound", "amod", "nmod", "poss", "det", "nummod", "quantmod", "predet", "advmod", "appos", "npadvmod"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "its", "his", "her", "their", "our", "my"))
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "both": 2}
_DEEPEST = 30
"""Steps to the left edge of a phrase, at most: a broken sentence must not cost the square of its length."""
_HINGE = frozenset(("-", "–", "‑"))


@dataclass(frozen=True, slots=True)
class Found:
    """A noun of the table in the text: words `first` up to and without `last`."""

    first: int
    last: int
    noun: Noun


def noun_ending_at(parse: Parse, i: int, table: Mapping[str, Noun]) -> Found | None:
    """The longest noun of the table whose last word is word `i`: "prime minister" at "minister"."""
    word = parse.words[i]
    if word.lower in ("elect", "designate") and i >= 2 and parse.words[i - 1].text in _HINGE:
        before_it = noun_ending_at(parse, i - 2, table)
        return None if before_it is None else Found(before_it.first, i + 1, before_it.noun)
    ends = (word.lemma.lower(), word.lower, word.lower.removesuffix("s"))
    floor = word.sentence.first
    for first in range(max(i - 3, floor), i + 1):
        before = "".join(f"{w.lower}{'' if _glued(parse, w) else ' '}" for w in parse.words[first:i])
        for end in ends:
            noun = table.get(before + end)
            if noun is not None:
                return Found(first, i + 1, noun)
    return None


def _glued(parse: Parse, word: Word) -> bool:
    """No white space after the word: "vice-president" is one noun in three words."""
    return word.i + 1 < len(parse.words) and parse.words[word.i + 1].start == word.end


def noun_at(parse: Parse, head: Word, table: Mapping[str, Noun]) -> Found | None:
    """The noun of the table that a phrase's head belongs to, with what follows it: "head of state", "ministry of defence"."""
    words, i = parse.words, head.i
    following = words[i + 1].lower if i + 1 < len(words) else ""
    if following in ("of", "for", "-"):
        for last in range(min(i + 5, head.sentence.last), i + 2, -1):
            form = head.lemma.lower() + "".join(
                ("" if w.lower == "-" or words[w.i - 1].lower == "-" else " ") + w.lower for w in words[i + 1 : last]
            )
            noun = table.get(form)
            if noun is not None:
                return Found(i, last, noun)
    return noun_ending_at(parse, i, table)


def left_edge(head: Word) -> int:
    """The first word of a noun phrase, by what stands before its head."""
    for child in head.children:
        if child.i >= head.i:
            break
        if child.dep in _LEFT:
            return min(_leftmost(child), child.i)
    return head.i


def _leftmost(word: Word) -> int:
    steps = 0
    while word.children and word.children[0].i < word.i and steps < _DEEPEST:
        word, steps = word.children[0], steps + 1
    return word.i


def is_hinged(parse: Parse, first: int, last: int) -> bool:
    """The name in these words is tied to another word by a hyphen: "US" in "US-backed", "Russian" in "pro-Russian"."""
    return (last < len(parse.words) and parse.words[last].text in _HINGE) or is_taken_sides_on(parse, first)


def is_taken_sides_on(parse: Parse, first: int) -> bool:
    """ "pro-", "anti-" before a name: those meant are for or against its bearer, and not of it."""
    return first >= 2 and parse.words[first - 1].text in _HINGE and parse.words[first - 2].lower in ("pro", "anti", "non")


def is_definite(parse: Parse, first: int, head: Word) -> bool:
    return any(child.dep in ("det", "poss", "predet") and (child.lower in _DEFINITE or child.dep == "poss") for child in head.children) or (
        parse.words[first].lower in _DEFINITE
    )


def is_bare(head: Word) -> bool:
    """No article and no number: "parliament", "police"."""
    return not any(child.dep in ("det", "nummod") for child in head.children)


def count_before(head: Word) -> int | None:
    """ "two" in "the two leaders": a small number that counts the head; None when there is none or it is large."""
    for child in head.children:
        if child.dep in ("nummod", "det", "predet", "preconj") and child.i < head.i:
            number = _SMALL.get(child.lower) or (
                int(child.text) if child.text.isascii() and child.text.isdigit() and len(child.text) < 3 else None
            )
            if number is not None:
                return number
    return None


def is_plural(word: Word) -> bool:
    return word.tag in ("NNS", "NNPS")


_FORMER = word_list("actors", "describe.former")


def is_former(parse: Parse, first: int, last: int) -> bool:
    """ "former", "retired", "ex-" among these words: an office that is no longer held."""
    return any(word.lower in _FORMER for word in parse.words[first:last])


def complements(head: Word, links: frozenset[str]) -> list[Word]:
    """What one of these prepositions after a noun brings: "president of Syria", "people in Gaza"."""
    out: list[Word] = []
    for child in head.children:
        if child.dep == "prep" and child.lower in links and child.i > head.i:
            out.extend(grandchild for grandchild in child.children if grandchild.dep == "pobj")
    return out
