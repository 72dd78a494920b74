"""Whole answers for one cue, so that the last head can weigh them against each other: which parts, and where they end."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from onrecord.reading.parse import Word
from onrecord.reading.statements.arcs import HOST, INNER, OPTIONS, SIBLING_INNER, WHOLE, Arc, Cut
from onrecord.reading.statements.features import Codes, quoted_near
from onrecord.reading.statements.frames import cue_words, relative_subject, with_antecedent
from onrecord.reading.statements.ground import Ground, Range, joined, subtract
from onrecord.reading.statements.source import source_words, word_source

_FLOORS = (0.65, 0.5, 0.35, 0.2)
_LEAST_CUT = 0.12
_MOST = 10


@dataclass(frozen=True, slots=True)
class Rated:
    """One cue with what the first heads say: its chance, its arcs with theirs, and the cuts of the likely arcs with theirs."""

    cue: Word
    chance: float
    arcs: list[Arc]
    values: list[float]
    cuts: dict[int, list[tuple[Cut, float]]]
    """By number of the arc."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Some arcs of a cue, perhaps cut short; `content` is what they give once cue and source are taken out."""

    arcs: tuple[int, ...]
    content: tuple[Range, ...]
    source: Word | None
    source_words: Range | None
    cut: Cut | None
    cut_chance: float
    other_cut: float


def hypotheses(rated: Rated, ground: Ground) -> list[Hypothesis]:
    """At most ten; the last is the empty one (only quotation marks can give the content)."""
    source = word_source(rated.cue)
    words = source_words(source, rated.cue, ground) if source is not None else None
    sets: dict[tuple[int, ...], None] = {}
    for floor in _FLOORS:
        sets[_chosen(rated, floor)] = None
    likeliest = max(range(len(rated.values)), key=lambda n: (rated.values[n], -n), default=None)
    if likeliest is not None and rated.values[likeliest] >= _LEAST_CUT:
        sets[(likeliest,)] = None
    out: list[Hypothesis] = []
    seen: set[tuple[Range, ...]] = set()
    for chosen in sets:
        for cut, chance, other in _ends(chosen, rated):
            content = _content(chosen, cut, rated, source, words, ground)
            if content and content not in seen and len(out) < _MOST - 1:
                seen.add(content)
                out.append(Hypothesis(chosen, content, source, words, cut, chance, other))
    out.append(Hypothesis((), (), source, words, None, 0.0, 0.0))
    return out


def _chosen(rated: Rated, floor: float) -> tuple[int, ...]:
    """The arcs believed from `floor` on; of a part and the same part without its first word, the likelier."""
    best: dict[tuple[int, int], int] = {}
    for n, (arc, value) in enumerate(zip(rated.arcs, rated.values, strict=True)):
        option = WHOLE if arc.option == INNER else SIBLING_INNER - 1 if arc.option == SIBLING_INNER else arc.option
        key = (option, arc.word.i)
        if value >= floor and (key not in best or value > rated.values[best[key]]):
            best[key] = n
    return tuple(sorted(best.values()))


def _ends(chosen: tuple[int, ...], rated: Rated) -> list[tuple[Cut | None, float, float]]:
    """No cut, and the two likeliest cuts of the part that ends last; with each the chance of the likeliest cut not made."""
    if not chosen:
        return []
    last = max(chosen, key=lambda n: (rated.arcs[n].ranges[-1][1], n))
    cuts = sorted(rated.cuts.get(last, []), key=lambda pair: (-pair[1], pair[0].at))[:2]
    likely = [(cut, value) for cut, value in cuts if value >= _LEAST_CUT]
    best = likely[0][1] if likely else 0.0
    return [(None, 0.0, best), *((cut, value, best if n else 0.0) for n, (cut, value) in enumerate(likely))]


def _content(
    chosen: tuple[int, ...], cut: Cut | None, rated: Rated, source: Word | None, words: Range | None, ground: Ground
) -> tuple[Range, ...]:
    arcs = [rated.arcs[n] for n in chosen]
    cue: Range = cue_words(rated.cue)
    holes = [cue, *([words] if words else [])]
    ranges = [r for arc in arcs for r in arc.ranges]
    if len(arcs) == 1 and arcs[0].option == WHOLE and arcs[0].word.dep == "prep" and rated.cue.pos == "VERB":
        # "called for a truce", "warned of a famine": the preposition is the cue's.
        ranges = [(max(first, arcs[0].word.i + 1), last) for first, last in ranges if last > arcs[0].word.i + 1]
    clause = next((arc.word for arc in arcs if arc.option == WHOLE and arc.word.dep == "ccomp"), None)
    if clause is not None:
        ranges.extend(with_antecedent(rated.cue, clause, ground))
        holes.extend(relative_subject(rated.cue, clause, ground))
    if cut is not None:
        ranges = [(first, min(last, cut.at)) for first, last in ranges if first < cut.at]
    return tuple(piece for part in joined(ranges) for piece in subtract(part, holes))


def hypothesis_codes(one: Hypothesis, rated: Rated, ground: Ground, codes: Codes) -> list[int]:
    words, labels = codes.words, codes.labels
    every = ground.parse.words
    first = every[one.content[0][0]].lower if one.content else ""
    after = one.content[-1][1] if one.content else rated.cue.i + 1
    arc = rated.arcs[one.arcs[0]] if one.arcs else None
    second = rated.arcs[one.arcs[1]] if len(one.arcs) > 1 else None
    return [
        words.get(rated.cue.lemma.lower(), 0),
        labels.get(rated.cue.dep, 0),
        words.get(first, 0),
        labels.get(f"{arc.option} {arc.word.dep}", 0) if arc else 0,
        labels.get(f"{second.option} {second.word.dep}", 0) if second else 0,
        words.get(every[after].lower, 0) if after < len(every) else 0,
        labels.get(one.cut.word.dep, 0) if one.cut else 0,
        words.get(one.source.lemma.lower(), 0) if one.source else 0,
    ]


def _logit(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return log(chance / (1 - chance))


def hypothesis_floats(one: Hypothesis, rated: Rated, ground: Ground) -> list[float]:
    every, quote = ground.parse.words, ground.quote_of
    held = set(one.arcs)
    inside = [rated.values[n] for n in one.arcs]
    outside = [value for n, value in enumerate(rated.values) if n not in held]
    own = quote[rated.cue.i]
    start, end = (one.content[0][0], one.content[-1][1]) if one.content else (rated.cue.i, rated.cue.i + 1)
    length = sum(last - first for first, last in one.content)
    first, last = quote[start], quote[end - 1]
    after = every[end] if end < len(every) else None
    before = every[start - 1].text if start else ""
    options = {rated.arcs[n].option for n in one.arcs}
    return [
        _logit(rated.chance),
        float(len(inside)),
        _logit(min(inside)) if inside else 0.0,
        _logit(max(inside)) if inside else 0.0,
        sum(map(_logit, inside)),
        _logit(max(outside)) if outside else -6.0,
        sum(log(1 - min(value, 0.99)) for value in outside),
        float(not one.content),
        float(one.cut is not None),
        one.cut_chance,
        one.other_cut,
        log(1 + length),
        log(1 + abs(start - rated.cue.i)),
        float(start > rated.cue.i),
        float(len(one.content)),
        float(after is None or after.tag == "."),
        float(after is not None and after.text == ","),
        float(after is not None and after.pos == "PUNCT"),
        float(after is not None and after.sentence is every[end - 1].sentence),
        float(before in (",", ":", "—", "–")),
        float(first >= 0 and first != own),
        float(last >= 0 and last != own),
        float(first >= 0 and first == last and first != own),
        float(first != last),
        float(after is not None and last >= 0 and quote[end] == last and last != own and after.pos != "PUNCT"),
        *(float(option in options) for option in range(OPTIONS)),
        float(any(rated.arcs[n].word.pos in ("VERB", "AUX") for n in one.arcs)),
        float(own >= 0),
        float(one.source is None),
        float(one.source is not None and one.source.entity != ""),
        float(one.source is not None and one.source.pos == "PRON"),
        float(rated.cue.pos == "VERB"),
        float(HOST in options and rated.cue.i < start),
        float(quoted_near(quote[rated.cue.i + 1 : rated.cue.i + 5], own)),
        float(quoted_near(quote[max(rated.cue.i - 5, 0) : rated.cue.i], own)),
    ]
