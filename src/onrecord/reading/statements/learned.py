"""The learned way to the same attributions: one head says which words attribute, another which parts of the tree they attribute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.parse import Word
from onrecord.reading.statements.arcs import INNER, SIBLING_INNER, WHOLE, Arc, arcs_of, cuts_of
from onrecord.reading.statements.features import (
    Codes,
    arc_codes,
    arc_floats,
    cue_codes,
    cue_floats,
    cut_codes,
    cut_floats,
    may_be_cue,
    subject_near,
)
from onrecord.reading.statements.frames import Found, cue_words, relative_subject, with_antecedent
from onrecord.reading.statements.ground import Ground, Range, joined, subtract
from onrecord.reading.statements.net import Matrix, Net, chances
from onrecord.reading.statements.source import noun_source, source_words, verb_source
from onrecord.vocabulary.saying import CueEntry, load_cues

_PLAIN = CueEntry(frozenset({"clause"}), False, False)
_BATCH = 2048


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """The networks, their codes, the chances from which they are believed, and where a form's static vector comes from."""

    cue: Net
    arc: Net
    cut: Net
    codes: Codes
    cue_floor: float
    arc_floor: float
    cut_floor: float
    vector: Callable[[str], NDArray[np.float32]]


def find_learned(ground: Ground, heads: Heads) -> list[Found]:
    """In order of cue."""
    words = [word for word in ground.parse.words if may_be_cue(word, heads.codes)]
    likely: list[tuple[Word, float]] = []
    for k in range(0, len(words), _BATCH):
        part = words[k : k + _BATCH]
        codes = np.array([cue_codes(word, ground, heads.codes) for word in part], np.int64)
        values = chances(heads.cue.answers(codes, cue_matrix(part, ground, heads.vector)))[:, 0]
        likely.extend((word, float(value)) for word, value in zip(part, values, strict=True) if value >= heads.cue_floor)
    out: list[Found] = []
    for k in range(0, len(likely), _BATCH):
        out.extend(_read_batch(likely[k : k + _BATCH], ground, heads))
    return out


def cue_matrix(words: list[Word], ground: Ground, vector: Callable[[str], NDArray[np.float32]]) -> Matrix:
    """The plain features of some words, one row each."""
    tensor = ground.parse.tensor
    subjects = [subject_near(word) for word in words]
    of_subject = tensor[[0 if subject is None else subject.i for subject in subjects]]
    of_subject[[subject is None for subject in subjects]] = 0
    forms = [word.lemma.lower() for word in words]
    static = {form: vector(form) for form in dict.fromkeys(forms)}
    parts = [
        np.array([cue_floats(word, ground) for word in words], np.float32),
        tensor[[word.i for word in words]],
        tensor[[word.head.i for word in words]],
        of_subject,
        np.array([static[form] for form in forms], np.float32),
    ]
    return np.concatenate(parts, axis=1)


def arc_matrix(arcs: list[Arc], cue: Word, chance: float, ground: Ground) -> Matrix:
    """The plain features of the arcs of one cue, one row each."""
    tensor = ground.parse.tensor
    plain = np.array([arc_floats(arc, n, cue, chance, ground) for n, arc in enumerate(arcs)], np.float32)
    return np.concatenate([plain, np.repeat(tensor[cue.i][None], len(arcs), 0), tensor[[arc.word.i for arc in arcs]]], axis=1)


def _read_batch(likely: list[tuple[Word, float]], ground: Ground, heads: Heads) -> list[Found]:
    groups = [arcs_of(word, ground) for word, _ in likely]
    rows = [(word, chance, arcs) for (word, chance), arcs in zip(likely, groups, strict=True) if arcs]
    values: list[float] = []
    if rows:
        codes = np.array([arc_codes(arc, word, ground, heads.codes) for word, _, arcs in rows for arc in arcs], np.int64)
        matrix = np.concatenate([arc_matrix(arcs, word, chance, ground) for word, chance, arcs in rows])
        values = chances(heads.arc.answers(codes, matrix))[:, 0].tolist()
    chosen: list[tuple[Word, list[Arc]]] = []
    at = 0
    for (word, _), arcs in zip(likely, groups, strict=True):
        own = values[at : at + len(arcs)]
        at += len(arcs)
        chosen.append((word, _chosen(arcs, own, heads.arc_floor)))
    return [_found(word, arcs, ground) for word, arcs in _shortened(chosen, ground, heads)]


def _shortened(chosen: list[tuple[Word, list[Arc]]], ground: Ground, heads: Heads) -> list[tuple[Word, list[Arc]]]:
    """Every arc ended at the first place where the third head would end it."""
    rows = [(word, arc, cut) for word, arcs in chosen for arc in arcs for cut in cuts_of(arc, word, ground)]
    if not rows:
        return chosen
    tensor = ground.parse.tensor
    codes = np.array([cut_codes(cut, arc, word, ground, heads.codes) for word, arc, cut in rows], np.int64)
    plain = np.array([cut_floats(cut, arc, word, ground) for word, arc, cut in rows], np.float32)
    matrix = np.concatenate([plain, tensor[[cut.word.i for *_, cut in rows]], tensor[[cut.word.head.i for *_, cut in rows]]], axis=1)
    values = chances(heads.cut.answers(codes, matrix))[:, 0].tolist()
    ends: dict[int, int] = {}
    for (_, arc, cut), value in zip(rows, values, strict=True):
        if value >= heads.cut_floor:
            ends[id(arc)] = min(ends.get(id(arc), cut.at), cut.at)
    return [(word, [_ended(arc, ends[id(arc)]) if id(arc) in ends else arc for arc in arcs]) for word, arcs in chosen]


def _ended(arc: Arc, at: int) -> Arc:
    ranges = tuple((first, min(last, at)) for first, last in arc.ranges if first < at)
    return Arc(arc.option, arc.word, ranges)


def _chosen(arcs: list[Arc], values: list[float], floor: float) -> list[Arc]:
    """The arcs believed; of a part and the same part without its first word, the likelier."""
    best: dict[tuple[int, int], tuple[float, Arc]] = {}
    for arc, value in zip(arcs, values, strict=True):
        option = WHOLE if arc.option == INNER else SIBLING_INNER - 1 if arc.option == SIBLING_INNER else arc.option
        key = (option, arc.word.i)
        if value >= floor and (key not in best or value > best[key][0]):
            best[key] = (value, arc)
    return [arc for _, arc in best.values()]


def _found(word: Word, arcs: list[Arc], ground: Ground) -> Found:
    source = _source(word)
    words = source_words(source, ground) if source is not None else None
    cue: Range = cue_words(word)
    holes = [cue, *([words] if words else [])]
    ranges = [r for arc in arcs for r in arc.ranges]
    if len(arcs) == 1 and arcs[0].option == WHOLE and arcs[0].word.dep == "prep" and word.pos == "VERB":
        # "called for a truce", "warned of a famine": the preposition is the cue's.
        ranges = [(max(first, arcs[0].word.i + 1), last) for first, last in ranges if last > arcs[0].word.i + 1]
    clause = next((arc.word for arc in arcs if arc.option == WHOLE and arc.word.dep == "ccomp"), None)
    if clause is not None:
        ranges.extend(with_antecedent(word, clause, ground))
        holes.extend(relative_subject(word, clause, ground))
    content = tuple(piece for part in joined(ranges) for piece in subtract(part, holes))
    clausal = any(arc.word.pos in ("VERB", "AUX") for arc in arcs)
    return Found(word, cue, content, source, words, _entry(word), clausal)


def _source(word: Word) -> Word | None:
    if word.lower == "according":
        to = next((child for child in word.children if child.lower == "to"), None)
        return to.child("pobj") if to is not None else None
    if word.pos in ("VERB", "AUX"):
        return verb_source(word)
    if word.pos == "ADJ":
        return verb_source(word.head) if word.dep in ("acomp", "oprd") else None
    return noun_source(word)


def _entry(word: Word) -> CueEntry:
    cues = load_cues()
    table = {"VERB": cues.verbs, "NOUN": cues.nouns, "ADJ": cues.adjectives}.get(word.pos)
    entry = table.get(word.lemma) if table is not None else None
    return CueEntry(entry.takes | {"clause"}, entry.mental, entry.written) if entry is not None else _PLAIN
