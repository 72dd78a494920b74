"""What a sentence says about peace and conflict: the words that make an act one of mediation."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.record import MediationSubject
from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Sentence, Word
from onrecord.vocabulary.mediation import MediationWords


@dataclass(frozen=True, slots=True)
class TopicHit:
    """Words `first` up to and without `last` of the parse that name a matter of peace."""

    first: int
    last: int
    subject: MediationSubject


def _is_ending(word: Word, words: MediationWords) -> bool:
    """ "ending the strikes", "halt to the offensive", "resolve the crisis": what ends a conflict is a matter of peace."""
    if word.lemma.lower() not in words.ending:
        return False
    if word.tag.startswith("V"):
        ended = word.child("dobj", "nsubjpass")
        return ended is not None and ended.lemma.lower() in words.violence
    if word.tag not in ("NN", "NNS"):
        return False
    inner = (child.child("pobj") for child in word.children if child.dep == "prep" and child.lower in ("to", "of", "in"))
    return any(noun is not None and noun.lemma.lower() in words.violence for noun in inner)


def _is_pause(word: Word, words: MediationWords) -> bool:
    """ "a 48-hour pause", "put down their weapons": an end of fighting without a word for it."""
    lemma = word.lemma.lower()
    if lemma in ("pause", "lull"):
        return any(child.entity in ("TIME", "DATE") for child in word.children if child.i < word.i)
    return lemma in words.laying and (laid := word.child("dobj")) is not None and laid.lemma.lower() in ("weapon", "arm", "gun")


def _is_envoy(word: Word, words: MediationWords) -> bool:
    """ "special representative for the lakes", "envoy to the south": an office that tends to a conflict."""
    if word.lower not in words.tending:
        return False
    return not word.lower.startswith("representative") or any(child.lower in ("special", "personal") for child in word.children)


def _is_theatre(word: Word, words: MediationWords) -> bool:
    """ "developments in the north", "the situation in the region", "a meeting on the lakes"."""
    if word.lemma.lower() in words.talking:
        on = [child for child in word.children if child.dep == "prep" and child.lower in ("on", "about", "regarding", "concerning")]
        return any((noun := child.child("pobj")) is not None and noun.entity in ("GPE", "LOC") for child in on)
    if word.lemma.lower() not in words.matters:
        return False
    return any(
        (child.dep == "prep" and child.lower in ("in", "on", "along", "around", "at"))
        or child.entity in ("GPE", "LOC", "NORP")
        or child.lower == "regional"
        for child in word.children
    )


_NAMED = frozenset(("GPE", "NORP", "ORG"))


def _has_two_sides(word: Word, words: MediationWords) -> bool:
    """ "hosted talks between the kingdom and the rebels": two named sides whom a third brings together; not "trade talks"."""
    if word.lemma.lower() not in words.talking or any(child.lower in words.elsewhere for child in word.children):
        return False
    between = next((child for child in word.children if child.dep == "prep" and child.lower == "between"), None)
    first = between.child("pobj") if between is not None else None
    if first is None:
        return False
    sides = conjuncts(first)
    named = [any(part.entity in _NAMED for part in noun_phrase(side)) for side in sides]
    lands = any(part.entity in ("GPE", "NORP") for side in sides for part in noun_phrase(side))
    if len(sides) < 2 or not all(named) or not lands:
        return False
    return any(
        frame.act in ("host", "broker") and frame.does == "third"
        for near in word.sentence.words
        for frame in words.verbs.get(near.lemma.lower(), ())
    )


@dataclass(frozen=True, slots=True)
class Topics:
    """What one sentence is about: its words of peace, and whether it speaks of a conflict at all."""

    hits: tuple[TopicHit, ...]
    conflict: bool
    acts: bool
    """Whether it holds a word that may name an act of mediation."""
    tended: bool
    """Whether it names an envoy, the situation in a land, or two sides whom a third brings together."""


def topics(sentence: Sentence, words: MediationWords) -> Topics:
    """One pass over a sentence."""
    hits: list[TopicHit] = []
    conflict = acts = tended = False
    tokens = sentence.words
    for n, word in enumerate(tokens):
        lower, lemma = word.lower, word.lemma.lower()
        if lemma not in words.telling and lower not in words.telling:
            continue
        for phrase, subject in words.topic_phrases.get(lower, ()):
            if tuple(token.lower for token in tokens[n : n + len(phrase)]) == phrase:
                hits.append(TopicHit(word.i, word.i + len(phrase), subject))
                break
        else:
            found = words.topics.get(lemma) or words.topics.get(lower)
            if found is None and (_is_ending(word, words) or _is_pause(word, words)):
                found = "ceasefire"
            if found is not None:
                hits.append(TopicHit(word.i, word.i + 1, found))
        tended = tended or _is_envoy(word, words) or _is_theatre(word, words) or _has_two_sides(word, words)
        conflict = conflict or lemma in words.conflict
        acts = acts or lemma in words.verbs or lemma in words.nouns or lemma in words.adjectives
    return Topics(tuple(hits), conflict or tended or bool(hits), acts, tended)
