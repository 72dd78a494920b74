"""Joins what the tree gives with what the quotation marks give: whole quotations, their continuations, and bare ones."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.record import StatementKind
from onrecord.model.span import Span
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, Range, joined, subtract

_SPEECH_MARKS = frozenset(",.?!:;…—–-")
_LEAST_BARE = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement whose speaker is still words."""

    found: Found | None
    content: tuple[Span, ...]
    quotes: tuple[Span, ...]
    kind: StatementKind
    block: int
    first: int
    """The first word of the content."""


def assemble(found: list[Found], ground: Ground) -> list[Draft]:
    """The statements of a document, in order of cue; bare quotations last."""
    taken: dict[int, int] = {}
    contents: list[list[Range]] = []
    for n, one in enumerate(found):
        contents.append(_with_quotes(one, n, taken, ground))
    _attach_adjacent(found, contents, taken, ground)
    _attach_continuations(found, contents, taken, ground)
    drafts = [draft for n, one in enumerate(found) if (draft := _draft(one, contents[n], ground)) is not None]
    return drafts + _bare(taken, drafts, ground)


def _with_quotes(one: Found, n: int, taken: dict[int, int], ground: Ground) -> list[Range]:
    """The content, grown to the whole of each quotation that it starts or ends in, when the cue stands outside that quotation."""
    out = list(one.content)
    own = ground.quote_of[one.cue.i]
    for first, last in one.content:
        touched = dict.fromkeys(q for q in ground.quote_of[first:last] if q >= 0 and q != own)
        for number in touched:
            words = ground.quote_words[number]
            inside = min(last, words[1]) - max(first, words[0])
            if not ground.quotes[number].closed and words[0] <= one.cue.i:
                continue
            if _speech(number, ground) and one.clausal and inside * 2 >= min(words[1] - words[0], 4):
                out.append(words)
                taken.setdefault(number, n)
            elif inside == words[1] - words[0]:
                taken.setdefault(number, n)
            else:
                out.append(words)
    if own >= 0:
        out = [(max(a, ground.quote_words[own][0]), min(b, ground.quote_words[own][1])) for a, b in out]
        out = [(a, b) for a, b in out if a < b]
    return out


def _speech(number: int, ground: Ground) -> bool:
    """A quotation that looks like a sentence said rather than a word borrowed."""
    first, last = ground.quote_words[number]
    words = ground.parse.words[first:last]
    return len(words) >= 2 and (any(word.pos in ("VERB", "AUX") for word in words) or words[-1].pos == "PUNCT")


def _attach_adjacent(found: list[Found], contents: list[list[Range]], taken: dict[int, int], ground: Ground) -> None:
    """A quotation without a grammatical tie goes to the cue beside it: "…," the minister said; she said: "…"."""
    by_place = sorted((one.cue.i, n) for n, one in enumerate(found))
    places = [i for i, _ in by_place]
    for number, quote in enumerate(ground.quotes):
        if number in taken or not _speech(number, ground):
            continue
        n = _cue_beside(number, found, contents, by_place, places, ground)
        if n is not None:
            contents[n].append(ground.quote_words[number])
            taken[number] = n
        elif quote.continues and number - 1 in taken:
            contents[taken[number - 1]].append(ground.quote_words[number])
            taken[number] = taken[number - 1]


def _cue_beside(
    number: int, found: list[Found], contents: list[list[Range]], by_place: list[tuple[int, int]], places: list[int], ground: Ground
) -> int | None:
    from bisect import bisect_left

    words = ground.parse.words
    first, last = ground.quote_words[number]
    text = ground.parse.text
    block = ground.quotes[number].block
    after = _run(last, 1, block, ground)
    before = _run(first - 1, -1, block, ground)
    near_end = text[max(ground.quotes[number].inner.end - 1, 0)]
    choices: list[tuple[int, int]] = []
    for k in range(bisect_left(places, before[0]), bisect_left(places, before[1])):
        n = by_place[k][1]
        one = found[n]
        gap = first - one.cue.i
        if ("clause" in one.entry.takes or "quote" in one.entry.takes) and one.cue.pos == "VERB" and _free(contents[n], one, ground):
            colon = words[first - 1].text in (":", ",") or words[first - 2].text in (":", ",") if first >= 2 else False
            choices.append((gap - (6 if colon else 0), n))
    if near_end in ",?!.…—-" or text[ground.quotes[number].outer.end : ground.quotes[number].outer.end + 1] == ",":
        for k in range(bisect_left(places, after[0]), bisect_left(places, after[1])):
            n = by_place[k][1]
            one = found[n]
            gap = one.cue.i - last
            if ("clause" in one.entry.takes or "quote" in one.entry.takes) and one.cue.pos == "VERB" and _free(contents[n], one, ground):
                choices.append((gap - (8 if near_end == "," else 0), n))
    return min(choices)[1] if choices else None


def _free(content: list[Range], one: Found, ground: Ground) -> bool:
    """No content of its own yet, or only quotation."""
    return all(ground.quote_of[i] >= 0 for first, last in content for i in (first, last - 1)) or not one.clausal


def _run(start: int, step: int, block: int, ground: Ground) -> Range:
    """The words outside quotation marks from `start` on, to the sentence's end or the next quotation."""
    words = ground.parse.words
    i, seen = start, 0
    while 0 <= i < len(words) and seen < 40:
        word = words[i]
        if word.sentence.block != block or ground.quote_of[i] >= 0:
            break
        if seen > 1 and step > 0 and word.tag == ".":
            break
        if seen > 1 and step < 0 and word.tag == ".":
            break
        i, seen = i + step, seen + 1
    return (start, i) if step > 0 else (i + 1, start + 1)


def _attach_continuations(found: list[Found], contents: list[list[Range]], taken: dict[int, int], ground: Ground) -> None:
    """What follows a quotation in its paragraph with no cue of its own belongs to it: "…," she said. "…"."""
    cue_sentences = {(one.cue.sentence.index) for one in found if ground.quote_of[one.cue.i] < 0}
    for number, quote in enumerate(ground.quotes):
        if number in taken or number == 0 or number - 1 not in taken:
            continue
        earlier = ground.quotes[number - 1]
        if earlier.block != quote.block and not quote.continues:
            continue
        if not _speech(number, ground):
            continue
        first = ground.quote_words[number][0]
        own = ground.parse.words[first].sentence
        between = range(ground.quote_words[number - 1][1], first)
        starts = all(ground.parse.words[i].pos == "PUNCT" for i in range(own.first, first)) or first == own.first
        cue = found[taken[number - 1]].cue
        plain = [i for i in between if ground.parse.words[i].pos != "PUNCT"]
        same = all(ground.parse.words[i].sentence is cue.sentence for i in plain)
        if (starts or not plain) and same and (own.index not in cue_sentences or own is cue.sentence):
            contents[taken[number - 1]].append(ground.quote_words[number])
            taken[number] = taken[number - 1]


def _draft(one: Found, content: list[Range], ground: Ground) -> Draft | None:
    holes = [one.cue_words, *([one.source_words] if one.source_words else [])]
    ranges = [piece for part in joined(content) for piece in subtract(part, holes)]
    ranges = [piece for part in ranges if (piece := _without_mark(part, one, ground)) is not None]
    if not ranges:
        return None
    return _make(one, ranges, ground)


def _without_mark(part: Range, one: Found, ground: Ground) -> Range | None:
    words = ground.parse.words
    first, last = part
    while first < last and (words[first].pos == "PUNCT" or (words[first].lower == "that" and words[first].dep == "mark")):
        first += 1
    while last > first and words[last - 1].pos == "PUNCT":
        last -= 1
    return (first, last) if first < last else None


def _make(one: Found | None, ranges: list[Range], ground: Ground) -> Draft:
    numbers = dict.fromkeys(q for first, last in ranges for q in ground.quote_of[first:last] if q >= 0)
    if one is not None:
        numbers.pop(ground.quote_of[one.cue.i], None)
    total = sum(last - first for first, last in ranges)
    quoted = sum(1 for first, last in ranges for i in range(first, last) if ground.quote_of[i] in numbers)
    kind: StatementKind = "indirect" if not quoted else "direct" if quoted >= 0.9 * total else "mixed"
    spans = tuple(_whole_marks(ground.span(part), numbers, ground, kind) for part in ranges)
    quotes = tuple(ground.quotes[q].inner for q in numbers)
    block = ground.parse.words[ranges[0][0]].sentence.block
    if ground.parse.blocks[block].kind == "title":
        kind = "headline"
    return Draft(one, spans, quotes, kind, block, ranges[0][0])


def _whole_marks(span: Span, numbers: dict[int, None], ground: Ground, kind: StatementKind) -> Span:
    """A quotation cut at its last word takes its stop with it; in mixed content the marks at an end stay with their words."""
    for number in numbers:
        quote = ground.quotes[number]
        if quote.inner.overlaps(span):
            if kind == "direct" and span.holds((quote.inner.start, span.end)) and quote.inner.end - span.end <= 3:
                span = Span(span.start, max(span.end, quote.inner.end))
            elif kind == "mixed":
                if span.start == quote.inner.start:
                    span = Span(quote.outer.start, span.end)
                if 0 <= quote.inner.end - span.end <= 3:
                    span = Span(span.start, quote.outer.end)
    return span


def _bare(taken: dict[int, int], drafts: list[Draft], ground: Ground) -> list[Draft]:
    """Whole sentences in quotation marks that no cue claims."""
    out = []
    words = ground.parse.words
    for number, quote in enumerate(ground.quotes):
        first, last = ground.quote_words[number]
        if number in taken or last - first < _LEAST_BARE or not quote.opened:
            continue
        end = words[last - 1]
        if words[first].text[:1].isupper() and end.text in (".", "?", "!") and any(w.pos in ("VERB", "AUX") for w in words[first:last]):
            out.append(_make(None, [(first, last)], ground))
    return out
