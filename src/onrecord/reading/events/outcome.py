"""Harm told in the sentence after its attack: "Rockets hit the market. Nine people were killed." is one act, and its victims are known.

The harm is taken into the attack when nothing in its own clause sets it apart: a doer, a day, a place, "elsewhere", "separately".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.codes.cameo import VIOLENT
from onrecord.reading.events.draft import Draft
from onrecord.reading.events.harm import HURT
from onrecord.reading.events.match import PLACES
from onrecord.reading.events.participants import without
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_APART = word_list("acts", "outcome.apart")
_DONE = frozenset(("actual", "ongoing"))
_WHEN = frozenset(("DATE", "TIME"))
_BELOW = 3
_BACK = 6
_BREACH = "196"


def with_outcomes(drafts: list[Draft]) -> list[Draft]:
    """The drafts with bare harm taken into the attack told before it, in the same sentence or the one before."""
    out: list[Draft] = []
    for one in drafts:
        n = _attack_before(one, out)
        if n is None:
            out.append(one)
            continue
        attack = out[n]
        kept = () if attack.placed else attack.targets
        out[n] = replace(attack, targets=(*kept, *without(without(one.targets, kept), attack.sources)), placed=False)
    return out


def _attack_before(harm: Draft, before: list[Draft]) -> int | None:
    """Where among the acts told before the attack stands that did the harm: the last act of violence, if it is near enough."""
    if not _is_bare(harm):
        return None
    for n in range(len(before) - 1, max(len(before) - _BACK, 0) - 1, -1):
        if before[n].root in VIOLENT:
            return n if _follows(harm, before[n]) else None
    return None


def _is_bare(one: Draft) -> bool:
    """Harm by nobody named, with nothing of its own."""
    verb = one.trigger
    harm = one.act.match.verbal and verb.lemma in HURT and one.root in VIOLENT and one.act.status in _DONE
    return harm and bool(one.targets) and not one.sources and not one.placed and not _set_apart(verb)


def _follows(harm: Draft, attack: Draft) -> bool:
    here, there = harm.trigger.sentence, attack.trigger.sentence
    near = here.block == there.block and here.index - there.index <= 1
    return near and attack.act.code != _BREACH and attack.act.status in _DONE and attack.statement in (None, harm.statement)


def _set_apart(verb: Word) -> bool:
    """The clause names its own day or place, or says that this is another matter."""
    level = [verb]
    for _ in range(_BELOW):
        level = [child for word in level for child in word.children if child.dep not in ("nsubjpass", "advcl", "conj", "relcl", "ccomp")]
        if any(word.entity in _WHEN or word.entity in PLACES or word.lower in _APART for word in level):
            return True
    return any(word.lower in _APART for word in verb.sentence.words[:4])
