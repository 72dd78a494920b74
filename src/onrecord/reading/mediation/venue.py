"""Where an act was done: the place that "in" or "at" ties to meeting, or that a visit goes to; not the place of the war they speak of."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.record import Place
from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.parse.words import Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import MediationWords

_GOING = word_list("mediation", "venue.going")
_GATHERING = word_list("mediation", "venue.gathering")
_SEATS = word_list("mediation", "venue.seats")
_WIDE = word_list("mediation", "venue.wide")
_FAR = 3


@dataclass(frozen=True, slots=True)
class _Venue:
    """A place that something is done at. `rank` 0: a meeting or visit there; 1: something else is done there."""

    place: Place
    sentence: int
    start: int
    rank: int


@dataclass(frozen=True, slots=True)
class Venues:
    """The venues of a report, by sentence."""

    by_sentence: dict[int, tuple[_Venue, ...]]

    @staticmethod
    def of(reading: Reading, words: MediationWords) -> Venues:
        found: dict[int, list[_Venue]] = {}
        for place in reading.places:
            at = reading.parse.words_at(place.span)
            if at and (rank := _rank(at[-1], words)) is not None:
                found.setdefault(at[0].sentence.index, []).append(_Venue(place, at[0].sentence.index, place.span.start, rank))
        return Venues({index: tuple(venues) for index, venues in found.items()})

    def of_act(self, act: FoundAct) -> str | None:
        """The venue in the act's own sentence, nearest first; else that of a meeting told within three sentences."""
        here = act.anchor.sentence.index
        own = self.by_sentence.get(here, ())
        if own:
            return min(own, key=lambda venue: (venue.rank, venue.place.kind in _WIDE, abs(venue.start - act.anchor.start))).place.id
        for away in range(1, _FAR + 1):
            for index in (here + away, here - away):
                near = [venue for venue in self.by_sentence.get(index, ()) if venue.rank == 0]
                if near:
                    return near[0].place.id
        return None


def _rank(word: Word, words: MediationWords) -> int | None:
    """How a place's last word is tied to what is done; None for a place that is only spoken of."""
    for _ in range(6):
        if word.dep == "dobj":
            return 0 if word.head.lemma.lower() in _GOING else None
        if word.dep == "nsubj" and word.head.lemma.lower() == "host":
            return 1
        if word.dep == "prep" and word.head.lemma.lower() in _SEATS and word.lower in ("in", "of", "at"):
            word = word.head
            continue
        if word.dep == "prep":
            break
        if word.is_root or word.dep not in ("pobj", "compound", "conj", "appos", "nmod", "amod", "poss"):
            return None
        word = word.head
    else:
        return None
    holder = word.head
    lemma = holder.lemma.lower()
    if word.lower == "to":
        return 0 if lemma in _GOING else None
    if word.lower not in ("in", "at"):
        return None
    if lemma in words.talking or lemma in _GOING or lemma in _GATHERING or lemma in words.verbs:
        return 0
    if lemma in words.theatre or lemma in words.topics or lemma in words.violence or lemma in words.conflict:
        return None
    return 1
