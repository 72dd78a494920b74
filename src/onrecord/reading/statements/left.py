"""What the learned heads leave and the rules still say: quoted words that nobody was given, and appeals."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.span import SpanIndex
from onrecord.reading.statements.assemble import Draft
from onrecord.reading.statements.find import find_attributions
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, Range


def left_to_rules(found: list[Found], drafts: list[Draft], ground: Ground) -> list[Found]:
    """Attributions of the lexicon that hold a quotation no draft has, or ask someone for something that no draft holds.

    Words in quotation marks are somebody's, so a frame that says whose is worth more there than a head that is not sure.
    """
    taken = SpanIndex((span, None) for draft in drafts for span in draft.content)
    known = {one.cue.i for one in found if not one.weak}
    left = []
    for one in find_attributions(ground):
        if one.cue.i in known or not one.content or one.source is None:
            continue
        quotes = [ground.quotes[number] for words in one.content for number, _ in ground.quoted(words)]
        alone = any(not taken.overlapping(quote.inner) for quote in quotes)
        asked = one.entry.takes >= ASKS and not any(taken.overlapping(ground.span(words)) for words in one.content)
        if alone or asked:
            left.append(one if alone else replace(one, content=tuple(_without_gloss(words, ground) for words in one.content)))
    return left


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
