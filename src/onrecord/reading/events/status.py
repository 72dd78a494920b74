"""Whether an act happened: read off its own tense, negation and modals, then the words that govern it, nearest first.

The lists stand in vocabulary/acts/status.toml. The climb is at most eight heads long.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

import msgspec

from onrecord.model.record import EventStatus
from onrecord.reading.parse.grammar import is_negated
from onrecord.reading.parse.words import Word

_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)
_CLIMB = 8
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Word to status, for governors, modals and adjectives; and three plain lists."""

    governors: dict[str, EventStatus]
    modals: dict[str, EventStatus]
    adjectives: dict[str, EventStatus]
    marks: frozenset[str]
    lasting: frozenset[str]
    ending: frozenset[str]
    happen: frozenset[str]
    standing: frozenset[str]
    do: frozenset[str]


class _File(msgspec.Struct, frozen=True):
    governors: dict[str, str]
    modals: dict[str, str]
    adjectives: dict[str, str]
    conditions: dict[str, str]
    lasting: dict[str, str]
    happen: dict[str, str]
    standing: dict[str, str]


@cache
def load_status_words(do: frozenset[str]) -> StatusWords:
    """The packaged lists. `do`: light verbs, which hand on the status of what they carry."""
    text = (files("onrecord.vocabulary.acts") / "status.toml").read_text(encoding="utf-8")
    data = msgspec.convert(tomllib.loads(text), _File)
    return StatusWords(
        _by_word(data.governors), _by_word(data.modals), _by_word(data.adjectives), _listed(data.conditions["marks"]),
        _listed(data.lasting["nouns"]), _listed(data.lasting["end"]), _listed(data.happen["verbs"]),
        _listed(data.standing["verbs"]), do,
    )  # fmt: skip


def _by_word(table: dict[str, str]) -> dict[str, EventStatus]:
    return {word: status for status in _STATUSES for word in sorted(_listed(table.get(status, "")))}


def _listed(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.replace("\n", " ").split(",") if word.strip())


def status_of(trigger: Word, verbal: bool, carrier: Word | None, words: StatusWords) -> EventStatus:
    """The status of the act that `trigger` names. `carrier`: the light verb that carries a nominal act."""
    if not verbal:
        own = _nominal(trigger, words)
        if own is not None:
            return own
        if carrier is not None:
            found = _verbal(carrier, words)
            lasts = trigger.lemma.lower() in words.lasting and any(child.lower in ("has", "have") for child in carrier.children)
            return "ongoing" if found == "actual" and lasts else found
        found = _around_noun(trigger, words)
        return "ongoing" if found == "actual" and _repeated(trigger) else found
    return _verbal(trigger, words)


def _verbal(verb: Word, words: StatusWords) -> EventStatus:
    own = _clause(verb, words)
    if own is not None:
        return own
    above = _governed(verb, words)
    if above is not None:
        return above
    return "ongoing" if _progressive(verb) or _stands(verb, words) else "actual"


def _stands(verb: Word, words: StatusWords) -> bool:
    if verb.lemma not in words.standing:
        return False
    return verb.tag == "VBZ" if verb.is_root else verb.tag in ("VBZ", "VBP")


def _clause(verb: Word, words: StatusWords) -> EventStatus | None:
    """What the verb's own auxiliaries, negation and conjunctions say."""
    modal: EventStatus | None = None
    for child in verb.children:
        if child.dep in ("aux", "auxpass") and (found := words.modals.get(child.lower)) is not None:
            modal = found
        elif child.dep == "mark" and child.lower in words.marks and verb.dep in ("advcl", "ccomp"):
            return "conditional"
    if is_negated(verb):
        return "denied" if modal != "requested" else "requested"
    if _asked(verb):
        return "possible"
    if modal == "conditional":
        return "conditional" if _has_condition(verb, words) or not _reported(verb) else "announced"
    if modal == "announced" and _has_condition(verb, words):
        return "conditional"
    if modal is None and verb.dep == "conj" and verb.head.pos in _VERBAL and _bare(verb) and not verb.head.is_root:
        return _clause(verb.head, words) if verb.head.dep != "conj" else None
    if modal is None and verb.dep == "conj" and verb.head.pos in _VERBAL and _bare(verb):
        return _clause(verb.head, words)
    if modal is None and verb.tag == "VB" and verb.head.lemma == "be" and verb.dep == "xcomp" and verb.head.tag in ("VBZ", "VBP", "VBD"):
        return "announced"
    if modal is None and _going_to(verb):
        return "announced"
    return modal


def _bare(verb: Word) -> bool:
    """Coordinated without a subject or auxiliary of its own: "did not attack or threaten"."""
    return verb.tag in ("VB", "VBN", "VBG") and not any(child.dep in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children)


def _asked(verb: Word) -> bool:
    last = verb.sentence.words[-1]
    return last.text == "?" and verb.is_root and not any(child.tag in ("WP", "WRB") for child in verb.children)


def _has_condition(verb: Word, words: StatusWords) -> bool:
    return any(
        child.dep == "advcl" and any(mark.dep == "mark" and mark.lower in words.marks for mark in child.children) for child in verb.children
    )


def _reported(verb: Word) -> bool:
    """Future in the past: "said it would withdraw"."""
    return verb.dep in ("ccomp", "conj", "relcl", "acl") and not verb.is_root and verb.dep != "relcl"


def _going_to(verb: Word) -> bool:
    return verb.dep == "xcomp" and verb.head.lower == "going" and any(child.dep == "aux" for child in verb.head.children)


def _progressive(verb: Word) -> bool:
    if verb.tag != "VBG":
        return False
    helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    if helpers & {"was", "were", "had", "'d"}:
        return "been" not in helpers and verb.dep == "ccomp" and verb.head.tag in ("VBD", "VBN")
    return bool(helpers & {"is", "are", "am", "'s", "'re", "’s", "’re", "been"}) or (verb.dep in ("acl", "amod") and not helpers)


def _governed(verb: Word, words: StatusWords) -> EventStatus | None:
    """What the words above a clause say: "failed to …", "plans to …", "denied that …", "was accused of …"."""
    word = verb
    for _ in range(_CLIMB):
        if word.is_root:
            return None
        head, dep = word.head, word.dep
        if dep in (
            "xcomp",
            "ccomp",
            "acl",
            "csubj",
            "advcl",
            "pcomp",
            "prep",
            "conj",
            "acomp",
            "attr",
            "oprd",
            "pobj",
            "dobj",
            "nsubjpass",
        ):
            if dep == "advcl" and not (word.tag == "VB" and _infinitive(word)):
                return "conditional" if _marked(word, words) else None
            if dep == "advcl":
                return "announced"
            if dep == "acl" and word.tag != "VB" and word is verb:
                return None
            if dep == "conj" and head.pos in _VERBAL and not _bare(word):
                return None
            found = words.governors.get(head.lemma.lower())
            if found is not None and dep in ("xcomp", "ccomp", "acl", "csubj", "pcomp", "acomp", "pobj", "dobj", "nsubjpass"):
                if found == "ongoing":
                    return "ongoing"
                if dep == "ccomp" and found not in ("denied", "requested", "possible", "predicted", "threatened", "announced"):
                    return None
                if dep == "ccomp" and found in ("announced", "threatened") and word.tag not in ("VB",) and word is verb:
                    return None
                if is_negated(head):
                    return "denied" if found not in ("denied", "failed") else "actual"
                return found
            if head.pos in _VERBAL and dep in ("xcomp", "ccomp") and head.dep not in ("ccomp", "ROOT", "relcl"):
                pass
            if head.pos in _VERBAL and dep == "xcomp":
                own = _clause(head, words)
                if own is not None:
                    return own
            if dep == "ccomp" and word.tag != "VB":
                return None
            word = head
            continue
        return None
    return None


def _infinitive(verb: Word) -> bool:
    return any(child.tag == "TO" for child in verb.children)


def _marked(verb: Word, words: StatusWords) -> bool:
    return any(child.dep == "mark" and child.lower in words.marks for child in verb.children)


def _nominal(noun: Word, words: StatusWords) -> EventStatus | None:
    """What the noun's own adjectives and determiners say."""
    for child in noun.children:
        if child.dep in ("amod", "det", "nmod", "compound", "advmod"):
            found = words.adjectives.get(child.lower)
            if found is not None and not (child.lower == "any" and child.dep != "det"):
                return found
            if child.dep == "det" and child.lower in ("no", "neither"):
                return "denied"
    return None


def _repeated(noun: Word) -> bool:
    """Bare plurals without a time or a teller of one occasion: "air strikes on the province"."""
    if noun.tag != "NNS" or noun.head.tag in ("VBD", "VBN") or (noun.head.dep == "prep" and noun.head.head.tag in ("VBD", "VBN")):
        return False
    if any(child.dep in ("det", "nummod", "poss", "relcl", "acl") for child in noun.children):
        return False
    first = noun.sentence.first
    near = noun.sentence.words[max(noun.i - first - 4, 0) : noun.i - first + 7]
    return not any(word.entity in ("DATE", "TIME") for word in near)


def _around_noun(noun: Word, words: StatusWords) -> EventStatus:
    """What the verb or noun above a nominal act says of it."""
    word = noun
    lasting = noun.lemma.lower() in words.lasting
    for _ in range(_CLIMB):
        if word.is_root:
            break
        head, dep = word.head, word.dep
        lemma = head.lemma.lower()
        if lemma in words.ending and dep in ("dobj", "pobj", "prep", "nsubj", "nsubjpass", "compound"):
            return _ended(head, dep, words)
        found = words.governors.get(lemma)
        if found is not None and dep in ("dobj", "pobj", "nsubjpass", "pcomp", "prep", "nmod", "compound", "attr", "poss"):
            if found == "ongoing" or (found == "possible" and head.pos == "NOUN" and lemma in ("effort", "bid", "work")):
                return "ongoing" if found == "ongoing" else "possible"
            if head.pos in _VERBAL and is_negated(head):
                return "denied" if found not in ("denied", "failed") else "actual"
            return found
        if head.pos in _VERBAL:
            return _of_verb(head, dep, lasting, words)
        if dep in ("pobj", "prep", "conj", "appos", "pcomp", "compound", "nmod", "poss", "dobj"):
            if dep == "pobj" and head.lower in ("amid", "despite", "during"):
                return "ongoing" if head.lower == "amid" else "actual"
            if dep == "prep" and head.pos == "NOUN" and lemma in ("event", "case"):
                return "conditional"
            word = head
            continue
        break
    return "ongoing" if lasting else "actual"


def _ended(head: Word, dep: str, words: StatusWords) -> EventStatus:
    """To end a thing, it must go on; what has ended has been."""
    if dep == "nsubj" or (head.pos in _VERBAL and head.tag in ("VBD", "VBN") and _clause(head, words) is None and not _infinitive(head)):
        return "actual"
    return "ongoing"


def _of_verb(verb: Word, dep: str, lasting: bool, words: StatusWords) -> EventStatus:
    own = _clause(verb, words)
    happens = verb.lemma.lower() in words.happen
    if own == "denied":
        return "denied" if happens and dep in ("nsubj", "nsubjpass", "attr") else "ongoing" if lasting else "actual"
    if own is not None and dep in ("nsubj", "nsubjpass", "dobj", "attr"):
        return "predicted" if own == "announced" and dep == "nsubj" and not happens else own
    if dep in ("dobj", "nsubjpass", "attr") or (dep == "nsubj" and happens):
        above = _governed(verb, words)
        if above is not None:
            return above
    if _progressive(verb) and dep in ("nsubj", "dobj"):
        return "ongoing"
    return "ongoing" if lasting else "actual"
