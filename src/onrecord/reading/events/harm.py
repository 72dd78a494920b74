"""One act once, where its harm is told in a clause of its own: "launched a raid, killing nine", "killed six and wounded ten".

The victims become targets of the act that hurt them.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.codes.cameo import VIOLENT
from onrecord.reading.events.match import Match
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_FORCE = "175"
_TOOLS = word_list("acts", "harm.tools")
_WHEN = frozenset(("when", "as", "after"))
HURT = word_list("acts", "harm.hurt")


def with_its_harm(verbs: dict[int, Match], nouns: dict[int, Match], befall: frozenset[str]) -> tuple[dict[int, Match], dict[int, Match]]:
    """The matches with clauses of harm taken into the act that they tell the outcome of. `befall`: verbs of harm and aim."""
    verbs, nouns = dict(verbs), dict(nouns)
    joined: dict[int, Word] = {}
    for i, verb in sorted(verbs.items()):
        if verb.code[:2] not in VIOLENT or not _is_outcome(verb.trigger, befall):
            continue
        above = joined.get(verb.trigger.head.i, verb.trigger.head)
        noun = next((one for one in nouns.values() if above.i in (one.trigger.i, *one.used) and one.code[:2] in VIOLENT), None)
        if above.i in verbs and (verbs[above.i].code[:2] in VIOLENT or verbs[above.i].code == _FORCE):
            verbs[above.i] = _with_victims(verbs[above.i], verb)
        elif noun is not None:
            nouns[noun.trigger.i] = _with_victims(noun, verb)
        else:
            continue
        joined[i] = above
        del verbs[i]
    for i, verb in list(verbs.items()):
        if _says_how(verb, verbs):
            del verbs[i]
    for i, harm in list(verbs.items()):
        cause = _cause(harm, verbs)
        if cause is not None:
            verbs[cause.trigger.i] = _with_victims(cause, harm)
            del verbs[i]
    return verbs, nouns


def _says_how(verb: Match, verbs: dict[int, Match]) -> bool:
    """ "Dispersed the crowd using batons", "blocked a road to protest": the means or the sense of the act above it."""
    trigger = verb.trigger
    above = verbs.get(trigger.head.i)
    if trigger.is_root or above is None or trigger.dep not in ("advcl", "xcomp") or any(child.dep == "nsubj" for child in trigger.children):
        return False
    if trigger.tag == "VBG" and trigger.lemma in _TOOLS:
        return above.code[:2] in VIOLENT or above.code[:2] == verb.code[:2]
    return trigger.tag == "VB" and verb.code[:2] == "14" and above.code[:2] in ("10", "11", "14")


def _cause(harm: Match, verbs: dict[int, Match]) -> Match | None:
    """ "Nine were killed when rockets hit a camp": the act that a clause of time tells the harm by, where the harm itself has no doer."""
    if harm.trigger.lemma not in HURT or harm.sources:
        return None
    told = (harm.trigger, *(child for child in harm.trigger.children if child.dep == "conj" and child.lemma in HURT))
    for clause in (child for word in told for child in word.children):
        inside = next((child for child in clause.children if child.dep == "ccomp"), None) if clause.lemma == "suspect" else None
        cause = verbs.get(clause.i if inside is None else inside.i)
        if clause.dep == "advcl" and cause is not None and cause.code[:2] in VIOLENT and any(w.lower in _WHEN for w in clause.children):
            return cause
    return None


def _is_outcome(verb: Word, befall: frozenset[str]) -> bool:
    if verb.is_root or any(child.dep in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    if verb.dep == "advcl":
        return verb.tag == "VBG" and verb.lemma in befall
    return verb.dep == "conj" and verb.lemma in HURT and verb.head.lemma in HURT


def _with_victims(act: Match, harm: Match) -> Match:
    extra = tuple(word for word in harm.targets if word not in act.targets)
    return replace(act, targets=(*act.targets, *extra), used=act.used | harm.used)
