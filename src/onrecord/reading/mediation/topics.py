"""What a sentence says about peace and conflict: the words that make an act one of mediation."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.record import MediationSubject
from onrecord.reading.parse.words import Sentence
from onrecord.vocabulary.mediation import MediationWords


@dataclass(frozen=True, slots=True)
class TopicHit:
    """Words `first` up to and without `last` of the parse that name a matter of peace."""

    first: int
    last: int
    subject: MediationSubject


@dataclass(frozen=True, slots=True)
class Topics:
    """What one sentence is about: its words of peace, and whether it speaks of a conflict at all."""

    hits: tuple[TopicHit, ...]
    conflict: bool
    acts: bool
    """Whether it holds a word that may name an act of mediation."""


def topics(sentence: Sentence, words: MediationWords) -> Topics:
    """One pass over a sentence."""
    hits: list[TopicHit] = []
    conflict = acts = False
    tokens = sentence.words
    for n, word in enumerate(tokens):
        lower, lemma = word.lower, word.lemma.lower()
        for phrase, subject in words.topic_phrases.get(lower, ()):
            if tuple(token.lower for token in tokens[n : n + len(phrase)]) == phrase:
                hits.append(TopicHit(word.i, word.i + len(phrase), subject))
                break
        else:
            found = words.topics.get(lemma) or words.topics.get(lower)
            if found is not None:
                hits.append(TopicHit(word.i, word.i + 1, found))
        conflict = conflict or lemma in words.conflict
        acts = acts or lemma in words.verbs or lemma in words.nouns or lemma in words.adjectives
    return Topics(tuple(hits), conflict or bool(hits), acts)
