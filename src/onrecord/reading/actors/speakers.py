"""Who "I" and "we" are: the one who says the words that hold them.

The statements room attributes speech in full; this is only what a pronoun needs, from the clause that frames the quote.
"""

from __future__ import annotations

from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.phrase import Phrase
from onrecord.reading.parse import Word
from onrecord.vocabulary.actors.words import words_of


class Speakers:
    """The speaker found for each sentence, so that a quote that runs on keeps its speaker. Used inside this room only."""

    def __init__(self, clusters: Clusters) -> None:
        self._clusters = clusters
        self._heads = {phrase.head.i: phrase.n for phrase in reversed(clusters.phrases)}
        self._last: Cluster | None = None
        self._last_sentence = -9

    def of(self, pronoun: Phrase) -> Cluster | None:
        """The one who says "I" or "we" here, or None where nobody frames the words."""
        sentence = pronoun.head.sentence
        found = self._frame(pronoun.head)
        if found is None and sentence.index - self._last_sentence <= 2 and self._last is not None:
            found = self._last
        if found is None:
            return None
        self._last, self._last_sentence = found, sentence.index
        return found

    def _frame(self, word: Word) -> Cluster | None:
        """The subject of the verb of saying above the pronoun: "we" in “We will leave,” the minister said."""
        verb, steps = word, 0
        while not verb.is_root and steps < 12:
            below, verb, steps = verb, verb.head, steps + 1
            if verb.lemma.lower() in words_of().saying and below.dep in ("ccomp", "parataxis", "dep", "advcl", "conj"):
                subject = verb.child("nsubj")
                if subject is not None and subject.i != word.i:
                    return self._clusters.at(self._heads.get(subject.i))
        return None
