"""Does a place name act or speak here, or is it only where something is?"""

from __future__ import annotations

from onrecord.reading.parse import Word
from onrecord.vocabulary.actors.words import words_of
from onrecord.vocabulary.lists import word_list

_RULERS = word_list("actors", "acting.rulers")


def land_is_meant(head: Word) -> bool:
    """The possessor or adjective of this noun stands for the land, not for who acts there."""
    return head.lemma.lower() in words_of().of_the_land


def country_acts(word: Word) -> bool:
    """A country's name in this place stands for the state. `word` is the head of the name."""
    word = first_conjunct(word)
    if (
        word.is_root
        and word.sentence.index
        and word.sentence.last - word.sentence.first < 3
        and all(child.pos == "PUNCT" for child in word.children)
    ):
        return False
    if word.dep == "pobj":
        return word.head.lower not in words_of().where
    if word.dep in ("poss", "compound", "nmod", "amod"):
        return not land_is_meant(word.head)
    if word.dep == "npadvmod":
        return word.head.tag in ("VBN", "VBG", "JJ")
    return True


def city_acts(word: Word, *, seat: bool = False) -> bool:
    """A capital's name, or a seat of power's, stands for those who govern there."""
    word = first_conjunct(word)
    verb = word.head
    if word.is_root:
        return True
    if word.dep == "nsubj":
        lemma = verb.lemma.lower()
        if lemma not in words_of().not_acts or seat:
            return True
        return any(child.lower in words_of().states_of_mind for child in verb.children)
    if word.dep == "nsubjpass":
        return seat or verb.lemma.lower() in words_of().to_the_actor
    if word.dep == "dobj":
        return seat or verb.lemma.lower() in words_of().to_the_actor
    if word.dep == "pobj":
        if word.head.dep == "agent" or word.head.lower in ("with", "between", "by"):
            return True
        return word.head.lower == "against" or (seat and word.head.lower not in words_of().where)
    if word.dep == "poss":
        return not land_is_meant(verb)
    if word.dep in ("compound", "nmod"):
        return verb.lemma.lower() in _RULERS or seat
    return False


def first_conjunct(word: Word) -> Word:
    """ "Moscow" for "Kyiv" in "Moscow and Kyiv": the word whose place in the sentence the others share."""
    steps = 0
    while word.dep == "conj" and steps < 50 and word.head is not word:
        word, steps = word.head, steps + 1
    return word
