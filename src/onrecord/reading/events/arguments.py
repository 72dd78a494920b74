"""Who stands where around a predicate, once passives, relatives, control, raising and coordination are undone.

Labels are ClearNLP's. Every function looks at a word's own children and a bounded climb above it: cost does not grow with the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_CLIMB = 8
_VERBAL = ("VERB", "AUX")
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_RELATIVE = frozenset(("WDT", "WP", "WP$"))
SUBJECT_CONTROL = word_list("acts", "arguments.subject_control")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The deep arguments of a verb: heads of phrases, coordination not yet expanded. `preps`: (preposition, head), nearest first."""

    subject: Word | None
    objects: tuple[Word, ...]
    preps: tuple[tuple[str, Word], ...]
    particles: tuple[Word, ...]
    clauses: tuple[Word, ...]
    passive: bool


def arguments(verb: Word) -> Arguments:
    """The arguments of a verb, wherever its grammar has put them."""
    objects: list[Word] = []
    particles: list[Word] = []
    clauses: list[Word] = []
    preps: list[tuple[str, Word]] = []
    agents: list[Word] = []
    for child in verb.children:
        dep = child.dep
        if dep in ("dobj", "attr", "acomp", "oprd") or (dep == "dative" and child.pos != "ADP"):
            objects.append(antecedent(child, verb))
        elif dep == "prt":
            particles.append(child)
        elif dep == "ccomp" and child.pos == "ADJ" and not any(below.dep in ("aux", "mark") for below in child.children):
            objects.extend((*(below for below in child.children if below.dep == "nsubj"), child))
        elif dep in ("xcomp", "ccomp"):
            clauses.append(child)
            if verb.lemma == "let":
                agents.extend(child.children_by("agent"))
                objects.extend(child.children_by("nsubj"))
        elif dep == "agent":
            agents.append(child)
        elif dep in ("prep", "dative"):
            preps.extend(prepositional(child))
        elif dep == "advmod" and child.lower in _ADVERBS:
            particles.append(child)
    surface, passive = _surface(verb)
    if passive:
        stranded = next((child for child in verb.children if child.dep == "prep" and not child.children and child.i > verb.i), None)
        if surface is not None and stranded is not None:
            preps.append((stranded.lower, surface))
        elif surface is not None:
            objects.insert(0, surface)
        agent = _object_of(agents[-1]) if agents else None
        return Arguments(agent, tuple(objects), tuple(preps), tuple(particles), tuple(clauses), True)
    for by in agents:
        preps.extend(prepositional(by))
    gap = _gap(verb, objects)
    if gap is not None:
        objects.append(gap)
    return Arguments(surface, tuple(objects), tuple(preps), tuple(particles), tuple(clauses), False)


_ADVERBS = frozenset("up down out off back away over in on apart together home aside forward through".split())


def prepositional(prep: Word) -> list[tuple[str, Word]]:
    """(preposition, head of its object) for a preposition, those it is coordinated with and those chained below it ("out of")."""
    found: list[tuple[str, Word]] = []
    for child in prep.children:
        if child.dep in ("pobj", "pcomp") or (child.dep == "prep" and child.pos == "ADP" and child.i == prep.i + 1):
            if child.dep == "prep":
                found.extend(prepositional(child))
            else:
                found.append((prep.lower, child))
        elif child.dep == "conj" and child.pos == "ADP":
            found.extend(prepositional(child))
    return found


def noun_preps(noun: Word) -> list[tuple[str, Word]]:
    """The same for the prepositions that hang on a noun."""
    return [pair for child in noun.children if child.dep in ("prep", "agent") for pair in prepositional(child)]


def _object_of(prep: Word) -> Word | None:
    return prep.child("pobj")


def antecedent(word: Word, verb: Word) -> Word:
    """What a relative pronoun stands for; any other word is itself."""
    if word.tag in _RELATIVE or (word.lower == "that" and word.pos == "PRON"):
        clause = verb
        for _ in range(_CLIMB):
            if clause.dep == "relcl":
                return clause.head
            if clause.dep not in ("conj", "xcomp", "ccomp") or clause.is_root:
                break
            clause = clause.head
    return word


def _own_subject(verb: Word) -> tuple[Word, bool] | None:
    subjects = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
    if not subjects:
        return None
    child = next((child for child in subjects if child.tag not in _RELATIVE), subjects[0])
    return antecedent(child, verb), child.dep == "nsubjpass" or any(x.dep == "auxpass" for x in verb.children)


def _surface(verb: Word, climbed: int = 0) -> tuple[Word | None, bool]:
    """The word that the verb is said of, and whether the verb is passive to it."""
    own = _own_subject(verb)
    if own is not None:
        return own
    passive = any(child.dep == "auxpass" for child in verb.children)
    if verb.is_root or climbed > _CLIMB:
        return None, passive
    head, dep = verb.head, verb.dep
    if dep == "acl":
        return _participle_subject(verb, head)
    if dep == "relcl":
        return (head, passive or _bare_participle(verb)) if not _has_relative_object(verb) else (None, passive)
    if dep == "conj" and head.pos in _VERBAL:
        lent = subject_lent(verb)
        if lent is not None:
            return lent, passive
        above, above_passive = _surface(head, climbed + 1)
        return above, passive or (above_passive and _bare_participle(verb))
    if dep == "xcomp" and head.pos in (*_VERBAL, "ADJ"):
        return _controller(verb, head, climbed), passive
    if dep == "advcl" and head.pos in _VERBAL:
        above, above_passive = _surface(head, climbed + 1)
        return above, passive or _bare_participle(verb)
    if dep == "pcomp":
        return _of_preposition(head, climbed), passive
    if dep == "ccomp" and head.pos in _VERBAL and verb.tag in ("VB", "VBG"):
        return _controller(verb, head, climbed), passive
    if dep in ("acomp", "attr") or (verb.pos == "ADJ" and head.pos in _VERBAL):
        return _surface(head, climbed + 1)[0], passive
    if dep == "amod":
        return (head, True) if verb.tag == "VBN" else (head, False)
    return None, passive


def subject_lent(verb: Word) -> Word | None:
    """ "Chad closed its embassy and Sudan responded": the parser lists Sudan with the embassy, yet a verb with no "and" of its own follows.

    Only for a finite verb that is coordinated and has no subject.
    """
    at = verb.i - verb.sentence.first
    before = verb.sentence.words[at - 1] if at else None
    if verb.tag not in _FINITE or before is None or before.dep != "conj" or before.pos not in ("NOUN", "PROPN"):
        return None
    return None if any(child.dep in ("nsubj", "nsubjpass", "auxpass") for child in verb.children) else before


def lends_subject(noun: Word) -> bool:
    """Whether a coordinated noun is the subject of the verb after it."""
    after = noun.i + 1 - noun.sentence.first
    words = noun.sentence.words
    return noun.dep == "conj" and after < len(words) and words[after].dep == "conj" and subject_lent(words[after]) is noun


def _participle_subject(verb: Word, noun: Word) -> tuple[Word | None, bool]:
    if verb.tag == "VBN":
        return noun, True
    if verb.tag == "VB":
        return holder(noun), False
    return noun, False


def _bare_participle(verb: Word) -> bool:
    return verb.tag == "VBN" and not any(child.dep in ("aux", "auxpass") for child in verb.children)


def _has_relative_object(verb: Word) -> bool:
    return any(child.dep == "dobj" and child.tag in _RELATIVE for child in verb.children)


def _controller(verb: Word, head: Word, climbed: int) -> Word | None:
    """Whose act the infinitive is: the object's ("urged Iran to sign"), or the subject's ("promised Iran to sign")."""
    if head.lemma not in SUBJECT_CONTROL:
        for child in head.children:
            if child.dep in ("dobj", "dative") and child.i < verb.i and child.pos != "ADP":
                return antecedent(child, head)
    if head.pos == "ADJ" and head.dep in ("acomp", "oprd") and not head.is_root:
        head = head.head
    surface, passive = _surface(head, climbed + 1)
    if surface is None and passive:
        return None
    return surface


def _of_preposition(prep: Word, climbed: int) -> Word | None:
    head = prep.head
    if head.pos in _VERBAL:
        if prep.lower in ("of", "for", "from", "into"):
            for child in head.children:
                if child.dep in ("dobj", "nsubjpass"):
                    return antecedent(child, head)
        return _surface(head, climbed + 1)[0]
    if head.pos in ("NOUN", "PROPN"):
        return holder(head)
    if head.pos == "ADV" and not head.is_root and head.head.pos in _VERBAL:
        return _surface(head.head, climbed + 1)[0]
    if head.pos == "ADP" and not head.is_root:
        return _of_preposition(head, climbed + 1) if climbed < _CLIMB else None
    return None


def holder(noun: Word) -> Word | None:
    """Whose the noun is: its possessor, "by …", or the subject of the verb that has it as object ("made an offer to mediate")."""
    for child in noun.children:
        if child.dep == "poss":
            return child
    for preposition, word in noun_preps(noun):
        if preposition in ("by", "from"):
            return word
    if noun.dep in ("dobj", "attr", "oprd") and noun.head.pos in _VERBAL:
        surface, passive = _surface(noun.head, 3)
        return None if passive else surface
    for child in noun.children:
        if child.dep in ("amod", "compound", "nmod") and (child.entity in ("NORP", "GPE", "ORG", "PERSON") or child.tag in ("NNP", "NNPS")):
            return child
    return None


def _gap(verb: Word, objects: list[Word]) -> Word | None:
    """The noun that a reduced object relative leaves out: "the strikes Israel launched"."""
    clause = verb
    for _ in range(3):
        if clause.dep == "relcl":
            own = [child for child in clause.children if child.dep in ("nsubj", "nsubjpass")]
            if own and not objects and all(child.tag not in _RELATIVE and child.lower != "that" for child in own):
                return clause.head
            return None
        if clause.dep != "xcomp" or clause.is_root:
            return None
        clause = clause.head
    return None
