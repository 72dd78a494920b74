"""Examples as arrays for the two heads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from gold import Example

from onrecord.reading.parse import LanguageModel, Word
from onrecord.reading.statements.arcs import arcs_of, cuts_of
from onrecord.reading.statements.features import Codes, arc_codes, cue_codes, cut_codes, may_be_cue
from onrecord.reading.statements.hypotheses import Hypothesis, hypotheses, hypothesis_codes
from onrecord.reading.statements.learned import Heads, arc_matrix, cue_matrix, cut_matrix, hypothesis_matrix, rate
from onrecord.reading.statements.net import side_by_side


def make_codes(examples: list[Example], cues: frozenset[str], least: int = 6) -> Codes:
    words: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    for example in examples:
        for word in example.ground.parse.words:
            labels[word.dep] += 1
            labels[word.tag] += 1
            words[word.lower] += 1
            if word.lemma.lower() != word.lower:
                words[word.lemma.lower()] += 1
        for anchor in example.anchors:
            for arc in anchor.arcs:
                labels[f"{arc.option} {arc.word.dep}"] += 1
                labels[f"{arc.option} {anchor.word.dep}"] += 1
            words[anchor.word.lemma.lower()] += 2
    ordered = [word for word, count in words.most_common(2500) if count >= least]
    near = Counter(a.word.lemma.lower() for e in examples for a in e.anchors)
    ordered += [word for word, count in sorted(near.items()) if count >= 2 and word not in set(ordered)]
    return Codes({w: n + 1 for n, w in enumerate(ordered)}, {w: n + 1 for n, (w, c) in enumerate(labels.most_common()) if c >= 5}, cues)


@dataclass(slots=True)
class CueRows:
    doc: np.ndarray
    word: np.ndarray
    codes: np.ndarray
    features: np.ndarray
    target: np.ndarray


def cue_rows(examples: list[Example], codes: Codes, model: LanguageModel) -> CueRows:
    doc, number, code, feature, target = [], [], [], [], []
    for n, example in enumerate(examples):
        anchors = {anchor.word.i for anchor in example.anchors}
        words = [word for word in example.ground.parse.words if may_be_cue(word, codes)]
        if not words:
            continue
        doc.extend([n] * len(words))
        number.extend(word.i for word in words)
        code.append(np.array([cue_codes(word, example.ground, codes) for word in words], np.int64))
        feature.append(side_by_side(cue_matrix(words, example.ground, model.vector)))
        target.extend(float(word.i in anchors) for word in words)
    return CueRows(np.array(doc), np.array(number), np.concatenate(code), np.concatenate(feature), np.array(target, np.float32))


@dataclass(slots=True)
class Rows:
    """Rows of one of the later heads; `doc` is the number of the example."""

    doc: np.ndarray
    codes: np.ndarray
    features: np.ndarray
    target: np.ndarray


def arc_rows(examples: list[Example], rows: CueRows, chance: np.ndarray, codes: Codes, floor: float) -> Rows:
    """Arcs of the gold's cues and of those that the first head would let pass."""
    doc, code, feature, target = [], [], [], []
    for n, example in enumerate(examples):
        ground = example.ground
        gold = {anchor.word.i: anchor for anchor in example.anchors}
        for k in np.flatnonzero(rows.doc == n):
            i = int(rows.word[k])
            anchor = gold.get(i)
            if anchor is None and chance[k] < floor:
                continue
            cue = ground.parse.words[i]
            arcs = anchor.arcs if anchor is not None else arcs_of(cue, ground)
            if not arcs:
                continue
            labels = anchor.labels if anchor is not None else [False] * len(arcs)
            code.append(np.array([arc_codes(arc, cue, ground, codes) for arc in arcs], np.int64))
            feature.append(side_by_side(arc_matrix([(cue, float(chance[k]), arcs)], ground)))
            target.extend(map(float, labels))
            doc.extend([n] * len(arcs))
    return Rows(np.array(doc), np.concatenate(code), np.concatenate(feature), np.array(target, np.float32))


def cut_rows(examples: list[Example], codes: Codes) -> Rows:
    """The right edges of the gold's own parts: what hangs there and is not in the content."""
    doc, code, feature, target = [], [], [], []
    for n, example in enumerate(examples):
        ground = example.ground
        words = ground.parse.words
        rows = [
            (anchor.word, arc, cut, anchor.content)
            for anchor in example.anchors
            for arc, yes in zip(anchor.arcs, anchor.labels, strict=True)
            if yes
            for cut in cuts_of(arc, anchor.word, ground)
        ]
        if not rows:
            continue
        for word, arc, cut, content in rows:
            held = [i for i in range(cut.at, ground.right[cut.word.i] + 1) if words[i].pos != "PUNCT"]
            code.append(cut_codes(cut, arc, word, ground, codes))
            target.append(float(sum(i in content for i in held) < 0.5 * len(held)))
        feature.append(side_by_side(cut_matrix([row[:3] for row in rows], ground)))
        doc.extend([n] * len(rows))
    return Rows(np.array(doc), np.array(code, np.int64), np.concatenate(feature), np.array(target, np.float32))


def hypothesis_rows(examples: list[Example], numbers: list[int], rows: CueRows, chance: np.ndarray, heads: Heads, floor: float) -> Rows:
    """Whole answers for every cue that may pass, each right when it covers the gold's content as the scorer asks (0.8 both ways)."""
    doc, code, feature, target = [], [], [], []
    for n in numbers:
        example = examples[n]
        ground = example.ground
        likely = [(ground.parse.words[int(rows.word[k])], float(chance[k])) for k in np.flatnonzero(rows.doc == n) if chance[k] >= floor]
        if not likely:
            continue
        pairs = [(one, each) for one in rate(likely, ground, heads) for each in hypotheses(one, ground)]
        code.append(np.array([hypothesis_codes(each, one, ground, heads.codes) for one, each in pairs], np.int64))
        feature.append(side_by_side(hypothesis_matrix(pairs, ground)))
        target.extend(_is_right(one.cue, each, example) for one, each in pairs)
        doc.extend([n] * len(pairs))
    return Rows(np.array(doc), np.concatenate(code), np.concatenate(feature), np.array(target, np.float32))


def _is_right(cue: Word, each: Hypothesis, example: Example) -> float:
    ground = example.ground
    words = ground.parse.words
    golds = [a for a in example.anchors if a.word is cue] or [a for a in example.anchors if cue.i in a.cue]
    if not golds:
        return 0.0
    if not each.content:
        return float(any(len(a.quoted) >= 0.8 * len(a.content) and not any(a.labels) for a in golds))
    own = {i for first, last in each.content for i in range(first, last)}
    for number in {ground.quote_of[i] for i in own} - {-1, ground.quote_of[cue.i]}:
        own |= set(range(*ground.quote_words[number]))
    own = {i for i in own if words[i].pos != "PUNCT"}
    return max(float(len(own & a.content) >= 0.8 * max(len(own), len(a.content))) for a in golds)
