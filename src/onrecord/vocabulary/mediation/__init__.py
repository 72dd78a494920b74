"""The words of mediation: acts, what they are about, and what stands around them. Data in the TOML files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from onrecord.model.record import MediationActKind, MediationSubject
from onrecord.vocabulary.packaged import table as packaged

Topic = Literal["none", "own", "near", "talk", "told"]
Does = Literal["third", "party", "any"]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActFrame:
    """What a word does: the act it names, what about it must concern peace, and who its subject is."""

    act: MediationActKind
    topic: Topic
    does: Does


@dataclass(frozen=True, slots=True)
class MediationWords:
    verbs: Mapping[str, tuple[ActFrame, ...]]
    phrasal: Mapping[str, Mapping[str, tuple[ActFrame, ...]]]
    """By verb, then by particle: "break down"."""
    nouns: Mapping[str, tuple[ActFrame, ...]]
    adjectives: Mapping[str, tuple[ActFrame, ...]]
    topics: Mapping[str, MediationSubject]
    topic_phrases: Mapping[str, tuple[tuple[Phrase, MediationSubject], ...]]
    """By first word: the phrases that begin with it, longest first."""
    telling: frozenset[str]
    """Every word by which a sentence may tell of peace, of conflict or of an act: the rest need no look."""
    tending: frozenset[str]
    matters: frozenset[str]
    conflict: frozenset[str]
    theatre: frozenset[str]
    ending: frozenset[str]
    violence: frozenset[str]
    laying: frozenset[str]
    deals: frozenset[str]
    talking: frozenset[str]
    helping: frozenset[str]
    auspices: frozenset[str]
    requests: frozenset[str]
    made: frozenset[str]
    between: frozenset[str]
    elsewhere: frozenset[str]
    process: frozenset[str]
    offices: frozenset[str]


@cache
def mediation_words() -> MediationWords:
    """All words of mediation, read once a process from the packaged tables."""
    acts, topics = packaged("onrecord.vocabulary.mediation", "acts"), packaged("onrecord.vocabulary.mediation", "topics")
    plain = {name: frozenset(acts[name]["words"]) for name in ("deals", "talking", "helping", "made", "process", "mediators")}
    verbs, nouns, adjectives = _frames(acts["verb"]), _frames(acts["noun"]), _frames(acts["adjective"])
    phrasal = _phrasal(_frames(acts["phrasal"]))
    matters = {word: row["subject"] for row in topics["topic"] for word in row["words"]}
    phrases = _phrases(topics["topic"])
    about = (topics["conflict"]["words"], topics["ending"]["words"], topics["conflict"]["offices"], topics["conflict"]["matters"])
    lists = (*verbs, *phrasal, *nouns, *adjectives, *matters, *phrases, *plain["talking"], *topics["laying"]["words"])
    return MediationWords(
        verbs=verbs | {verb: () for verb in phrasal if verb not in verbs},
        phrasal=phrasal,
        nouns=nouns,
        adjectives=adjectives,
        topics=matters,
        topic_phrases=phrases,
        telling=frozenset((*lists, *(word for some in about for word in some))),
        tending=frozenset(topics["conflict"]["offices"]),
        matters=frozenset(topics["conflict"]["matters"]),
        conflict=frozenset(topics["conflict"]["words"]),
        theatre=frozenset(topics["conflict"]["theatre"]),
        ending=frozenset(topics["ending"]["words"]),
        violence=frozenset(topics["ending"]["violence"]),
        laying=frozenset(topics["laying"]["words"]),
        deals=plain["deals"],
        talking=plain["talking"],
        helping=plain["helping"],
        auspices=frozenset(acts["under"]["auspices"]),
        requests=frozenset(acts["under"]["requests"]),
        made=plain["made"],
        elsewhere=frozenset(topics["elsewhere"]["words"]),
        between=frozenset(acts["between"]["words"]),
        process=plain["process"],
        offices=plain["mediators"],
    )


def _frames(rows: list[dict[str, Any]]) -> dict[str, tuple[ActFrame, ...]]:
    out: dict[str, tuple[ActFrame, ...]] = {}
    for row in rows:
        frame = ActFrame(row["act"], row["topic"], row["does"])
        for word in row["words"]:
            out[word] = (*out.get(word, ()), frame)
    return out


def _phrasal(frames: dict[str, tuple[ActFrame, ...]]) -> dict[str, dict[str, tuple[ActFrame, ...]]]:
    out: dict[str, dict[str, tuple[ActFrame, ...]]] = {}
    for phrase, found in frames.items():
        verb, particle = phrase.split()
        out.setdefault(verb, {})[particle] = found
    return out


def _phrases(rows: list[dict[str, Any]]) -> dict[str, tuple[tuple[Phrase, MediationSubject], ...]]:
    out: dict[str, list[tuple[Phrase, MediationSubject]]] = {}
    for row in rows:
        for phrase in row["phrases"]:
            words = tuple(phrase.split())
            out.setdefault(words[0], []).append((words, row["subject"]))
    return {first: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0]))) for first, found in sorted(out.items())}
