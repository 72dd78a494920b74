"""Joins what the tree gives with what the quotation marks give: whole quotations, their continuations, and bare ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.model.record import StatementKind
from onrecord.model.span import Span
from onrecord.reading.parse import Word
from onrecord.reading.statements.attach import attach, is_speech
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, Range, joined, subtract
from onrecord.reading.statements.source import may_speak, says, takes_up
from onrecord.vocabulary.saying import load_cues

_LEAST_BARE = 5
_BRINGS = frozenset(":.,")
_LINKS = frozenset(",?!—–-")
_SIGNED = 12
_FEW = 3
_LOOK = 200
_MOST_PIECES = 60
_LEAST_TOLD = 3
_MEANWHILE = frozenset(("while", "whereas"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement whose speaker is still words."""

    found: Found | None
    content: tuple[Span, ...]
    quotes: tuple[Span, ...]
    quote_numbers: tuple[int, ...]
    """Which of `Ground.quotes` those are."""
    kind: StatementKind
    block: int
    first: int
    """The first word of the content."""


def assemble(found: list[Found], ground: Ground) -> list[Draft]:
    """The statements of a document, in order of cue; bare quotations last."""
    taken: dict[int, int] = {}
    contents: list[list[Range]] = []
    signed = _signed(found, ground)
    found = [
        one if one.cue.lower == "according" or one.cue.pos != "VERB" or says(one.cue) else _without_signed(one, signed, ground)
        for one in found
    ]
    for n, one in enumerate(found):
        contents.append(_with_quotes(one, n, taken, ground))
    attach(found, contents, taken, ground)
    drafts = [draft for n, one in enumerate(found) if (draft := _draft(one, contents[n], ground)) is not None]
    return drafts + _bare(taken, drafts, ground)


def _signed(found: list[Found], ground: Ground) -> set[int]:
    """The quotations that end in a comma with a speaker and a verb of speech right behind: “We have to go on,” the mayor said."""
    words = ground.parse.words
    at = {one.source.i: one for one in found if one.source is not None and says(one.cue)}
    out = set()
    for number, (_, last) in enumerate(ground.quote_words):
        if words[last - 1].text not in _LINKS:
            continue
        near = range(last, min(last + _SIGNED, len(words)))
        if any(i in at and at[i].cue.i in near and words[i].sentence is words[at[i].cue.i].sentence for i in near):
            out.add(number)
    return out


def _without_signed(one: Found, signed: set[int], ground: Ground) -> Found:
    """What others than speakers think or do is not a quotation that somebody signs."""
    own = ground.quote_of[one.cue.i]
    if own in signed:
        return one
    kept = tuple(part for part in one.content if not any(n in signed and _opens_near(part, n, ground) for n, _ in ground.quoted(part)))
    return one if len(kept) == len(one.content) else replace(one, content=kept, weak=one.weak or not kept)


def _opens_near(part: Range, number: int, ground: Ground) -> bool:
    """The part is that quotation but for a word or two before it ("to “go on …”")."""
    first = ground.quote_words[number][0]
    return part[0] <= first <= part[0] + _FEW and _before_quote(number, ground) != ":"


def _before_quote(number: int, ground: Ground) -> str:
    """The mark before a quotation, or the word."""
    words = ground.parse.words
    before = ground.quote_words[number][0] - 1
    while before > 0 and words[before].start >= ground.quotes[number].outer.start:
        before -= 1
    return words[before].text if before >= 0 else ""


def _with_quotes(one: Found, n: int, taken: dict[int, int], ground: Ground) -> list[Range]:
    """The content, grown to the whole of each quotation that it starts or ends in, when the cue stands outside that quotation."""
    out = list(one.content)
    own = ground.quote_of[one.cue.i]
    for first, last in one.content:
        for number, inside in ground.quoted((first, last)):
            if number == own:
                continue
            words = ground.quote_words[number]
            if not ground.quotes[number].closed and words[0] <= one.cue.i:
                continue
            if is_speech(number, ground) and one.clausal and inside * 2 >= min(words[1] - words[0], 4):
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


def _draft(one: Found, content: list[Range], ground: Ground) -> Draft | None:
    holes = [one.cue_words, *([one.source_words] if one.source_words else [])]
    ranges = [piece for part in joined(content)[:_MOST_PIECES] for piece in subtract(part, holes)]
    ranges = [piece for part in ranges if (piece := _without_mark(part, one, ground)) is not None]
    ranges = [part for part in ranges if not _trails(part, ranges[0], one, ground)]
    if ranges and ranges[-1][0] > one.cue_words[0]:
        ranges[-1] = _without_next(_without_tail(ranges[-1], ground), one, ground)
    if not ranges:
        return None
    ranges = _without_message(ranges, one, ground)
    ranges[0] = _without_when(ranges[0], one, ground)
    return _make(one, ranges, ground)


def _without_message(ranges: list[Range], one: Found, ground: Ground) -> list[Range]:
    """Without "a statement" where "issued a statement" brings a quotation: the quotation is what it says."""
    message = one.cue.child("dobj")
    if message is None or says(one.cue) or message.lemma not in load_cues().nouns or ground.quote_of[message.i] >= 0:
        return ranges
    out = []
    for first, last in ranges:
        brought = [ground.quote_words[n][0] for n, _ in ground.quoted((first, last)) if _before_quote(n, ground) in _BRINGS]
        later = [i for i in brought if i > message.i]
        if later:
            out.append((max(first, later[0]), last))
    return out or ranges


def _without_when(part: Range, one: Found, ground: Ground) -> Range:
    """Without the day of saying: in "said on Monday there would be talks" the parser may hang the day on the talks."""
    words = ground.parse.words
    first = words[part[0]]
    if part[0] != one.cue_words[1] or one.cue.tag not in ("VBD", "VBZ") or first.dep not in ("prep", "npadvmod"):
        return part
    named = first.child("pobj") if first.dep == "prep" else first
    after = ground.right[first.i] + 1
    if named is None or named.entity not in ("DATE", "TIME") or after >= part[1] or first.is_root or first.head.i < after:
        return part
    starts = any(ground.left[child.i] == after for child in first.head.children if child.dep in ("nsubj", "nsubjpass", "expl"))
    return (after, part[1]) if starts else part


def _without_tail(part: Range, ground: Ground) -> Range:
    """Without what the report adds after the last quoted word: … “a mistake,” referring to the vote; … “a mistake” — a play on words."""
    shared = ground.quoted(part)
    if not shared:
        return part
    words = ground.parse.words
    end = ground.quote_words[shared[-1][0]][1]
    if end >= part[1] or end <= part[0]:
        return part
    k = end
    while k < part[1] and words[k].pos == "PUNCT" and words[k].text not in ("—", "–", "--", "-"):
        k += 1
    comma = words[end - 1].text == "," or words[k - 1].text == ","
    adds = k < part[1] and (words[k].pos == "PUNCT" or (comma and words[k].tag == "VBG" and words[k].dep == "advcl"))
    return (part[0], end) if adds else part


def _without_next(part: Range, one: Found, ground: Ground) -> Range:
    """Without the next word, the speaker's or another's: "he said they had won, adding that …", "…, while Cairo called for calm"."""
    words = ground.parse.words
    end, quoted = part[1], False
    for i in range(part[1] - 2, max(part[0] + 1, part[1] - _LOOK), -1):
        word = words[i]
        if ground.quote_of[i] != ground.quote_of[one.cue.i]:
            quoted = True
            continue
        start: int | None = None
        if word.tag == "VBG" and word.dep == "advcl" and words[i - 1].text == "," and says(word) and i > part[0] + _LEAST_TOLD:
            start = i - 1
        else:
            start = _other_voice(word, one, ground)
        # With a quotation behind it, it must be the voice that the quotation belongs to.
        if start is not None and part[0] + 1 < start < end and (not quoted or (word.head is not one.cue and ground.right[i] >= end - 2)):
            end, quoted = start, False
    return part[0], end


def _other_voice(word: Word, one: Found, ground: Ground) -> int | None:
    """Where the report turns from what is said: to another who speaks ("while Cairo called …"), or to the speaker's next act.

    In "he recalls that schools must be spared and expresses regret" the parser joins the last verb to "spared", whose form it lacks.
    """
    words = ground.parse.words
    start = ground.left[word.i]
    if word.pos == "NOUN" and word.lemma in load_cues().nouns and start > 0 and words[start - 1].text == ",":
        # "They are spies, a claim that the mission has rejected": the report judges what was said.
        judged = word.child("relcl")
        return start - 1 if judged is not None and judged.lemma in load_cues().verbs and judged.child("nsubj") is not None else None
    if word.pos != "VERB" or word.lemma not in load_cues().verbs:
        return None
    if word.dep == "advcl" and any(mark.lower in _MEANWHILE for mark in word.children) and words[start - 1].text == ",":
        own = word.child("nsubj")
        return start - 1 if own is not None and own.pos != "PRON" and may_speak(own) else None
    joins = words[word.i - 1].dep == "cc" or (word.head is one.cue and words[word.i - 1].text == ",")
    if word.dep == "conj" and joins and word.child("nsubj", "nsubjpass") is None:
        return word.i - 1 if takes_up(word, one.cue) or (word.head is one.cue and word.tag == one.cue.tag) else None
    return None


def _trails(part: Range, first: Range, one: Found, ground: Ground) -> bool:
    """What follows an inserted "she said" but tells what she did: “We won,” she said, wiping her face."""
    cue = one.cue_words
    if part is first or first[1] > cue[0] or part[0] < cue[1]:
        return False
    quoted = sum(count for _, count in ground.quoted(first)) >= 0.9 * (first[1] - first[0])
    if quoted and ground.quote_of[part[0]] < 0 and ground.quote_of[cue[0]] < 0:
        return True
    near = ground.parse.words[part[0] : min(part[1], part[0] + _LOOK)]
    top = next((word for word in near if not part[0] <= word.head.i < part[1] or word.is_root), None)
    return top is not None and top.dep == "advcl" and top.tag == "VBG"


def _without_mark(part: Range, one: Found, ground: Ground) -> Range | None:
    words = ground.parse.words
    first, last = part
    while first < last and (words[first].pos == "PUNCT" or (words[first].lower == "that" and words[first].dep == "mark")):
        first += 1
    while last > first and (words[last - 1].pos == "PUNCT" or (words[last - 1].dep == "cc" and ground.quote_of[last - 1] < 0)):
        last -= 1
    return (first, last) if first < last else None


def _make(one: Found | None, ranges: list[Range], ground: Ground) -> Draft:
    own = ground.quote_of[one.cue.i] if one is not None else -1
    shared = [(number, count) for part in ranges for number, count in ground.quoted(part) if number != own]
    numbers = dict.fromkeys(number for number, _ in shared)
    total = sum(last - first for first, last in ranges)
    quoted = sum(count for _, count in shared)
    kind: StatementKind = "indirect" if not quoted else "direct" if quoted >= 0.9 * total else "mixed"
    spans = tuple(_whole_marks(ground.span(part), part, own, ground, kind) for part in ranges)
    quotes = tuple(ground.quotes[q].inner for q in numbers)
    block = ground.parse.words[ranges[0][0]].sentence.block
    if ground.parse.blocks[block].kind == "title":
        kind = "headline"
    return Draft(one, spans, quotes, tuple(numbers), kind, block, ranges[0][0])


def _whole_marks(span: Span, part: Range, own: int, ground: Ground, kind: StatementKind) -> Span:
    """A quotation cut at its last word takes its stop with it; in mixed content the marks at an end stay with their words."""
    if kind not in ("direct", "mixed"):
        return span
    shared = [number for number, _ in ground.quoted(part) if number != own]
    for number in dict.fromkeys((*shared[:1], *shared[-1:])):
        quote = ground.quotes[number]
        if kind == "direct" and span.start <= quote.inner.end and quote.inner.end - span.end <= 3:
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
        title = ground.parse.blocks[quote.block].kind == "title"
        if number in taken or last - first < _LEAST_BARE or not quote.opened or title:
            continue
        end = words[last - 1]
        if words[first].text[:1].isupper() and end.text in (".", "?", "!") and any(w.pos in ("VERB", "AUX") for w in words[first:last]):
            out.append(_make(None, [(first, last)], ground))
    return out
