"""Where an act took place: the place that the grammar ties to a verb or a noun. For the rooms that come after this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.record import Place
from onrecord.reading.parse import Parse
from onrecord.reading.parse.words import Word

WHERE = frozenset(
    "in at near inside outside around across throughout within along off over on from to into toward towards through between"
    " against".split()
)
AIMED = frozenset(("on", "from", "to", "into", "toward", "towards", "through", "between", "against", "over"))
"""Prepositions that give a way or an aim: taken where none says where plainly."""

PLAINLY = WHERE - AIMED

_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis"))
_STEPS = 6


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The places of a reading by word, and by sentence. Build it once a stage with `index_places`."""

    by_word: dict[int, Place]
    by_sentence: dict[int, tuple[Place, ...]]


def index_places(parse: Parse, places: tuple[Place, ...]) -> PlaceIndex:
    """The index of `reading.places`."""
    by_word: dict[int, Place] = {}
    by_sentence: dict[int, list[Place]] = {}
    for place in places:
        words = parse.words_at(place.span)
        by_word.update((word.i, place) for word in words)
        if words:
            by_sentence.setdefault(words[0].sentence.index, []).append(place)
    return PlaceIndex(by_word, {number: tuple(found) for number, found in by_sentence.items()})


def place_for(word: Word, index: PlaceIndex) -> Place | None:
    """The place of the act that `word` names, or None.

    First what hangs on the word itself ("shelling in Idlib", "the Beirut blast", "bombed Aleppo"), then on the verbs above it in the same
    clause ("carried out a strike in Idlib"), then the only place of the sentence. Never beyond the sentence. Looks at a handful of words.
    """
    found = place_by_grammar(word, index)
    if found is not None or word.sentence.index not in index.by_sentence:
        return found
    alone = {(place.name, place.geonames): place for place in index.by_sentence[word.sentence.index]}
    return next(iter(alone.values())) if len(alone) == 1 else None


def place_by_grammar(word: Word, index: PlaceIndex) -> Place | None:
    """The same by what hangs on the word and on the verbs above it alone."""
    if word.sentence.index not in index.by_sentence:
        return None
    return next((found for node in _chain(word) if (found := _own(node, index)) is not None), None)


def _chain(word: Word) -> Iterator[Word]:
    """The word and the heads above it, up to the end of its clause."""
    yield word
    for step, above in enumerate(word.ancestors()):
        if step >= _STEPS or word.dep in _CLAUSES:
            return
        yield above
        word = above


def _own(word: Word, index: PlaceIndex) -> Place | None:
    aimed: Place | None = None
    for child in word.children:
        if child.dep == "prep" and child.lower in WHERE:
            found = _object(child, index)
            if found is not None and child.lower not in AIMED:
                return found
            aimed = aimed or found
        elif child.dep in ("compound", "poss", "nmod", "dobj", "nsubjpass", "npadvmod", "advmod"):
            found = index.by_word.get(child.i)
            if found is None and child.dep in ("advmod", "dobj", "nsubjpass"):
                found = next(
                    (place for prep in child.children_by("prep") if prep.lower in PLAINLY and (place := _object(prep, index))), None
                )
            aimed = aimed or found
        elif child.dep == "prep" and child.lower == "of" and word.pos == "NOUN":
            aimed = aimed or _object(child, index)
    return aimed


def _object(prep: Word, index: PlaceIndex) -> Place | None:
    """The place after a preposition: "in Idlib", "in the village of Hass", "in the north of Syria", "in rural Hama"."""
    target = prep.child("pobj", "pcomp")
    for _ in range(4):
        if target is None:
            return None
        found = index.by_word.get(target.i)
        if found is not None:
            return found
        for child in target.children:
            if child.dep in ("compound", "nmod", "appos", "poss") and child.i in index.by_word:
                return index.by_word[child.i]
        inner = next((child for child in target.children if child.dep == "prep" and child.lower in ("of", "in", "near")), None)
        target = inner.child("pobj") if inner is not None else None
    return None
