"""Actors in the making: clusters of phrases, and the indexes that find one by its name, key, surname or noun."""

from __future__ import annotations

from dataclasses import dataclass, field
from unicodedata import combining, normalize

from onrecord.model.record import ActorKind
from onrecord.reading.actors.gender import Genders
from onrecord.reading.actors.phrase import THING, Phrase
from onrecord.reading.actors.quoted import Quotations
from onrecord.vocabulary.actors.words import words_of

_PARTICLES = frozenset(("abu", "al", "al-", "ben", "bin", "da", "de", "del", "di", "el", "ibn", "la", "le", "van", "von"))


@dataclass(slots=True)
class Cluster:
    """An actor in the making; used inside this room only. Numbers are those of phrases, in order of text."""

    phrases: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    last: int = 0
    human: bool = False
    kind: ActorKind | None = None
    count: int = 0
    many: bool = False
    """Several human beings or things, by the words of its first phrase that says."""
    lean: float = 0.0
    """Log-odds that it is a woman: from titles, given names and the pronouns already linked."""
    thing: bool = False
    """No actor: kept so that a pronoun may mean it, and then means no actor."""
    taken_up: dict[str, int] = field(default_factory=dict)
    """The last phrase that each kind of pronoun ("he", "they") took it up with."""
    into: Cluster | None = None
    """The cluster that this one was merged into."""

    def now(self) -> Cluster:
        here = self
        while here.into is not None:
            here = here.into
        return here


class Clusters:
    """The clusters of one text, and the indexes that find one without looking at all of them."""

    def __init__(self, phrases: tuple[Phrase, ...], published: str | None, genders: Genders, quotations: Quotations) -> None:
        self.phrases = phrases
        self.quotations = quotations
        self.genders = genders
        self.published = published
        self.all: list[Cluster] = []
        self.of: dict[int, Cluster] = {}
        self.by_key: dict[str, Cluster] = {}
        self.by_name: dict[str, Cluster] = {}
        self.by_surname: dict[str, Cluster] = {}
        self.by_opening: dict[str, Cluster] = {}
        """Bodies by the first word of their name."""
        self.by_noun: dict[str, list[int]] = {}
        self.groups: dict[int, Cluster] = {}
        """Armed groups with a name."""
        self.by_head = {phrase.head.i: phrase.n for phrase in reversed(phrases)}

    def add(self, phrase: Phrase, cluster: Cluster | None) -> Cluster:
        """Puts a phrase into a cluster, or into a new one, and notes what it may be found by."""
        if cluster is None:
            cluster = Cluster()
            self.all.append(cluster)
        cluster.phrases.append(phrase.n)
        cluster.last = phrase.n
        cluster.human = cluster.human or (phrase.traits.human and phrase.form != "pronoun")
        cluster.count += 1
        self.of[phrase.n] = cluster
        self._weigh(phrase, cluster)
        if phrase.form == "pronoun":
            cluster.taken_up[phrase.key] = phrase.n
        if phrase.key and phrase.form != "pronoun":
            self.by_key.setdefault(phrase.key, cluster)
        if phrase.name:
            self._note_name(phrase, cluster)
        if phrase.traits.noun:
            self.by_noun.setdefault(phrase.traits.noun, []).append(phrase.n)
        if cluster.names and cluster.kind == "armed_group":
            self.groups[id(cluster)] = cluster
        return cluster

    def _weigh(self, phrase: Phrase, cluster: Cluster) -> None:
        """What a phrase adds to what is known of its cluster's kind, number and gender."""
        t = phrase.traits
        if cluster.kind in (None, "other", "unnamed") and t.kind is not None:
            cluster.kind = t.kind
        if cluster.count == 1:
            cluster.many = t.one is False
            cluster.thing = phrase.key.startswith(THING)
        elif phrase.form != "pronoun" and not phrase.key.startswith(THING):
            cluster.thing = False
        if t.gender is not None:
            weight = 2.5 if phrase.form == "pronoun" else 5.0
            cluster.lean += weight if t.gender == "f" else -weight
        if phrase.name and t.kind == "person" and phrase.name not in cluster.names:
            words = [word for word in phrase.name.split() if word.lower() not in words_of().courtesy]
            if words:
                lean = self.genders.lean(words[0]) * (1.0 if len(words) > 1 else 0.5)
                cluster.lean = lean if len(words) > 1 and abs(cluster.lean) < 5 else cluster.lean or lean

    def _note_name(self, phrase: Phrase, cluster: Cluster) -> None:
        cluster.names.add(phrase.name)
        words = plain(phrase.name).split()
        if not words:
            return
        self.by_name[plain(phrase.name)] = cluster
        if phrase.traits.kind == "person":
            for part in surname_forms(phrase.name):
                self.by_surname[part] = cluster
            if words[0] not in _PARTICLES:
                self.by_surname.setdefault(words[0], cluster)
        else:
            self.by_opening[words[0]] = cluster
            acronym = acronym_of(phrase.name)
            if acronym:
                self.by_name.setdefault(acronym, cluster)

    def at(self, phrase: int | None) -> Cluster | None:
        found = None if phrase is None else self.of.get(phrase)
        return None if found is None else found.now()

    def keyed(self, key: str) -> Cluster | None:
        found = self.by_key.get(key)
        return None if found is None else found.now()

    def named(self, name: str) -> Cluster | None:
        found = self.by_name.get(name)
        return None if found is None else found.now()

    def surnamed(self, name: str) -> Cluster | None:
        found = self.by_surname.get(name)
        return None if found is None else found.now()

    def opening(self, word: str) -> Cluster | None:
        found = self.by_opening.get(word)
        return None if found is None else found.now()

    def only_group(self) -> Cluster | None:
        """The one armed group named so far; None where it is none or several."""
        named = {id(group): group for group in (group.now() for group in self.groups.values())}
        return next(iter(named.values())) if len(named) == 1 else None

    def living(self) -> list[Cluster]:
        """The clusters that were not merged into another, in order of their first phrase."""
        return sorted((cluster for cluster in self.all if cluster.into is None), key=lambda cluster: cluster.phrases[0])


def plain(name: str) -> str:
    """A name for comparison: lower case, no accents, no dots, straight apostrophes, no article."""
    bare = "".join(letter for letter in normalize("NFKD", name) if not combining(letter)) if not name.isascii() else name
    words = bare.replace("’", "'").replace(".", "").lower().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def surname_forms(name: str) -> tuple[str, ...]:
    """What a person may be called later: the last word, the last with its particle ("al-Burhan", "Le Drian"), any later half."""
    words = plain(name).split()
    if len(words) < 2:
        return (words[0],) if words else ()
    last = words[-1]
    forms = [last, " ".join(words[-2:]), last.split("-")[-1]]
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))


def acronym_of(name: str) -> str:
    """ "rsf" for "Rapid Support Forces"; empty for a name of one word."""
    capitals = [word[0] for word in name.replace("-", " ").split() if word[0].isupper()]
    return "".join(capitals).lower() if len(capitals) > 1 else ""
