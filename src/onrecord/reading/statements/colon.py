"""Name, colon, words: headlines ("Minister: talks have failed") and transcripts ("OKORO: We can't leave.")."""

from __future__ import annotations

from onrecord.reading.parse import Word
from onrecord.reading.parse.words import Sentence
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, Range
from onrecord.reading.statements.source import may_speak
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.saying import CueEntry

_COLON = CueEntry(frozenset({"clause"}), False, False)
_LONGEST_NAME = 6
_LEAST_WORDS = 3
_LONGEST_TITLE = 24
_NAMING = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "CCONJ", "NUM"))
_LONGEST_LABEL = 12
"""Words of the label of a turn: "SEN. MARIA OKORO (chair):"."""
TURNS = frozenset(("q", "a", "question", "answer"))
"""What stands before a turn whose speaker has no name."""
COLONS = frozenset((":", "):"))
"""The cue of a turn; the parser leaves a bracket before it joined."""
_LEAST_TURNS = 2
_CREDITS = word_list("saying", "colon.credits")
_LANDS = frozenset(("GPE", "LOC"))
_SPEAKERS = frozenset(("PERSON", "ORG", "GPE", "NORP"))


def find_colons(ground: Ground, taken: set[int]) -> list[Found]:
    """Only where a paragraph opens with a name; `taken` are cues that are known already.

    In a headline, or the text's first paragraph when that is one line without a full stop, any noun phrase will do ("Report: …").
    In a transcript, which has two labels or more in capitals ("OKORO:", "Q:"), a turn lasts until the next one begins.
    """
    turns = _turns(ground)
    out: list[Found] = [one for one in turns if one.cue.i not in taken]
    of_turns = {one.cue.sentence.block for one in turns}
    block = -1
    for sentence in ground.parse.sentences:
        if sentence.block == block:
            continue
        block = sentence.block
        colon = _colon(sentence)
        if colon is None or colon.i in taken or block in of_turns:
            continue
        words = ground.parse.words[sentence.first : colon.i]
        last = _end(colon.i + 1, block, ground)
        heading = ground.parse.blocks[block].kind == "title" or (block == 0 and last - sentence.first <= _LONGEST_TITLE)
        head = _speaker(words, any_noun=heading)
        if head is not None and heading and head.entity in _LANDS and not _has_verb(colon.i + 1, last, ground):
            continue  # "Georgia: Flood response — Report No. 3"
        if head is not None and last - colon.i > _LEAST_WORDS and ground.quote_of[colon.i] < 0:
            source: Range = (sentence.first, colon.i)
            out.append(Found(colon, (colon.i, colon.i + 1), ((colon.i + 1, last),), head, source, _COLON, True))
    return out


def _has_verb(first: int, last: int, ground: Ground) -> bool:
    return any(word.pos in ("VERB", "AUX") for word in ground.parse.words[first:last])


def find_signed(ground: Ground, taken: set[int]) -> list[Found]:
    """ "Our correspondent in Tyre, Mona Haddad: “…”": a paragraph of somebody, a colon and a quotation; `taken` are cues known already."""
    out: list[Found] = []
    words = ground.parse.words
    for number, (first, last) in enumerate(ground.quote_words):
        colon = first - 1
        while colon > 0 and words[colon].pos == "PUNCT" and words[colon].text != ":":
            colon -= 1
        sentence = words[colon].sentence
        start = ground.parse.sentences[sentence.index].first
        opens = start == 0 or words[start - 1].sentence.block != sentence.block
        label = words[start:colon]
        if words[colon].text != ":" or colon in taken or not opens or not 0 < len(label) <= _LONGEST_LABEL:
            continue
        if last < _end(first, sentence.block, ground) - 2 or any(word.pos in ("VERB", "AUX") for word in label):
            continue
        head = next((word for word in label if word.pos in ("NOUN", "PROPN") and may_speak(word)), None)
        if head is not None and ground.quotes[number].opened:
            out.append(Found(words[colon], (colon, colon + 1), ((first, last),), head, (start, colon), _COLON, True))
    return out


def _turns(ground: Ground) -> list[Found]:
    """The turns of a transcript, in order; none where fewer than two paragraphs begin with a label."""
    starts: dict[int, int] = {}
    for sentence in ground.parse.sentences:
        starts.setdefault(sentence.block, sentence.first)
    labels = {block: colon for block, first in starts.items() if (colon := _label_end(first, ground)) is not None}
    heads = [_label_head(ground.parse.words[starts[block] : colon.i]) for block, colon in labels.items()]
    if len(labels) < _LEAST_TURNS or not _are_speakers(heads):
        return []
    order = sorted(starts)
    borders = [order.index(block) for block in labels]
    out: list[Found] = []
    for n, (block, colon) in enumerate(labels.items()):
        # Paragraphs between two turns go on from the first of them; after the last one the report may speak again.
        until = borders[n + 1] if n + 1 < len(labels) and 2 * len(labels) >= borders[-1] - borders[0] else borders[n] + 1
        last = _end(colon.i + 1, order[until - 1], ground)
        if last > colon.i + 1:
            out.append(Found(colon, (colon.i, colon.i + 1), ((colon.i + 1, last),), heads[n], (starts[block], colon.i), _COLON, True))
    return out


def _label_head(label: tuple[Word, ...]) -> Word:
    """The surname in a label: its last word in capitals."""
    return next((word for word in reversed(label) if word.text.isupper()), label[0])


def _are_speakers(heads: list[Word]) -> bool:
    """One comes back, or asks and answers: headings in capitals ("BACKGROUND:") do neither."""
    return len({head.lower for head in heads}) < len(heads) or any(head.lower in TURNS for head in heads)


def _label_end(first: int, ground: Ground) -> Word | None:
    """The colon behind a label: words in capitals (what stands in brackets does not count), or "Q" and "A"."""
    words = ground.parse.words
    block, inside, named = words[first].sentence.block, False, 0
    for word in words[first : first + _LONGEST_LABEL]:
        if word.sentence.block != block:
            return None
        if word.text in COLONS:
            return word if named else None
        if word.text in ("(", "["):
            inside = True
        elif word.text in (")", "]"):
            inside = False
        elif word.i == first and not word.text[0].isalnum():
            return None
        elif not inside and any(letter.isalnum() for letter in word.text):
            if (not word.text.isupper() and word.lower not in TURNS) or word.pos == "PRON":
                return None
            named += word.lower not in _CREDITS
    return None


def _colon(sentence: Sentence) -> Word | None:
    for word in sentence.words[1 : _LONGEST_NAME + 1]:
        if word.text == ":":
            return word
    return None


def _speaker(words: tuple[Word, ...], *, any_noun: bool) -> Word | None:
    """The last word of a name that stands alone; None for any other words."""
    if not words or any(word.pos not in _NAMING for word in words):
        return None
    last = words[-1]
    if last.lower in _CREDITS:
        return None
    if any_noun and last.pos in ("PROPN", "NOUN"):
        return last
    return last if last.pos == "PROPN" and any(word.entity in _SPEAKERS for word in words) else None


def _end(first: int, block: int, ground: Ground) -> int:
    """The number behind the last word of a paragraph that is `first`'s or one behind it."""
    words = ground.parse.words
    last = first
    while last < len(words) and words[last].sentence.block <= block:
        last += 1
    return last
