"""Who came to harm: from a word of harm ("killed", "dead", "deaths", "hostages") to the words that name its victims.

By grammar alone: objects and passive subjects, subjects of dying and fleeing, reduced relatives ("people killed in …"),
ellipsis ("five were killed and 12 injured"), small clauses ("left 12 dead"), nouns with "of" ("the deaths of 12 people").
How many the victims are is for `count`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.record import TollKind
from onrecord.reading.parse.grammar import SUBJECTS, is_passive, subject
from onrecord.reading.parse.words import Sentence, Word
from onrecord.vocabulary.counts import Harm, HarmVerb

_RELATIVES = frozenset(("who", "that", "which", "whom"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_REACH = 60
_COPULAS = frozenset(("be", "go", "remain", "lie", "stay", "become", "get", "report", "list", "presume", "fear", "feel"))


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


def harmed(sentence: Sentence, harm: Harm) -> list[Harmed]:
    """Every naming of victims in a sentence, in order of its words of harm."""
    out: list[Harmed] = []
    for word in sentence.words:
        out.extend(_of_word(word, harm))
    return out


def _of_word(word: Word, harm: Harm) -> Iterator[Harmed]:
    lemma = word.lemma.lower()
    if word.tag.startswith("V"):
        if frames := harm.verbs.get(lemma):
            for frame in frames:
                yield from _verb(word, frame)
        if lemma in harm.takes_lives or lemma in harm.loses_lives:
            yield from _lives(word, lemma, harm)
        if lemma in harm.driving:
            yield from _driven(word, harm)
        if lemma not in harm.verbs and any(_is_to_death(child) for child in word.children):
            for victim in _objects(word):
                yield Harmed("killed", word, victim, _doer(word), 3, told=True, people=True)
    if kind := harm.adjectives.get(word.lower):
        yield from _adjective(word, kind, harm)
    if kind := harm.unharmed.get(word.lower):
        yield from _adjective(word, kind, harm)
    if word.tag in ("NN", "NNS", "NNP", "NNPS"):
        if kind := harm.counts.get(lemma):
            yield from _count_noun(word, kind)
            yield from _suffered(word, kind, harm)
        elif lemma in harm.bodies:
            yield from _bodies(word)
    if (kind := harm.people.get(lemma) or harm.people.get(word.lower)) and not word.tag.startswith("V"):
        yield Harmed(kind, word, word, None, 1, told=False, people=False)


# ---- verbs
def _is_to_death(word: Word) -> bool:
    """ "beaten to death", "burned to death"."""
    if word.lower != "to" or word.dep != "prep" or (found := word.child("pobj")) is None:
        return False
    return found.lower in ("death", "deaths") and found.child("det", "amod", "compound") is None


def _verb(verb: Word, frame: HarmVerb) -> Iterator[Harmed]:
    if frame.victim in ("object", "either"):
        found = list(_objects(verb))
        for victim in found:
            weight = 1 if verb.dep == "amod" and verb.i < victim.i else 3
            told = verb.dep not in ("acl", "relcl", "amod")
            yield Harmed(frame.kind, verb, victim, _doer(verb), weight, told=told, people=frame.people)
        if not found and (lost := _lost_subject(verb)) is not None:
            yield Harmed(frame.kind, verb, lost, _doer(verb), 3, told=True, people=True)
        if frame.victim == "object":
            return
    if verb.child("dobj") is None or frame.victim == "either" or verb.lemma == "flee" or verb.lemma == "die":
        victim_ = _subject(verb)
        if victim_ is not None and not is_passive(verb) and verb.dep != "amod":
            told = verb.dep not in ("acl", "relcl")
            for victim in (victim_, *_companions(verb)):
                yield Harmed(frame.kind, verb, victim, None, 3, told=told, people=frame.people)


def _lost_subject(verb: Word) -> Word | None:
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


def _objects(verb: Word) -> Iterator[Word]:
    """Whom a transitive verb of harm harms: object, passive subject, or the noun a participle describes; and who is named with them."""
    found = list(_main_objects(verb))
    yield from found
    if found:
        yield from _companions(verb)


def _companions(verb: Word) -> Iterator[Word]:
    """ "was killed along with his three children", "together with two guards"."""
    for place in (verb, *verb.children_by("dobj", "nsubjpass")):
        for child in place.children:
            if child.dep != "prep":
                continue
            inner = child.child("prep") if child.lower in ("along", "together") else child
            if inner is not None and inner.lower in ("with", "alongside") and (found := inner.child("pobj")) is not None:
                yield found


def _main_objects(verb: Word) -> Iterator[Word]:
    own = verb.child("nsubjpass")
    if own is not None and own.entity in ("DATE", "TIME"):
        own = next((child for child in own.children_by("appos") if child.child("nummod") is not None), None)
    if own is not None:
        yield _antecedent(own, verb)
        return
    objects = verb.children_by("dobj")
    if objects:
        yield from (_antecedent(word, verb) for word in objects)
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
        yield from _of_participle(verb)
    elif (shared := _shared_object(verb)) is not None:
        yield shared


def _behind_preposition(verb: Word) -> Word | None:
    """ "killing between 12 and 19 people", "between 12 and 19 people were killed": the parser takes the hedge for a preposition."""
    for child in verb.children:
        if (
            child.dep == "prep"
            and child.lower in ("between", "over", "around", "about", "up", "under", "before")
            and (found := child.child("pobj"))
        ):
            first = found.child("nummod", "quantmod")
            if (first is not None or found.tag == "CD") and (child.i > verb.i) != is_passive(verb):
                return found
    return None


def _of_participle(verb: Word) -> Iterator[Word]:
    """A participle without object: "people killed in", "12 injured", "were killed and burnt"."""
    own = verb.child("nsubj")
    has_have = any(child.dep == "aux" and child.lemma == "have" for child in verb.children)
    if own is not None:
        if (verb.tag == "VBN" and not has_have) or _is_elliptic(verb):
            yield _antecedent(own, verb)
        elif (shared := _shared_object(verb)) is not None:
            yield shared
        return
    if verb.dep in ("acl", "relcl") and not has_have:
        yield verb.head
        return
    if verb.dep == "amod":
        yield verb.head
        return
    if verb.dep == "conj" and not verb.is_root and not _counts_between(verb.head, verb):
        head = verb.head
        if head.tag in ("VBN", "VBD", "JJ") and (is_passive(head) or head.dep in ("acl", "amod")) and verb.tag == "VBN":
            yield from _objects(head)
            return
    if (shared := _shared_object(verb)) is not None:
        yield shared


def _counts_between(first: Word, second: Word) -> bool:
    """ "one was killed and three others were wounded": a number between two verbs is the second's own."""
    words = first.sentence.words
    return any(words[i - first.sentence.first].tag == "CD" for i in range(first.i + 1, min(second.i, first.i + _REACH)))


def _is_elliptic(verb: Word) -> bool:
    """ "12 injured" after "five were killed": a past tense that is a participle in truth, for nobody says who was hurt."""
    return verb.dep == "conj" and not verb.is_root and is_passive(verb.head)


def _shared_object(verb: Word) -> Word | None:
    """ "killed and injured 80 people": the object stands with the last verb only."""
    for child in verb.children:
        if child.dep == "conj" and child.pos == "VERB" and child.child(*SUBJECTS) is None and (found := child.child("dobj")) is not None:
            return found
    return None


def _doer(verb: Word) -> Word | None:
    agent = verb.child("agent")
    if agent is not None:
        return agent.child("pobj")
    if is_passive(verb) or (verb.dep in ("acl", "amod") and verb.tag == "VBN"):
        return None
    doer = subject(verb)
    if doer is not None:
        return _antecedent(doer, verb)
    if verb.dep == "acl":
        return verb.head
    if verb.dep == "advcl" and not verb.is_root:
        return subject(verb.head)
    return None


def _subject(verb: Word) -> Word | None:
    """Who dies or flees: the subject, the noun that "fleeing" describes, or whom "forced to flee" forces."""
    if verb.dep == "acl" and verb.child(*SUBJECTS) is None:
        return verb.head
    found = subject(verb)
    if found is None and verb.dep in ("ccomp", "xcomp", "advcl") and not verb.is_root and verb.tag == "VB":
        found = verb.head.child("dobj", "nsubjpass")
    return None if found is None else _antecedent(found, verb)


def _antecedent(word: Word, verb: Word) -> Word:
    """For "who" and "that": the noun that the relative clause describes."""
    if word.lower in _RELATIVES and word.tag in ("WP", "WDT"):
        for above in (verb, *verb.ancestors()):
            if above.dep == "relcl":
                return above.head
    return word


def _lives(verb: Word, lemma: str, harm: Harm) -> Iterator[Harmed]:
    """ "claimed 20 lives", "cost 12 people their lives", "took the lives of three", "12 people lost their lives"."""
    lives = next((child for child in (*verb.children_by("dobj", "nsubjpass"),) if child.lemma.lower() in harm.life_nouns), None)
    if lives is None:
        return
    owners = [found for child in lives.children_by("prep") if child.lower == "of" and (found := child.child("pobj"))]
    if lemma in harm.loses_lives and lives.child("poss") is not None:
        victim = _subject(verb)
        if victim is not None:
            yield Harmed("killed", verb, victim, None, 3, told=True, people=False)
        return
    if owners:
        for owner in owners:
            yield Harmed("killed", verb, owner, _doer(verb), 3, told=True, people=False)
    elif lives.child("poss") is not None:
        if (owner_ := verb.child("dative")) is not None:
            yield Harmed("killed", verb, owner_, _doer(verb), 3, told=True, people=False)
    else:
        yield Harmed("killed", verb, lives, _doer(verb), 3, told=False, people=False)


def _driven(verb: Word, harm: Harm) -> Iterator[Harmed]:
    """ "forced 12,000 people from their homes", "40,000 were driven out of the town"."""
    away = [child for child in verb.children_by("prep") if child.lower in ("from", "out")]
    pobjs = [found for child in away for inner in (child, *child.children_by("prep")) if (found := inner.child("pobj"))]
    if any(found.lemma.lower() in harm.homes for found in pobjs):
        for victim in _objects(verb):
            yield Harmed("displaced", verb, victim, _doer(verb), 3, told=True, people=True)


# ---- adjectives
def _adjective(word: Word, kind: TollKind, harm: Harm) -> Iterator[Harmed]:
    if word.tag.startswith("V") and harm.verbs.get(word.lemma.lower()) and word.dep not in ("oprd", "acomp", "xcomp"):
        return
    told = word.dep != "amod"
    for victim, weight in _described(word, harm):
        yield Harmed(kind, word, victim, None, weight, told=told, people=kind not in ("killed", "injured"))


def _described(word: Word, harm: Harm) -> Iterator[tuple[Word, int]]:
    """Whom an adjective of harm describes, and how strongly."""
    head = word.head
    if (own := word.child("nsubj", "nsubjpass")) is not None:
        yield _antecedent(own, word), 3
    elif word.dep == "dobj" and (own := next((child for child in word.children if child.tag in ("NN", "NNS") and child.i < word.i), None)):
        yield own, 3
    elif any(child.dep in ("nummod", "quantmod") for child in word.children):
        yield word, 2
    elif word.dep == "amod":
        yield (_first_of_list(head), 3) if word.i > head.i else (head, 1)
    elif word.dep in ("acl", "appos") and head.pos in ("NOUN", "NUM", "PROPN", "PRON"):
        yield head, 3
    elif word.dep in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "attr") and not word.is_root:
        if head.lemma.lower() in harm.leaving or head.dep == "xcomp":
            found = head.child("nsubjpass", "dobj") if is_passive(head) or head.child("dobj") else None
            if found is None and head.dep in ("acl", "conj"):
                found = next(_of_participle(head), None)
        else:
            found = subject(head) if head.lemma.lower() in _COPULAS else None
        if found is not None:
            yield _antecedent(found, head), 3
    elif word.dep == "conj" and head.lower in harm.adjectives:
        yield from _described(head, harm)


def _first_of_list(noun: Word) -> Word:
    """ "left four clerks and eight guards dead": all of them, not the last alone."""
    while noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN", "NUM"):
        noun = noun.head
    return noun


# ---- nouns
def _count_noun(noun: Word, kind: TollKind) -> Iterator[Harmed]:
    """ "12 deaths", "the deaths of 12 people", "no casualties"."""
    if noun.dep == "compound":
        return
    yield Harmed(kind, noun, noun, _cause(noun), 2, told=False, people=False)
    for child in noun.children:
        if child.dep == "prep" and child.lower == "of" and (found := child.child("pobj")) is not None:
            yield Harmed(kind, noun, found, _cause(noun), 2, told=False, people=kind not in ("killed", "injured"))


def _cause(noun: Word) -> Word | None:
    """What has led to deaths, caused injuries: the subject of the verb that a noun of harm completes."""
    verb = noun.head
    if noun.dep == "pobj" and verb.lower in ("to", "in") and verb.dep == "prep" and verb.head.pos == "VERB":
        return subject(verb.head)
    if noun.dep == "dobj" and verb.pos == "VERB" and verb.lemma.lower() not in ("report", "say", "confirm", "suffer", "sustain", "see"):
        return subject(verb)
    return None


def _suffered(noun: Word, kind: TollKind, harm: Harm) -> Iterator[Harmed]:
    """ "eight others sustained injuries": those who suffer a harm are its victims."""
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma.lower() in harm.suffering and kind == "injured":
        victim = _subject(verb)
        if victim is not None:
            yield Harmed(kind, noun, victim, None, 3, told=True, people=True)


def _bodies(noun: Word) -> Iterator[Harmed]:
    """ "12 bodies were recovered", "the bodies of 12 migrants"."""
    owners = [found for child in noun.children_by("prep") if child.lower == "of" and (found := child.child("pobj"))]
    for owner in owners:
        yield Harmed("killed", noun, owner, None, 2, told=False, people=True)
    if noun.tag == "NNS" and not owners:
        yield Harmed("killed", noun, noun, None, 2, told=False, people=False)
