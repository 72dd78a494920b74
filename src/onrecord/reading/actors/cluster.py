"""Which phrases are one actor: by key, by name, by grammar, by description. One pass over the phrases, in order of text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from onrecord.codes.leaders import term_of
from onrecord.model.record import ActorKind
from onrecord.reading.actors.acting import first_conjunct
from onrecord.reading.actors.gender import Genders
from onrecord.reading.actors.phrase import THING, Phrase, Traits
from onrecord.reading.actors.quoted import Quotations
from onrecord.vocabulary.actors.words import words_of

WINDOW = 12
"""Sentences that a description without a name looks back."""
_HEADS = frozenset(("leader", "head_of_state", "head_of_government"))
_PARTICLES = frozenset(("abu", "al", "al-", "ben", "bin", "da", "de", "del", "di", "el", "ibn", "la", "le", "van", "von"))
_SAME_AS_OWNER = frozenset(("group", "movement", "organisation", "organization", "force", "troops", "fighter", "militia"))
_MAY_BE_GROUP = frozenset(("armed_group", "party", "ngo", "igo", "other", "company"))
_GROUPS = frozenset(("armed_group", "party", "igo", "ngo", "other", "media", "company", "military", "government", "police"))


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
        self._states: frozenset[str] | None = None
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
        self.by_name[plain(phrase.name)] = cluster
        if phrase.traits.kind == "person":
            for part in surname_forms(phrase.name):
                self.by_surname[part] = cluster
            if (first := plain(phrase.name).split()[0]) not in _PARTICLES:
                self.by_surname.setdefault(first, cluster)
        else:
            self.by_opening[plain(phrase.name).split()[0]] = cluster
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

    def only_state(self) -> str | None:
        """The one country that the text names, as an actor or as a place; None where it names several or none."""
        if self._states is None:
            self._states = frozenset(phrase.traits.country for phrase in self.phrases if phrase.traits.country is not None)
        return next(iter(self._states)) if len(self._states) == 1 else None

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


def link_named(clusters: Clusters) -> None:
    """Puts every phrase but the pronouns into its cluster; one that belongs to another comes after that one."""
    for phrase in clusters.phrases:
        chain = [phrase]
        while len(chain) < 5 and chain[-1].owner is not None and chain[-1].owner > phrase.n:
            chain.append(clusters.phrases[chain[-1].owner])
        for link in reversed(chain):
            if link.form != "pronoun" and link.n not in clusters.of:
                _link(clusters, link)


def _link(clusters: Clusters, phrase: Phrase) -> None:
    if phrase.key.startswith(THING):
        _link_thing(clusters, phrase)
        return
    same = _same(clusters, phrase)
    found = _by_key(clusters, phrase)
    if found is None and phrase.name:
        found = _by_name(clusters, phrase)
    if found is None and same is not None and _may_be_same(clusters, phrase, same):
        found = same
    if found is None and phrase.form == "description":
        found = _by_description(clusters, phrase)
    if found is not None and same is not None and found is not same and _may_be_same(clusters, phrase, same):
        _merge(found, same)
    clusters.add(phrase, found)
    _note_titles(clusters, phrase)


def _same(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """The cluster that grammar points at, or the noun above it where that cannot be one with the phrase.

    "The chief of the X Council, Ann Roe" is read as an apposition to "Council".
    """
    found = clusters.at(phrase.same)
    if phrase.same is None or (found is not None and _may_be_same(clusters, phrase, found)):
        return found
    word = clusters.phrases[phrase.same].head
    for _ in range(6):
        if word.dep not in ("pobj", "prep", "conj", "compound", "poss", "appos") or word.is_root:
            return found
        word = word.head
        above = clusters.at(clusters.by_head.get(word.i))
        if above is not None and not above.thing and _may_be_same(clusters, phrase, above):
            return above
    return found


def _link_thing(clusters: Clusters, phrase: Phrase) -> None:
    """A thing is the last thing of the same noun, unless "a" or "another" makes it new."""
    same = clusters.at(phrase.same)
    found = clusters.keyed(phrase.key) if phrase.traits.definite or phrase.name else None
    if found is None and same is not None and same.thing:
        found = same
    cluster = clusters.add(phrase, found)
    clusters.by_key[phrase.key] = cluster


def _by_key(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    return clusters.keyed(phrase.key) if phrase.key else None


def _by_name(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """The same name, its acronym, or the person of that surname."""
    name = plain(phrase.name)
    found = clusters.named(name)
    if phrase.traits.kind != "person":
        if found is None and phrase.traits.kind == "other" and " " not in name and phrase.traits.country is None:
            return clusters.surnamed(name) or clusters.opening(name)
        return found if found is None or not found.human or phrase.traits.kind == "other" else None
    if found is not None:
        return found
    words = name.split()
    known = clusters.surnamed(words[-1]) or clusters.surnamed(name)
    if known is None:
        known = clusters.surnamed(words[0])
        return known if known is not None and any(plain(other) == words[0] for other in known.names) else None
    return known if any(_names_agree(words, plain(other).split()) for other in known.names) else None


def _names_agree(a: list[str], b: list[str]) -> bool:
    """ "putin" and "vladimir putin" agree; "john smith" and "mary smith" do not; "j smith" and "john smith" do."""
    if len(a) == 1 or len(b) == 1:
        return a[-1] == b[-1] or " ".join(a) in (b[-1], b[0]) or b[-1] in a or a[-1].endswith("-" + b[-1]) or b[-1].endswith("-" + a[-1])
    if a[0] == b[0] or set(a) <= set(b) or set(b) <= set(a):
        return True
    return a[-1] == b[-1] and (a[0][0] == b[0][0]) and (len(a[0]) == 1 or len(b[0]) == 1)


def _may_be_same(clusters: Clusters, phrase: Phrase, other: Cluster) -> bool:
    """Apposition holds only between what may be one: a person and a person, a body and a body, no two countries."""
    mine = phrase.traits
    for n in other.phrases:
        theirs = clusters.phrases[n].traits
        if mine.human != theirs.human and mine.kind is not None and theirs.kind is not None and "other" not in (mine.kind, theirs.kind):
            return False
        if mine.country and theirs.country and mine.country != theirs.country:
            return False
        if phrase.key and clusters.phrases[n].key and phrase.key != clusters.phrases[n].key:
            return False
        if phrase.traits.kind == "person" and phrase.name and clusters.phrases[n].name and not _name_may_be(phrase, clusters.phrases[n]):
            return False
        if mine.one is not None and theirs.one is not None and mine.one != theirs.one and mine.human and theirs.human:
            return False
        break
    return True


def _name_may_be(phrase: Phrase, other: Phrase) -> bool:
    """A person's name may be one with another name: not with a body's, nor with another full name."""
    if other.traits.kind != "person":
        return other.head.entity != "ORG"
    return _names_agree(plain(phrase.name).split(), plain(other.name).split())


def _merge(into: Cluster, other: Cluster) -> None:
    """Makes two clusters one. What pointed at the other finds this one through `Cluster.now`."""
    into.phrases = sorted({*into.phrases, *other.phrases})
    into.names |= other.names
    into.human = into.human or other.human
    into.count += other.count
    into.lean = into.lean or other.lean
    if into.kind in (None, "other", "unnamed"):
        into.kind = other.kind or into.kind
    other.into = into


def _note_titles(clusters: Clusters, phrase: Phrase) -> None:
    """A person with an office may be called by it: "the Russian president", "the president"."""
    cluster = clusters.of[phrase.n].now()
    t = phrase.traits
    if not t.human and t.country and phrase.owner is not None and (key := _body_key(t)):
        clusters.by_key.setdefault(key, cluster)
    if t.noun and t.one and t.country:
        for office in _offices(t):
            clusters.by_key.setdefault(f"office:{office}:{t.country}", cluster)
    if phrase.name and t.kind == "person":
        term = term_of(phrase.name, clusters.published)
        if term is not None and len(term.serves) == 3:
            for office in (term.office, "leader") if term.office.startswith("head") else (term.office,):
                clusters.by_key.setdefault(f"office:{office}:{term.serves}", cluster)


def _offices(t: Traits) -> Iterable[str]:
    yield t.noun
    if t.office in ("head_of_state", "head_of_government"):
        yield "leader"
    if t.office:
        yield t.office


def _by_description(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """Whom a description without a name points at."""
    t = phrase.traits
    if t.noun == "" or t.office == "side":
        return None
    owner = clusters.at(phrase.owner)
    if owner is not None:
        found = _by_owner(clusters, phrase, owner)
        if found is not None:
            return found
    if t.country and t.human and t.one:
        for office in _offices(t):
            found = clusters.keyed(f"office:{office}:{t.country}")
            if found is not None:
                return found
        return None
    if t.definite or t.one is False or not t.human:
        return _recent(clusters, phrase)
    return None


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
        if t.noun in ("government", "regime", "administration", "authority", "leadership", "state"):
            return owner
        key = _body_key(t)
        if key:
            return clusters.keyed(key)
    return None


def _body_key(t: Traits) -> str:
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
        if _fits(t, other.traits, other.name) and not (fighters and not _is_subject(other)):
            return clusters.of[n].now()
    return None


def _is_subject(phrase: Phrase) -> bool:
    return first_conjunct(phrase.head).dep in ("nsubj", "nsubjpass")


def _fits(t: Traits, other: Traits, name: str) -> bool:
    """May this definite description point back at a phrase of these traits?"""
    if t.country and other.country and t.country != other.country:
        return False
    if t.human and t.one:
        if t.office in _HEADS and t.noun != "head":
            return bool(other.kind == "person" and name and other.office in _HEADS)
        return bool(other.kind == "person" and name and other.office == t.office and t.office != "")
    if t.noun in ("group", "movement", "organisation", "organization", "body", "network"):
        return bool(name) and other.kind in _MAY_BE_GROUP and other.one is True and t.one is True
    if t.noun in ("country", "nation", "state", "kingdom", "republic") and t.one:
        return other.kind == "state"
    if t.kind == "armed_group" and not t.one and t.human:
        return other.kind == "armed_group" and (bool(name) or (other.human and other.one is False))
    if t.noun in ("government", "army", "military", "police", "ministry", "party", "agency", "company", "militia"):
        return bool(name) and other.noun.endswith(t.noun)
    return False
