"""Whom a pronoun means: a weighing of the phrases before it, by rule. A learned ranker may take its place (`rank.py`)."""

from __future__ import annotations

from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.from_pronouns import HE, IT, SHE, THEY, WE, I
from onrecord.reading.actors.phrase import Phrase
from onrecord.reading.parse import Word

SENTENCES = 4
"""How many sentences a pronoun looks back."""
CANDIDATES = 40
"""How many phrases it looks at, at most."""


def link_pronouns(clusters: Clusters) -> None:
    """Puts each pronoun into the cluster of its antecedent; one that has none stays in no cluster."""
    for phrase in clusters.phrases:
        if phrase.form != "pronoun":
            continue
        found = clusters.at(phrase.same) if phrase.key == "who" else antecedent(clusters, phrase)
        if found is not None:
            clusters.add(phrase, found)


def antecedent(clusters: Clusters, phrase: Phrase) -> Cluster | None:
    """The best candidate, or None when none agrees."""
    if phrase.key in (I, WE):
        return None
    best, score = None, 0.0
    seen: set[int] = set()
    for n in range(phrase.n - 1, max(phrase.n - 1 - CANDIDATES, -1), -1):
        other = clusters.phrases[n]
        distance = phrase.head.sentence.index - other.head.sentence.index
        if distance > SENTENCES:
            break
        cluster = clusters.at(n)
        if cluster is None or id(cluster) in seen or not agrees(clusters, phrase, cluster) or binds(phrase, other):
            continue
        seen.add(id(cluster))
        weight = _weight(phrase, other, cluster, distance)
        if weight > score:
            best, score = cluster, weight
    return best


def agrees(clusters: Clusters, phrase: Phrase, cluster: Cluster) -> bool:
    """Gender, number and humanity do not speak against it."""
    t = phrase.traits
    human, gender, many, one = False, None, False, False
    for n in cluster.phrases[:6]:
        o = clusters.phrases[n].traits
        human = human or o.human or o.kind == "person"
        gender = gender or o.gender
        many = many or o.one is False
        one = one or (o.one is True and o.human)
    if phrase.key in (HE, SHE):
        return human and not many and gender in (None, t.gender)
    if phrase.key == IT:
        return not human and not many
    return phrase.key == THEY and not one


def binds(phrase: Phrase, other: Phrase) -> bool:
    """Grammar forbids the two to be one: "Ann saw her", "Ann's brother … him" apart from reflexives and possessives."""
    word, candidate = phrase.head, other.head
    if word.lower.endswith(("self", "selves")):
        return False
    if other.span.start <= phrase.span.start < other.span.end:
        return True
    if word.tag == "PRP$":
        return candidate is word.head
    return word.dep in ("dobj", "dative") and candidate.dep in ("nsubj", "nsubjpass") and candidate.head is word.head


def _weight(phrase: Phrase, other: Phrase, cluster: Cluster, distance: int) -> float:
    weight = 10.0 - 2.5 * distance
    role = _role(other.head)
    weight += 3.0 if role == "subject" else 1.0 if role == "object" else 0.0
    weight += 1.5 if role == _role(phrase.head) else 0.0
    weight += min(len(cluster.phrases), 6) * 0.4
    weight -= 1.5 if other.form == "adjective" else 0.0
    weight -= min(phrase.n - other.n, 20) * 0.15
    return weight


def _role(word: Word) -> str:
    if word.dep in ("nsubj", "nsubjpass"):
        return "subject"
    if word.dep in ("dobj", "dative", "agent"):
        return "object"
    return "other"
