"""The words of human cost: numbers, hedges, harm and the people harmed. Data in the TOML files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from onrecord.model.record import EventStatus, Qualifier, TollKind
from onrecord.vocabulary.packaged import table as packaged

Phrase = tuple[str, ...]
VictimSlot = Literal["object", "subject", "either"]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words that are numbers, or parts of them, with what they count."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    groups: Mapping[str, int]
    vague: Mapping[str, int]
    fractions: Mapping[str, str]
    starters: frozenset[str]
    """Every word that a number phrase may begin with."""


@dataclass(frozen=True, slots=True)
class Hedges:
    """What bounds a number: phrases before and after it, by their words. `longest` is the length of the longest phrase."""

    before: Mapping[Phrase, Qualifier]
    after: Mapping[Phrase, Qualifier]
    longest: int


@dataclass(frozen=True, slots=True)
class HarmVerb:
    """What befalls whom when a verb is used; `people` asks that the victim be people."""

    kind: TollKind
    victim: VictimSlot
    people: bool


@dataclass(frozen=True, slots=True)
class Harm:
    """Words of harm by lemma (verbs, nouns) or form (adjectives)."""

    verbs: Mapping[str, tuple[HarmVerb, ...]]
    adjectives: Mapping[str, TollKind]
    unharmed: Mapping[str, TollKind]
    counts: Mapping[str, TollKind]
    people: Mapping[str, TollKind]
    life_nouns: frozenset[str]
    takes_lives: frozenset[str]
    loses_lives: frozenset[str]
    bodies: frozenset[str]
    leaving: frozenset[str]
    suffering: frozenset[str]
    causing: frozenset[str]
    suffered: frozenset[str]
    driving: frozenset[str]
    homes: frozenset[str]
    phrasal: Mapping[tuple[str, str], TollKind]
    """By verb and particle."""
    taken: Mapping[tuple[str, str], TollKind]
    """Verb and where it takes people to."""
    states: Mapping[str, TollKind]
    conditions: frozenset[str]
    takers: frozenset[str]
    fatally: frozenset[str]
    badly: frozenset[str]
    limbs: frozenset[str]
    seeing: frozenset[str]
    struck: frozenset[str]
    striking: frozenset[str]
    buried: frozenset[str]
    burying: frozenset[str]
    captured: frozenset[str]
    captors: frozenset[str]
    leaving_homes: frozenset[str]
    dwellers: frozenset[str]
    left: frozenset[str]
    seeking: frozenset[str]
    refuge: frozenset[str]
    living: frozenset[str]
    tents: frozenset[str]
    sheltering: frozenset[str]
    harbours: frozenset[str]
    turned: frozenset[str]
    """Verbs that harm nobody without the words around them."""
    held: frozenset[str]
    seizing: frozenset[str]
    losing_verbs: frozenset[str]
    losing_nouns: frozenset[str]
    losable: frozenset[str]
    joining: frozenset[str]
    measures: frozenset[str]
    lone_measures: frozenset[str]
    moves: frozenset[str]
    steps: frozenset[str]
    reaching: frozenset[str]
    raising: frozenset[str]
    passing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Masked:
    """A word of harm that may be cut by a hyphen; `follows` its victims or stands before them."""

    kind: TollKind
    follows: bool


@dataclass(frozen=True, slots=True)
class People:
    """Nouns (lemmas) that name people, and counted nouns that do not."""

    people: frozenset[str]
    things: frozenset[str]
    civilians: frozenset[str]
    fighters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that tell how a toll stands. `status` is by verb lemma, `modals` by form; `phrases` are words of a running count."""

    wars: frozenset[str]
    long_wars: frozenset[str]
    phrases: tuple[Phrase, ...]
    incidents: frozenset[str]
    openers: frozenset[str]
    periods: frozenset[str]
    status: Mapping[str, EventStatus]
    modals: Mapping[str, EventStatus]
    causing: frozenset[str]
    unvouched: frozenset[str]
    verifying: frozenset[str]


@dataclass(frozen=True, slots=True)
class CountWords:
    """All of them, with what finds the sentences that may hold a toll."""

    numbers: NumberWords
    hedges: Hedges
    harm: Harm
    people: People
    standing: Standing
    masked: Mapping[str, Masked]
    triggers: frozenset[str]
    """Every word of harm or measure: a sentence without one holds no toll."""


@cache
def count_words() -> CountWords:
    """All words of counting and harm, read once a process from the packaged tables."""
    table = packaged("onrecord.vocabulary.counts", "harm")
    harm = _harm(table)
    masked = {word: Masked(row["kind"], row["follows"]) for row in table["masked"] for word in row["words"]}
    cut = [(word[:n], word[n:]) for word in masked for n in range(1, len(word))]
    tails = frozenset(tail for head, tail in cut if len(head) > 1 < len(tail)) | {f"{head}*{tail}" for head, tail in cut}
    named = (harm.verbs, harm.adjectives, harm.unharmed, harm.counts, harm.people, harm.takes_lives, harm.loses_lives, harm.bodies)
    destinations = frozenset(place for _, place in harm.taken)
    others = (
        harm.suffered,
        harm.driving,
        harm.lone_measures,
        {verb for verb, _ in harm.phrasal},
        harm.states,
        harm.fatally,
        harm.badly,
        harm.struck,
        harm.captured,
        {f"{noun}s" for noun in harm.homes},
        harm.left - {"area", "city", "town", "region", "province", "village", "district"},
        harm.refuge,
        harm.tents,
        harm.sheltering,
        harm.buried,
        ("survive", "treat", "never", "find", "trace", "locate"),
        harm.held,
        harm.losing_verbs,
        harm.losing_nouns,
        destinations,
        tails,
    )
    triggers = frozenset(word for words in (*named, *others) for word in words)
    return CountWords(
        _numbers(packaged("onrecord.vocabulary.counts", "numbers")),
        _hedges(packaged("onrecord.vocabulary.counts", "hedges")),
        harm,
        _people(packaged("onrecord.vocabulary.counts", "people")),
        _standing(packaged("onrecord.vocabulary.counts", "standing")),
        masked,
        triggers,
    )


def _numbers(table: dict[str, Any]) -> NumberWords:
    names = ("ones", "tens", "scales", "groups", "vague")
    starters = frozenset((*(word for name in names for word in table[name]), *table["starters"]["words"]))
    return NumberWords(table["ones"], table["tens"], table["scales"], table["groups"], table["vague"], table["fractions"], starters)


def _hedges(table: dict[str, Any]) -> Hedges:
    before = {tuple(phrase.split()): qualifier for qualifier, phrases in table["before"].items() for phrase in phrases}
    after = {tuple(phrase.split()): qualifier for qualifier, phrases in table["after"].items() for phrase in phrases}
    return Hedges(before, after, max(map(len, (*before, *after))))


def _harm(table: dict[str, Any]) -> Harm:
    verbs: dict[str, tuple[HarmVerb, ...]] = {}
    for row in table["verb"]:
        for word in row["words"]:
            verbs[word] = (*verbs.get(word, ()), HarmVerb(row["kind"], row["victim"], row.get("people", False)))
    refuge = table["refuge"]
    turned = [
        *table["struck"]["verbs"],
        *table["buried"]["verbs"],
        *(verb for row in ("leaving", "seeking", "living", "sheltering") for verb in refuge[row]),
    ]
    by_kind = {
        name: {word: row["kind"] for row in table[name] for word in row["words"]} for name in ("adjective", "unharmed", "counts", "people")
    }
    return Harm(
        verbs=verbs,
        adjectives=by_kind["adjective"],
        unharmed=by_kind["unharmed"],
        counts=by_kind["counts"],
        people=by_kind["people"],
        life_nouns=frozenset(table["lives"]["noun"]),
        takes_lives=frozenset(table["lives"]["taking"]),
        loses_lives=frozenset(table["lives"]["losing"]),
        bodies=frozenset(table["bodies"]["noun"]),
        leaving=frozenset(word for row in table["leaving"] for word in row["words"]),
        causing=frozenset(table["causing"]["verbs"]),
        suffered=frozenset(table["suffered"]["nouns"]),
        suffering=frozenset(word for row in table["suffering"] for word in row["words"]),
        driving=frozenset(word for row in table["driving"] for word in row["words"]),
        homes=frozenset(table["fleeing"]["nouns"]),
        phrasal={(word, row["particle"]): row["kind"] for row in table["phrasal"] for word in row["words"]},
        taken={(verb, place): row["kind"] for row in table["taken"] for verb in row["verbs"] for place in row["places"]},
        states={word: row["kind"] for row in table["state"] for word in row["words"]},
        conditions=frozenset(table["condition"]["words"]),
        takers=frozenset(verb for row in table["taken"] for verb in row["verbs"]),
        fatally=frozenset(table["fatally"]["adverbs"]),
        badly=frozenset(table["badly"]["adverbs"]),
        limbs=frozenset(table["limbs"]["nouns"]),
        seeing=frozenset(table["seeing"]["verbs"]),
        struck=frozenset(table["struck"]["verbs"]),
        striking=frozenset(table["struck"]["by"]),
        buried=frozenset(table["buried"]["verbs"]),
        burying=frozenset(table["buried"]["by"]),
        captured=frozenset(table["captors"]["verbs"]),
        captors=frozenset(table["captors"]["nouns"]),
        leaving_homes=frozenset(table["refuge"]["leaving"]),
        dwellers=frozenset(table["refuge"]["dwellers"]),
        left=frozenset(table["refuge"]["left"]),
        seeking=frozenset(table["refuge"]["seeking"]),
        refuge=frozenset(table["refuge"]["nouns"]),
        living=frozenset(table["refuge"]["living"]),
        tents=frozenset(table["refuge"]["places"]),
        sheltering=frozenset(table["refuge"]["sheltering"]),
        harbours=frozenset(table["refuge"]["harbours"]),
        turned=frozenset((*turned, *table["seeing"]["verbs"], "treat", "survive", "lose")),
        held=frozenset(table["held"]["words"]),
        seizing=frozenset(table["seizing"]["verbs"]),
        losing_verbs=frozenset(table["losing"]["verbs"]),
        losing_nouns=frozenset(table["losing"]["nouns"]),
        losable=frozenset(table["losing"]["victims"]),
        joining=frozenset(table["joining"]["words"]),
        measures=frozenset(table["measure"]["nouns"]),
        lone_measures=frozenset(table["measure"]["alone"]),
        moves=frozenset(table["measure"]["moves"]),
        steps=frozenset(table["measure"]["steps"]),
        reaching=frozenset(table["measure"]["reaching"]),
        raising=frozenset(table["measure"]["raising"]),
        passing=frozenset(table["measure"]["passing"]),
    )


def _people(table: dict[str, Any]) -> People:
    civilians, fighters = frozenset(table["civilians"].split()), frozenset(table["fighters"].split())
    return People(frozenset(table["people"].split()) | civilians | fighters, frozenset(table["things"].split()), civilians, fighters)


def _standing(table: dict[str, Any]) -> Standing:
    running = table["cumulative"]
    by_word = {name: {word: status for status, words in table[name].items() for word in words} for name in ("status", "modals")}
    return Standing(
        wars=frozenset(running["wars"]),
        long_wars=frozenset(running["long_wars"]),
        phrases=tuple(tuple(phrase.split()) for phrase in running["phrases"]),
        incidents=frozenset(running["incidents"]),
        openers=frozenset(running["openers"]),
        periods=frozenset(running["periods"]),
        status=by_word["status"],
        modals=by_word["modals"],
        causing=frozenset(table["causing"]["words"]),
        unvouched=frozenset(table["unvouched"]["adverbs"]),
        verifying=frozenset(table["unvouched"]["verbs"]),
    )
