"""What a ranker sees of a pronoun and one candidate antecedent: a row of numbers. Plain grammar and counts, no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p

from onrecord.model.record import ActorKind
from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.from_pronouns import HE, IT, SHE, THEY
from onrecord.reading.actors.phrase import Phrase
from onrecord.reading.parse import Word

SENTENCES = 4
"""How many sentences a pronoun looks back."""
CANDIDATES = 90
"""How many phrases it looks at, at most."""
OPTIONS = 24
"""How many different candidates it weighs, at most."""

_PRONOUNS = (HE, SHE, IT, THEY)
_SORTS = ("person", "unnamed", "state", "body", "people", "other", "thing", "things")
_ROLES = ("subject", "passive", "object", "agent", "of", "to", "possessive", "modifier", "rest")
_BODIES: frozenset[ActorKind | None] = frozenset(
    ("government", "military", "police", "armed_group", "party", "igo", "ngo", "company", "media")
)


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate: its cluster, and the nearest phrase of it before the pronoun."""

    cluster: Cluster
    phrase: Phrase


def options(clusters: Clusters, pronoun: Phrase) -> list[Option]:
    """The candidates of a pronoun, the nearest first; each cluster once. Grammar's flat refusals are left out."""
    out: list[Option] = []
    seen: set[int] = set()
    here = pronoun.head.sentence.index
    for n in range(pronoun.n - 1, max(pronoun.n - 1 - CANDIDATES, -1), -1):
        other = clusters.phrases[n]
        if here - other.head.sentence.index > SENTENCES:
            break
        cluster = clusters.at(n)
        if cluster is None or id(cluster) in seen or not _possible(pronoun, cluster, other) or _forbidden(pronoun, other):
            continue
        seen.add(id(cluster))
        out.append(Option(cluster, other))
        if len(out) == OPTIONS:
            break
    out.extend(option for option in _ahead(clusters, pronoun) if id(option.cluster) not in seen)
    return out


def _ahead(clusters: Clusters, pronoun: Phrase) -> Iterator[Option]:
    """ "In his speech, Ruto …": the subject of a clause that the pronoun stands in, but comes before."""
    for n in range(pronoun.n + 1, min(pronoun.n + 9, len(clusters.phrases))):
        other = clusters.phrases[n]
        if other.head.sentence is not pronoun.head.sentence:
            return
        cluster = clusters.at(n)
        subject = other.head.dep in ("nsubj", "nsubjpass") and other.form != "pronoun"
        if cluster is not None and subject and other.head.head in pronoun.head.ancestors() and _possible(pronoun, cluster, other):
            yield Option(cluster, other)
            return


def _possible(pronoun: Phrase, cluster: Cluster, other: Phrase) -> bool:
    """Gender, number and humanity do not flatly speak against it."""
    sort = sort_of(cluster)
    if pronoun.key == HE or pronoun.key == SHE:
        if sort == "thing":
            return other.head.tag == "NNP"
        return sort in ("person", "unnamed", "other") and not (cluster.lean < -4.5 if pronoun.key == SHE else cluster.lean > 4.5)
    if pronoun.key == IT:
        return sort in ("state", "body", "other", "thing")
    return sort not in ("person",)


def sort_of(cluster: Cluster) -> str:
    """The cluster as one of a few sorts that pronouns tell apart."""
    if cluster.thing:
        return "things" if cluster.many else "thing"
    if cluster.kind in ("person", "unnamed") and not cluster.many:
        return str(cluster.kind)
    if cluster.many and (cluster.human or cluster.kind == "population"):
        return "people"
    if cluster.kind == "state":
        return "state"
    if cluster.kind in _BODIES:
        return "body"
    return "people" if cluster.kind == "population" else "other"


def _forbidden(pronoun: Phrase, other: Phrase) -> bool:
    """Grammar forbids the two to be one: "Ann saw her", "her Ann", a pronoun inside the phrase itself."""
    word, candidate = pronoun.head, other.head
    if word.lower.endswith(("self", "selves")):
        return False
    if other.span.start <= pronoun.span.start < other.span.end:
        return True
    if word.tag == "PRP$":
        return candidate is word.head
    if candidate.head is word.head and candidate.dep in ("nsubj", "nsubjpass", "dobj") and word.dep in ("nsubj", "dobj", "dative"):
        return True
    return word.dep == "pobj" and candidate.dep in ("nsubj", "nsubjpass") and word.head.head is candidate.head


def role_of(word: Word) -> str:
    """The place of a phrase in its clause, as one of a few."""
    steps = 0
    while word.dep == "conj" and steps < 8 and word.head is not word:
        word, steps = word.head, steps + 1
    dep = word.dep
    if dep == "nsubj":
        return "subject"
    if dep == "nsubjpass":
        return "passive"
    if dep in ("dobj", "dative"):
        return "object"
    if dep == "pobj":
        return "agent" if word.head.dep == "agent" else "of" if word.head.lower == "of" else "to"
    if dep == "poss":
        return "possessive"
    return "modifier" if dep in ("compound", "amod", "nmod") else "rest"


def rows(pronoun: Phrase, found: list[Option]) -> list[list[float]]:
    """One row of features an option."""
    most = max((option.cluster.count for option in found), default=1)
    verbs = set()
    word, steps = pronoun.head, 0
    while not word.is_root and steps < 12:
        word, steps = word.head, steps + 1
        verbs.add(word.i)
    kind = [float(pronoun.key == key) for key in _PRONOUNS]
    role = role_of(pronoun.head)
    roles = [float(role == name) for name in _ROLES]
    out = []
    subjects = 0
    for rank, option in enumerate(found):
        other, cluster = option.phrase, option.cluster
        distance = pronoun.head.sentence.index - other.head.sentence.index
        theirs = role_of(other.head)
        sort = sort_of(cluster)
        lean = cluster.lean if pronoun.key == SHE else -cluster.lean if pronoun.key == HE else 0.0
        first_subject = float(theirs in ("subject", "passive") and subjects == 0)
        subjects += theirs in ("subject", "passive")
        row = [
            *(float(distance == d) for d in range(SENTENCES + 1)),
            log1p(abs(pronoun.n - other.n)),
            log1p(rank),
            log1p(abs(pronoun.head.i - other.head.i)),
            log1p(cluster.count),
            cluster.count / most,
            first_subject,
            float(theirs == role),
            float(theirs in ("subject", "passive") and role in ("subject", "passive")),
            float(theirs in ("subject", "passive") and other.head.head.i in verbs and distance == 0),
            float(other.head.head is pronoun.head.head),
            float(other.form == "pronoun"),
            float(other.form == "pronoun" and other.key == pronoun.key),
            float(other.form == "name"),
            float(other.form == "adjective"),
            float(pronoun.head.tag == "PRP$"),
            float(pronoun.head.tag == "PRP$" and distance == 0 and rank == 0),
            float(pronoun.head.lower.endswith(("self", "selves"))),
            lean / 4,
            float(lean > 1),
            float(lean < -1),
            float(bool(cluster.names)),
            float(other.head.i > pronoun.head.i),
            float(cluster.phrases[0] < 6),
            *(float(theirs == name) for name in _ROLES),
            *(float(sort == name) for name in _SORTS),
            *(k * float(sort == name) for k in kind[2:] for name in _SORTS),
            *kind,
            *roles,
        ]
        out.append(row)
    return out
