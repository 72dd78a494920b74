"""Whether an act was done, is announced, possible, asked for, denied."""

from __future__ import annotations

from onrecord.model.record import EventStatus, MediationActKind
from onrecord.reading.parse.grammar import is_negated
from onrecord.reading.parse.words import Word

_MODALS: dict[str, EventStatus] = {
    **dict.fromkeys(("may", "might", "could", "can"), "possible"),
    **dict.fromkeys(("will", "'ll", "’ll", "shall", "wo"), "announced"),
    **dict.fromkeys(("should", "must"), "requested"),
    "would": "conditional",
}
_ABOVE: dict[str, EventStatus] = {
    **dict.fromkeys(("plan", "intend", "want", "seek", "propose", "try", "set", "schedule", "vow", "pledge", "promise"), "announced"),
    **dict.fromkeys(("urge", "call", "ask", "demand", "invite"), "requested"),
    **dict.fromkeys(("hope", "consider"), "possible"),
    **dict.fromkeys(("deny", "refuse", "decline"), "denied"),
    "expect": "predicted",
    "threaten": "threatened",
    "fail": "failed",
}


def status(clause: Word, act: MediationActKind) -> EventStatus:
    """From the clause's own modal or negation, or the verb that governs it. An offer is announced when made."""
    word = clause
    for step in range(3):
        for child in word.children:
            if child.dep == "aux" and (found := _MODALS.get(child.lower)) is not None:
                return "denied" if found == "announced" and is_negated(word) else found
            if child.dep == "mark" and child.lower in ("if", "unless"):
                return "conditional"
        if step == 0 and is_negated(word):
            return "denied"
        if word.is_root or word.dep not in ("xcomp", "ccomp", "pcomp", "dobj", "prep"):
            break
        infinitive = any(child.tag == "TO" for child in word.children)
        below, word = word, word.head
        above = _ABOVE.get(word.lemma.lower())
        if above is not None and (infinitive or above == "denied") and below.dep in ("xcomp", "ccomp", "pcomp", "dobj"):
            return above
    return "announced" if act == "offer" else "actual"
