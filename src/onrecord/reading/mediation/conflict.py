"""Whose conflict it is: the parties, by their part in the report and not by a list.

A report names its conflict with a place ("the war in Sudan", "the Gaza truce"), with its sides ("a ceasefire between A and B",
"strikes by A on B"), or by the office of those who tend to it ("envoy for Libya"). Those sides and places, weighed by how often
they are named so, are the parties; everyone else who talks, hosts or urges is a third party.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.codes.cameo import VIOLENT
from onrecord.model.record import Actor
from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.mediation.index import Index
from onrecord.reading.mediation.topics import Topics
from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import MediationWords

_OFFICES = word_list("mediation", "conflict.offices")
_OWN = word_list("mediation", "conflict.own")
_HELPING = word_list("mediation", "conflict.helping")
_HELPFUL = frozenset(("broker", "offer", "host"))
_TALKING = word_list("mediation", "conflict.talking")
_BYSTANDERS = frozenset(("ngo", "igo", "media", "company"))
_TALKS = frozenset(("negotiation", "dialogue"))
_TALKED_OF = frozenset(("for", "on"))
_OFFICE_FOR = frozenset(("for", "to"))
_OF_WAR = frozenset(("in", "for", "on", "of", "against", "with", "to"))
_INVITING = frozenset(("invite", "invitation"))
_BODIES = word_list("mediation", "conflict.bodies")
_HYPHENS = frozenset(("-", "–"))
_SHARE, _ENOUGH, _VIOLENCE, _HELP, _JOINED = 0.3, 3, 2, 2, 3


@dataclass(frozen=True, slots=True)
class Conflict:
    """The parties of a report's conflict: countries whose conflict it is, and actors named as its sides."""

    countries: frozenset[str]
    sides: frozenset[str]

    def is_party(self, actor: Actor) -> bool:
        if actor.id in self.sides or actor.kind == "armed_group":
            return True
        return actor.country is not None and actor.country in self.countries and actor.kind not in _BYSTANDERS


def conflict(reading: Reading, index: Index, about: list[Topics], acts: list[FoundAct], words: MediationWords) -> Conflict:
    """The conflict that the report is about: from its sentences of peace and war, its violent events, and who is urged or agrees."""
    weight: Counter[str] = Counter()
    sides: Counter[str] = Counter()
    for sentence, topic in zip(reading.parse.sentences, about, strict=True):
        if not topic.conflict:
            continue
        for word in sentence.words:
            lemma = word.lemma.lower()
            if lemma in words.violence or (lemma in words.theatre and word.tag.startswith("NN") and not _is_title(word, words)):
                _of_theatre(word, index, weight, sides, words)
    for event in reading.events:
        if event.cameo[:2] in VIOLENT:
            for name in dict.fromkeys((*event.sources, *event.targets)):
                actor = index.actors.get(name)
                if actor is not None and actor.country is not None:
                    weight[actor.country] += 1 if actor.kind in ("person", "population", "unnamed") else _VIOLENCE
    for act in acts:
        for head in _committed(act, words):
            country = index.country_at(head)
            if country is not None:
                weight[country] += 1
        for head in (*act.helpers, *(act.agents if act.act in _HELPFUL and act.frame.does == "third" else ())):
            country = index.country_at(head)
            if country is not None:
                weight[country] -= _HELP
    most = max(weight.values(), default=0)
    countries = frozenset(country for country, n in weight.items() if n > 0 and n >= min(_ENOUGH, _SHARE * most))
    return Conflict(countries, frozenset(name for name, n in sides.items() if n))


def _committed(act: FoundAct, words: MediationWords) -> tuple[Word, ...]:
    """Who an act shows to be a party: they agree to a truce or break it, or are urged to stop (but not to help)."""
    if act.frame.does == "party":
        return act.agents
    if act.act == "talks" and any(head.lower in words.between for head in (*act.others, *act.between)):
        return tuple(head for head in (*act.agents, *act.between) if head.lower not in words.between)
    helping = any(below.lemma.lower() in _HELPING for below in act.clause.subtree())
    if act.act == "appeal" and act.anchor.lemma.lower() not in _INVITING and not helping:
        return act.others
    return ()


def _is_title(word: Word, words: MediationWords) -> bool:
    """ "national security adviser", "the minister of defence": an office, whatever land it is of."""
    if word.lemma.lower() in _OFFICES:
        return False
    if word.dep not in ("compound", "nmod", "pobj", "amod"):
        return False
    above = word.head.head if word.dep == "pobj" and word.head.lower == "of" else word.head
    return above.lemma.lower() in words.offices or above.lemma.lower() in _BODIES


def _of_theatre(word: Word, index: Index, weight: Counter[str], sides: Counter[str], words: MediationWords) -> None:
    """Counts the places and sides that a noun of conflict is tied to."""
    lemma = word.lemma.lower()
    for child in word.children:
        if child.dep == "prep" and (noun := child.child("pobj")) is not None:
            if child.lower in ("between", "among"):
                if lemma in _TALKING:
                    continue
                for side in _named(conjuncts(noun), index):
                    sides[side.id] += 1
                    if side.country is not None:
                        weight[side.country] += 1
            elif child.lower in (_TALKED_OF if lemma in _TALKS else _OFFICE_FOR if lemma in _OFFICES else _OF_WAR):
                for one in conjuncts(noun):
                    if one.entity != "PERSON" and (country := index.country_at(one)) is not None:
                        weight[country] += 2 if child.lower in ("in", "for", "on", "against") else 1
    if lemma in _OWN or lemma in words.violence:
        phrase = noun_phrase(word)
        joined = lemma in words.violence and any(part.text in _HYPHENS for part in phrase)
        for part in phrase:
            if part is not word and (country := index.country_at(part)) is not None:
                weight[country] += _JOINED if joined else _VIOLENCE if lemma in words.violence else 1


def _named(heads: list[Word], index: Index) -> Iterator[Actor]:
    for head in heads:
        actor = index.actor_at(head)
        if actor is not None and actor.kind not in ("population", "other"):
            yield actor
