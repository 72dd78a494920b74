"""Mediation: who offers, urges, hosts, brokers, talks, agrees, breaks; between whom, about what, on what terms, where and when.

`topics` finds the matters of peace, `acts` the acts by grammar, `conflict` whose conflict it is, `roles` who is a third party,
`terms` what is on the table, and `link` the events, statements, days and places of each act.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.codes.cameo import VIOLENT
from onrecord.model.record import MediationAct
from onrecord.reading.mediation.acts import FoundAct, find_acts, is_travel
from onrecord.reading.mediation.conflict import conflict
from onrecord.reading.mediation.deals import Deals, with_hosts
from onrecord.reading.mediation.groupings import with_groupings
from onrecord.reading.mediation.index import Index
from onrecord.reading.mediation.link import Linker, merge
from onrecord.reading.mediation.roles import is_known, roles
from onrecord.reading.mediation.topics import Topics, topics
from onrecord.reading.stage import Reading, Stage
from onrecord.reading.tools import Tools
from onrecord.vocabulary.mediation import MediationWords, mediation_words

LONGEST = 400
"""A sentence of more words is no sentence: it is not read, so that time stays linear."""


NEAR = 4
"""How many sentences away a word of peace, or in an excerpt of conflict, still makes a meeting one about it."""
FAR = 12
"""How many sentences away a word of peace still makes a deal or talks those of peace: "the deal" needs less than "met"."""
BRIEF = 8
"""A text of no more sentences is an excerpt: who cut it out took a meeting amid war for a matter of peace. A report says so itself."""


def build(tools: Tools) -> Stage:
    words = mediation_words()
    needs = frozenset({"parse", "actors", "times", "places", "statements", "events"})
    return Stage("mediation", needs=needs, gives=frozenset({"mediation"}), read=lambda reading: read_mediation(reading, words))


def _tells_of_fighting(reading: Reading) -> bool:
    """Whether an armed group is named, or a state or an army fights, anywhere in the report; a crime is no fighting."""
    kinds = {actor.id: actor.kind for actor in reading.actors}
    if "armed_group" in kinds.values():
        return True
    return any(
        event.cameo[:2] in VIOLENT and any(kinds.get(name) in ("state", "military") for name in (*event.sources, *event.targets))
        for event in reading.events
    )


def _is_of_peace(about: list[Topics], n: int) -> bool:
    """Whether a report speaks of peace near its sentence `n`, or of an envoy or a land's situation in it or beside it."""
    peace = any(topic.hits for topic in about[max(0, n - NEAR) : n + NEAR + 1])
    return peace or any(topic.tended for topic in about[max(0, n - 1) : n + 2])


def _is_of_war_or_peace(about: list[Topics], n: int, fighting: bool) -> bool:
    """Whether "the deal" of sentence `n` is one of peace: the report speaks of peace not far away, or tells of war close by."""
    if fighting and any(topic.conflict for topic in about[max(0, n - NEAR) : n + NEAR + 1]):
        return True
    return any(topic.hits for topic in about[max(0, n - FAR) : n + FAR + 1])


def read_mediation(reading: Reading, words: MediationWords) -> Reading:
    """The reading with its acts of mediation."""
    sentences = reading.parse.sentences
    about = [topics(sentence, words) for sentence in sentences]
    fighting = _tells_of_fighting(reading)
    if not any(topic.acts and (topic.conflict or fighting) for topic in about):
        return reading
    index = with_groupings(Index.of(reading), reading)
    brief = len(sentences) <= BRIEF
    found: list[FoundAct] = []
    for n, (sentence, here) in enumerate(zip(sentences, about, strict=True)):
        if here.acts and len(sentence.words) <= LONGEST:
            near = fighting or any(topic.conflict for topic in about) if brief else _is_of_peace(about, n)
            told = near or _is_of_war_or_peace(about, n, fighting)
            acts = with_hosts(find_acts(sentence, here, near, told, words))
            found.extend(act for act in acts if brief or here.conflict or not is_travel(act))
    fight = conflict(reading, index, about, found, words)
    states = {actor.country: actor for actor in reversed(reading.actors) if actor.kind == "state" and actor.country is not None}
    linker = Linker.of(reading, words)
    deals = Deals(words)
    out: list[MediationAct] = []
    for act in found:
        who = roles(act, fight, index, states)
        whole = deals.complete(act, who) if who is not None else None
        if whole is not None:
            out.append(linker.act(act, whole, f"m{len(out)}"))
    taking_part = {name for one in out for name in (*one.third_parties, *one.parties, *one.mediators)}
    if not fighting and not any(is_known(index.actors[name]) for name in taking_part):
        return reading
    return replace(reading, mediation=merge(out))
