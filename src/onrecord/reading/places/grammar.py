"""What the words around a name say: that something is there, what sort of place it is, that it heads a dateline."""

from __future__ import annotations

from onrecord.reading.parse import Parse
from onrecord.reading.parse.words import Entity, Word
from onrecord.reading.places.toponym import Match, Sort
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.places import PlaceWords


def head_of(match: Match, parse: Parse) -> Word:
    """The word of a name whose own head lies outside it; the last, where there are several or none."""
    for i in range(match.last - 1, match.first - 1, -1):
        head = parse.words[i].head
        if head is parse.words[i] or not match.first <= head.i < match.last:
            return parse.words[i]
    return parse.words[match.last - 1]


def same(match: Match, entity: Entity, parse: Parse) -> bool:
    """The name is the whole entity, but for an article before it and a genitive after it."""
    first, last = entity.first, entity.last
    while leads(parse.words[first]) and last - first > 1:
        first += 1
    if parse.words[last - 1].tag == "POS" and last - first > 1:
        last -= 1
    return match.first <= first and match.last >= last


def is_initials(match: Match, parse: Parse) -> bool:
    """ "the Farmers' Union of Home Soil (FUHS)": capitals in brackets that are the first letters of the name before them."""
    letters = parse.words[match.first].text
    first = parse.words[match.first].sentence.first
    if match.last - match.first > 1 or not letters.isupper() or match.first < first + 3 or parse.words[match.first - 1].text != "(":
        return False
    before = [parse.words[i].text[0] for i in range(max(first, match.first - 2 * len(letters) - 1), match.first - 1)]
    return "".join(letter for letter in before if letter.isupper()).endswith(letters)


def leads(word: Word) -> bool:
    """An article or a preposition that the parser has taken into a name: "Across Sudan"."""
    return word.pos in ("DET", "ADP") or word.lower in ("across", "near", "inside", "outside", "throughout", "around", "the")


def is_located(head: Word, words: PlaceWords) -> bool:
    """ "in NAME", "near NAME", "the north of NAME", "fled NAME"."""
    if head.dep == "pobj" and head.head.dep != "agent":
        before = head.head
        if before.lower in words.where:
            if before.lower == "in" and is_believed(head, words):
                return False
            return (
                before.lower not in ("from", "to", "on", "between", "over", "at") or _moves(before, words) or head.entity in ("GPE", "LOC")
            )
        if before.lower == "of" and before.head.lower in words.of | words.settlement | words.division:
            return True
    return head.dep == "dobj" and head.head.lemma in words.ground


def is_on_the_ground(head: Word, words: PlaceWords) -> bool:
    """Located, or taken, held or left for: "took NAME", "left for NAME". Enough for the name of a place in a country that is spoken of."""
    if head.dep == "dobj" and head.head.lemma in words.taking:
        return True
    if head.dep == "pobj" and head.head.lower == "for" and head.entity != "PERSON":
        return head.head.head.lemma in words.travel or head.head.head.lemma in ("leave", "depart")
    return is_located(head, words)


def is_believed(head: Word, words: PlaceWords) -> bool:
    """ "lost faith in NAME": in somebody."""
    governor = head.head.head
    return governor.lemma in words.believing or any(child.lemma in words.believing for child in governor.children_by("dobj"))


def is_strongly_located(match: Match, head: Word) -> bool:
    """ "in NAME" and the like, with nothing else in the phrase: enough even for a name that people bear."""
    if head.dep != "pobj" or head.head.lower not in ("in", "near", "into", "outside", "across", "around", "inside"):
        return False
    return all(match.first <= child.i < match.last or child.pos == "PUNCT" for child in head.children)


def _moves(before: Word, words: PlaceWords) -> bool:
    return before.head.lemma in words.motion


def has_type_word(match: Match, head: Word, words: PlaceWords, parse: Parse) -> bool:
    return sort_beside(match, head, words, parse) is not None


def sort_beside(match: Match, head: Word, words: PlaceWords, parse: Parse) -> Sort | None:
    """What a word directly beside a name says it is: "Idlib province", "the city of Basra", "the Tigris river"."""
    after = parse.words[match.last] if match.last < head.sentence.last else None
    if after is not None:
        if after.lower.rstrip(".") in words.of_state:
            return "division"
        sort = _sort(after.lower, words)
        if sort is not None and (after.pos in ("NOUN", "PROPN")) and not (sort == "settlement" and after.lower in _PARTS):
            return sort
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.pos in ("NOUN", "PROPN"):
        return _sort(head.head.head.lower, words)
    last = parse.words[match.last - 1].lower
    if match.last - match.first > 1 and last in words.water:
        return "water"
    before = parse.words[match.first - 1] if match.first > head.sentence.first else None
    if before is not None and before.pos in ("NOUN", "PROPN") and before.lower in _SORTS:
        return _sort(before.lower, words)
    return None


def sort_of(inside: list[Word], words: PlaceWords) -> Sort | None:
    """What the words of a name itself say it is: "Hill Bridge Road", "the Ash River"."""
    for word in (inside[-1], inside[0]):
        sort = _sort(word.lower, words)
        if sort is not None:
            return sort
    return None


def _sort(lower: str, words: PlaceWords) -> Sort | None:
    if lower in words.division:
        return "division"
    if lower in words.settlement:
        return "settlement"
    if lower in words.site:
        return "site"
    if lower in words.water:
        return "water"
    return None


def is_dateline(match: Match, parse: Parse) -> bool:
    """The name opens a paragraph and a dash, a bracket or a colon soon after sets it off: "GENEVA —", "SALEM, Oregon (AP) -"."""
    sentence = parse.words[match.first].sentence
    if match.first != sentence.first or (
        sentence.index and sentence.block == parse.sentences[sentence.index - 1].block and not parse.words[match.first].text.isupper()
    ):
        return False
    for i in range(match.last, min(match.last + 8, len(parse.words))):
        text = parse.words[i].text
        if text in ("—", "–", "--", "-", "―") or text.startswith("--") or (text == "(" and i == match.last):
            return True
        if text == ":" and i == match.last and sentence.index == 0 and parse.words[match.first].text.isupper():
            return True
        if text in (".", ";") or parse.words[i].pos == "VERB":
            return False
    return False


def names_people(head: Word, words: PlaceWords) -> bool:
    """ "Leeds police", "a Salem teenager": the name stands before those who live or serve there."""
    return (
        head.dep in ("compound", "nmod", "amod", "poss")
        and head.head.i > head.i
        and head.head.lemma in words.people
        and head.head.pos == "NOUN"
    )


def is_heading(match: Match, parse: Parse) -> bool:
    """The name is a line by itself, but for numbers and marks: "3. Petra", "RAQQA"."""
    sentence = parse.words[match.first].sentence
    if len(sentence.words) > match.last - match.first + 4 or sentence.words[-1].text == ":":
        return False
    return all(word.pos in ("PUNCT", "NUM", "X", "SYM") for word in sentence.words if not match.first <= word.i < match.last)


def is_beside(head: Word) -> bool:
    """ "near NAME", "outside NAME": only places stand there, whoever the parser takes the name for."""
    return head.dep == "pobj" and head.head.lower in ("near", "outside") and head.tag in ("NNP", "NNPS")


def is_relative(head: Word) -> bool:
    """ "his wife, Marina": the name beside a word for one of the family."""
    return head.dep == "appos" and head.head.lemma in _FAMILY


_FAMILY = word_list("places", "grammar.family")
_SORTS = word_list("places", "grammar.sorts")
_PARTS = word_list("places", "grammar.parts")
