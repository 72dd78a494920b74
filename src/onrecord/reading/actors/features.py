"""What a ranker sees of a pronoun and one candidate antecedent: a row of numbers. Plain grammar and counts, no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p

from onrecord.model.record import ActorKind
from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.from_pronouns import HE, IT, SHE, THEY, WE, I
from onrecord.reading.actors.phrase import GROUND, Phrase
from onrecord.reading.actors.quoted import Quotation
from onrecord.reading.actors.slots import FILLERS, load_slots
from onrecord.reading.parse import Word
from onrecord.vocabulary.actors.words import words_of

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
    seen = {id(cluster) for cluster in _refused(clusters, pronoun)}
    here = pronoun.head.sentence.index
    quote = clusters.quotations.at(pronoun.head)
    speaker = clusters.at(clusters.by_head.get(quote.speaker)) if quote is not None and quote.whole and quote.speaker is not None else None
    if speaker is not None:
        seen.add(id(speaker))
    for n in range(pronoun.n - 1, max(pronoun.n - 1 - CANDIDATES, -1), -1):
        other = clusters.phrases[n]
        if here - other.head.sentence.index > SENTENCES:
            break
        cluster = clusters.at(n)
        if cluster is not None and quote is not None and other.key == I and quote is clusters.quotations.at(other.head):
            seen.add(id(cluster))
        if cluster is None or id(cluster) in seen or not _possible(pronoun, cluster, other) or _inside(pronoun, other):
            continue
        seen.add(id(cluster))
        out.append(Option(cluster, other))
        if len(out) == OPTIONS:
            break
    same_part = _same_part(pronoun)
    if same_part is not None and (alike := [option for option in out if option.phrase.head is same_part]):
        return alike
    out.extend(option for option in _ahead(clusters, pronoun) if id(option.cluster) not in seen)
    return out


def _same_part(pronoun: Phrase) -> Word | None:
    """ "Met the general and asked him": the object of the verb before, when one person does both."""
    verb = pronoun.head.head
    if pronoun.key not in (HE, SHE) or pronoun.head.dep not in ("dobj", "dative") or verb.dep != "conj" or verb.child("nsubj", "nsubjpass"):
        return None
    return verb.head.child("dobj") if verb.head.pos == "VERB" else None


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
            return other.head.tag == "NNP" and not other.key.startswith(GROUND)
        known = sort in ("person", "unnamed") or (sort == "other" and (cluster.human or bool(cluster.names)))
        return known and not (cluster.lean < -4.5 if pronoun.key == SHE else cluster.lean > 4.5)
    if pronoun.key == IT:
        return (sort in ("state", "body", "other", "thing") and not cluster.many) or (
            sort == "unnamed" and not other.name and other.traits.noun in words_of().person_or_body
        )
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


_FILLS = {"person": "human", "unnamed": "human", "people": "human", "state": "body", "body": "body", "thing": "thing", "things": "thing"}


def filler_of(clusters: Clusters, phrase: Phrase) -> str | None:
    """What stands in the place of a phrase, one of `slots.FILLERS`; None where that is not known before pronouns are linked."""
    if phrase.form == "pronoun":
        return "human" if phrase.key in (HE, SHE, I, WE) else None
    cluster = clusters.at(phrase.n)
    return None if cluster is None else _FILLS.get(sort_of(cluster))


def _inside(pronoun: Phrase, other: Phrase) -> bool:
    """The pronoun stands in the candidate's own phrase: "her" in "her husband"."""
    return other.span.start <= pronoun.span.start < other.span.end or (pronoun.head.tag == "PRP$" and other.head is pronoun.head.head)


def _refused(clusters: Clusters, pronoun: Phrase) -> Iterator[Cluster]:
    """Whom grammar forbids the pronoun to mean: who acts on it in its own clause ("Ann saw her", "they fled, then told them")."""
    word = pronoun.head
    if word.lower.endswith(("self", "selves")) or word.dep not in ("dobj", "dative", "pobj"):
        return
    verb = word.head
    if word.dep == "pobj":
        if verb.lower not in words_of().binding:
            return
        verb = verb.head
    own = verb
    for _ in range(6):
        rivals = verb.children_by("nsubj", "nsubjpass", *(("dobj",) if verb is own else ()))
        for rival in rivals:
            cluster = clusters.at(clusters.by_head.get(rival.i)) if rival.i < word.i else None
            if cluster is not None:
                yield cluster
        if any(rival.dep != "dobj" for rival in rivals) or verb.dep not in ("conj", "xcomp") or verb.is_root:
            return
        verb = verb.head


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


def rows(clusters: Clusters, pronoun: Phrase, found: list[Option]) -> list[list[float]]:
    """One row of features an option."""
    seen = _seen_of(clusters, pronoun, found)
    out = []
    subjects = 0
    of_sort = dict.fromkeys(_SORTS, 0)
    for rank, option in enumerate(found):
        sort, theirs = sort_of(option.cluster), role_of(option.phrase.head)
        is_subject = theirs in ("subject", "passive")
        out.append(
            [
                *_near(seen, option, rank, of_sort[sort]),
                *_grammar(seen, option, theirs, is_subject and subjects == 0),
                *_known(seen, option),
                *_speech(seen, option),
                *_fit(seen, sort),
                *(float(theirs == name) for name in _ROLES),
                *(float(sort == name) for name in _SORTS),
                *(k * float(sort == name) for k in (seen.kind[0] + seen.kind[1], *seen.kind[2:]) for name in _SORTS),
                *(seen.does * float(sort == name) for name in _SORTS),
                *seen.kind,
                *seen.roles,
            ]
        )
        subjects += is_subject
        of_sort[sort] += 1
    return out


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is the same for every candidate of one pronoun."""

    clusters: Clusters
    pronoun: Phrase
    word: Word
    sentence: int
    block: int
    role: str
    verbs: frozenset[int]
    """The words above the pronoun."""
    quote: Quotation | None
    speaker: Cluster | None
    most: int
    does: float
    """The pronoun is the subject of what only someone does."""
    fits: dict[str, float]
    """How each sort of filler fits the place of the pronoun."""
    kind: tuple[float, ...]
    roles: tuple[float, ...]


def _seen_of(clusters: Clusters, pronoun: Phrase, found: list[Option]) -> _Seen:
    word, steps, verbs = pronoun.head, 0, set()
    while not word.is_root and steps < 12:
        word, steps = word.head, steps + 1
        verbs.add(word.i)
    role = role_of(pronoun.head)
    quote = clusters.quotations.at(pronoun.head)
    lists = words_of()
    verb = pronoun.head.head.lemma.lower()
    return _Seen(
        clusters, pronoun, pronoun.head, pronoun.head.sentence.index, pronoun.head.sentence.block, role, frozenset(verbs), quote,
        clusters.at(clusters.by_head.get(quote.speaker)) if quote is not None and quote.speaker is not None else None,
        max((option.cluster.count for option in found), default=1),
        float(role == "subject" and (verb in lists.acts or verb in lists.saying or verb in lists.people_verbs)),
        dict(zip(FILLERS, load_slots().fit(pronoun.head), strict=True)),
        tuple(float(pronoun.key == key) for key in _PRONOUNS), tuple(float(role == name) for name in _ROLES),
    )  # fmt: skip


def _near(seen: _Seen, option: Option, rank: int, of_sort: int) -> list[float]:
    """How far the candidate is, counted in several ways."""
    other = option.phrase
    distance = seen.sentence - other.head.sentence.index
    return [
        *(float(distance == d) for d in range(SENTENCES + 1)),
        log1p(abs(seen.pronoun.n - other.n)),
        log1p(rank),
        log1p(of_sort),
        log1p(abs(seen.word.i - other.head.i)),
        float(seen.block != other.head.sentence.block),
        float(other.head.i > seen.word.i),
    ]


def _grammar(seen: _Seen, option: Option, theirs: str, first_subject: bool) -> list[float]:
    """Where the two stand in their clauses."""
    word, other = seen.word, option.phrase.head
    subject = theirs in ("subject", "passive")
    above = other.head.i in seen.verbs and other.sentence.index == seen.sentence
    possessive, they, it = word.tag == "PRP$", seen.pronoun.key == THEY, seen.pronoun.key == IT
    plural = other.tag in ("NNS", "NNPS")
    return [
        float(first_subject),
        float(theirs == seen.role),
        float(subject and seen.role in ("subject", "passive")),
        float(subject and above),
        float(subject and above and possessive),
        float(subject and other.head.is_root),
        float(subject and other.head.dep in ("relcl", "acl", "advcl")),
        float(other.head is word.head),
        float(other.dep == "conj"),
        float(they and any(child.dep == "conj" for child in other.children)),
        float(possessive),
        float(possessive and other.sentence.index == seen.sentence),
        float(word.lower.endswith(("self", "selves"))),
        float(plural),
        float(plural and they),
        float(plural and it),
        float(other.entity == "ORG"),
        float(other.entity == "" and not they),
        float(option.phrase.traits.definite),
    ]


def _known(seen: _Seen, option: Option) -> list[float]:
    """What the report has said of the candidate: how often, by which words, as whom."""
    cluster, other, key = option.cluster, option.phrase, seen.pronoun.key
    lean = cluster.lean if key == SHE else -cluster.lean if key == HE else 0.0
    last = cluster.taken_up.get(key)
    ago = seen.sentence - seen.clusters.phrases[last].head.sentence.index if last is not None else 9
    otherwise = any(name in cluster.taken_up for name in _PRONOUNS if name != key)
    return [
        log1p(cluster.count),
        cluster.count / seen.most,
        float(other.form == "pronoun"),
        float(other.form == "pronoun" and other.key == key),
        float(other.form == "name"),
        float(other.form == "adjective"),
        lean / 4,
        float(lean > 1),
        float(lean < -1),
        float(bool(cluster.names)),
        float(cluster.phrases[0] < 6),
        float(ago <= 1),
        float(ago <= 4),
        float(otherwise),
        float(otherwise and last is None),
    ]


def _fit(seen: _Seen, sort: str) -> list[float]:
    """How well what the candidate is fits the place of the pronoun."""
    filler = _FILLS.get(sort)
    fit = seen.fits[filler] if filler is not None else 0.0
    return [fit, fit * seen.kind[2], fit * seen.kind[3]]


def _speech(seen: _Seen, option: Option) -> list[float]:
    """Who is quoted: a pronoun inside a quotation hardly means its speaker, one in reported speech often does."""
    head, quote = option.phrase.head, seen.quote
    theirs = seen.clusters.quotations.at(head)
    speaks = seen.speaker is option.cluster
    says = head.dep == "nsubj" and head.head.lemma.lower() in words_of().saying
    return [
        float(quote is not None),
        float(quote is not None and theirs is quote),
        float(quote is not None and quote.whole and speaks),
        float(quote is not None and not quote.whole and speaks),
        float(quote is None and theirs is not None),
        float(quote is None and says),
        float(quote is None and says and head.head.i in seen.verbs),
    ]
