"""Examples as arrays for the two heads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from gold import Example

from onrecord.reading.parse import LanguageModel, Word
from onrecord.reading.statements.features import Codes, arc_codes, arc_floats, cue_codes, cue_floats, may_be_cue, subject_near


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


def cue_features(words: list[Word], example: Example, model: LanguageModel) -> np.ndarray:
    tensor = example.ground.parse.tensor
    subjects = [subject_near(word) for word in words]
    zero = np.zeros(tensor.shape[1], np.float32)
    return np.concatenate(
        [
            np.array([cue_floats(word, example.ground) for word in words], np.float32),
            tensor[[word.i for word in words]],
            tensor[[word.head.i for word in words]],
            np.array([zero if s is None else tensor[s.i] for s in subjects], np.float32),
            np.array([model.vector(word.lemma.lower()) for word in words], np.float32),
        ],
        axis=1,
    )


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
        feature.append(cue_features(words, example, model))
        target.extend(float(word.i in anchors) for word in words)
    return CueRows(np.array(doc), np.array(number), np.concatenate(code), np.concatenate(feature), np.array(target, np.float32))


@dataclass(slots=True)
class ArcRows:
    doc: np.ndarray
    cue: np.ndarray
    codes: np.ndarray
    features: np.ndarray
    target: np.ndarray


def arc_rows(examples: list[Example], rows: CueRows, chance: np.ndarray, codes: Codes, floor: float) -> ArcRows:
    """Arcs of the gold's cues and of those that the first head would let pass."""
    from onrecord.reading.statements.arcs import arcs_of

    doc, cues, code, feature, target = [], [], [], [], []
    for n, example in enumerate(examples):
        ground = example.ground
        tensor = ground.parse.tensor
        gold = {anchor.word.i: anchor for anchor in example.anchors}
        here = np.flatnonzero(rows.doc == n)
        for k in here:
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
            plain = np.array([arc_floats(arc, m, cue, float(chance[k]), ground) for m, arc in enumerate(arcs)], np.float32)
            feature.append(np.concatenate([plain, np.repeat(tensor[i][None], len(arcs), 0), tensor[[arc.word.i for arc in arcs]]], axis=1))
            target.extend(map(float, labels))
            doc.extend([n] * len(arcs))
            cues.extend([i] * len(arcs))
    return ArcRows(np.array(doc), np.array(cues), np.concatenate(code), np.concatenate(feature), np.array(target, np.float32))


@dataclass(slots=True)
class CutRows:
    codes: np.ndarray
    features: np.ndarray
    target: np.ndarray


def cut_rows(examples: list[Example], codes: Codes) -> CutRows:
    """The right edges of the gold's own parts: what hangs there and is not in the content."""
    from onrecord.reading.statements.arcs import cuts_of
    from onrecord.reading.statements.features import cut_codes, cut_floats

    code, feature, target = [], [], []
    for example in examples:
        ground = example.ground
        tensor = ground.parse.tensor
        words = ground.parse.words
        for anchor in example.anchors:
            for arc, yes in zip(anchor.arcs, anchor.labels, strict=True):
                if not yes:
                    continue
                for cut in cuts_of(arc, anchor.word, ground):
                    held = [i for i in range(cut.at, ground.right[cut.word.i] + 1) if words[i].pos != "PUNCT"]
                    inside = sum(i in anchor.content for i in held) / max(len(held), 1)
                    code.append(cut_codes(cut, arc, anchor.word, ground, codes))
                    feature.append(
                        np.concatenate(
                            [np.array(cut_floats(cut, arc, anchor.word, ground), np.float32), tensor[cut.word.i], tensor[cut.word.head.i]]
                        )
                    )
                    target.append(float(inside < 0.5))
    return CutRows(np.array(code, np.int64), np.array(feature, np.float32), np.array(target, np.float32))
