"""What the learned heads leave and the rules still say: quoted words that nobody was given, and appeals."""

from __future__ import annotations

from onrecord.model.span import SpanIndex
from onrecord.reading.statements.assemble import Draft
from onrecord.reading.statements.find import find_attributions
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground


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
        if alone or (one.entry.takes >= ASKS and not any(taken.overlapping(ground.span(words)) for words in one.content)):
            left.append(one)
    return left


ASKS = frozenset({"for", "on+to"})
"""What marks the verbs of appeal in the lexicon."""
