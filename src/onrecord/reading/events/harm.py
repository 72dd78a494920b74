"""One act once, where its harm is told in a clause of its own: "launched a raid, killing nine", "killed six and wounded ten".

The victims become targets of the act that hurt them.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.events.match import Match
from onrecord.reading.parse.words import Word

_VIOLENT = frozenset(("18", "19", "20"))
_HURT = frozenset("kill wound injure hurt maim".split())


def with_its_harm(verbs: dict[int, Match], nouns: dict[int, Match], befall: frozenset[str]) -> tuple[dict[int, Match], dict[int, Match]]:
    """The matches with clauses of harm taken into the act that they tell the outcome of. `befall`: verbs of harm and aim."""
    verbs, nouns = dict(verbs), dict(nouns)
    for i, verb in sorted(verbs.items()):
        if verb.code[:2] not in _VIOLENT or not _is_outcome(verb.trigger, befall):
            continue
        above = verb.trigger.head
        if above.i in verbs and verbs[above.i].code[:2] in _VIOLENT:
            verbs[above.i] = _joined(verbs[above.i], verb)
            del verbs[i]
            continue
        noun = next((one for one in nouns.values() if above.i in one.used and one.code[:2] in _VIOLENT), None)
        if noun is not None:
            nouns[noun.trigger.i] = _joined(noun, verb)
            del verbs[i]
    return verbs, nouns


def _is_outcome(verb: Word, befall: frozenset[str]) -> bool:
    if verb.is_root or any(child.dep in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    if verb.dep == "advcl":
        return verb.tag == "VBG" and verb.lemma in befall
    return verb.dep == "conj" and verb.lemma in _HURT and verb.head.lemma in _HURT


def _joined(act: Match, harm: Match) -> Match:
    known = {word.i for word in act.targets}
    own = act.trigger.lemma in _HURT or harm.trigger.lemma not in _HURT
    extra = tuple(word for word in harm.targets if word.i not in known)
    return replace(act, targets=(*act.targets, *extra), used=act.used | harm.used) if own or extra else act
