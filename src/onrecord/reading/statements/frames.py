"""From a cue to what it attributes, on the tree: which of its complements are the content."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.parse import Word
from onrecord.reading.parse.grammar import is_passive
from onrecord.reading.statements.ground import Ground, Range, joined, subtract
from onrecord.reading.statements.source import according_to, aside_of, source_words, word_source
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.saying import CueEntry

_LIGHT = word_list("saying", "frames.light")

_RELATIVE = frozenset(("WDT", "WP"))


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in word numbers. `content` is empty when only quotation marks can give it."""

    cue: Word
    cue_words: Range
    content: tuple[Range, ...]
    source: Word | None
    source_words: Range | None
    entry: CueEntry
    clausal: bool = False
    """The content is a clause (or its rest), not a judged or named thing."""
    weak: bool = False
    """Not sure to be a cue: it may only take a quotation that stands beside it."""


def read_verb(verb: Word, entry: CueEntry, ground: Ground) -> Found | None:
    takes = entry.takes
    source = word_source(verb)
    parts: list[Range] = []
    clausal = False
    clause = _clause(verb, takes)
    if clause is not None:
        parts.extend(_clause_words(verb, clause, ground))
        clausal = True
    elif (infinitive := _infinitive(verb, takes)) is not None:
        thing = verb.child("dobj") if "person" in takes else None
        if thing is not None:
            parts.append(ground.below(thing))
        parts.append(ground.below(infinitive))
    if not parts:
        parts = _objects(verb, takes, ground)
    if not parts and "clause" in takes and (rest := _host(verb)) is not None:
        parts = subtract(ground.below(rest), [ground.below(verb)])
        clausal = True
    words = source_words(source, verb, ground) if source is not None else None
    cue = cue_words(verb)
    holes = [cue, *([words] if words else [])]
    content = tuple(piece for part in joined(parts) for piece in subtract(part, holes))
    if not content and not ("clause" in takes or "quote" in takes):
        return None
    return Found(verb, cue, content, source, words, entry, clausal)


def cue_words(verb: Word) -> Range:
    """The verb with its auxiliaries, negation and particle."""
    first = last = verb.i
    for child in verb.children:
        if child.i < verb.i and child.dep in ("aux", "auxpass", "neg"):
            first = min(first, child.i)
        if child.dep == "prt" and child.i > verb.i:
            last = max(last, child.i)
    span = verb.i - first
    return (first if span <= 4 else verb.i), (last if last - verb.i <= 3 else verb.i) + 1


def _clause(verb: Word, takes: frozenset[str]) -> Word | None:
    """The clause that is said. Where the parser finds several, the one introduced by "that", else the nearest."""
    if not takes & {"clause", "to", "ing"}:
        return None
    found = [child for child in verb.children if child.dep == "ccomp"]
    if "clause" not in takes:
        found = [child for child in found if any(aux.tag == "TO" for aux in child.children)]
    for clause in found:
        if any(mark.lower == "that" for mark in clause.children_by("mark")):
            return clause
    if found:
        return min(found, key=lambda clause: (abs(clause.i - verb.i), clause.i))
    if "ing" in takes:
        return next((child for child in verb.children_by("xcomp") if child.tag == "VBG"), None)
    return None


def _infinitive(verb: Word, takes: frozenset[str]) -> Word | None:
    if "to" not in takes and "on+to" not in takes:
        return None
    found = next((child for child in verb.children_by("xcomp") if child.i > verb.i and any(c.tag == "TO" for c in child.children)), None)
    if found is not None and "on+to" in takes and "to" not in takes:
        return None
    return found


def _clause_words(verb: Word, clause: Word, ground: Ground) -> list[Range]:
    parts = subtract(ground.below(clause), relative_subject(verb, clause, ground))
    return [*with_antecedent(verb, clause, ground), *parts]


def with_antecedent(verb: Word, clause: Word, ground: Ground) -> list[Range]:
    """In "an assault, which aid groups warn will kill" and "a group it says bombed the bridge", the noun is part of what is said."""
    if verb.dep != "relcl" or verb.is_root or clause.i < verb.i or not _lacks_subject(clause):
        return []
    return [(ground.left[verb.head.i], verb.head.i + 1)]


def relative_subject(verb: Word, clause: Word, ground: Ground) -> list[Range]:
    """The relative pronoun of such a clause: it is not said."""
    first = clause.child("nsubj", "nsubjpass")
    return [ground.below(first)] if verb.dep == "relcl" and first is not None and first.tag in _RELATIVE and first.i < verb.i else []


def _lacks_subject(clause: Word) -> bool:
    first = clause.child("nsubj", "nsubjpass", "expl", "csubj")
    return first is None or first.tag in _RELATIVE


def _objects(verb: Word, takes: frozenset[str], ground: Ground) -> list[Range]:
    thing = verb.child("dobj") or verb.child("oprd")
    if is_passive(verb) and "object" in takes:
        thing = verb.child("nsubjpass")
    parts: list[Range] = []
    if thing is not None and "object" in takes and thing.tag not in _RELATIVE:
        parts.append(ground.below(thing))
    elif thing is not None and "person" not in takes and "object" not in takes:
        return []
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep == "prep":
            inner = child.child("pobj", "pcomp")
            if inner is None:
                continue
            if f"{child.lower}+to" in takes:
                infinitive = next((c for c in verb.children if c.dep in ("xcomp", "advcl", "ccomp") and c.i > child.i
                                   and any(aux.tag == "TO" for aux in c.children)), None)  # fmt: skip
                if infinitive is not None or child.lower == "on":
                    parts.append(ground.below(inner))
                if infinitive is not None:
                    parts.append(ground.below(infinitive))
            elif child.lower in takes:
                parts.append(ground.below(child) if parts else (ground.left[inner.i], ground.right[child.i] + 1))
        elif (
            (child.dep == "oprd" and "as" in takes and child is not thing)
            or (
                child.dep in ("advcl", "ccomp")
                and "for" in takes
                and any(m.lower == "for" and m.dep in ("mark", "prep") for m in child.children)
            )
            or (child.dep == "ccomp" and "as" in takes)
        ):
            parts.append(ground.below(child))
    return parts


def _host(verb: Word) -> Word | None:
    """The clause into which "X said" is put as an aside: "The plan, he said, will fail"; "as he put it"."""
    if verb.is_root:
        return None
    if verb.dep == "parataxis" or (verb.dep == "advcl" and any(c.lower == "as" for c in verb.children_by("mark", "advmod"))):
        return verb.head
    return None


def read_noun(noun: Word, entry: CueEntry, ground: Ground) -> Found | None:
    source = word_source(noun)
    parts: list[Range] = []
    clausal = False
    for child in noun.children:
        if child.i < noun.i:
            continue
        if (
            child.dep in ("acl", "ccomp", "relcl")
            and "clause" in entry.takes
            and any(m.lower == "that" and m.dep == "mark" for m in child.children)
        ):
            parts.append(ground.below(child))
            clausal = True
        elif child.dep == "acl" and "to" in entry.takes and any(c.tag == "TO" for c in child.children):
            parts.append(ground.below(child))
        elif child.dep == "prep" and child.lower in entry.takes and (source is not None):
            inner = child.child("pobj", "pcomp")
            if inner is not None and inner is not source:
                parts.append((ground.left[inner.i], ground.right[child.i] + 1))
        if parts:
            break
    if not parts and "clause" in entry.takes and (beside := _clause_beside(noun, ground)) is not None:
        parts.append(beside)
        clausal = True
        source = source or _maker(noun)
    if not parts:
        return None
    words = source_words(source, noun, ground) if source is not None else None
    cue = (noun.i, noun.i + 1)
    content = tuple(piece for part in parts for piece in subtract(part, [cue, *([words] if words else [])]))
    return Found(noun, cue, content, source, words, entry, clausal) if content else None


def _clause_beside(noun: Word, ground: Ground) -> Range | None:
    """The that-clause right behind "remarks she made on Monday": the parser often hangs it on a verb further up."""
    after = ground.right[noun.i] + 1
    if after >= len(ground.parse.words):
        return None
    that = ground.parse.words[after]
    if that.lower != "that" or that.dep != "mark" or that.head.i < that.i or that.sentence is not noun.sentence:
        return None
    return that.i, ground.right[that.head.i] + 1


def _maker(noun: Word) -> Word | None:
    """Who made the remarks: the subject of a relative clause with a verb that only carries them."""
    for child in noun.children:
        if child.dep == "relcl" and child.lemma in _LIGHT:
            return child.child("nsubj")
    return None


def read_adjective(word: Word, entry: CueEntry, ground: Ground) -> Found | None:
    parts = [ground.below(child) for child in word.children if child.i > word.i and child.dep == "ccomp"]
    parts += [(ground.left[inner.i], ground.right[child.i] + 1) for child in word.children_by("prep")
              if child.lower in entry.takes and (inner := child.child("pobj", "pcomp")) is not None]  # fmt: skip
    source = word_source(word)
    if not parts or source is None:
        return None
    words = source_words(source, word, ground)
    return Found(word, (word.i, word.i + 1), (parts[0],), source, words, entry, True)


def read_according(word: Word, entry: CueEntry, ground: Ground) -> Found | None:
    """ "according to X": the clause around it is X's."""
    source = according_to(word)
    if source is None or word.is_root:
        return None
    host = _whole_clause(word)
    words = source_words(source, word, ground)
    content = tuple(subtract(ground.below(host), [aside_of(word, ground)]))
    return Found(word, (word.i, source.head.i + 1), content, source, words, entry, True)


def _whole_clause(word: Word) -> Word:
    """Up from an adjunct at a clause's edge to the statement that it qualifies: not past what someone else is quoted with."""
    at = word.head
    while (
        not at.is_root
        and not (at.dep in ("ccomp", "parataxis") and at.pos in ("VERB", "AUX"))
        and not (at.dep == "conj" and at.pos in ("VERB", "AUX") and at.child("nsubj", "nsubjpass") is not None)
    ):
        at = at.head
    return at
