"""Who said what: quotations and attributed speech, with their speakers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.reading.stage import Reading, Stage
from onrecord.reading.statements.assemble import assemble
from onrecord.reading.statements.chains import settle_chains, settle_citing, settle_headline, settle_swallowed, without_asides
from onrecord.reading.statements.colon import find_colons, find_signed
from onrecord.reading.statements.find import find_attributions
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, survey
from onrecord.reading.statements.learned import find_learned
from onrecord.reading.statements.left import left_to_rules
from onrecord.reading.statements.speaker import with_speakers
from onrecord.reading.statements.unsaid import is_unsaid
from onrecord.reading.statements.weights import load_heads
from onrecord.reading.statements.wording import find_wordings
from onrecord.reading.tools import Tools

Finder = Callable[[Ground], list[Found]]


def build(tools: Tools) -> Stage:
    """The stage: needs the parse, actors, times and places; gives statements, and actors for speakers that had none.

    `Settings.statements` chooses between the rules and the learned heads. Raises ModelError when the heads are missing.
    """
    learned = tools.settings.statements != "rules"
    finder = _learned(tools) if learned else find_attributions

    def read(reading: Reading) -> Reading:
        ground = survey(reading.parse)
        found = finder(ground)
        drafts = assemble(complete(found, ground), ground)
        if learned and (left := left_to_rules(found, drafts, ground)):
            drafts = assemble(complete(sorted([*found, *left], key=lambda one: one.cue.i), ground), ground)
        actors, statements = with_speakers(drafts, reading, ground)
        return replace(reading, actors=actors, statements=statements)

    needs = frozenset({"parse", "actors", "times", "places"})
    return Stage("statements", needs=needs, gives=frozenset({"statements", "actors"}), read=read)


def complete(found: list[Found], ground: Ground) -> list[Found]:
    """What either way of finding leaves to rules of its own: one source through another, and names before a colon."""
    found = [settle_headline(settle_swallowed(one, ground), ground) for one in found]
    found = settle_citing(without_asides(settle_chains(found, ground), ground), ground)
    known = {one.cue.i for one in found if one.content and one.source is not None}
    colons = find_colons(ground, known)
    colons += find_signed(ground, known | {one.cue.i for one in colons})
    own = {one.cue.i for one in colons}
    wordings = find_wordings(ground, {one.cue.i for one in found})
    # A colon is a cue only where somebody stands before it.
    kept = [one for one in found if one.cue.i not in own and (one.cue.pos != "PUNCT" or one.source is not None)]
    kept = [one for one in kept if not is_unsaid(one, ground)]
    return sorted(kept + colons + wordings, key=lambda one: one.cue.i)


def _learned(tools: Tools) -> Finder:
    heads = load_heads(tools.model)
    return lambda ground: find_learned(ground, heads)
