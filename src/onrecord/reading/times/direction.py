"""Which way a bare weekday or month points: asked of the verb that governs it and of the preposition before it."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import Literal

from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.times import appointments, arranging, planning, proposing, saying, scheduled

Direction = Literal["past", "future", ""]

_WILL = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_MAY = frozenset(("would", "should", "may", "might", "must", "can", "ca"))
_FORWARD = frozenset(("by", "until", "till"))
_SINCE = frozenset(("since",))
_ONWARD = frozenset(("from", "for", "starting"))
_AHEAD = word_list("times", "direction.ahead")
_NEITHER = word_list("times", "direction.neither")
_STEPS = 14
_VERBS = 4


def direction_of(word: Word) -> Direction:
    """Past or future, as the governing verb has it; "" where grammar does not say. Looks at a dozen heads at most."""
    forward = _has_preposition(word, _FORWARD)
    if _has_preposition(word, _SINCE):
        return "past"
    inside = not (word.dep == "poss" and word.head.lemma in appointments()) and word.dep in ("poss", "compound", "nmod", "amod", "nummod")
    for verb in _verbs_above(word):
        found = _of_verb(verb)
        if found == "open":
            return ""
        if found == "present":
            ahead = verb.lemma in scheduled() or (verb.lemma == "be" and _has_appointment(verb)) or _takes_effect(verb)
            return "future" if forward or (ahead and not inside) else ""
        if found == "past" and not inside and (verb.lemma in arranging() or (forward and _has_perfect(verb)) or _is_proposed(word, verb)):
            return "future"
        if found == "future" and inside:
            return ""
        if found:
            return "past" if found == "past" else "future"
    return "future" if forward else ""


def is_since(word: Word) -> bool:
    """The time after "since": what has gone on from there, and not the time that is spoken of."""
    return _has_preposition(word, _SINCE)


def is_of_saying(word: Word) -> bool:
    """The time dates the saying: "officials said on Tuesday"."""
    verbs = _verbs_above(word)
    return bool(verbs) and verbs[0].lemma in saying()


def _has_perfect(verb: Word) -> bool:
    """ "has given them until Monday": the present perfect with a term ahead."""
    return any(child.lower in ("has", "have", "'ve", "’ve") and child.dep == "aux" for child in verb.children)


def _is_proposed(word: Word, verb: Word) -> bool:
    """ "Agreed to a truce from Tuesday", "proposed a meeting in March": the time of what was agreed, not of agreeing."""
    if verb.lemma not in proposing():
        return False
    between = takewhile(lambda head: head is not verb, islice(word.ancestors(), _STEPS))
    return _has_preposition(word, _ONWARD) or any(head.lemma in appointments() for head in between)


def _has_appointment(verb: Word) -> bool:
    """ "The hearing is on Tuesday"."""
    return any(child.dep == "nsubj" and child.lemma in appointments() for child in verb.children)


def _takes_effect(verb: Word) -> bool:
    """ "The truce takes effect on Friday", "enters into force": of what is agreed, and in the present that of a day ahead."""
    objects = [child.child("pobj") if child.dep == "prep" else child for child in verb.children if child.dep in ("dobj", "prep")]
    return any(word is not None and word.lemma in ("effect", "force") for word in objects)


def _is_verb(word: Word) -> bool:
    """A verb, or one that the parser takes for a noun with a subject: "Talks resume on Tuesday"."""
    if word.pos in ("VERB", "AUX") or word.tag.startswith("VB"):
        return True
    return word.lemma in scheduled() and any(child.dep in ("nsubj", "compound") and child.tag == "NNS" for child in word.children)


def _has_preposition(word: Word, forms: frozenset[str]) -> bool:
    for _ in range(3):
        if word.dep == "pobj" or word.dep == "pcomp":
            return word.head.lower in forms
        if word.is_root or word.head.pos in ("VERB", "AUX"):
            return False
        word = word.head
    return False


def _verbs_above(word: Word) -> list[Word]:
    out: list[Word] = []
    for head in (word, *islice(word.ancestors(), _STEPS)):
        if len(out) == _VERBS:
            break
        if _is_verb(head) or head.lemma in _AHEAD or head.lemma in _NEITHER:
            out.append(head)
    return out


def _of_adjective(word: Word) -> str:
    """ "due on Friday" is ahead, "had been due" was; "effective 1 June" may be either."""
    if word.lemma in _NEITHER:
        return "open"
    return "past" if any(child.lower in ("had", "were", "was") for child in word.head.children) else "future"


def _of_verb(verb: Word) -> str:
    """ "past", "future", "present", or "" where this verb leaves it to the one above."""
    if verb.pos == "ADJ":
        return _of_adjective(verb)
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    lowers = {helper.lower for helper in helpers}
    if lowers & _WILL:
        return "future"
    if lowers & _MAY:
        return "past" if lowers & {"have"} else "future"
    if any(helper.tag == "TO" for helper in helpers):
        head = verb.head
        if head.lemma == "be" and head.tag in ("VBZ", "VBP", "VBD") and "have" not in lowers:
            return "future"  # "is to resume", "was to resume"
        if head.pos == "ADJ" and head.lemma in _AHEAD:
            return _of_adjective(head)
        if any(child.lower == "had" and child.dep == "aux" for child in head.children):
            return "past"  # "had been scheduled to expire"
        if head.lemma in planning() or (head.lemma == "go" and head.tag == "VBG"):
            return "future"
        return "past" if "have" in lowers else ""
    if verb.tag == "VBD" or lowers & {"had", "was", "were", "did", "has", "have", "'ve", "’ve"}:
        return "past"
    if verb.tag == "VBN" and (verb.lemma in arranging() or (verb.lemma in planning() and lowers & {"is", "are"})):
        return "future"
    if verb.tag == "VBN":
        return "past" if not lowers & {"is", "are", "be"} else "present"
    if verb.tag == "VBG":
        return "future" if lowers & {"is", "are", "'re", "’re", "'s", "’s"} else ""
    return "present" if verb.tag in ("VBZ", "VBP", "NN") else ""
