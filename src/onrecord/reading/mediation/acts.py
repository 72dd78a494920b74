"""Acts of mediation by grammar: the word that names the act, who does it, with whom, between whom, at whose request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model.record import MediationActKind, MediationSubject
from onrecord.reading.mediation.topics import TopicHit, Topics
from onrecord.reading.parse.grammar import conjuncts, is_passive, noun_phrase, subject
from onrecord.reading.parse.words import Sentence, Word
from onrecord.vocabulary.mediation import ActFrame, MediationWords

_RELATIVES = frozenset(("who", "that", "which", "whom"))
_WITH = frozenset(("with", "alongside"))
_BETWEEN = frozenset(("between", "among", "amongst"))
_TO = frozenset(("on", "upon", "to", "from"))
_COMPLEMENTS = frozenset(
    ("dobj", "prep", "xcomp", "ccomp", "pcomp", "nsubjpass", "oprd", "dative", "advcl", "relcl", "acl", "attr", "acomp")
)
_LIGHT = frozenset(
    "hold have conduct begin start resume attend continue make pay be join open launch receive enter take complete "
    "conclude chair participate lead convene issue send deliver".split()
)
_PAPERS = frozenset(("statement", "communique", "communiqué", "letter", "message", "declaration", "resolution"))
_HELP = frozenset(("help", "assistance", "support", "mediation", "intervention", "aid", "involvement", "effort", "good"))
_OPAQUE = frozenset(("appeal", "offer", "propose", "reject", "agree", "accept"))
_ABOUT_MATTERS = frozenset(("discuss", "review", "negotiate", "deliberate", "propose", "suggest", "present"))


@dataclass(frozen=True, slots=True)
class FoundAct:
    """An act as the grammar gives it. All participants are head words; who they are is for `roles`."""

    act: MediationActKind
    frame: ActFrame
    anchor: Word
    clause: Word
    agents: tuple[Word, ...]
    others: tuple[Word, ...]
    between: tuple[Word, ...]
    helpers: tuple[Word, ...]
    requested_by: Word | None
    subject: MediationSubject
    hits: tuple[TopicHit, ...]
    asks_help: bool = False
    """ "appealed for his assistance": whoever is asked is the third party."""


def find_acts(sentence: Sentence, here: Topics, near: bool, words: MediationWords) -> list[FoundAct]:
    """The acts of one sentence. `near` says that this sentence, or one beside it, speaks of peace or of a conflict."""
    out: list[FoundAct] = []
    for word in sentence.words:
        lemma = word.lemma.lower()
        if word.tag.startswith("V"):
            frames: Sequence[ActFrame] = words.verbs.get(lemma, ())
        elif word.tag.startswith("NN"):
            frames = words.nouns.get(lemma, ()) if word.dep != "compound" else ()
        elif word.tag == "JJ":
            frames = words.adjectives.get(lemma, ())
        else:
            continue
        for frame in frames:
            found = _act(word, frame, here, near, words)
            if found is not None:
                out.append(found)
                if found.requested_by is not None and not any(one.act == "appeal" and one.clause is found.requested_by for one in out):
                    out.append(_request(found))
    return _outermost(out)


def _request(found: FoundAct) -> FoundAct:
    """The appeal that "at the request of" speaks of."""
    asking = found.requested_by
    if asking is None:
        return found
    noun = asking.head if asking.dep == "poss" else asking.head.head
    agents = tuple(conjuncts(asking))
    frame = ActFrame("appeal", "none", "third")
    return FoundAct("appeal", frame, noun, asking, agents, found.agents, (), (), None, found.subject, found.hits)


def _outermost(acts: list[FoundAct]) -> list[FoundAct]:
    """ "urged them to agree to a truce" is an appeal, not an agreement: what an act asks, offers or refuses is not done by it."""
    opaque = {place.i for one in acts if one.act in _OPAQUE for place in (one.anchor, one.clause)}
    return [one for one in acts if not _lies_inside(one, opaque)]


def _lies_inside(one: FoundAct, opaque: set[int]) -> bool:
    word = one.anchor
    for _ in range(8):
        if word.is_root or word.dep not in ("xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "conj"):
            return False
        if word.dep == "prep" and word.lower not in ("to", "for", "on", "of", "in", "with"):
            return False
        below, word = word, word.head
        if word.i in opaque and word is not one.clause:
            return True
        if word.lemma.lower() == "help" and below.dep in ("xcomp", "ccomp"):
            return True
    return False


def _is_only_aimed_at(word: Word, frame: ActFrame) -> bool:
    """ "talks about reaching a truce", "to reach a truce": nothing is agreed yet."""
    if frame.does != "party" or not word.tag.startswith("V") or frame.act in ("violate", "collapse"):
        return False
    return word.dep == "pcomp" or any(child.tag == "TO" for child in word.children)


def _act(word: Word, frame: ActFrame, here: Topics, near: bool, words: MediationWords) -> FoundAct | None:
    if _is_only_aimed_at(word, frame):
        return None
    if frame.topic == "near":
        if not near or (word.tag.startswith("V") and not _is_meeting(word, words)):
            return None
        hits = here.hits
    elif frame.topic == "none":
        hits = here.hits
    else:
        governed = _governed(word, frame, words)
        hits = tuple(hit for hit in here.hits if any(place <= hit.first < end or hit.first <= place < hit.last for place, end in governed))
        if frame.act == "broker" and not hits and near and _governs_talk(word, words):
            hits = here.hits
        elif frame.topic == "talk":
            if not _governs_talk(word, words) or not near:
                return None
            hits = hits or here.hits
        elif not hits:
            if not (near and _is_deal_act(word, frame, words)):
                return None
            hits = here.hits
    clause = _clause(word)
    return FoundAct(
        act=frame.act,
        frame=frame,
        anchor=word,
        clause=clause,
        agents=tuple(_agents(word, clause)),
        others=tuple(_others(word, clause, frame.act)),
        between=tuple(_between(word, clause, frame.act)),
        helpers=tuple(_helpers(word, words)),
        requested_by=_requester(word, words),
        subject=_subject(word, hits),
        hits=hits,
        asks_help=any(_help_asked(child) is not None for child in clause.children) if frame.act == "appeal" else False,
    )


def _help_asked(prep: Word) -> Word | None:
    """The noun of "for his assistance", if someone's."""
    noun = prep.child("pobj") if prep.dep == "prep" and prep.lower == "for" else None
    return noun if noun is not None and noun.lemma.lower() in _HELP and noun.child("poss") is not None else None


def _subject(word: Word, hits: Sequence[TopicHit]) -> MediationSubject:
    """What the act is about: the matter named nearest to it."""
    nearest = min(hits, key=lambda hit: (abs(hit.first - word.i), hit.first), default=None)
    return "other" if nearest is None else nearest.subject


# ---- what an act governs
def _is_deal_act(word: Word, frame: ActFrame, words: MediationWords) -> bool:
    """ "scuttled the talks", "broke the agreement": talks and deals amid words of conflict are those of peace."""
    if frame.act not in ("violate", "suspend", "collapse", "accept", "reject"):
        return False
    heads = [child for child in word.children if child.dep in ("dobj", "nsubjpass")]
    if frame.act == "collapse" and word.child("dobj") is None:
        heads += word.children_by("nsubj")
    heads += [noun for child in word.children_by("prep") if child.lower == "of" and (noun := child.child("pobj")) is not None]
    return any(
        head.lemma.lower() in words.talking | words.deals and head.lemma.lower() not in ("meeting", "session", "round", "peace")
        for head in heads
    )


def _governed(word: Word, frame: ActFrame, words: MediationWords) -> list[tuple[int, int]]:
    """The stretches of words (first, last) that belong to what the act is about."""
    out: list[tuple[int, int]] = []
    if not word.tag.startswith("V"):
        out.append((word.i, word.i + 1))
        out.extend(_stretch(child) for child in word.children if child.dep in ("compound", "amod", "nmod"))
    if (clause := next((above for above in (word, *word.ancestors()) if above.dep == "relcl"), None)) is not None and word.i - clause.i < 6:
        out.extend(_stretch(part) for part in noun_phrase(clause.head)[-1:])
    strict = frame.act in ("agree", "accept", "reject", "violate", "suspend", "collapse")
    for child in word.children:
        if child.i < word.i and child.dep != "nsubjpass":
            continue
        if child.dep not in _COMPLEMENTS:
            continue
        if word.lemma.lower() in ("announce", "declare") and child.dep != "dobj":
            continue
        if strict and not _is_about_deal(child, words):
            continue
        out.append(_stretch(child))
    if strict and frame.act == "collapse" and (own := word.child("nsubj", "nsubjpass")) is not None and word.child("dobj") is None:
        out = [_stretch(own)] if own.lemma.lower() in words.deals | words.talking else []
    return out


def _stretch(word: Word) -> tuple[int, int]:
    places = [below.i for below in word.subtree()]
    return places[0], places[-1] + 1


def _is_about_deal(child: Word, words: MediationWords) -> bool:
    """Whether a complement is headed by a deal or talks: "the truce", "on a ceasefire", "to negotiate"."""
    heads = [child]
    if child.dep == "prep":
        inner = child.child("pobj", "pcomp")
        heads = [inner] if inner is not None else []
    for head in heads:
        for one in conjuncts(head):
            lemma = one.lemma.lower()
            if lemma in words.deals or lemma in words.talking or lemma in words.topics or lemma in words.verbs or lemma in words.nouns:
                return True
            if lemma in (
                "release",
                "exchange",
                "pause",
                "cessation",
                "halt",
                "end",
                "swap",
                "stop",
                "cease",
                "extension",
                "process",
                "plan",
            ):
                return True
    return False


def _governs_talk(word: Word, words: MediationWords) -> bool:
    objects = word.children_by("dobj", "nsubjpass")
    if not objects:
        objects = word.children_by("nsubj") + [
            noun for prep in word.children_by("prep") if prep.lower == "in" and (noun := prep.child("pobj"))
        ]
    if word.tag == "VBN" and (above := next((one for one in (word, *word.ancestors()) if one.dep in ("acl", "relcl")), None)) is not None:
        objects.append(above.head)
    return any(one.lemma.lower() in words.talking or one.lemma.lower() in words.deals for found in objects for one in conjuncts(found))


def _is_meeting(verb: Word, words: MediationWords) -> bool:
    """A verb of meeting with someone to meet or a matter to discuss; "met expectations", "spoke at length" are not."""
    lemma = verb.lemma.lower()
    if lemma in ("meet", "confer", "consult", "negotiate", "telephone", "phone", "deliberate"):
        return True
    if lemma in ("discuss", "review"):
        return True
    if lemma in ("talk", "speak", "engage"):
        return any(child.dep == "prep" and child.lower in ("with", "to", "by") for child in verb.children)
    if lemma == "call":
        if verb.child("prt", "oprd", "xcomp", "ccomp") is not None:
            return False
        on = next((child.child("pobj") for child in verb.children if child.dep == "prep" and child.lower == "on"), None)
        calls_for = any(child.dep == "prep" and child.lower == "for" for child in verb.children)
        return not calls_for and (verb.child("dobj") is not None or (on is not None and on.entity not in ("DATE", "TIME")))
    if lemma in ("hold", "sit"):
        return any(child.dep == "prep" and child.lower == "with" for child in verb.children)
    if lemma == "exchange":
        found = verb.child("dobj")
        return found is not None and found.lemma.lower() in ("view", "opinion", "message")
    return verb.child("dobj") is not None or any(
        child.dep == "prep" and child.lower in ("with", "to", "in", "for") for child in verb.children
    )


# ---- who
def _clause(word: Word) -> Word:
    """The verb that says the act: the word itself, or the light verb that carries a noun ("held talks", "was in contact")."""
    if word.tag.startswith("V"):
        return word
    here = word
    for _ in range(4):
        if here.is_root or here.head.tag.startswith("V"):
            break
        if here.dep not in ("dobj", "pobj", "prep", "attr", "acomp", "nsubj", "nsubjpass", "conj", "oprd"):
            break
        here = here.head
    return (
        here.head if here.head.tag.startswith("V") and here.dep in ("dobj", "prep", "attr", "acomp", "nsubj", "nsubjpass", "oprd") else word
    )


def _agents(word: Word, clause: Word) -> Iterator[Word]:
    if clause.tag.startswith("V") and (clause is word or _carries(clause, word)):
        agent = clause.child("agent")
        if agent is not None and (found := agent.child("pobj")) is not None:
            yield from conjuncts(found)
        elif not is_passive(clause) and not (clause.dep == "acl" and clause.tag == "VBN"):
            doers = clause.children_by("nsubj")
            if len(doers) < 2:
                found = _doer(clause)
                doers = [found] if found is not None else []
            for doer in doers:
                if doer is not word:
                    yield from conjuncts(doer)
            by = next((child for child in clause.children if child.dep == "prep" and child.lower == "by"), None)
            if by is not None and clause.child("dobj") is None and (maker := by.child("pobj")) is not None:
                yield from conjuncts(maker)
    if not word.tag.startswith("V"):
        yield from (part for part in noun_phrase(word) if part is not word and part.i < word.i)
        for child in word.children:
            if child.dep == "prep" and child.lower in ("by", "from") and (found := child.child("pobj")) is not None:
                yield from conjuncts(found)


def _carries(clause: Word, noun: Word) -> bool:
    """Whether the subject of a verb takes part in the act that a noun names: "held talks", "said in a meeting", not "hailed the talks"."""
    if noun.tag == "JJ":
        return True
    place = noun
    while place.dep == "conj":
        place = place.head
    if place.dep in ("dobj", "attr", "nsubjpass"):
        return clause.lemma.lower() in _LIGHT
    if place.dep == "pobj":
        return place.head.lower in ("in", "during", "at", "for", "to", "via", "through", "by", "over", "on") and place.child("poss") is None
    return False


def _doer(verb: Word) -> Word | None:
    found = subject(verb)
    if found is None and verb.dep in ("advcl", "acl", "xcomp", "ccomp") and not verb.is_root:
        found = verb.head if verb.dep == "acl" and verb.head.pos in ("NOUN", "PROPN") else subject(verb.head)
    if found is not None and found.lemma.lower() in _PAPERS and verb.dep == "acl":
        found = subject(found.head) if found.head.pos == "VERB" else found
    if found is not None and found.lower in _RELATIVES:
        for above in (verb, *verb.ancestors()):
            if above.dep == "relcl":
                return above.head
    return found


def _others(word: Word, clause: Word, act: MediationActKind) -> Iterator[Word]:
    """With whom, to whom, whom: objects and the complements of "with"; for an appeal those of "on" and "to" too."""
    seen: set[int] = set()
    for place in dict.fromkeys((clause, word, *clause.children_by("xcomp"))):
        if (
            place is not word
            and place is not clause
            and place.dep == "xcomp"
            and place.lemma.lower() not in ("hold", "take", "host", "attend")
        ):
            continue
        for child in place.children:
            for one in _other(child, place, word, act):
                if one.i not in seen and one is not word:
                    seen.add(one.i)
                    yield one


def _other(child: Word, place: Word, word: Word, act: MediationActKind) -> list[Word]:
    if child.dep in ("dobj", "nsubjpass", "dative"):
        if child is word or (place is word and word.lemma.lower() in _ABOUT_MATTERS and child.dep == "dobj"):
            return []
        found = conjuncts(child)
        return found + [pobj for one in found for prep in one.children_by("prep") if prep.lower in _WITH and (pobj := prep.child("pobj"))]
    if child.dep == "prep":
        if child.lower == "to" and place.lemma.lower() in ("visit", "travel", "trip", "fly") and (noun := child.child("pobj")) is not None:
            return conjuncts(noun)
        if act == "appeal" and (noun := _help_asked(child)) is not None:
            return [owner for owner in noun.children if owner.dep == "poss"]
        directed = act == "appeal" or place.lemma.lower() in ("speak", "talk", "call", "turn")
        return _in_phrase(child, _WITH | _TO if directed else _WITH)
    if child.dep in ("xcomp", "ccomp") and act == "appeal" and (own := child.child("nsubj")) is not None:
        return conjuncts(own)
    return []


def _in_phrase(prep: Word, openers: frozenset[str]) -> list[Word]:
    """The nouns of "with A and B", and of "in talks with A": one level deep."""
    noun = prep.child("pobj")
    if noun is None:
        return []
    if prep.lower in openers:
        return conjuncts(noun)
    inner = [pobj for child in noun.children_by("prep") if child.lower in _WITH and (pobj := child.child("pobj")) is not None]
    return [one for found in inner for one in conjuncts(found)]


def _between(word: Word, clause: Word, act: MediationActKind) -> list[Word]:
    """ "between A and B": of talks only their own; of other acts ("urged a truce between A and B") wherever their words hold it."""
    out: list[Word] = []
    if act == "talks":
        for child in (*word.children, *clause.children):
            if child.lower in _BETWEEN and child.dep == "prep" and child.i > word.i and (found := child.child("pobj")) is not None:
                out.extend(conjuncts(found))
        return out
    first = word.i if word.i < clause.i else clause.i
    for below in (clause if not word.tag.startswith("V") else word).subtree():
        if below.i >= first and below.lower in _BETWEEN and below.dep == "prep" and (found := below.child("pobj")) is not None:
            out.extend(conjuncts(found))
    return out


def _helpers(word: Word, words: MediationWords) -> Iterator[Word]:
    """Third parties named beside an act of the parties: "brokered by A", "a B-mediated truce", "under the auspices of C"."""
    sentence = word.sentence
    for near in sentence.words:
        lower = near.lower
        if lower in words.made and near.tag in ("VBN", "VBD", "JJ"):
            if near.dep == "amod" and near.head.lemma.lower() not in words.deals | words.talking | {"proposal", "plan", "initiative"}:
                continue
            agent = near.child("agent")
            prep = agent if agent is not None else next((child for child in near.children if child.lower == "by"), None)
            if prep is not None and (found := prep.child("pobj")) is not None:
                yield from conjuncts(found)
            for child in near.children:
                if child.dep in ("npadvmod", "compound", "amod", "nmod") and child.i < near.i:
                    yield from conjuncts(child)
        elif (
            near.lemma.lower() in words.auspices and near.dep == "pobj" and near.head.lower in ("under", "through", "with", "via", "thanks")
        ):
            for child in near.children_by("prep", "poss", "amod", "compound"):
                inner = child.child("pobj") if child.dep == "prep" else child
                if inner is not None:
                    yield from conjuncts(inner)
        elif near.lower in ("mediator", "mediators") and near.dep != "appos":
            yield from conjuncts(near)


def _requester(word: Word, words: MediationWords) -> Word | None:
    """ "at the request of A", "at A's request"."""
    for near in word.sentence.words:
        if near.lemma.lower() in words.requests and near.dep == "pobj" and near.head.lower in ("at", "upon", "on"):
            owner = near.child("poss")
            of = next((child.child("pobj") for child in near.children_by("prep") if child.lower == "of"), None)
            return owner or of
    return None
