"""What the learned heads leave and the rules still say: quoted words nobody was given, appeals, and plain frames of reported speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.model.span import SpanIndex
from onrecord.reading.parse import Word
from onrecord.reading.statements.assemble import Draft
from onrecord.reading.statements.find import find_attributions
from onrecord.reading.statements.frames import Found, cue_words
from onrecord.reading.statements.ground import Ground, Range
from onrecord.reading.statements.source import may_speak, says, source_words, word_source
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.saying import CueEntry, load_cues

_PLAIN = CueEntry(frozenset({"clause"}), False, False)
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_JOINING = frozenset("when while although though after before if as but since because and whereas".split())
_PUTS = frozenset(("put", "place"))
_CALLS = word_list("saying", "left.calls")
_GIVES = _PUTS | _CALLS
_NEAR = 3
"""Words between a speaker and the verb of saying, at most: "the army said", "the army spokesman Colonel Diallo later said"."""


def left_to_rules(found: list[Found], drafts: list[Draft], ground: Ground) -> list[Found]:
    """Attributions of the lexicon that hold a quotation no draft has, or words of a plain frame that no draft holds.

    Words in quotation marks are somebody's, so a frame that says whose is worth more there than a head that is not sure. The other
    frames are those that the heads, which know one newsroom's prose, drop on other text: appeals, vows and denials by someone who
    can speak, "the claim by X that …", and a first clause with ", X said" behind it.
    """
    taken = SpanIndex((span, None) for draft in drafts for span in draft.content)
    known = {one.cue.i for one in found if not one.weak}
    left: dict[int, Found] = {}
    for one in find_attributions(ground):
        if one.cue.i in known or not one.content or one.source is None:
            continue
        quotes = [ground.quotes[number] for words in one.content for number, _ in ground.quoted(words)]
        held = any(taken.overlapping(ground.span(words)) for words in one.content)
        if any(not taken.overlapping(quote.inner) for quote in quotes):
            left[one.cue.i] = one
        elif not held and one.entry.takes >= ASKS:
            left[one.cue.i] = replace(one, content=tuple(_without_gloss(words, ground) for words in one.content))
        elif not held and _is_plain(one, ground):
            left[one.cue.i] = one
    for one in (*_signed_clauses(ground), *_named_by(ground)):
        if one.cue.i not in known and not taken.overlapping(ground.span(one.content[0])):
            left.setdefault(one.cue.i, one)
    return list(left.values())


def _is_plain(one: Found, ground: Ground) -> bool:
    """A vow or a denial in a main clause by someone who can speak, or a noun with its owner and a that-clause."""
    cue = one.cue
    if one.source is None or one.entry.mental or ground.quote_of[cue.i] >= 0 or not may_speak(one.source):
        return False
    if cue.pos == "NOUN":
        return one.clausal and (one.source.dep == "poss" or one.source.head.lower == "by")
    main = cue.is_root or (cue.dep == "conj" and cue.head.is_root)
    vows = one.entry.takes >= VOWS and cue.child("xcomp", "ccomp") is not None
    return main and cue.tag in _FINITE and (vows or one.entry.takes >= DENIES)


def _signed_clauses(ground: Ground) -> Iterator[Found]:
    """ "Nine people died, the army said on Tuesday, hours after …": what stands before the comma, whatever follows the verb."""
    words = ground.parse.words
    for word in words:
        if word.tag not in _FINITE or word.pos != "VERB" or ground.quote_of[word.i] >= 0 or not says(word):
            continue
        source = word_source(word)
        if source is None or (source.pos == "PRON" and source.tag != "PRP"):
            continue
        named, cue = source_words(source, word, ground), cue_words(word)
        first = min(named[0], cue[0])
        start = word.sentence.first
        apart = cue[0] - named[1] if named[0] < cue[0] else named[0] - cue[1]
        if apart > _NEAR or first - 1 <= start or words[first - 1].text != ",":
            continue
        if _is_clause(start, first - 1, word, ground):
            yield Found(word, cue, ((start, first - 1),), source, named, _PLAIN, True)


def _named_by(ground: Ground) -> Iterator[Found]:
    """ "The clinic put the number of dead at 37" and "what the army calls bandits": a figure or a name that is somebody's."""
    for word in ground.parse.words:
        if word.pos != "VERB" or ground.quote_of[word.i] >= 0 or word.lemma not in _GIVES or (source := word_source(word)) is None:
            continue
        thing, name = word.child("dobj"), word.child("oprd")
        at = next((prep for prep in word.children_by("prep") if prep.lower == "at" and prep.i > word.i), None)
        part: Range | None = None
        if word.lemma in _PUTS and thing is not None and thing.lemma in load_cues().measures and at is not None and word.i < thing.i < at.i:
            part = (ground.left[thing.i], ground.right[at.i] + 1)
        elif word.lemma in _CALLS and thing is not None and thing.lower == "what" and name is not None and name.i > word.i:
            part = ground.below(name)
        if part is not None:
            yield Found(word, cue_words(word), (part,), source, source_words(source, word, ground), _PLAIN, True)


def _is_clause(first: int, last: int, cue: Word, ground: Ground) -> bool:
    """The words are a whole clause that hangs on the cue, unquoted, and nothing else hangs there as a that-clause."""
    words = ground.parse.words[first:last]
    if words[0].lower in _JOINING or any(ground.quote_of[word.i] >= 0 for word in words):
        return False
    if any(child.i > cue.i and child.dep == "ccomp" and any(mark.lower == "that" for mark in child.children) for child in cue.children):
        return False
    told = next((word for word in words if word.dep == "ccomp" and word.head is cue), None)
    return told is not None and any(first <= child.i < last for child in told.children if child.dep in ("nsubj", "nsubjpass", "expl"))


def _without_gloss(words: Range, ground: Ground) -> Range:
    """What is asked for, without the report's own gloss behind it: "help in Korva, a town that …" asks for help in Korva."""
    first, last = words
    for word in ground.parse.words[first:last]:
        start = ground.left[word.i]
        if word.dep == "appos" and start > first + 1 and ground.parse.words[start - 1].text == "," and ground.right[word.i] >= last - 1:
            return first, start - 1
    return words


ASKS = frozenset({"for", "on+to"})
"""What marks the verbs of appeal in the lexicon."""
VOWS = frozenset({"object", "to"})
"""What marks the verbs of promise, threat and demand."""
DENIES = frozenset({"object", "ing"})
"""What marks the verbs of denial."""
