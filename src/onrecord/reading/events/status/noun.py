"""The status of an act that a noun names: its adjectives and determiners, the light verb that carries it, the words above."""

from __future__ import annotations

from onrecord.model.record import EventStatus
from onrecord.reading.events.status.clause import VERBAL, clause_status, goes_on, in_the_past, negative
from onrecord.reading.events.status.verb import ended, governed, verb_status
from onrecord.reading.events.status.words import StatusWords
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_CLIMB = 8
_GOVERNED = frozenset(("dobj", "pobj", "nsubjpass", "pcomp", "prep", "nmod", "compound", "attr", "poss"))
_PASSED = frozenset(("pobj", "prep", "conj", "appos", "pcomp", "compound", "nmod", "poss", "dobj"))
_OWN_PREPS = frozenset(("of", "for", "to", "about", "on", "against", "from", "with", "toward", "towards", "at"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
_BEFORE = word_list("acts", "status_noun.before")
_GOING_ON = word_list("acts", "status_noun.going_on")
_WHEN = frozenset(("amid", "despite", "during", "after", "following"))
_OVER = frozenset(("in", "of", "from"))


def own_words(noun: Word, words: StatusWords) -> EventStatus | None:
    """What the noun's own adjectives and determiners say, and a clause that says that it failed."""
    for child in noun.children:
        if child.dep in ("amod", "det", "nmod", "compound", "advmod", "nummod"):
            found = words.adjectives.get(child.lower)
            if found is not None and not (child.lower == "any" and child.dep != "det"):
                return found
            if child.dep == "det" and child.lower in ("no", "neither"):
                return "denied"
        elif child.dep == "relcl" and _fails(child, noun, words):
            return "failed"
    return None


def _fails(verb: Word, noun: Word, words: StatusWords) -> bool:
    """ "a mission that failed": not of talks, which are held even when they come to nothing."""
    return verb.lemma == "fail" and noun.lemma.lower() not in words.held and not negative(verb)


def carried_status(noun: Word, carrier: Word, words: StatusWords) -> EventStatus:
    """The status of a nominal act is that of the light verb that carries it, unless that verb only plans or orders it."""
    found = verb_status(carrier, words)
    if found in ("actual", "ongoing"):
        above = words.governor(carrier) if carrier.lemma in words.carried else None
        if above is not None and above != "ongoing":
            return above
    lasts = noun.lemma.lower() in words.lasting and any(child.lower in ("has", "have") for child in carrier.children)
    return "ongoing" if found == "actual" and lasts else found


def noun_status(noun: Word, words: StatusWords) -> EventStatus:
    """What the verb or noun above a nominal act says of it."""
    found = _above(noun, words)
    if found is not None:
        return found
    if noun.lemma.lower() in words.lasting:
        return "actual" if _over(noun) else "ongoing"
    return "ongoing" if _repeated(noun) else "actual"


def _above(noun: Word, words: StatusWords) -> EventStatus | None:
    word = noun
    for _ in range(_CLIMB):
        if word.is_root:
            return None
        head, dep = word.head, word.dep
        if dep == "prep" and head.pos in VERBAL and word.lower not in _OWN_PREPS:
            return None
        if head.lemma.lower() in words.ending and dep in (*_GOVERNED, "nsubj"):
            return "actual" if dep == "nsubj" else ended(head, words)
        found = words.governor(head)
        if found is not None and dep in _GOVERNED and not (head.lemma in words.weighing and _known(noun)):
            if head.pos in VERBAL and negative(head) and found != "ongoing":
                return "actual" if found in ("denied", "failed") else "denied"
            return found
        if head.pos in VERBAL:
            return _of_verb(word, noun, head, words)
        if dep not in _PASSED:
            return None
        if dep == "pobj" and head.lower in _WHEN:
            return "ongoing" if head.lower == "amid" else "actual"
        if dep == "prep" and head.pos == "NOUN" and head.lemma.lower() in ("event", "case"):
            return "conditional"
        word = head
    return None


def _known(noun: Word) -> bool:
    """ "discussed the raid": one that there was; "discussed a raid": one that there may be."""
    return any(child.lower in _DEFINITE or child.dep == "poss" for child in noun.children)


def _of_verb(word: Word, noun: Word, verb: Word, words: StatusWords) -> EventStatus | None:
    """What a verb says of the noun that is its subject or object."""
    own, dep = clause_status(verb, words), word.dep
    happens = verb.lemma.lower() in words.happen
    subject = dep in ("nsubj", "nsubjpass")
    if own == "denied":
        return "denied" if (happens and dep != "dobj") or (dep == "dobj" and verb.lemma in words.reached) else None
    if own is not None and (subject or dep in ("dobj", "attr")):
        return "predicted" if own == "announced" and dep == "nsubj" and not happens else own
    if subject and _fails(verb, noun, words):
        return "failed"
    if subject and (found := _said_of(verb, words)) is not None:
        return found
    if dep in ("dobj", "nsubjpass", "attr") or (subject and happens):
        above = governed(verb, words)
        if above is not None:
            return above
    if subject and verb.lemma in _GOING_ON and verb.tag in ("VBZ", "VBP"):
        return "ongoing"
    return "ongoing" if dep in ("nsubj", "dobj") and goes_on(verb, words) and verb.tag == "VBG" else None


def _said_of(verb: Word, words: StatusWords) -> EventStatus | None:
    """The predicate of "be" and its like: "a truce is possible", "the siege remains in force"."""
    if verb.lemma not in ("be", "remain", "seem", "appear", "look"):
        return None
    for child in verb.children:
        if child.dep in ("acomp", "attr", "oprd") and (found := words.adjectives.get(child.lower)) is not None:
            return "denied" if negative(verb) else found
    return None


def _over(noun: Word) -> bool:
    """A lasting thing of which the words say when it was: "the war of 1973", "hostilities lasted until May"."""
    for child in noun.children:
        if child.dep == "prep" and child.lower in _OVER and any(word.entity == "DATE" for word in child.children):
            return True
    verb = noun.head
    return verb.tag == "VBD" and noun.dep == "nsubj" and any(child.lower in ("until", "till") for child in verb.children)


def _repeated(noun: Word) -> bool:
    """Bare plurals without a time or a teller of one occasion: "air strikes on the province"."""
    if noun.tag != "NNS" or noun.head.tag in ("VBD", "VBN") or in_the_past(noun):
        return False
    if any(child.dep in ("det", "nummod", "poss", "relcl", "acl") or child.lower in _BEFORE for child in noun.children):
        return False
    first = noun.sentence.first
    near = noun.sentence.words[max(noun.i - first - 4, 0) : noun.i - first + 7]
    return not any(word.entity in ("DATE", "TIME") for word in near)
