"""The status of an act that a verb names, and what the words above a clause say of it: "failed to …", "denied that …"."""

from __future__ import annotations

from onrecord.model.record import EventStatus
from onrecord.reading.events.status.clause import VERBAL, bare, clause_status, goes_on, infinitive, negative
from onrecord.reading.events.status.words import StatusWords
from onrecord.reading.parse.words import Word

_CLIMB = 8
_COMPLEMENTS = frozenset(("xcomp", "ccomp", "acl", "csubj", "pcomp", "acomp", "attr", "oprd", "pobj", "dobj", "nsubjpass"))
_PASSED = frozenset((*_COMPLEMENTS, "prep", "conj", "relcl"))
_OWN_PREPS = frozenset(("of", "from", "to", "in", "on", "against", "for", "about", "at", "toward", "towards"))
_NOT_DONE = frozenset(("without", "than", "instead"))
_TOLD = frozenset(("predicted", "denied", "possible", "threatened", "requested", "failed"))
_SELF = frozenset(("it", "they", "he", "she", "we", "i"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BASE = frozenset(("VB", "VBP"))
_NOT_YET = frozenset(("announced", "possible", "failed", "ordered"))
_FALSE = frozenset(("denied", "failed"))


def verb_status(verb: Word, words: StatusWords) -> EventStatus:
    """The status of an act that a verb names."""
    own = clause_status(verb, words)
    if own is not None and not (own == "announced" and verb.dep in ("ccomp", "acl")):
        return own
    above = governed(verb, words)
    if above is not None and (own is None or above in _TOLD):
        return above
    return own or ("ongoing" if goes_on(verb, words) else "actual")


def governed(verb: Word, words: StatusWords) -> EventStatus | None:
    """What the words above a clause say of it, the nearest first; None when nothing does."""
    word = verb
    for _ in range(_CLIMB):
        if word.is_root or word.dep not in _PASSED:
            return _adverbial(word, words) if not word.is_root else None
        head, dep = word.head, word.dep
        if dep == "pcomp" and head.lower in _NOT_DONE:
            return "denied"
        if (dep == "prep" and word.lower not in _OWN_PREPS) or (dep == "pcomp" and word.tag in _FINITE):
            return None
        if dep == "relcl" and not (infinitive(word) or _claim(word, words)):
            return None
        if dep == "acl" and word is verb and not (infinitive(word) or _claim(word, words) or _wanted(word)):
            return None
        if dep == "conj" and (head.pos not in VERBAL or not bare(word)):
            if head.pos in VERBAL:
                return None
            word = head
            continue
        if dep in ("acl", "relcl") and _claim(word, words):
            return _of_claim(head, words)
        if _suspected(word, head):
            return None
        found = words.governor(head) if dep in _COMPLEMENTS or dep == "prep" else None
        if found is not None:
            return _judged(word, head, found, verb, words)
        if head.lemma == "be" and negative(head) and any(child.lemma in words.facts for child in head.children):
            return "denied"
        if head.lemma.lower() in words.enabling and dep in ("xcomp", "ccomp"):
            return _enabled(head, words)
        if head.lemma.lower() in words.ending and dep == "xcomp" and word.tag == "VBG":
            return ended(head, words)
        own = _of_head(word, head, words)
        if own is not None:
            return own
        if dep == "ccomp" and word.tag not in ("VB", "VBG"):
            return None
        word = head
    return None


def _suspected(verb: Word, head: Word) -> bool:
    """ "When suspected rebels attacked": the parser takes for a verb what tells of the doers, not of the deed."""
    bare_form = head.lemma == "suspect" and head.tag in ("VBN", "VBD") and verb.dep == "ccomp"
    return bare_form and not any(child.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for child in head.children)


def _adverbial(word: Word, words: StatusWords) -> EventStatus | None:
    """A purpose is meant, not done: "came to attack"; so with what a judgement is of: "it was time for Chad to withdraw"."""
    if word.dep != "advcl" or word.tag != "VB" or not infinitive(word):
        return None
    head = word.head
    if head.lemma == "be" and (found := words.governor(head)) is not None:
        return found
    return "announced"


def _judged(word: Word, head: Word, found: EventStatus, verb: Word, words: StatusWords) -> EventStatus | None:
    """What a governor says of the clause below it, by the clause's form and the governor's own negation."""
    if found == "ongoing":
        return "ongoing"
    if word.dep == "ccomp" and not infinitive(word):
        if found not in _TOLD and found != "announced":
            return None
        if found == "requested" and not _subjunctive(word):
            return None
        if found in ("announced", "threatened") and word is verb and not _future(word):
            return None
        if found == "threatened" and not _of_themselves(word, head):
            return "predicted"
    if found in _NOT_YET and word.dep == "acl" and _in_vain(head, words):
        return "failed"
    if found == "failed" and head.lemma in words.attempts and (head.pos == "NOUN" or head.tag not in ("VBD", "VBN")):
        return "possible"
    if negative(head) or (head.head.pos == "AUX" and head.dep in ("acomp", "attr") and negative(head.head)):
        return "actual" if found in _FALSE else "denied"
    return found


def _subjunctive(verb: Word) -> bool:
    """ "demanded that he leave", "that control be taken"."""
    return verb.tag in _BASE or (verb.tag == "VBN" and any(child.lower == "be" and child.dep == "auxpass" for child in verb.children))


def _in_vain(noun: Word, words: StatusWords) -> bool:
    """Of a plan or an attempt: it is called vain, it failed, or somebody stopped it."""
    if any(words.adjectives.get(child.lower) == "failed" for child in noun.children):
        return True
    head = noun.head
    stopped = noun.dep in ("dobj", "nsubjpass", "nsubj") and not noun.is_root and words.governor(head) == "failed"
    return stopped and not negative(head) and (noun.dep != "nsubj" or head.lemma == "fail")


def _future(verb: Word) -> bool:
    return verb.tag == "VB" and any(child.dep == "aux" for child in verb.children)


def _of_themselves(verb: Word, head: Word) -> bool:
    """A threat is of what its speaker will do: "warned that it would attack"."""
    doer = next((child for child in verb.children if child.dep == "nsubj"), None)
    speaker = next((child for child in head.children if child.dep == "nsubj"), None)
    return doer is None or doer.lower in _SELF or (speaker is not None and doer.lemma == speaker.lemma)


def _of_head(word: Word, head: Word, words: StatusWords) -> EventStatus | None:
    """The status of a verb that says nothing by itself is that of the clause it carries: "did not manage to"."""
    if head.pos not in VERBAL:
        return None
    reached = word.dep == "prep" and head.lemma in words.reached
    if reached or word.dep in ("xcomp", "csubj") or (word.dep == "ccomp" and word.tag in ("VB", "VBG")):
        return clause_status(head, words)
    return None


def _claim(verb: Word, words: StatusWords) -> bool:
    """A whole clause that says what a claim is: "reports that Chad attacked"."""
    if verb.head.lemma.lower() not in words.claims:
        return False
    said = [child for child in verb.children if child.dep in ("mark", "dobj", "nsubj")]
    return any(child.lower == "that" for child in said) and any(child.dep == "nsubj" and child.lower != "that" for child in said)


def _wanted(verb: Word) -> bool:
    """What a demand or plea asks for in a clause of its own: "its demand that Chad withdraw"."""
    return _subjunctive(verb) and any(child.dep == "mark" and child.lower == "that" for child in verb.children)


def _of_claim(noun: Word, words: StatusWords) -> EventStatus | None:
    """A claim that is denied, or that nothing bears out, denies what it says; of others the text does not judge."""
    found = words.governor(noun)
    if any(child.lower in ("no", "little", "false", "baseless", "untrue") for child in noun.children if child.i < noun.i):
        return "denied"
    head = noun.head
    if noun.is_root:
        return found
    above = words.governor(head)
    if above == "denied" and noun.dep in ("dobj", "nsubj", "nsubjpass", "attr"):
        return "actual" if negative(head) else "denied"
    if noun.dep == "dobj" and negative(head):
        return "denied"
    return found


def _enabled(verb: Word, words: StatusWords) -> EventStatus | None:
    """What is allowed or helped has come about when the verb is told as done, and may come about when it is not."""
    own = clause_status(verb, words) or governed(verb, words)
    if own is not None:
        return own
    return None if verb.tag == "VBD" or (verb.tag == "VBN" and verb.dep != "acl") else "possible"


def ended(verb: Word, words: StatusWords) -> EventStatus:
    """To end a thing, it must go on; what has ended has been."""
    done = verb.tag in ("VBD", "VBN") and clause_status(verb, words) is None and not infinitive(verb)
    return "actual" if done else "ongoing"
