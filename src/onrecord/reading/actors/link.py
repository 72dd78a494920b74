"""Which phrases are one actor: by key, by name, by grammar, by description. One pass over the phrases, in order of text."""

from __future__ import annotations

from onrecord.codes.leaders import Term, term_of, term_of_surname
from onrecord.reading.actors.cluster import Cluster, Clusters, plain
from onrecord.reading.actors.describe import is_bare
from onrecord.reading.actors.descriptions import GENERIC, agree, body_key, by_description, by_pronoun, may_be_only_group, offices
from onrecord.reading.actors.phrase import THING, Phrase


def link_named(clusters: Clusters) -> None:
    """Puts every phrase but the pronouns into its cluster; one that belongs to another comes after that one."""
    for phrase in clusters.phrases:
        chain = [phrase]
        while len(chain) < 5 and chain[-1].owner is not None and chain[-1].owner > phrase.n:
            chain.append(clusters.phrases[chain[-1].owner])
        for link in reversed(chain):
            if link.form != "pronoun" and link.n not in clusters.of:
                _link(clusters, link)
    _link_group_named_later(clusters)


def _link_group_named_later(clusters: Clusters) -> None:
    """ "Rebels and government trade blame" above a report that names one armed group: the rebels are that group."""
    group = clusters.only_group()
    if group is None:
        return
    for cluster in clusters.living():
        own = [clusters.phrases[n] for n in cluster.phrases]
        first = own[0]
        opens = first.traits.definite or (first.head.sentence.index == 0 and first.traits.code == "REB" and is_bare(first.head))
        if cluster is not group and not cluster.names and opens and all(may_be_only_group(p) and agree(clusters, p, group) for p in own):
            _merge(group, cluster)


def link_owned(clusters: Clusters) -> None:
    """ "His country", "its army", "their fighters", once it is known whom the pronoun means."""
    for phrase in clusters.phrases:
        if phrase.form != "description" or phrase.owner is None or clusters.phrases[phrase.owner].form != "pronoun":
            continue
        owner, own = clusters.at(phrase.owner), clusters.at(phrase.n)
        if owner is None or own is None or owner is own or own.names or owner.thing:
            continue
        found = by_pronoun(clusters, phrase, owner)
        if found is not None and found is not own and not found.thing:
            _merge(found, own)


def _link(clusters: Clusters, phrase: Phrase) -> None:
    if phrase.key.startswith(THING):
        _link_thing(clusters, phrase)
        return
    same = _same(clusters, phrase)
    found = _by_key(clusters, phrase)
    if found is None and phrase.name:
        found = _by_name(clusters, phrase)
    if found is None and phrase.name and phrase.traits.kind == "person":
        found = _by_office(clusters, phrase)
    if found is None and same is not None and _may_be_same(clusters, phrase, same):
        found = same
    if found is None and phrase.form == "description":
        found = by_description(clusters, phrase)
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


def _by_office(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """ "Trump" after "the US president": whom the report has called by office alone, and the table of offices knows by name."""
    term = _term(clusters, phrase)
    if term is None or len(term.serves) != 3:
        return None
    found = clusters.keyed(f"office:{term.office}:{term.serves}") or clusters.keyed(f"office:{term.title}:{term.serves}")
    return found if found is not None and not found.names and not found.thing else None


def _term(clusters: Clusters, phrase: Phrase) -> Term | None:
    name = phrase.name
    return term_of(name, clusters.published) if " " in name else term_of_surname(name, clusters.published)


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
    if not t.human and t.country and (phrase.owner is not None or not phrase.name or t.noun in GENERIC) and (key := body_key(t)):
        clusters.by_key.setdefault(key, cluster)
    if t.noun and t.one and t.country:
        for office in offices(t):
            clusters.by_key.setdefault(f"office:{office}:{t.country}", cluster)
    if phrase.name and t.kind == "person":
        term = _term(clusters, phrase)
        if term is not None and len(term.serves) == 3:
            for office in (term.office, "leader") if term.office.startswith("head") else (term.office,):
                clusters.by_key.setdefault(f"office:{office}:{term.serves}", cluster)
