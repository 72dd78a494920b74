"""Quotations without a grammatical tie: given to the cue beside them, or to the quotation that they go on from."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.reading.statements.chains import said_through
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, Range

_FARTHEST = 40
_GOES_ON = ",?!…—–-"


@dataclass(frozen=True, slots=True)
class _Cues:
    """The attributions found, in order of cue, and where each cue stands."""

    found: list[Found]
    contents: list[list[Range]]
    order: list[int]
    places: list[int]
    ground: Ground

    def within(self, words: Range) -> list[int]:
        """Those whose cue stands among these words and could take a quotation: no content of its own that is not quoted."""
        numbers = self.order[bisect_left(self.places, words[0]) : bisect_left(self.places, words[1])]
        return [n for n in numbers if self._could_take(n)]

    def _could_take(self, n: int) -> bool:
        one = self.found[n]
        if one.cue.pos not in ("VERB", "NOUN") or said_through(one.cue) is not None or not one.entry.takes & {"clause", "quote"}:
            return False
        quote_of = self.ground.quote_of
        return not one.clausal or all(quote_of[i] >= 0 for first, last in self.contents[n] for i in (first, last - 1))


def is_speech(number: int, ground: Ground) -> bool:
    """A quotation that looks like something said rather than a word borrowed."""
    first, last = ground.quote_words[number]
    words = ground.parse.words[first:last]
    return len(words) >= 2 and (any(word.pos in ("VERB", "AUX") for word in words) or words[-1].pos == "PUNCT")


def attach(found: list[Found], contents: list[list[Range]], taken: dict[int, int], ground: Ground) -> None:
    """Adds each loose quotation to the content of one attribution, where the text around it says whose it is.

    In this order: a cue in its own sentence; the cue of a paragraph that ends in a colon right before it; the quotation before it,
    if this one goes on from it; a cue in the sentence before; what is told in other words in the sentence before.
    """
    order = sorted(range(len(found)), key=lambda n: found[n].cue.i)
    cues = _Cues(found, contents, order, [found[n].cue.i for n in order], ground)
    for number in range(len(ground.quotes)):
        if number in taken or not is_speech(number, ground):
            continue
        n = _in_sentence(number, cues)
        if n is None:
            n = _announced(number, cues)
        if n is None:
            n = _going_on(number, found, taken, ground)
        if n is None:
            n = _in_sentence_before(number, cues)
        if n is None:
            n = _after_told(number, cues)
        if n is not None:
            contents[n].append(ground.quote_words[number])
            taken[number] = n


def _in_sentence(number: int, cues: _Cues) -> int | None:
    """The nearest cue in the words around, up to the next full stop or quotation; a comma or colon at the border speaks for it."""
    ground = cues.ground
    words, text = ground.parse.words, ground.parse.text
    quote = ground.quotes[number]
    first, last = ground.quote_words[number]
    choices: list[tuple[bool, bool, int, int]] = []
    border = next((words[i].text for i in range(first - 1, max(first - 3, -1), -1) if words[i].text in (":", ",")), "")
    for n in cues.within(_run(first - 1, -1, quote.block, ground)):
        gap = first - cues.found[n].cue.i - (6 if border else 0)
        if not cues.found[n].weak or border:
            choices.append((cues.found[n].weak, cues.found[n].cue.dep == "relcl", gap, n))
    end = text[quote.inner.end - 1]
    after = text[quote.outer.end : quote.outer.end + 1]
    if end in _GOES_ON or after == ",":
        for n in cues.within(_run(last, 1, quote.block, ground)):
            gap = cues.found[n].cue.i - last - (8 if "," in (end, after) else 0)
            if not cues.found[n].weak or "," in (end, after) or end in "?!":
                choices.append((cues.found[n].weak, cues.found[n].cue.dep == "relcl", gap, n))
    return min(choices)[-1] if choices else None


def _announced(number: int, cues: _Cues) -> int | None:
    """The last cue of a paragraph that ends in a colon, for the quotation that opens the next one."""
    ground = cues.ground
    words = ground.parse.words
    first = ground.quote_words[number][0]
    if not _opens(first, ground):
        return None
    colon = first - 1
    while colon >= 0 and words[colon].pos == "PUNCT" and words[colon].text != ":":
        colon -= 1
    if colon < 1 or words[colon].text != ":" or words[colon].sentence.block == words[first].sentence.block:
        return None
    low, high = bisect_left(cues.places, words[colon].sentence.first), bisect_left(cues.places, colon)
    near = [n for n in cues.order[low:high] if cues.found[n].entry.takes & {"clause", "quote"}]
    free = [n for n in near if not cues.contents[n]]
    root = [n for n in near if cues.found[n].cue.is_root]
    return next(iter(root + free[::-1] + near[::-1]), None)


def _in_sentence_before(number: int, cues: _Cues) -> int | None:
    """ "She was clear. “We will stay.”" and "“We will stay.” So she said." """
    ground = cues.ground
    quote = ground.quotes[number]
    first, last = ground.quote_words[number]
    end = ground.parse.text[quote.inner.end - 1]
    if end == ".":
        after = [n for n in cues.within(_run(last, 1, quote.block, ground)) if not cues.found[n].weak]
        if after:
            return after[0]
    run = _run(first - 1, -1, quote.block, ground, stops=1)
    before = [n for n in cues.within(run) if not cues.found[n].weak]
    return before[-1] if before else None


def _after_told(number: int, cues: _Cues) -> int | None:
    """ "The mayor said nobody would leave. “This is our home.”": the words bear out what was told just before, in the same paragraph."""
    ground = cues.ground
    words = ground.parse.words
    first = ground.quote_words[number][0]
    before = first - 1
    while before >= 0 and words[before].pos == "PUNCT" and words[before].tag != ".":
        before -= 1
    if (
        before < 0
        or words[before].tag != "."
        or words[before].sentence.block != words[first].sentence.block
        or ground.quote_of[before] >= 0
    ):
        return None
    sentence = words[before].sentence
    low, high = bisect_left(cues.places, sentence.first), bisect_left(cues.places, sentence.last)
    for n in cues.order[low:high]:
        one = cues.found[n]
        sure = one.clausal and not one.weak and not one.entry.mental and one.source is not None
        if sure and "clause" in one.entry.takes and one.cue.pos == "VERB" and one.cue.is_root:
            return n
    return None


def _run(start: int, step: int, block: int, ground: Ground, stops: int = 0) -> Range:
    """The words outside quotation marks from `start` on, to the next quotation or past `stops` ends of a sentence."""
    words = ground.parse.words
    i, seen = start, 0
    while 0 <= i < len(words) and seen < _FARTHEST:
        word = words[i]
        if word.sentence.block != block or ground.quote_of[i] >= 0:
            break
        if word.tag == "." and not (seen <= 1 and word.text not in ".!?"):
            if stops == 0 and not (step > 0 and seen == 0):
                break
            stops -= 1
        i, seen = i + step, seen + 1
    return (start, i) if step > 0 else (i + 1, start + 1)


def _going_on(number: int, found: list[Found], taken: dict[int, int], ground: Ground) -> int | None:
    """What the quotation before it was given to, when nothing but that attribution stands between the two."""
    quote = ground.quotes[number]
    n = taken.get(number - 1)
    if n is None or (found[n].weak and quote.block != ground.quotes[number - 1].block):
        return None
    earlier = ground.quotes[number - 1]
    words = ground.parse.words
    first, last = ground.quote_words[number]
    cue = found[n].cue
    between = [words[i] for i in range(ground.quote_words[number - 1][1], first) if words[i].pos != "PUNCT"]
    if any(word.sentence.index > max(cue.sentence.index, words[ground.quote_words[number - 1][1] - 1].sentence.index) for word in between):
        return None
    if quote.block == earlier.block:
        return n if not between or words[first].text[:1].isupper() or cue.sentence is words[first].sentence else None
    if quote.continues:
        return n
    # A paragraph that is nothing but a quotation goes on from one that ends with a quotation and its speaker.
    alone = _opens(first, ground) and _closes(last, ground)
    return n if alone and quote.block == earlier.block + 1 else None


def _opens(first: int, ground: Ground) -> bool:
    words = ground.parse.words
    block = words[first].sentence.block
    i = first - 1
    while i >= 0 and words[i].sentence.block == block:
        if words[i].pos != "PUNCT":
            return False
        i -= 1
    return True


def _closes(last: int, ground: Ground) -> bool:
    words = ground.parse.words
    block = words[last - 1].sentence.block
    i = last
    while i < len(words) and words[i].sentence.block == block:
        if words[i].pos != "PUNCT":
            return False
        i += 1
    return True
