"""What a verb's own clause says: auxiliaries, negation, conjunctions, questions, adverbs, tense."""

from __future__ import annotations

from onrecord.model.record import EventStatus
from onrecord.reading.events.status.words import StatusWords
from onrecord.reading.parse.grammar import is_negated
from onrecord.reading.parse.words import Word

VERBAL = ("VERB", "AUX")
_NOBODY = frozenset(("nobody", "none", "no-one", "neither"))
_NO = frozenset(("no", "neither", "nor", "zero"))
_AUXILIARIES = ("aux", "auxpass")
_PRESENT = frozenset(("VBZ", "VBP"))
_FRONTED = frozenset(("should", "had", "were"))
_WHETHER = frozenset(("if", "whether"))


def clause_status(verb: Word, words: StatusWords) -> EventStatus | None:
    """The status that the clause itself gives its verb; None where it tells it as plain fact."""
    if _conditional(verb, words):
        return "conditional"
    modal = next((words.modals[child.lower] for child in verb.children if child.dep in _AUXILIARIES and child.lower in words.modals), None)
    if negative(verb):
        return "denied" if modal != "requested" else "requested"
    if _asked(verb) or _whether(verb):
        return "possible"
    adverb = next((words.adverbs[child.lower] for child in verb.children if child.dep == "advmod" and child.lower in words.adverbs), None)
    if adverb is not None and modal is None:
        return adverb
    if modal == "conditional":
        return "conditional" if has_condition(verb, words) or not _reported(verb) else "announced"
    if modal == "announced":
        return "conditional" if has_condition(verb, words) else modal
    if modal is None and verb.dep == "conj" and verb.head.pos in VERBAL and bare(verb):
        return clause_status(verb.head, words) if verb.head.is_root or verb.head.dep != "conj" else None
    return modal or _to_come(verb)


def negative(verb: Word) -> bool:
    """Negated itself, or said of nobody, or of nothing: "did not fire", "no soldier fired", "fired no shots"."""
    if is_negated(verb):
        return True
    for child in verb.children:
        if child.dep in ("nsubj", "nsubjpass", "dobj") and child.lower in _NOBODY:
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj") and any(word.lower in _NO for word in child.children if word.i < child.i):
            return True
        if child.dep == "preconj" and child.lower == "neither":
            return True
    return False


def bare(verb: Word) -> bool:
    """Coordinated without a subject or auxiliary of its own: "did not attack or threaten"."""
    return verb.tag in ("VB", "VBN", "VBG") and not any(child.dep in (*_AUXILIARIES, "nsubj", "nsubjpass") for child in verb.children)


def infinitive(verb: Word) -> bool:
    return any(child.tag == "TO" for child in verb.children)


def has_condition(verb: Word, words: StatusWords) -> bool:
    """A clause with "if" or the like hangs on the verb, or stands fronted ("had he known")."""
    return any(child.dep == "advcl" and _conditional(child, words) for child in verb.children)


def _conditional(verb: Word, words: StatusWords) -> bool:
    if verb.dep not in ("advcl", "ccomp", "pcomp") and not (verb.dep == "xcomp" and verb.head.dep == "advcl"):
        return False
    if verb.dep == "xcomp":
        return verb.head.lower == "were" and _fronted(verb.head, verb.head)
    if verb.dep == "pcomp":
        return verb.head.lower in ("provided", "providing", "supposing", "assuming")
    if verb.dep == "advcl" and (verb.head.lower == "soon" or _when(verb)):
        return _present(verb) and _ahead(verb.head)
    mark = next((child.lower for child in verb.children if child.dep == "mark"), "")
    if mark in words.conditions and (verb.dep == "advcl" or mark not in _WHETHER):
        return not _whether(verb)
    helper = next((child for child in verb.children if child.dep in _AUXILIARIES), None)
    return helper is not None and _fronted(helper, verb)


def _fronted(helper: Word, verb: Word) -> bool:
    """ "Should Israel attack, …", "had Chad attacked, …": the auxiliary before its subject, and no question."""
    subject = next((child for child in verb.children if child.dep in ("nsubj", "nsubjpass")), None)
    return helper.lower in _FRONTED and subject is not None and helper.i < subject.i and verb.sentence.words[-1].text != "?"


def _when(verb: Word) -> bool:
    return any(child.lower in ("when", "once", "until", "till") and child.dep in ("advmod", "mark") for child in verb.children)


def _present(verb: Word) -> bool:
    helper = next((child for child in verb.children if child.dep in _AUXILIARIES), verb)
    return helper.tag in _PRESENT


def _ahead(word: Word) -> bool:
    """The clause that a time clause hangs on speaks of the future."""
    verb = word if word.pos in VERBAL else word.head
    return any(child.dep == "aux" and child.lower in ("will", "'ll", "’ll", "would", "wo") for child in verb.children)


def _whether(verb: Word) -> bool:
    """ "asked whether …", "it is unclear if …"."""
    if not any(child.dep == "mark" and child.lower in _WHETHER for child in verb.children):
        return False
    if verb.dep in ("ccomp", "pcomp", "csubj", "acl"):
        return True
    said = verb.dep == "advcl" and verb.head.lemma == "be" and verb.i > verb.head.i
    return said and any(child.dep == "acomp" for child in verb.head.children)


def _asked(verb: Word) -> bool:
    last = verb.sentence.words[-1]
    return last.text == "?" and verb.is_root and not any(child.tag in ("WP", "WRB") for child in verb.children)


def _reported(verb: Word) -> bool:
    """Future in the past: "said it would withdraw"."""
    return verb.dep in ("ccomp", "acl") or (verb.dep == "conj" and verb.head.pos in VERBAL and _reported(verb.head))


def _to_come(verb: Word) -> EventStatus | None:
    """ "is to visit", "is going to visit", "has yet to visit"."""
    head = verb.head
    if verb.is_root or verb.dep != "xcomp" or verb.tag != "VB":
        return None
    if head.lemma == "have" and any(child.lower == "yet" for child in head.children):
        return "denied"
    if head.lower == "going" and any(child.dep == "aux" for child in head.children):
        return "announced"
    if head.lemma == "be" and head.tag in ("VBZ", "VBP", "VBD"):
        return "possible" if any(child.dep == "csubj" for child in head.children) else "announced"
    return None


def goes_on(verb: Word, words: StatusWords) -> bool:
    """Told as going on: a progressive, a standing state in the present or the perfect."""
    helpers = {child.lower for child in verb.children if child.dep in _AUXILIARIES}
    if verb.lemma in words.standing:
        if verb.tag == "VBZ" or (verb.tag == "VBP" and not verb.is_root) or (verb.dep == "acl" and not helpers):
            return True
        if verb.tag == "VBN" and helpers & {"has", "have", "'ve", "’ve"} and (helpers & {"been"} or _since(verb)):
            return True
    return verb.tag == "VBG" and _progressive(verb, helpers)


def _since(verb: Word) -> bool:
    return any(child.lower in ("since", "long", "still") for child in verb.children)


def _progressive(verb: Word, helpers: set[str]) -> bool:
    if helpers & {"was", "were", "had", "'d"}:
        return "been" not in helpers and verb.dep == "ccomp" and verb.head.tag in ("VBD", "VBN")
    if helpers:
        return bool(helpers & {"is", "are", "am", "'s", "'re", "’s", "’re", "been"})
    return verb.dep in ("acl", "amod") and not in_the_past(verb)


def in_the_past(word: Word) -> bool:
    """The nearest finite verb above is in the past tense."""
    for _ in range(6):
        if word.is_root:
            return False
        word = word.head
        if word.tag == "VBD" or (
            word.tag == "VBN" and any(child.lower in ("was", "were", "had", "has", "have") for child in word.children)
        ):
            return True
        if word.tag in ("VBZ", "VBP", "MD"):
            return False
    return False
