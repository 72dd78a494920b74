"""The victims of a verb of harm, by grammar: objects and passive subjects, subjects of dying and fleeing, reduced relatives
("people killed in …"), ellipsis ("five were killed and 12 injured"), companions ("along with his three children"); and who did it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.record import TollKind
from onrecord.reading.parse.grammar import SUBJECTS, is_passive, subject
from onrecord.reading.parse.words import Word

_RELATIVES = frozenset(("who", "that", "which", "whom"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_REACH = 60
_GROUPS = frozenset(("another", "dozen", "dozens", "scores", "hundreds", "several", "others"))
_BOUNDS = frozenset(("between", "over", "around", "about", "up", "under", "before"))


@dataclass(frozen=True, slots=True)
class Harmed:
    """Victims named by one word of harm.

    `weight` tells a predicate (3: "were killed"), a noun of harm (2: "12 deaths") and a description (1: "12 wounded soldiers",
    "30 hostages") apart: the strongest word says what a figure counts. `told` is true when the clause asserts the harm, so that
    "the driver was killed" counts one and "the wounded driver" does not.
    """

    kind: TollKind
    trigger: Word
    victim: Word
    by: Word | None
    weight: int
    told: bool
    people: bool


def objects(verb: Word) -> Iterator[Word]:
    """Whom a transitive verb of harm harms: object, passive subject, or the noun a participle describes; and who is named with them."""
    found = list(_main_objects(verb))
    yield from found
    if found:
        yield from companions(verb)


def companions(verb: Word) -> Iterator[Word]:
    """ "was killed along with his three children", "together with two guards"."""
    for place in (verb, *verb.children_by("dobj", "nsubjpass")):
        for child in place.children:
            if child.dep != "prep":
                continue
            inner = child.child("prep") if child.lower in ("along", "together") else child
            if inner is not None and inner.lower in ("with", "alongside") and (found := inner.child("pobj")) is not None:
                yield found


def _main_objects(verb: Word) -> Iterator[Word]:
    own = verb.child("nsubjpass") or _subject_of_auxiliary(verb) or _raised(verb)
    if own is not None and own.entity in ("DATE", "TIME"):
        own = next((child for child in own.children_by("appos") if child.child("nummod") is not None), None)
    if own is not None:
        yield antecedent(own, verb)
        yield from (word for word in verb.children_by("nsubjpass") if word is not own and _counts(word))
        return
    found = verb.children_by("dobj")
    if found:
        yield from (antecedent(word, verb) for word in (*found, *_torn_off(verb, found[-1])))
        return
    more = next((child for child in verb.children_by("advmod") if child.lower == "more" and child.child("nummod")), None)
    if more is not None and more.i > verb.i:
        yield more
        return
    if (verb.child(*SUBJECTS) is None or not is_passive(verb)) and (hidden := _behind_preposition(verb)) is not None:
        yield hidden
        return
    if (
        (clause := verb.child("ccomp", "xcomp", "dative")) is not None
        and verb.tag != "VBN"
        and (small := clause.child("nsubj")) is not None
    ):
        if clause.pos in ("NOUN", "NUM", "PROPN"):
            yield small
        return
    if verb.tag in ("VBN", "VBD"):
        yield from of_participle(verb)
    elif (shared := _shared_object(verb)) is not None:
        yield shared


def _subject_of_auxiliary(verb: Word) -> Word | None:
    """ "A GUARD WAS BADLY HURT": in capitals the parser may give the subject to the auxiliary."""
    auxiliary = verb.child("auxpass")
    return None if auxiliary is None else auxiliary.child("nsubj")


def _raised(verb: Word) -> Word | None:
    """ "600 people are thought to be trapped": the subject of thinking."""
    above = verb.head
    raised = verb.dep == "xcomp" and verb.child("auxpass") is not None and is_passive(above) and above.child("dobj") is None
    return above.child("nsubjpass") if raised else None


def _counts(noun: Word) -> bool:
    """A noun with a number that is no date."""
    number = noun.child("nummod")
    return number is not None and "DATE" not in (noun.entity, number.entity)


def _torn_off(verb: Word, last: Word) -> Iterator[Word]:
    """ "killed himself and 13 recruits": a further object that the parser coordinates with the verb."""
    for child in verb.children_by("conj"):
        if child.tag == "NNS" and child.i > last.i and child.child("nummod") is not None and child.child("nsubj", "acl") is None:
            yield child


def _behind_preposition(verb: Word) -> Word | None:
    """ "killing between 12 and 19 people", "between 12 and 19 people were killed": the parser takes the hedge for a preposition."""
    for child in verb.children:
        if child.dep == "prep" and (child.lower in _BOUNDS or _is_at_least(child)) and (found := child.child("pobj")) is not None:
            first = found.child("nummod", "quantmod")
            if (first is not None or found.tag == "CD") and (child.i > verb.i) != is_passive(verb):
                return found
    return None


def _is_at_least(word: Word) -> bool:
    """ "Killed at Least 12 People", "killing up to five": the parser takes the bound for a place."""
    words, at = word.sentence.words, word.i - word.sentence.first
    if word.lower == "to":
        return words[at - 1].lower == "up"
    return word.lower == "at" and at + 1 < len(words) and words[at + 1].lower in ("least", "most")


def of_participle(verb: Word) -> Iterator[Word]:
    """A participle without object: "people killed in", "12 injured", "were killed and burnt"."""
    own = verb.child("nsubj")
    has_have = any(child.dep == "aux" and child.lemma == "have" for child in verb.children)
    if own is not None:
        shared = _shared_object(verb)
        if shared is None and not _is_numbered(own) and (torn := _bare_number_before(verb)) is not None and torn.i != own.i:
            yield torn
            return
        if ((verb.tag == "VBN" and not has_have) or _is_elliptic(verb)) and (shared is None or verb.child("auxpass") is not None):
            yield antecedent(own, verb)
        elif shared is not None:
            yield shared
        elif verb.dep == "relcl" and own.lower not in _RELATIVES:
            yield verb.head
        elif not has_have and verb.dep in ("ROOT", "dep", "parataxis") and _is_numbered(own):
            yield own
        return
    if verb.dep in ("acl", "relcl") and not has_have:
        yield _numbered_beside(verb) or verb.head
        return
    if verb.dep == "amod":
        if not _is_joined_to(verb, verb.head):
            yield verb.head
        return
    if verb.dep == "conj" and not verb.is_root and not counts_between(verb.head, verb):
        head = verb.head
        if (
            head.tag in ("VBN", "VBD", "JJ")
            and (is_passive(head) or head.dep in ("acl", "amod") or _is_headline(head))
            and verb.tag == "VBN"
        ):
            yield from objects(head)
            return
    if (shared := _shared_object(verb)) is not None:
        yield shared
    elif (torn := _bare_number_before(verb)) is not None:
        yield torn


def _is_joined_to(verb: Word, noun: Word) -> bool:
    """ "killed and hundreds of wounded": the parser takes the first for a description of the second."""
    words = verb.sentence.words[verb.i + 1 - verb.sentence.first : noun.i - verb.sentence.first]
    return bool(words) and words[0].tag == "CC" and not any(word.tag.startswith(("V", "JJ")) for word in words)


def _numbered_beside(verb: Word) -> Word | None:
    """In "chaos in the south | two children and two soldiers injured" the soldiers, with those named before them, not the chaos."""
    before = verb.sentence.words[verb.i - 1 - verb.sentence.first]
    if before is verb.head or before.tag != "NNS" or not _is_numbered(before) or _is_numbered(verb.head):
        return None
    while before.dep == "conj" and _is_numbered(before.head):
        before = before.head
    return before


def _is_headline(verb: Word) -> bool:
    """ "Eight fighters killed and wounded": the victims are the subject of the first."""
    own = verb.child("nsubj")
    return own is not None and verb.child("dobj", "aux") is None and _is_numbered(own)


def _is_numbered(noun: Word) -> bool:
    """ "Fourteen killed, dozens hurt": in a headline those who are counted are the victims, though the parser takes them for the doers."""
    return noun.tag == "CD" or noun.child("nummod") is not None


def _bare_number_before(verb: Word) -> Word | None:
    """ "402 killed and 718 injured", "five dead and thirteen wounded": a number that the parser tied to another word."""
    if verb.tag != "VBN" or verb.i == verb.sentence.first:
        return None
    before = verb.sentence.words[verb.i - 1 - verb.sentence.first]
    return before if before.tag == "CD" and before.entity in ("", "CARDINAL") and before.dep != "nummod" else None


def counts_between(first: Word, second: Word) -> bool:
    """ "one was killed and three others were wounded": a number between two verbs is the second's own."""
    words = first.sentence.words
    between = words[first.i + 1 - first.sentence.first : min(second.i, first.i + _REACH) - first.sentence.first]
    return any(word.tag == "CD" or word.lower in _GROUPS for word in between)


def _is_elliptic(verb: Word) -> bool:
    """ "12 injured" after "five were killed": a past tense that is a participle in truth, for nobody says who was hurt."""
    return verb.dep == "conj" and not verb.is_root and is_passive(verb.head)


def _shared_object(verb: Word) -> Word | None:
    """ "killed and injured 80 people": the object stands with the last verb only."""
    for child in verb.children:
        if child.dep == "conj" and child.pos == "VERB" and child.child(*SUBJECTS) is None and (found := child.child("dobj")) is not None:
            return found
    return None


def lost_subject(verb: Word) -> Word | None:
    """The subject of a passive that the parser tied elsewhere ("On 4 May 2021 at least six people, including two nurses, were killed").

    It is the first numbered noun before the verb, no other finite verb between.
    """
    if not any(child.dep == "auxpass" and child.tag in _FINITE for child in verb.children) or verb.dep == "conj":
        return None
    found: Word | None = None
    own = {child.i for child in verb.children}
    words = verb.sentence.words
    for n in range(verb.i - verb.sentence.first - 1, max(-1, verb.i - verb.sentence.first - _REACH), -1):
        word = words[n]
        if word.tag in _FINITE and word.i not in own:
            break
        if word.tag == "NNS" and word.child("nummod") is not None:
            found = word
    return found


def doer(verb: Word) -> Word | None:
    agent = verb.child("agent")
    if agent is not None:
        return agent.child("pobj")
    if is_passive(verb) or (verb.dep in ("acl", "amod") and verb.tag == "VBN"):
        return None
    own = subject(verb)
    if own is not None:
        return antecedent(own, verb)
    if verb.dep == "acl":
        return verb.head
    if verb.dep == "advcl" and not verb.is_root and verb.tag == "VBG":
        return subject(verb.head)
    return None


def sufferer(verb: Word) -> Word | None:
    """Who dies or flees: the subject, the noun that "fleeing" describes, or whom "forced to flee" forces."""
    if verb.dep == "acl" and verb.child(*SUBJECTS) is None:
        return verb.head
    found = subject(verb)
    if found is None and verb.dep in ("ccomp", "xcomp", "advcl") and not verb.is_root and verb.tag == "VB":
        found = verb.head.child("dobj", "nsubjpass")
    return None if found is None else antecedent(found, verb)


def antecedent(word: Word, verb: Word) -> Word:
    """For "who" and "that": the noun that the relative clause describes; of "a blast last year that killed", the blast."""
    if word.lower in _RELATIVES and word.tag in ("WP", "WDT"):
        for above in (verb, *verb.ancestors()):
            if above.dep == "relcl":
                return above.head.head if above.head.entity == "DATE" and above.head.dep == "npadvmod" else above.head
    return word
