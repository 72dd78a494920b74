"""Relations from connectives and grammar: from an act, up the tree, over a connective, to the act that it hangs on."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model.record import Relation, RelationKind
from onrecord.model.span import Span
from onrecord.reading.parse.words import Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.relations import Ties, load_ties

_CLIMB = 14
_VERBAL = ("VERB", "AUX")


def tied(reading: Reading) -> Iterable[Relation]:
    """The relations that the words between two acts of one sentence state, each with its connective's span."""
    ties = load_ties()
    acts: dict[int, str] = {}
    heads: list[tuple[str, Word]] = []
    for event in reading.events:
        words = reading.parse.words_at(event.anchor)
        numbers = {word.i for word in words}
        head = next((word for word in words if word.is_root or word.head.i not in numbers), None)
        if head is None:
            continue
        heads.append((event.id, head))
        for word in words:
            if word.pos in (*_VERBAL, "NOUN", "PROPN"):
                acts.setdefault(word.i, event.id)
    seen: set[tuple[str, str]] = set()
    for name, head in heads:
        relation = _up(name, head, acts, ties)
        if relation is not None and (relation.from_, relation.to) not in seen:
            seen.add((relation.from_, relation.to))
            yield relation


def _up(name: str, head: Word, acts: dict[int, str], ties: Ties) -> Relation | None:
    """Climbs from an act to the next act above it; the last connective on the way says how they hang together."""
    word = head
    found: tuple[RelationKind, Span] | None = None
    for _ in range(_CLIMB):
        if word.is_root:
            return None
        effect = _effect(word, acts, ties)
        if effect is not None and effect != name:
            return Relation(ties.verbs[word.head.lemma], effect, name, word.head.span)
        here = _connective(word, ties)
        if here is not None and (found is None or here[0] in ("retaliation", "part_of")):
            found = here
        word = word.head
        other = acts.get(word.i) or (_below(word, acts) if word.pos in _VERBAL and found is not None else None)
        if other is not None and other != name:
            return None if found is None else Relation(found[0], other, name, found[1])
    return None


def _effect(word: Word, acts: dict[int, str], ties: Ties) -> str | None:
    """The act that a causing verb has below it, when the word is its subject: "the arrest led to protests"."""
    verb = word.head
    if word.dep != "nsubj" or ties.verbs.get(verb.lemma) != "cause":
        return None
    for child in verb.children:
        if child.dep in ("dobj", "xcomp", "ccomp") and child.i in acts:
            return acts[child.i]
        if child.dep == "prep":
            return next((acts[below.i] for below in child.children if below.dep == "pobj" and below.i in acts), None)
    return None


def _below(verb: Word, acts: dict[int, str]) -> str | None:
    """The act that a verb carries as object or subject, when the verb is no act itself."""
    for dep in ("dobj", "nsubjpass", "nsubj", "attr", "xcomp"):
        for child in verb.children:
            if child.dep == dep and child.i in acts:
                return acts[child.i]
    return None


def _connective(word: Word, ties: Ties) -> tuple[RelationKind, Span] | None:
    """The connective by which a word hangs on its head."""
    if word.lemma in ties.verbs and ties.verbs[word.lemma] == "retaliation" and word.dep in ("advcl", "xcomp"):
        return "retaliation", word.span
    if word.dep == "agent" and word.head.lemma in ties.verbs:
        return ties.verbs[word.head.lemma], Span(word.head.start, word.end)
    if word.dep == "conj":
        later = next((child for child in word.children if child.dep == "advmod" and child.lower in ties.adverbs), None)
        return None if later is None else (ties.adverbs[later.lower], later.span)
    if word.dep == "acl" and word.head.lower == "order" and word.head.dep == "pobj":
        return "purpose", Span(word.head.head.start, word.head.end)
    if word.dep == "advcl":
        for child in word.children:
            if child.dep in ("mark", "advmod") and (kind := ties.marks.get(child.lower)) is not None:
                return kind, child.span
            if child.tag == "TO" and child.dep == "aux":
                return "purpose", child.span
    if word.dep in ("pobj", "pcomp") and word.head.pos in ("ADP", "SCONJ", "VERB"):
        return _prepositional(word.head, ties)
    if word.dep == "prep" and (kind := ties.prepositions.get(word.lower)) is not None and word.lower not in ("over",):
        return kind, word.span
    return None


def _prepositional(prep: Word, ties: Ties) -> tuple[RelationKind, Span] | None:
    above = prep.head
    if above.lemma.lower() in ties.nouns and above.pos == "NOUN" and above.dep == "attr":
        return ties.nouns[above.lemma.lower()], Span(above.start, prep.end)
    if above.lemma.lower() in ties.nouns and above.head.dep in ("prep", "agent") and above.pos == "NOUN":
        return ties.nouns[above.lemma.lower()], Span(above.head.start, prep.end)
    joined = next((child for child in prep.children if child.i == prep.i + 1 and child.pos == "ADP"), None)
    if joined is not None and f"{prep.lower} {joined.lower}" in ties.phrases:
        return ties.phrases[f"{prep.lower} {joined.lower}"], Span(prep.start, joined.end)
    pair = f"{above.lower} {prep.lower}"
    if pair in ties.phrases:
        return ties.phrases[pair], Span(above.start, prep.end)
    kind = ties.prepositions.get(prep.lower)
    return None if kind is None else (kind, prep.span)
