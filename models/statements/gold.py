"""Training rows from gold: which word each attribution hangs on, and which parts of the tree are its content."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.evaluation.parses import KeptParses
from onrecord.reading.parse import LanguageModel, Word
from onrecord.reading.statements.arcs import Arc, arcs_of
from onrecord.reading.statements.ground import Ground, survey
from onrecord.sources.jsonl import read_line

ANCHORS = ("VERB", "NOUN", "ADJ", "ADV", "ADP", "PROPN", "PUNCT", "AUX", "SCONJ")


@dataclass(slots=True)
class Anchor:
    """One gold attribution on the tree. `labels` marks the arcs of the cue that are content; `reach` is how well they cover it."""

    word: Word
    arcs: list[Arc]
    labels: list[bool]
    reach: float
    content: set[int]
    source: set[int]
    cue: set[int]
    quoted: set[int]
    """Words of the content that stand in quotations wholly inside it."""


@dataclass(slots=True)
class Example:
    id: str
    ground: Ground
    anchors: list[Anchor] = field(default_factory=list)


def load(file: Path, model: LanguageModel, parses: Path, most: int | None = None) -> list[Example]:
    kept = KeptParses(parses)
    out = []
    for line in file.read_text(encoding="utf-8").splitlines()[:most]:
        row = json.loads(line)
        parse = kept.parse(model, read_line(json.dumps({"id": row["id"], "text": row["text"]}), row["id"]))
        ground = survey(parse)
        example = Example(row["id"], ground)
        for attribution in row["attributions"]:
            anchor = find_anchor(attribution, ground)
            if anchor is not None:
                example.anchors.append(anchor)
        out.append(example)
    return out


def numbers(spans: list[tuple[int, int]], ground: Ground) -> set[int]:
    return {word.i for span in spans for word in ground.parse.words_at(span) if word.pos != "PUNCT"}


def find_anchor(attribution: dict, ground: Ground) -> Anchor | None:
    """The cue word whose arcs reach the content best; of equals the one highest in the tree."""
    content = numbers(attribution["content"], ground)
    source = numbers(attribution["source"], ground)
    cue = [word for span in attribution["cue"] for word in ground.parse.words_at(span)]
    held = {word.i for word in cue if word.pos != "PUNCT"}
    quoted: set[int] = set()
    for number in {ground.quote_of[i] for i in content} - {-1}:
        words = set(range(*ground.quote_words[number]))
        plain = {i for i in words if ground.parse.words[i].pos != "PUNCT"}
        if plain and len(plain & content) / len(plain) > 0.8:
            quoted |= plain
    best: tuple[float, int, int, Anchor] | None = None
    for word in cue:
        if word.pos not in ANCHORS or not content:
            continue
        arcs = arcs_of(word, ground)
        labels, reach = label(arcs, content, held | source, quoted, ground)
        depth = sum(1 for _ in word.ancestors())
        rank = (
            round(reach, 2),
            -("PUNCT ADP SCONJ AUX ADV".split().index(word.pos) + 2 if word.pos in "PUNCT ADP SCONJ AUX ADV" else 0),
            -depth,
        )
        if best is None or rank > best[:3]:
            best = (*rank, Anchor(word, arcs, labels, reach, content, source, held, quoted))
    return best[3] if best else None


def label(arcs: list[Arc], content: set[int], without: set[int], quoted: set[int], ground: Ground) -> tuple[list[bool], float]:
    sets = [{i for a, b in arc.ranges for i in range(a, b) if ground.parse.words[i].pos != "PUNCT"} - without for arc in arcs]
    labels = [bool(own) and len(own & content) / len(own) >= 0.75 for own in sets]
    # Of a part and its rest without the first word, the one nearer to the content.
    for n in range(1, len(arcs)):
        if labels[n] and labels[n - 1] and arcs[n].word is arcs[n - 1].word and arcs[n].option == arcs[n - 1].option + 1:
            whole = len(sets[n - 1] & content) / max(len(sets[n - 1] | content & sets[n - 1]), 1)
            inner = len(sets[n] & content)
            drop_inner = (len(sets[n - 1] & content) >= inner and whole > 0.999) or len(sets[n - 1] & content) > inner
            labels[n if drop_inner else n - 1] = False
    union = set(quoted)
    for own, chosen in zip(sets, labels, strict=True):
        if chosen:
            union |= own
    reach = len(union & content) / max(len(union | content), 1)
    if reach < 0.6:
        wide = [n for n, own in enumerate(sets) if len(own & content) >= 0.8 * len(content) and len(own & content) >= 0.4 * len(own)]
        if wide:
            n = min(wide, key=lambda k: len(sets[k]))
            labels = [k == n for k in range(len(arcs))]
            reach = 0.55
    return labels, reach


def anchored_words(examples: list[Example], least: int) -> frozenset[str]:
    """Words other than verbs that attribute at least so often: `lemma/POS`."""
    seen = Counter(f"{a.word.lemma.lower()}/{a.word.pos}" for example in examples for a in example.anchors if a.word.pos != "VERB")
    return frozenset(name for name, count in seen.items() if count >= least)
