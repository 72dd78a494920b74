"""Whom a description without a name means: "the Russian leader", "the group", "Hamas militants", "the attackers"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.reading.actors.acting import first_conjunct
from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.describe import is_bare
from onrecord.reading.actors.phrase import THING, Phrase, Traits
from onrecord.vocabulary.actors.words import words_of
from onrecord.vocabulary.lists import word_list

WINDOW = 12
"""Sentences that a description without a name looks back."""
_GOVERNMENTS = word_list("actors", "descriptions.governments")
GENERIC = word_list("actors", "descriptions.generic")
_HEADS = frozenset(("leader", "head_of_state", "head_of_government"))
_SAME_AS_OWNER = word_list("actors", "descriptions.same_as_owner")
_MAY_BE_GROUP = frozenset(("armed_group", "party", "ngo", "igo", "other", "company"))
_GROUPS = frozenset(("armed_group", "party", "igo", "ngo", "other", "media", "company", "military", "government", "police"))
_CALLINGS = frozenset(("MIL", "JUD", "REL", "MED", "LEG", "OPP"))
"""Roles by which one named person may be called again: "the general", "the journalist"."""
_SIDES = frozenset(("REB", "INS", "UAF", "SEP"))
_POLITICAL = frozenset(("GOV", "LEG", "OPP", "PTY", "ELI"))
_SORTS_OF_BODY = (" group", " organisation", " organization", " movement", " network", "watchdog", "charity", "broadcaster", "newspaper")
"""How nouns end that say what sort of body was named: "the rights group", "the militant organisation"."""


def offices(t: Traits) -> Iterable[str]:
    yield t.noun
    if t.office in ("head_of_state", "head_of_government"):
        yield "leader"
    if t.office:
        yield t.office


def by_description(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """Whom a description without a name points at."""
    t = phrase.traits
    if t.noun == "" or t.office == "side":
        return None
    owner = clusters.at(phrase.owner)
    if owner is not None:
        found = _by_owner(clusters, phrase, owner)
        if found is not None:
            return found
    if owner is None and (found := _only_group(clusters, phrase)) is not None:
        return found
    if t.country and not t.human and phrase.owner is None and (found := _of_state(clusters, phrase)) is not None:
        return found
    if t.country and t.human and t.one:
        for office in offices(t):
            found = clusters.keyed(f"office:{office}:{t.country}")
            if found is not None:
                return found
        return None
    if t.definite or t.one is False or not t.human:
        return _recent(clusters, phrase)
    return None


def _only_group(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """ "The rebels", "the militia" in a report that has named one armed group so far."""
    if not may_be_only_group(phrase) or not phrase.traits.definite:
        return None
    found = clusters.only_group()
    return found if found is not None and agree(clusters, phrase, found) else None


def may_be_only_group(phrase: Phrase) -> bool:
    """A description of all the fighters of a side, by no number, owner or adjective; attackers and gunmen may be anybody."""
    t = phrase.traits
    if t.kind != "armed_group" or t.code not in _SIDES or t.noun in words_of().unknown_fighters or (t.one and t.human):
        return False
    told_apart = any(child.dep in ("amod", "nummod", "relcl", "acl") and child.lower not in t.noun for child in phrase.head.children)
    return phrase.owner is None and t.number is None and not told_apart


def agree(clusters: Clusters, phrase: Phrase, group: Cluster) -> bool:
    """No two countries."""
    countries = {clusters.phrases[n].traits.country for n in group.phrases} - {None}
    return phrase.traits.country is None or not countries or phrase.traits.country in countries


def _by_owner(clusters: Clusters, phrase: Phrase, owner: Cluster) -> Cluster | None:
    """ "Hamas militants" are Hamas; "the Afghan government" is Afghanistan; "Syrian troops" are one with "the Syrian army"."""
    t = phrase.traits
    own = clusters.phrases[owner.phrases[0]]
    owner_kind = own.traits.kind
    if owner_kind == "armed_group" and t.kind == "armed_group" and t.one is not True and t.number is None:
        return owner
    if owner_kind in _GROUPS and t.noun in _SAME_AS_OWNER and t.number is None and not (t.one and t.human):
        return owner
    if owner_kind == "state" and t.country:
        return owner if t.noun in _GOVERNMENTS else _of_state(clusters, phrase)
    return None


def by_pronoun(clusters: Clusters, phrase: Phrase, owner: Cluster) -> Cluster | None:
    """Whose a description is whose owner was a pronoun: "his country" is the state of whom the pronoun means."""
    t = phrase.traits
    if owner.kind in ("armed_group", "military", "party", "ngo", "igo"):
        return _by_owner(clusters, phrase, owner)
    country = t.country or next((c for n in owner.phrases if (c := clusters.phrases[n].traits.country)), None)
    if country is None:
        return None
    if t.one and t.noun in ("country", "nation", "government", "regime", "administration"):
        return clusters.keyed(f"state:{country}")
    return clusters.keyed(body_key(replace(t, country=country))) if owner.kind == "state" else None


def _of_state(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """The body of which a state has one; its government is the state."""
    t = phrase.traits
    if t.noun in _GOVERNMENTS and (t.definite or is_bare(phrase.head)):
        return clusters.keyed(f"state:{t.country}")
    key = body_key(t)
    return clusters.keyed(key) if key else None


def body_key(t: Traits) -> str:
    """The bodies of which a state has one: army, police, people, media."""
    if (t.kind in ("military", "police", "media", "population") and t.one is not True) or t.kind in ("military", "police"):
        return f"{t.kind}:{t.country}" if t.number is None else ""
    if t.kind == "government" and not t.human:
        return f"{t.noun}:{t.country}"
    return ""


def _recent(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """The nearest cluster of the same noun; for "the group" and the like, the nearest of a fitting kind."""
    t = phrase.traits
    here = phrase.head.sentence.index
    for n in reversed(clusters.by_noun.get(t.noun, ())[-8:]):
        other = clusters.phrases[n]
        if here - other.head.sentence.index > 4 * WINDOW:
            break
        agrees = not (t.country and other.traits.country and t.country != other.traits.country)
        if agrees and other.traits.one == t.one and (t.number is None or t.number == other.traits.number) and n in clusters.of:
            return clusters.of[n].now()
    if not t.definite:
        return None
    return _nearest_fitting(clusters, phrase)


def _nearest_fitting(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """The nearest that fits; of those who fight, the nearest who act ("gunmen … killed", "the attackers")."""
    t = phrase.traits
    fighters = t.kind == "armed_group" and t.human
    here = phrase.head.sentence.index
    for n in range(phrase.n - 1, max(phrase.n - 60, -1), -1):
        other = clusters.phrases[n]
        if here - other.head.sentence.index > 4:
            return None
        if other.form in ("pronoun", "adjective") or other.key.startswith(THING) or n not in clusters.of or other.n == phrase.owner:
            continue
        if _fits(t, other.traits, bool(clusters.of[n].now().names)) and not (fighters and not _is_subject(other)):
            return clusters.of[n].now()
    return None


def _is_subject(phrase: Phrase) -> bool:
    return first_conjunct(phrase.head).dep in ("nsubj", "nsubjpass")


def _fits(t: Traits, other: Traits, named: bool) -> bool:
    """May this definite description point back at a phrase of these traits? `named`: its actor has a name."""
    if t.country and other.country and t.country != other.country:
        return False
    if t.human and t.one:
        if t.office in _HEADS and t.noun != "head":
            return bool(other.kind == "person" and named and other.office in _HEADS)
        alike = (other.office == t.office and t.office != "") or (other.code == t.code and t.code in _CALLINGS)
        return bool(other.kind == "person" and named and (alike or (t.noun == "politician" and other.code in _POLITICAL)))
    if t.noun in ("group", "movement", "organisation", "organization", "body", "network"):
        return named and other.kind in _MAY_BE_GROUP and other.one is True and t.one is True
    if t.noun in ("alliance", "bloc", "union") and t.one:
        return named and other.kind == "igo"
    if t.noun.endswith(_SORTS_OF_BODY) and t.one and not t.human:
        return (
            named and other.one is True and other.kind == t.kind and (t.kind != "ngo" or t.noun == "charity" or other.code.endswith(t.code))
        )
    if t.noun in ("country", "nation", "state", "kingdom", "republic") and t.one:
        return other.kind == "state"
    if t.kind == "armed_group" and not t.one and t.human:
        return other.kind == "armed_group" and (named or (other.human and other.one is False))
    if t.noun in ("government", "army", "military", "police", "ministry", "party", "agency", "company", "militia"):
        return named and other.noun.endswith(t.noun)
    return False
