"""How many the victims are: a figure on their noun, one by the article, several by name, none by "no"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.record import TollKind
from onrecord.model.span import Span
from onrecord.reading.parse.grammar import SUBJECTS, conjuncts, is_negated, noun_phrase
from onrecord.reading.parse.words import Word
from onrecord.reading.tolls.bounds import Figure
from onrecord.reading.tolls.victims import Harmed
from onrecord.vocabulary.counts import CountWords, Harm, People
from onrecord.vocabulary.lists import word_list

Figures = Mapping[int, Figure]
"""The figure that a word (by its place in the parse) is part of."""

_HELD = frozenset(("detained", "abducted", "displaced"))
_NOBODY = frozenset(("nobody", "none", "no-one", "neither"))
_NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "PRON"))
_ANYBODY = word_list("counts", "count.anybody")
_PARENTS = word_list("counts", "count.parents")
_SIZED = word_list("counts", "count.sized")
_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "sixth"))
_ONE = frozenset(("a", "an", "another", "one"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_REPORTING = word_list("counts", "count.reporting")
_PARTED = word_list("counts", "count.parted")
_MANY = word_list("counts", "count.many")
_BETWEEN = frozenset((",", ";", "and"))
_PLACE_NAMES = frozenset(("NNP", "NNPS", "NN", "DT", "JJ"))
_TOLD = 3
_PLACED = frozenset(("in", "at", "near", "outside", "on", "along"))
_YEARS = range(1800, 2100)
_THE = frozenset(("the", "this", "that"))


@dataclass(frozen=True, slots=True)
class Counted:
    """So many people came to harm: `figure` with `head` the noun that it counts (or itself).

    `whole` the figure that it is a part of; `measured`: a toll, a number, a total is said to reach it."""

    kind: TollKind
    figure: Figure
    head: Word
    trigger: Word
    by: Word | None
    weight: int
    implicit: bool = False
    names: tuple[Word, ...] = ()
    whole: Figure | None = None
    measured: bool = False


def counted(harm: Harmed, figures: Figures, words: CountWords) -> list[Counted]:
    """The counts of one naming of victims: of each that is coordinated, those with a name together."""
    out: list[Counted] = []
    heads = _listed(harm, figures)
    if harm.victim.pos != "PRON" and (names := _names(harm.victim)) and not _is_thing(harm.victim, harm, words.people):
        if harm.weight < 2 or not (harm.told or _is_death_of(harm)) or harm.kind == "affected":
            return out
        out.append(_by_name(harm, names))
        heads = [head for head in heads if head.pos != "PROPN"]
    for head in heads:
        if head is not harm.victim and not _shares(head, harm, words.harm):
            continue
        found = count_of(harm, head, figures, words)
        if found is not None:
            out.append(found)
    return out


def _is_death_of(harm: Harmed) -> bool:
    """ "reported the death of Samir Haddad": the death is told by its noun."""
    noun, verb = harm.trigger, harm.trigger.head
    return noun.lemma.lower() in ("death", "killing") and noun.tag == "NN" and noun.dep == "dobj" and verb.lemma.lower() in _REPORTING


def _shares(head: Word, harm: Harmed, words: Harm) -> bool:
    """Whether a coordinated noun shares in the harm."""
    return head.pos in _NOMINAL and not _has_own_clause(head) and not _has_own_harm(head, harm, words)


def _listed(harm: Harmed, figures: Figures) -> list[Word]:
    """The nouns that are coordinated; "the mayor, his two sons and a guard" too, where the parser takes what follows for the mayor.

    In "two people, a father and his son" what follows is no more people: its sum is theirs.
    """
    victim, heads = harm.victim, conjuncts(harm.victim)
    own = _modifier(victim, figures)
    if own is not None and (own.number is None or victim.lemma.lower() in _ANYBODY):
        return [*heads, *_by_place(harm, heads, figures)] if harm.weight == _TOLD else heads
    for child in victim.children_by("appos"):
        if child.i > victim.i and child.child("conj") is not None and child.child("nummod", "poss", "det") is not None:
            more = [head for head in conjuncts(child) if head.tag != "CD" or head.child("prep") is not None]
            sizes = [figure.number if (figure := figures.get(head.i) or _modifier(head, figures)) else 1 for head in more]
            roles = victim.entity == "PERSON" and all(head.tag == "NN" and head.child("nummod", "poss") is None for head in more)
            if not roles and (own is None or sum(size or 0 for size in sizes) != own.number):
                heads.extend(more)
    return [*heads, *_by_place(harm, heads, figures)] if own is not None and harm.weight == _TOLD else heads


def _by_place(harm: Harmed, heads: Sequence[Word], figures: Figures) -> list[Word]:
    """ "killed four people in Talata, two in Birnin and one at the mill": the bare numbers of a list by place, up to the next verb."""
    sentence, out = harm.trigger.sentence, list[Word]()
    words, at = sentence.words, max(harm.victim.i, harm.trigger.i) + 1 - sentence.first
    while at < len(words) and words[at].tag not in _FINITE:
        figure = figures.get(words[at].i)
        if figure is None:
            at += 1
            continue
        opened = words[at - 1].lower in _BETWEEN or (figure.qualifier_span is not None and figure.qualifier_span.start < words[at].start)
        at = figure.last - sentence.first
        after = at + (at < len(words) and words[at].lower in ("more", "others"))
        placed = after < len(words) and words[after].lower in _PLACED and after + 1 < len(words) and words[after + 1].tag in _PLACE_NAMES
        last = words[at - 1]
        if opened and placed and last.entity in ("", "CARDINAL") and last not in heads and figure.qualifier != "fraction":
            out.append(last)
    return out


def _has_own_clause(head: Word) -> bool:
    """ "14 guards were killed and 25 others injured": what is said of the second is not what is said of the first."""
    return any(child.dep == "nsubj" or (child.dep == "acl" and child.tag == "VBN") for child in head.children)


def _has_own_harm(head: Word, harm: Harmed, words: Harm) -> bool:
    """ "6 deaths and 38 injured persons", "the bodies of two and eight injured": the second has a word of harm of its own."""
    if head.lemma.lower() in words.counts:
        return True
    counted = next((child.child("pobj") for child in head.children_by("prep") if child.lower == "of"), None) or head
    own = words.people.get(counted.lemma.lower()) or words.people.get(counted.lower)
    described = (words.adjectives.get(child.lower) for child in head.children if child.dep == "amod")
    return any(kind is not None and kind != harm.kind for kind in (own, *described))


def count_of(harm: Harmed, head: Word, figures: Figures, words: CountWords) -> Counted | None:
    """The count that stands on one noun, if it counts people."""
    head = through(head, words)
    if (no := _none(head)) is not None:
        if head is not no and not _counts_people(head, _figure(no, no, 0), harm, words):
            return None
        return Counted(harm.kind, _figure(no, head, 0), head, harm.trigger, harm.by, harm.weight)
    own = figures.get(head.i)
    figure = own or _modifier(head, figures)
    if figure is not None:
        base = _counted_noun(head, figure) or head
        if base is harm.trigger and base.lemma.lower() in words.harm.counts and _is_torn(base, figure):
            return None
        if _is_year(figure, base) or not _counts_people(base, figure, harm, words) or (harm.weight == 1 and _too_weak(harm, base, figure)):
            return None
        return Counted(harm.kind, figure, base, harm.trigger, harm.by, harm.weight)
    if is_negated(harm.trigger) and harm.trigger.tag.startswith("V") and head.lower in ("anyone", "anybody"):
        return Counted(harm.kind, _figure(head, head, 0), head, harm.trigger, harm.by, harm.weight)
    if harm.weight < 2 or harm.kind == "affected" or head is harm.trigger:
        return None
    if (size := _size(head, figures)) is not None:
        return Counted(harm.kind, size, head, harm.trigger, harm.by, harm.weight)
    if (start := _single(head, harm, words.people)) is not None:
        number = words.numbers.groups.get(head.lemma.lower(), 1)
        return Counted(harm.kind, _figure(start, head, number), head, harm.trigger, harm.by, harm.weight, implicit=True)
    return None


def _size(head: Word, figures: Figures) -> Figure | None:
    """ "a family of five", "a crew of 12": how many a group has."""
    if head.tag != "NN" or head.lemma.lower() not in _SIZED:
        return None
    of = next((child.child("pobj") for child in head.children_by("prep") if child.lower == "of"), None)
    return figures.get(of.i) if of is not None and of.tag == "CD" else None


def _is_year(figure: Figure, base: Word) -> bool:
    """ "the fourth homicide of 2016"."""
    return figure.number in _YEARS and figure.first <= base.i < figure.last and base.entity == "DATE"


def _is_torn(base: Word, figure: Figure) -> bool:
    """ "23 killing": a number beside a noun of harm in the singular belongs to something else."""
    return base.tag in ("NN", "NNP") and (figure.number or 0) > 1 and base.lemma.lower() == base.lower


def _too_weak(harm: Harmed, base: Word, figure: Figure) -> bool:
    """ "one prisoner said", "25 percent of the inmates", "several prisoners": a mere description of who they are."""
    return figure.qualifier == "fraction" or figure.is_bare_plural or (harm.kind in _HELD and base.tag == "NN")


def _figure(first: Word, last: Word, number: int) -> Figure:
    start, end = (first, last) if first.i <= last.i else (last, first)
    span = Span(start.start, end.end)
    return Figure(start.i, end.i + 1, span, number, number, number, "exact" if number else "zero")


def through(head: Word, words: CountWords) -> Word:
    """ "a total of 12 people", "a group of 12 tourists", "the bodies of 12", "a father of four": the noun that is counted in truth."""
    if head.tag == "CD" and head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma.lower() in _PARENTS:
        return head.head.head
    if head.lemma.lower() in words.harm.measures or head.lemma.lower() in _PARTED:
        for child in head.children_by("prep"):
            if child.lower == "of" and (found := child.child("pobj")) is not None and head.lemma.lower() != "family":
                return found
    return head


def _modifier(head: Word, figures: Figures) -> Figure | None:
    """The figure that stands before a noun as its number: the last such, if it is a direct part of the noun phrase."""
    for child in reversed(head.children):
        if child.i < head.i and child.dep in (
            "nummod",
            "quantmod",
            "amod",
            "det",
            "predet",
            "compound",
            "appos",
            "advmod",
            "nmod",
            "npadvmod",
        ):
            figure = figures.get(child.i)
            if figure is not None and figure.last <= head.i:
                return figure
            for below in child.children if child.dep in ("nummod", "amod") else ():
                if (figure := figures.get(below.i)) is not None and figure.last <= head.i and child.i in (figure.first, figure.last - 1):
                    return figure
    return _adjacent(head, figures)


def _adjacent(head: Word, figures: Figures) -> Figure | None:
    """The figure of "dozens of" before a noun, that opens its phrase, or that the parser tore off it ("between 20 and 30 people")."""
    if head.dep == "pobj" and head.head.lower == "of" and (counting := figures.get(head.head.head.i)) is not None:
        return counting if counting.last <= head.head.i or (counting.first > head.i and _is_pronoun_of_harmed(head)) else None
    phrase = noun_phrase(head)
    opening = figures.get(phrase[0].i)
    if opening is not None and opening.last <= head.i and (opening.qualifier == "fraction" or phrase[0].head is head):
        return opening
    before = figures.get(phrase[0].i - 1)
    if before is not None and before.qualifier == "range" and before.last == phrase[0].i:
        return before
    beside = figures.get(head.i - 1)
    return beside if beside is not None and head.tag in ("NNS", "NNPS") and (beside.number or 0) > 1 else None


def _is_pronoun_of_harmed(head: Word) -> bool:
    """ "Of those killed, 12 were children": the figure comes after."""
    return head.lower in ("those", "them")


def _counted_noun(head: Word, figure: Figure) -> Word | None:
    """For a figure that heads its phrase ("hundreds of people", "12 of the soldiers"): the noun after "of"."""
    if not figure.first <= head.i < figure.last:
        return head
    for child in head.children:
        if child.dep == "prep" and child.lower == "of" and child.i >= figure.last and (found := child.child("pobj")) is not None:
            return found
    return None


def _counts_people(head: Word, figure: Figure, harm: Harmed, words: CountWords) -> bool:
    """Whether what is counted is people: a known noun, a bare figure, the noun of harm itself, or anything that can be killed."""
    lemma = _lemma(head)
    if figure.qualifier == "fraction" and figure.span.length <= 4 and head.lower in ("recently", "notably", "likely"):
        return False
    if head is not harm.trigger and lemma in words.harm.counts:
        return False
    if head is harm.trigger or figure.first <= head.i < figure.last:
        return True
    if lemma in words.people.people or head.lower in words.people.people or lemma in words.harm.people:
        return True
    if lemma in words.people.things:
        return False
    if head.entity in ("PERSON", "NORP") or head.lower in ("others", "other", "more", "them", "those", "us", "dead"):
        return True
    if head.tag in ("CD", "NNPS") or head.pos == "PRON":
        return True
    return not harm.people or _agentive(head)


def _lemma(head: Word) -> str:
    """The lemma of a noun; of "passer-by", which the parser cuts in three, as one word."""
    last = head.lower == "by" and head.i - head.sentence.first >= 2
    return (
        "passerby" if last and head.sentence.words[head.i - head.sentence.first - 2].lower in ("passer", "passers") else head.lemma.lower()
    )


def _agentive(head: Word) -> bool:
    """A noun that is made like a word for people: "shop-workers", "Libyans", "nationalists"."""
    lemma = head.lemma.lower()
    return head.tag in ("NNS", "NNPS", "NN", "NNP") and lemma.endswith(
        ("man", "woman", "men", "women", "ist", "eer", "ian", "crat", "worker")
    )


def _none(head: Word) -> Word | None:
    """The word that says that there is none: "no casualties", "nobody"."""
    if head.lower in _NOBODY:
        return head
    return next((child for child in head.children if _denies(child, head)), None)


def _denies(child: Word, head: Word) -> bool:
    words, after = head.sentence.words, child.i + 1 - head.sentence.first
    if child.i >= head.i or words[after].lower in ("fewer", "less", "more"):
        return False
    return child.lower in ("no", "zero") and (head.lower == "one" or child.dep in ("det", "nummod", "neg", "preconj"))


def _single(head: Word, harm: Harmed, people: People) -> Word | None:
    """The first word of a phrase for one person: "a soldier", "another man", and "the driver" where the clause tells it."""
    lemma = _lemma(head)
    if head.tag == "PRP":
        return head if head.lower == "i" and harm.told and harm.weight == 3 and harm.kind != "killed" else None
    if head.lower == "another" and (head.dep in SUBJECTS or head.dep == "det"):
        return head
    nth = head.lower in _ORDINALS and head.dep in (*SUBJECTS, "dobj") and head.child("prep") is None
    known = nth or lemma in people.people or head.lower in people.people or lemma.endswith(("man", "woman"))
    if head.tag not in ("NN", "JJ") and not (head.tag == "NNP" and known and head.entity == ""):
        return None
    if not known or lemma in _MANY or head.lower.endswith("s"):
        return None
    holder = head.head if head.dep == "amod" and head.head is harm.trigger else head
    article = next((child for child in holder.children if child.dep in ("det", "nummod") and child.i < head.i), None)
    if article is not None:
        if article.lower in _ONE or (article.lower in _THE and harm.told and harm.weight == 3):
            return article
        return None
    if (owner := head.child("poss")) is not None:
        return owner if (harm.told or head.dep == "conj") and harm.weight == 3 else None
    bare = noun_phrase(head)[0].i == head.sentence.first
    return head if bare and harm.weight == 3 else None


def _names(head: Word) -> tuple[Word, ...]:
    """The last words of the personal names that are coordinated from `head`, if all of them are such."""
    heads = [word for word in conjuncts(head) if word.pos == "PROPN"]
    return tuple(word for word in heads if word.entity == "PERSON") if heads and heads[0] is head and head.entity == "PERSON" else ()


def _is_thing(head: Word, harm: Harmed, people: People) -> bool:
    return harm.people and head.entity not in ("PERSON", "") and head.lemma.lower() not in people.people


def _by_name(harm: Harmed, names: tuple[Word, ...]) -> Counted:
    first, last = _name_start(names[0]), names[-1]
    figure = Figure(first.i, last.i + 1, Span(first.start, last.end), len(names), len(names), len(names), "exact")
    return Counted(harm.kind, figure, names[0], harm.trigger, harm.by, harm.weight, implicit=True, names=names)


def _name_start(word: Word) -> Word:
    for child in word.children:
        if child.dep == "compound" and child.entity == "PERSON":
            return child
    return word
