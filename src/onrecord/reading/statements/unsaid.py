"""What has the form of an attribution and says nothing: nobody speaks, a thing is only named, or the tree took a description for a verb."""

from __future__ import annotations

from onrecord.reading.parse.grammar import is_passive
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground
from onrecord.reading.statements.source import says
from onrecord.vocabulary.lists import word_list

_ANSWERS = word_list("saying", "unsaid.answers")
_NOBODY = frozenset(("neither", "no", "none", "nobody"))
_NAMING = word_list("saying", "unsaid.naming")
_ASKING = frozenset(("ask", "tell"))


def is_unsaid(one: Found, ground: Ground) -> bool:
    """Whether the attribution gives nobody's words."""
    return _keeps_silent(one) or _only_names(one, ground) or _describes(one, ground) or _is_told_dead(one)


def _keeps_silent(one: Found) -> bool:
    """ "No group has claimed the raid" is said by nobody, and "the army did not comment on it" or "without saying why" says nothing."""
    if one.source is not None and one.source_words is not None:
        first = one.source.sentence.words[one.source_words[0] - one.source.sentence.first]
        if first.lower in _NOBODY and first.i <= one.source.i:
            return True
    without = one.cue.dep == "pcomp" and one.cue.head.lower == "without"
    return without or (one.cue.lemma in _ANSWERS and one.cue.child("neg") is not None)


def _only_names(one: Found, ground: Ground) -> bool:
    """ "An operation code-named “Cold Rain”" and "a film titled “Home”": a name, and nobody who gives it."""
    return one.cue.lemma in _NAMING and one.source is None and one.cue.tag == "VBN" and ground.quote_of[one.cue.i] < 0


def _describes(one: Found, ground: Ground) -> bool:
    """In "when suspected Boko fighters overran the post" the parser may take the participle for a verb that has the rest as its clause."""
    cue = one.cue
    if one.source is not None or cue.tag != "VBN" or cue.lemma in _ASKING or not one.content or one.content[0][0] != cue.i + 1:
        return False
    bare = not any(child.dep in ("aux", "auxpass", "agent") for child in cue.children)
    return bare and ground.parse.words[cue.i + 1].pos in ("NOUN", "PROPN", "ADJ")


def _is_told_dead(one: Found) -> bool:
    """ "Eleven staff are confirmed dead", "the town was declared free": the report's own words, and nobody's."""
    cue = one.cue
    state = cue.child("oprd", "acomp")
    return one.source is None and is_passive(cue) and says(cue) and state is not None and state.pos == "ADJ"
