"""Who came to harm: from a word of harm ("killed", "dead", "deaths", "hostages") to the words that name its victims.

By grammar alone: objects and passive subjects, subjects of dying and fleeing, reduced relatives ("people killed in …"),
ellipsis ("five were killed and 12 injured"), small clauses ("left 12 dead"), nouns with "of" ("the deaths of 12 people").
How many the victims are is for `count`.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.record import TollKind
from onrecord.reading.parse.grammar import is_passive, subject
from onrecord.reading.parse.words import Sentence, Word
from onrecord.reading.tolls.conditions import by_verb, fatally, in_state
from onrecord.reading.tolls.victims import (
    Harmed,
    antecedent,
    companions,
    counts_between,
    doer,
    lost_subject,
    objects,
    of_participle,
    sufferer,
)
from onrecord.vocabulary.counts import Harm, HarmVerb
from onrecord.vocabulary.lists import word_list

_CAPTIVE = word_list("counts", "harm.captive")
_INTO = frozenset(("to", "into", "under", "beneath", "underneath"))
_COPULAS = word_list("counts", "harm.copulas")


def harmed(sentence: Sentence, harm: Harm) -> list[Harmed]:
    """Every naming of victims in a sentence, in order of its words of harm."""
    out: list[Harmed] = []
    for word in sentence.words:
        out.extend(_of_word(word, harm))
    return out


def _of_word(word: Word, harm: Harm) -> Iterator[Harmed]:
    lemma = word.lemma.lower()
    if word.tag.startswith("V"):
        if (frames := harm.verbs.get(lemma)) and not any(child.lower in harm.fatally for child in word.children):
            for frame in frames:
                yield from _verb(word, frame)
        if lemma in harm.takes_lives or lemma in harm.loses_lives:
            yield from _lives(word, lemma, harm)
        if lemma in harm.driving:
            yield from _driven(word, harm)
        if lemma in harm.losing_verbs:
            yield from _lost(word, harm)
        yield from _moved_or_held(word, lemma, harm)
        if lemma in harm.turned:
            yield from by_verb(word, lemma, harm)
        if lemma not in harm.verbs and any(_is_to_death(child) for child in word.children):
            yield from _put_to_death(word)
    elif word.lower in harm.fatally:
        yield from fatally(word)
    elif word.lower in harm.badly and word.head.tag == "CD":
        yield Harmed("injured", word, word.head, None, 3, told=False, people=False)
    if kind := harm.adjectives.get(word.lower):
        yield from _adjective(word, kind, harm)
    if kind := harm.unharmed.get(word.lower):
        yield from _adjective(word, kind, harm)
    if word.tag in ("NN", "NNS", "NNP", "NNPS"):
        if lemma in harm.states:
            yield from in_state(word, harm)
        if kind := harm.counts.get(lemma):
            yield from _count_noun(word, kind, harm)
        if lemma in harm.suffered:
            yield from _suffered(word, harm)
        elif lemma in harm.bodies or word.lower in harm.bodies:
            yield from _bodies(word)
        elif lemma in harm.losing_nouns:
            yield from _lost(word, harm)
    if (kind := harm.people.get(lemma) or harm.people.get(word.lower)) and (not word.tag.startswith("V") or _is_group(word)):
        if word.dep not in ("compound", "nmod"):
            yield Harmed(kind, word, word, None, 1, told=False, people=False)
        yield from _joined(word, kind, harm)


# ---- verbs
def _is_to_death(word: Word) -> bool:
    """ "beaten to death", "burned to death"."""
    if word.lower != "to" or word.dep != "prep" or (found := word.child("pobj")) is None:
        return False
    return found.lower in ("death", "deaths") and found.child("det", "amod", "compound") is None


def _put_to_death(verb: Word) -> Iterator[Harmed]:
    """Those beaten to death; those who burned to death, where the verb has no object."""
    found = list(objects(verb))
    for victim in found:
        yield Harmed("killed", verb, victim, doer(verb), 3, told=True, people=True)
    if not found and not is_passive(verb) and (own := sufferer(verb)) is not None:
        yield Harmed("killed", verb, own, None, 3, told=True, people=True)


def _verb(verb: Word, frame: HarmVerb) -> Iterator[Harmed]:
    if frame.victim in ("object", "either"):
        found = list(objects(verb))
        for victim in found:
            weight = 1 if verb.dep == "amod" and verb.i < victim.i else 3
            told = verb.dep not in ("acl", "relcl", "amod")
            yield Harmed(frame.kind, verb, victim, doer(verb), weight, told=told, people=frame.people)
            for one in _among(victim):
                yield Harmed(frame.kind, verb, one, doer(verb), 3, told=True, people=True)
        if not found and (lost := lost_subject(verb)) is not None:
            yield Harmed(frame.kind, verb, lost, doer(verb), 3, told=True, people=True)
        if frame.victim == "object":
            return
    if verb.child("dobj") is None or frame.victim == "either" or verb.lemma == "flee" or verb.lemma == "die":
        victim_ = sufferer(verb)
        if victim_ is not None and not is_passive(verb) and verb.dep != "amod":
            told = verb.dep not in ("acl", "relcl")
            weight = 2 if verb.dep == "acl" else 3
            for victim in (victim_, *_other_subjects(verb, victim_), *companions(verb)):
                yield Harmed(frame.kind, verb, victim, None, weight, told=told, people=frame.people)


def _among(victim: Word) -> Iterator[Word]:
    """ "Two children were among five people killed": the children."""
    if victim.dep == "pobj" and victim.head.lower == "among" and victim.head.head.lemma == "be":
        yield from victim.head.head.children_by("nsubj")


def _other_subjects(verb: Word, first: Word) -> Iterator[Word]:
    """ "His mother and ten others drowned", where the parser gives the verb two subjects."""
    return (word for word in verb.children_by("nsubj") if word.i > first.i and word.child("nummod") is not None and word.entity != "DATE")


def _lives(verb: Word, lemma: str, harm: Harm) -> Iterator[Harmed]:
    """ "claimed 20 lives", "cost 12 people their lives", "took the lives of three", "12 people lost their lives"."""
    lives = next((child for child in (*verb.children_by("dobj", "nsubjpass"),) if child.lemma.lower() in harm.life_nouns), None)
    if lives is None:
        return
    owners = [found for child in lives.children_by("prep") if child.lower == "of" and (found := child.child("pobj"))]
    if lemma in harm.loses_lives and lives.child("poss") is not None:
        victim = sufferer(verb)
        if victim is not None:
            yield Harmed("killed", verb, victim, None, 3, told=True, people=False)
        return
    if owners:
        for owner in owners:
            yield Harmed("killed", verb, owner, doer(verb), 3, told=True, people=False)
    elif lives.child("poss") is not None:
        if (owner_ := verb.child("dative")) is not None:
            yield Harmed("killed", verb, owner_, doer(verb), 3, told=True, people=False)
    else:
        yield Harmed("killed", verb, lives, doer(verb), 3, told=False, people=False)


def _driven(verb: Word, harm: Harm) -> Iterator[Harmed]:
    """ "forced 12,000 people from their homes", "40,000 were driven out of the town", "forced 60,000 to leave their homes"."""
    leaving = verb.child("xcomp")
    if leaving is not None and leaving.lemma.lower() in ("leave", "abandon") and (left := leaving.child("dobj")) is not None:
        if left.lemma.lower() in harm.homes:
            for victim in objects(verb):
                yield Harmed("displaced", leaving, victim, doer(verb), 3, told=True, people=True)
        return
    away = [child for child in verb.children_by("prep") if child.lower in ("from", "out")]
    pobjs = [found for child in away for inner in (child, *child.children_by("prep")) if (found := inner.child("pobj"))]
    if any(found.lemma.lower() in harm.homes for found in pobjs):
        for victim in objects(verb):
            yield Harmed("displaced", verb, victim, doer(verb), 3, told=True, people=True)


def _moved_or_held(verb: Word, lemma: str, harm: Harm) -> Iterator[Harmed]:
    """ "were gunned down", "were moved to safety", "are being held"."""
    particle = verb.child("prt")
    kind = None if particle is None else harm.phrasal.get((lemma, particle.lower))
    for child in verb.children_by("prep"):
        if child.lower in _INTO and (place := child.child("pobj")) is not None:
            kind = kind or harm.taken.get((lemma, place.lemma.lower()))
    captive = next((child for child in verb.children if child.lower in _CAPTIVE), None) if lemma in harm.seizing else None
    if captive is not None:
        kind = "detained" if captive.lower == "prisoner" else "abducted"
    elif lemma in harm.captured and (by := doer(verb)) is not None and by.lemma.lower() in harm.captors:
        kind = "abducted"
    elif lemma in harm.held and (is_passive(verb) or verb.tag == "VBG"):
        kind = "detained"
    if kind is not None:
        for victim in _seized(verb) if captive is not None else objects(verb):
            if captive is not None or victim.lemma.lower() not in harm.people:
                yield Harmed(kind, verb, victim, doer(verb), 3, told=is_passive(verb) and verb.dep not in ("acl", "relcl"), people=True)


def _seized(verb: Word) -> Iterator[Word]:
    """Who is taken hostage: the object, or in "two were killed and 30 taken hostage" what stands before the verb."""
    told = verb.child("dobj")
    if told is None or told.lower not in _CAPTIVE:
        return objects(verb)
    if (glued := told.child("compound", "nmod")) is not None and glued.child("nummod", "det") is not None:
        return iter((glued,))
    if told.child("nummod") is not None:
        return iter((told,))
    if verb.dep == "acl":
        return iter((verb.head,))
    own = verb.child("nsubjpass", "nsubj")
    elliptic = own is not None and (is_passive(verb) or (verb.dep == "conj" and is_passive(verb.head)))
    return iter((own,) if own is not None and elliptic else ())


def _lost(word: Word, harm: Harm) -> Iterator[Harmed]:
    """ "lost three soldiers", "lost 17 of its men", "the loss of three soldiers"."""
    if word.tag.startswith("V"):
        found = list(word.children_by("dobj"))
    else:
        found = [inner for child in word.children_by("prep") if child.lower == "of" and (inner := child.child("pobj"))]
    for victim in found:
        inside = [inner for child in victim.children_by("prep") if child.lower == "of" and (inner := child.child("pobj"))]
        if any(noun.lemma.lower() in harm.losable for noun in (victim, *inside)):
            kin = victim.child("poss") is not None and word.tag.startswith("V")
            yield Harmed("killed", word, victim, None, 3 if kin else 2, told=kin, people=True)


# ---- adjectives
def _adjective(word: Word, kind: TollKind, harm: Harm) -> Iterator[Harmed]:
    coordinated = word.dep == "conj" and word.head.tag == "JJ" and word.head.lower in harm.adjectives
    if word.tag.startswith("V") and harm.verbs.get(word.lemma.lower()) and word.dep not in ("oprd", "acomp", "xcomp") and not coordinated:
        return
    told = word.dep != "amod"
    for victim, weight in _described(word, harm):
        yield Harmed(kind, word, victim, None, weight, told=told, people=kind not in ("killed", "injured"))


def _described(word: Word, harm: Harm) -> Iterator[tuple[Word, int]]:
    """Whom an adjective of harm describes, and how strongly."""
    head = word.head
    if (another := word.child("det")) is not None and another.lower == "another":
        yield another, 3
    elif (own := word.child("nsubj", "nsubjpass")) is not None:
        yield antecedent(own, word), 3
    elif word.dep == "dobj" and (own := _noun_before(word)) is not None:
        yield own, 3
    elif any(child.dep in ("nummod", "quantmod") for child in word.children):
        yield word, 2
    elif word.dep == "amod":
        yield (_first_of_list(_whole_of_part(head)), 3) if word.i > head.i else (head, 1)
    elif word.dep in ("acl", "appos") and head.pos in ("NOUN", "NUM", "PROPN", "PRON"):
        yield head, 3
    elif word.dep in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "attr") and not word.is_root:
        if head.lemma.lower() in harm.leaving or head.dep == "xcomp":
            found = head.child("nsubjpass", "dobj") if is_passive(head) or head.child("dobj") else None
            if found is None and head.dep in ("acl", "conj"):
                found = next(of_participle(head), None)
        else:
            found = subject(head) if head.lemma.lower() in _COPULAS else None
        if found is not None:
            yield antecedent(found, head), 3
    elif word.dep == "conj" and head.lower in harm.adjectives and not counts_between(head, word):
        yield from _described(head, harm)


def _noun_before(word: Word) -> Word | None:
    """ "left a civilian dead": the parser takes the two for one noun."""
    return next((child for child in word.children if child.tag in ("NN", "NNS", "JJ") and child.i < word.i), None)


def _whole_of_part(noun: Word) -> Word:
    """ "left three people, including a woman, dead": the people, not the woman alone."""
    opener = noun.head
    return opener.head if noun.dep == "pobj" and opener.lower in ("including", "among") and opener.head.pos in ("NOUN", "PROPN") else noun


def _first_of_list(noun: Word) -> Word:
    """ "left four clerks and eight guards dead": all of them, not the last alone."""
    while noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN", "NUM"):
        noun = noun.head
    return noun


# ---- nouns
def _count_noun(noun: Word, kind: TollKind, harm: Harm) -> Iterator[Harmed]:
    """ "12 deaths", "the deaths of 12 people", "no casualties"."""
    if noun.dep == "compound" or any(child.lower == "attempted" for child in noun.children):
        return
    cause = _cause(noun, harm)
    yield Harmed(kind, noun, noun, cause, 2, told=False, people=False)
    for child in noun.children:
        if child.dep == "prep" and child.lower == "of" and (found := child.child("pobj")) is not None:
            yield Harmed(kind, noun, found, cause, 2, told=False, people=kind not in ("killed", "injured"))


def _cause(noun: Word, harm: Harm) -> Word | None:
    """What has led to deaths, caused injuries: the subject of the verb that a noun of harm completes; not who documents them."""
    verb = noun.head
    if noun.dep == "pobj" and verb.lower in ("to", "in") and verb.dep == "prep":
        verb = verb.head
    elif noun.dep != "dobj":
        return None
    return subject(verb) if verb.lemma.lower() in harm.causing else None


def _suffered(noun: Word, harm: Harm) -> Iterator[Harmed]:
    """ "eight others sustained injuries": those who suffer a harm are its victims."""
    top = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    verb = top.head
    if top.dep == "dobj" and verb.lemma.lower() in harm.suffering:
        victim = sufferer(verb)
        if victim is not None:
            yield Harmed("injured", noun, victim, None, 3, told=True, people=True)


def _bodies(noun: Word) -> Iterator[Harmed]:
    """ "12 bodies were recovered", "the bodies of 12 migrants"."""
    owners = [found for child in noun.children_by("prep") if child.lower == "of" and (found := child.child("pobj"))]
    for owner in owners:
        yield Harmed("killed", noun, owner, None, 2, told=False, people=True)
    if noun.tag == "NNS" and not owners:
        yield Harmed("killed", noun, noun, None, 2, told=False, people=False)


def _is_group(word: Word) -> bool:
    """ "the wounded", "the injured": a participle that stands for people."""
    return word.child("det", "nummod") is not None and word.dep in ("pobj", "nsubj", "nsubjpass", "dobj")


def _joined(group: Word, kind: TollKind, harm: Harm) -> Iterator[Harmed]:
    """ "a cook and two pupils were among the dead", "among the dead are two nurses", "the injured include three foreigners"."""
    above = group.head
    if group.dep == "pobj" and above.lower == "among" and above.head.lemma.lower() in harm.joining:
        found = above.head.children_by("nsubj", "attr")
    elif group.dep == "nsubj" and above.lemma.lower() in harm.joining and above.lemma.lower() != "be":
        found = above.children_by("dobj")
    else:
        return
    for victim in found:
        yield Harmed(kind, group, victim, None, 3, told=True, people=True)
