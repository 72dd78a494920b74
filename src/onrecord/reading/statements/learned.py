"""The learned way to the same attributions: one head says which words attribute, another which parts of the tree they attribute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.parse import Word
from onrecord.reading.statements.arcs import Arc, Cut, arcs_of, cuts_of
from onrecord.reading.statements.features import (
    Codes,
    arc_codes,
    arc_floats,
    cue_codes,
    cue_floats,
    cue_has,
    cut_codes,
    cut_floats,
    may_be_cue,
    subject_near,
)
from onrecord.reading.statements.frames import Found, cue_words
from onrecord.reading.statements.ground import Ground, Range
from onrecord.reading.statements.hypotheses import (
    Hypothesis,
    Rated,
    hypotheses,
    hypothesis_codes,
    hypothesis_floats,
)
from onrecord.reading.statements.net import Matrix, Net, Picked, chances, picked
from onrecord.reading.statements.source import may_speak, source_words, word_source
from onrecord.vocabulary.saying import CueEntry, load_cues

Features = list[Matrix | Picked]

_PLAIN = CueEntry(frozenset({"clause"}), False, False)
_BATCH = 2048
_LEAST_ARC = 0.2
_QUOTED = 0.6
"""How much less sure the last head may be of an answer with words in quotation marks: they are somebody's."""
_UNKNOWN = 1.5
"""How much surer it must be of a verb that the lexicon does not know, with a subject that is no name and no known kind of speaker."""
_ACT = 1.4
"""How much surer of such a verb with a body for its subject and a thing for its content: a board that "approved the visas" has
done something and said nothing. Of a person the corpus shows the same verbs as often in speech ("touted the plan")."""
_WEAK = 0.05
"""The chance from which a verb may be the cue of a quotation beside it that no better cue takes."""


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """The networks, their codes, the chances from which they are believed, and where a form's static vector comes from."""

    cue: Net
    arc: Net
    cut: Net
    whole: Net
    codes: Codes
    cue_floor: float
    whole_floor: float
    vector: Callable[[str], NDArray[np.float32]]


def find_learned(ground: Ground, heads: Heads) -> list[Found]:
    """In order of cue."""
    words = [word for word in ground.parse.words if may_be_cue(word, heads.codes)]
    likely: list[tuple[Word, float]] = []
    weak: list[Word] = []
    for k in range(0, len(words), _BATCH):
        part = words[k : k + _BATCH]
        codes = np.array([cue_codes(word, ground, heads.codes) for word in part], np.int64)
        values = chances(heads.cue.answers(codes, cue_matrix(part, ground, heads.vector)))[:, 0]
        likely.extend((word, float(value)) for word, value in zip(part, values, strict=True) if value >= heads.cue_floor)
        weak.extend(word for word, value in zip(part, values, strict=True) if heads.cue_floor > value >= _WEAK and word.pos == "VERB")
    out: list[Found] = []
    for k in range(0, len(likely), _BATCH):
        out.extend(_read_batch(likely[k : k + _BATCH], ground, heads))
    out.extend(_weak(word, ground) for word in weak)
    return sorted(out, key=lambda found: found.cue.i)


def cue_matrix(words: list[Word], ground: Ground, vector: Callable[[str], NDArray[np.float32]]) -> Features:
    """The plain features of some words, one row each."""
    tensor = ground.parse.tensor
    subjects = [subject_near(word) for word in words]
    named = [len(tensor) if subject is None else subject.i for subject in subjects]
    forms: dict[str, int] = {}
    places = [forms.setdefault(word.lemma.lower(), len(forms)) for word in words]
    return [
        np.array([cue_floats(word, ground) for word in words], np.float32),
        tensor[[word.i for word in words]],
        picked(tensor, [word.head.i for word in words]),
        picked(np.concatenate([tensor, np.zeros((1, tensor.shape[1]), np.float32)]), named),
        Picked(np.array([vector(form) for form in forms], np.float32), np.array(places, np.int64)),
    ]


def arc_matrix(rated: list[tuple[Word, float, list[Arc]]], ground: Ground) -> Features:
    """The plain features of the arcs of some cues (each with its chance), one row each."""
    tensor = ground.parse.tensor
    plain: list[list[float]] = []
    for cue, chance, arcs in rated:
        has = cue_has(cue)
        plain.extend(arc_floats(arc, n, cue, has, chance, ground) for n, arc in enumerate(arcs))
    cues = [cue.i for cue, _, arcs in rated for _ in arcs]
    return [np.array(plain, np.float32), picked(tensor, cues), picked(tensor, [arc.word.i for *_, arcs in rated for arc in arcs])]


def _read_batch(likely: list[tuple[Word, float]], ground: Ground, heads: Heads) -> list[Found]:
    rated = rate(likely, ground, heads)
    rows = [(one, each) for one in rated for each in hypotheses(one, ground)]
    codes = np.array([hypothesis_codes(each, one, ground, heads.codes) for one, each in rows], np.int64)
    values = chances(heads.whole.answers(codes, hypothesis_matrix(rows, ground)))[:, 0].tolist()
    best: dict[int, tuple[float, Hypothesis]] = {}
    for (one, each), value in zip(rows, values, strict=True):
        if value > best.get(one.cue.i, (0.0, each))[0]:
            best[one.cue.i] = (value, each)
    out = []
    for one in rated:
        value, each = best[one.cue.i]
        floor = heads.whole_floor * _doubt(one, each, ground)
        out.append(_found(one, each, weak=value < floor))
    return out


def _doubt(one: Rated, each: Hypothesis, ground: Ground) -> float:
    """What the floor is multiplied by for this answer."""
    if _holds_quotation(each, one.cue, ground):
        return _QUOTED
    if not _is_likely(one.cue, each.source):
        return _UNKNOWN
    unknown = one.cue.pos == "VERB" and one.cue.lemma not in load_cues().verbs
    body = each.source is not None and each.source.entity != "PERSON" and each.source.pos != "PRON"
    return _ACT if unknown and body and each.content and not _is_clausal(one, each) else 1.0


def _is_clausal(one: Rated, each: Hypothesis) -> bool:
    return any(one.arcs[n].word.pos in ("VERB", "AUX") for n in each.arcs)


def _is_likely(cue: Word, source: Word | None) -> bool:
    """A cue of the lexicon, or someone who can speak: not "the strikes targeted …", nor "the raid showed that …"."""
    if source is None or source.pos != "NOUN" or source.entity or may_speak(source):
        return True
    entry = load_cues().verbs.get(cue.lemma)
    return cue.pos != "VERB" or (entry is not None and not entry.written)


def _holds_quotation(each: Hypothesis, cue: Word, ground: Ground) -> bool:
    own = ground.quote_of[cue.i]
    return any(number != own for words in each.content for number, _ in ground.quoted(words))


def rate(likely: list[tuple[Word, float]], ground: Ground, heads: Heads) -> list[Rated]:
    """The second and third heads on some cues at once."""
    groups = [arcs_of(word, ground) for word, _ in likely]
    values = _arc_values(likely, groups, ground, heads)
    rows = [(k, n, word, arc, cut) for k, ((word, _), arcs) in enumerate(zip(likely, groups, strict=True))
            for n, arc in enumerate(arcs) if values[k][n] >= _LEAST_ARC for cut in cuts_of(arc, word, ground)]  # fmt: skip
    cuts: list[dict[int, list[tuple[Cut, float]]]] = [{} for _ in likely]
    if rows:
        codes = np.array([cut_codes(cut, arc, word, ground, heads.codes) for _, _, word, arc, cut in rows], np.int64)
        matrix = cut_matrix([(word, arc, cut) for _, _, word, arc, cut in rows], ground)
        for (k, n, *_, cut), value in zip(rows, chances(heads.cut.answers(codes, matrix))[:, 0].tolist(), strict=True):
            cuts[k].setdefault(n, []).append((cut, value))
    return [Rated(word, chance, groups[k], values[k], cuts[k]) for k, (word, chance) in enumerate(likely)]


def _arc_values(likely: list[tuple[Word, float]], groups: list[list[Arc]], ground: Ground, heads: Heads) -> list[list[float]]:
    rows = [(word, chance, arcs) for (word, chance), arcs in zip(likely, groups, strict=True) if arcs]
    values: list[float] = []
    if rows:
        codes = np.array([arc_codes(arc, word, ground, heads.codes) for word, _, arcs in rows for arc in arcs], np.int64)
        values = chances(heads.arc.answers(codes, arc_matrix(rows, ground)))[:, 0].tolist()
    out, at = [], 0
    for arcs in groups:
        out.append(values[at : at + len(arcs)])
        at += len(arcs)
    return out


def cut_matrix(rows: list[tuple[Word, Arc, Cut]], ground: Ground) -> Features:
    """The plain features of some cuts, one row each."""
    tensor = ground.parse.tensor
    plain = np.array([cut_floats(cut, arc, word, ground) for word, arc, cut in rows], np.float32)
    return [plain, picked(tensor, [cut.word.i for *_, cut in rows]), picked(tensor, [cut.word.head.i for *_, cut in rows])]


def hypothesis_matrix(pairs: list[tuple[Rated, Hypothesis]], ground: Ground) -> Features:
    """The plain features of some hypotheses, one row each."""
    tensor = ground.parse.tensor
    plain = np.array([hypothesis_floats(each, one, ground) for one, each in pairs], np.float32)
    cues = [one.cue.i for one, _ in pairs]
    heads = [one.arcs[each.arcs[0]].word.i if each.arcs else one.cue.i for one, each in pairs]
    firsts = [each.content[0][0] if each.content else one.cue.i for one, each in pairs]
    lasts = [each.content[-1][1] - 1 if each.content else one.cue.i for one, each in pairs]
    nexts = [min(last + 1, len(tensor) - 1) for last in lasts]
    means = _means(tensor, [each.content or ((one.cue.i, one.cue.i + 1),) for one, each in pairs])
    near = [picked(tensor, rows) for rows in (cues, heads, lasts, firsts, nexts)]
    return [plain, *near[:3], means, *near[3:]]


def _means(tensor: Matrix, contents: Sequence[tuple[Range, ...]]) -> Matrix:
    """The mean vector of the words of each content."""
    sums = np.zeros((len(tensor) + 1, tensor.shape[1]), np.float64)
    np.cumsum(tensor, axis=0, dtype=np.float64, out=sums[1:])
    owners = [n for n, content in enumerate(contents) for _ in content]
    ends = np.array([part for content in contents for part in content], np.int64)
    total = np.zeros((len(contents), tensor.shape[1]), np.float64)
    np.add.at(total, owners, sums[ends[:, 1]] - sums[ends[:, 0]])
    count = np.bincount(owners, weights=ends[:, 1] - ends[:, 0], minlength=len(contents))
    return np.asarray(total / count[:, None], dtype=np.float32)


def _found(one: Rated, best: Hypothesis, *, weak: bool) -> Found:
    clausal = _is_clausal(one, best)
    content = () if weak else best.content
    return Found(one.cue, cue_words(one.cue), content, best.source, best.source_words, _entry(one.cue), clausal and not weak, weak)


def _weak(word: Word, ground: Ground) -> Found:
    source = word_source(word)
    words = source_words(source, word, ground) if source is not None else None
    return Found(word, cue_words(word), (), source, words, _entry(word), weak=True)


def _entry(word: Word) -> CueEntry:
    cues = load_cues()
    table = {"VERB": cues.verbs, "NOUN": cues.nouns, "ADJ": cues.adjectives}.get(word.pos)
    entry = table.get(word.lemma) if table is not None else None
    return CueEntry(entry.takes | {"clause"}, entry.mental, entry.written) if entry is not None else _PLAIN
