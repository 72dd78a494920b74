"""Acts of mediation by grammar: the word that names the act, who does it, with whom, between whom, at whose request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model.record import MediationActKind, MediationSubject
from onrecord.reading.mediation.participants import agents, between, clause, help_asked, helpers, hosts, others, requester, speaks_by
from onrecord.reading.mediation.topics import TopicHit, Topics
from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Sentence, Word
from onrecord.vocabulary.mediation import ActFrame, MediationWords

_COMPLEMENTS = frozenset(
    ("dobj", "prep", "xcomp", "ccomp", "pcomp", "nsubjpass", "oprd", "dative", "advcl", "relcl", "acl", "attr", "acomp")
)
_GUESTS = frozenset(("delegation", "team", "counterpart", "leader", "negotiator", "guest", "colleague", "party", "side", "member"))
_GOING = frozenset(("head", "land", "fly", "embark", "travel", "arrive"))
_TRAVELLING = _GOING | {"visit", "tour"}
_ROUNDS = frozenset(("round", "session", "series", "meeting"))
_STEPS = frozenset(
    "announcement resumption start signing launch conclusion opening extension implementation continuation effort progress step".split()
)
_SENT = frozenset(("delegation", "team", "envoy", "emissary", "mediator", "mission", "representative", "negotiator"))
_ASKING = frozenset(("for", "on", "upon"))
_OPAQUE = frozenset(("appeal", "offer", "propose", "reject", "agree", "accept"))


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
    hosts: tuple[Word, ...]
    """ "held talks in the kingdom": where no one else is named, the land of the talks."""
    helpers: tuple[Word, ...]
    requested_by: Word | None
    subject: MediationSubject
    hits: tuple[TopicHit, ...]
    asks_help: bool = False
    """ "appealed for his assistance": whoever is asked is the third party."""
    to_party: bool = False
    """An appeal that names no matter of peace: it counts where a party is asked."""


def find_acts(sentence: Sentence, here: Topics, near: bool, told: bool, words: MediationWords) -> list[FoundAct]:
    """The acts of one sentence. `near`: it or one close by speaks of peace or of a conflict; `told`: the report has a deal to speak of."""
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
            found = _act(word, frame, here, near, told, words)
            if found is not None:
                out.append(found)
                if found.requested_by is not None and not any(one.act == "appeal" and one.clause is found.requested_by for one in out):
                    out.append(_request(found))
    return _outermost(out)


def is_travel(act: FoundAct) -> bool:
    """A visit or a journey: in a report that is not all about peace its own sentence has to say what it is for."""
    return act.act == "talks" and act.anchor.lemma.lower() in _TRAVELLING


def _request(found: FoundAct) -> FoundAct:
    """The appeal that "at the request of" speaks of."""
    asking = found.requested_by
    if asking is None:
        return found
    noun = asking.head if asking.dep == "poss" else asking.head.head
    agents = tuple(conjuncts(asking))
    frame = ActFrame("appeal", "none", "third")
    return FoundAct("appeal", frame, noun, asking, agents, found.agents, (), (), (), None, found.subject, found.hits)


def _outermost(acts: list[FoundAct]) -> list[FoundAct]:
    """ "urged them to agree to a truce" is an appeal, not an agreement: what an act asks, offers or refuses is not done by it."""
    opaque = {place.i for one in acts if one.act in _OPAQUE for place in (one.anchor, one.clause)}
    meetings = {one.clause.i for one in acts if one.act == "talks" and (one.others or one.between)}
    hosted = {one.clause.i for one in acts if one.act == "host"}
    return [one for one in acts if not _lies_inside(one, opaque) and not _is_what_for(one, meetings) and not _is_hosted(one, hosted)]


def _is_hosted(one: FoundAct, hosted: set[int]) -> bool:
    """ "hosted talks", "hosted them for talks": the talks are what is hosted, one act."""
    return one.act == "talks" and not one.anchor.tag.startswith("V") and one.clause.i in hosted


def _is_what_for(one: FoundAct, meetings: set[int]) -> bool:
    """ "met her to discuss a truce" is one meeting."""
    alone = one.act == "talks" and not one.others and not one.between
    return alone and one.clause.dep in ("advcl", "xcomp") and one.clause.head.i in meetings


def _lies_inside(one: FoundAct, opaque: set[int]) -> bool:
    word = one.anchor
    for _ in range(8):
        if word.is_root or word.dep not in ("xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "conj", "acl"):
            return False
        if word.dep == "acl" and not any(child.tag == "TO" for child in word.children):
            return False
        if word.dep == "prep" and word.lower not in ("to", "for", "on", "of", "in", "with"):
            return False
        below, word = word, word.head
        if word.i in opaque and word is not one.clause and below.dep != "conj":
            return True
        if word.lemma.lower() == "help" and below.dep in ("xcomp", "ccomp"):
            return True
    return False


def _is_only_aimed_at(word: Word, frame: ActFrame) -> bool:
    """ "talks about reaching a truce", "to reach a truce": nothing is agreed yet."""
    if frame.does != "party" or not word.tag.startswith("V") or frame.act in ("violate", "collapse"):
        return False
    return word.dep == "pcomp" or any(child.tag == "TO" for child in word.children)


def _receives_for_talks(word: Word, words: MediationWords) -> bool:
    """ "hosted the leaders of A and B for talks"."""
    if word.lemma.lower() != "host" or not word.tag.startswith("V"):
        return False
    return any(
        prep.lower in ("for", "in") and (noun := prep.child("pobj")) is not None and noun.lemma.lower() in words.talking
        for prep in word.children_by("prep")
    )


def _is_only_spoken_of(word: Word, frame: ActFrame) -> bool:
    """ "talks on an exchange of prisoners", "will focus on a swap": it has not come about."""
    if frame.act != "agree" or word.tag.startswith("V") or word.dep != "pobj":
        return False
    return word.head.lower in ("on", "about", "for", "towards", "toward", "to", "of", "regarding", "concerning")


def _is_only_a_name(word: Word, frame: ActFrame) -> bool:
    """ "called him a traitor" asks for nothing, "a faction opposed to peace" refuses nothing that was offered."""
    if frame.act == "appeal" and word.lemma.lower() == "call" and word.tag.startswith("V"):
        return not any(child.dep in ("prep", "agent", "prt") and child.lower in _ASKING for child in word.children)
    return frame.act == "reject" and word.lemma.lower() == "oppose" and word.dep in ("acl", "amod", "appos", "relcl")


def _act(word: Word, frame: ActFrame, here: Topics, near: bool, told: bool, words: MediationWords) -> FoundAct | None:
    if _is_only_aimed_at(word, frame) or _is_only_a_name(word, frame) or _is_only_spoken_of(word, frame):
        return None
    to_party = False
    if frame.topic == "told":
        if not near or not _is_guest(word.child("dobj", "nsubjpass", "dative"), words):
            return None
        hits = here.hits
    elif frame.topic == "near":
        if not near or (word.tag.startswith("V") and not _is_meeting(word, words)):
            return None
        if any(child.lower == "whether" for child in word.children_by("mark")):
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
            if not (told and _is_deal_act(word, frame, words)) and not _offers_to_mediate(word, frame, words):
                if told and frame.act in ("accept", "offer", "propose") and _holds_talk(word, governed, words):
                    pass
                elif near and frame.act == "appeal" and word.tag.startswith("V"):
                    to_party = not _urges_the_sides(word)
                else:
                    return None
            hits = here.hits
    verb = clause(word)
    hosts_talks = frame.act == "talks" and _receives_for_talks(word, words)
    return FoundAct(
        act="host" if hosts_talks else frame.act,
        frame=replace(frame, act="host", does="third") if hosts_talks else frame,
        anchor=word,
        clause=verb,
        agents=tuple(agents(word, verb)),
        others=tuple(others(word, verb, frame.act)),
        between=tuple(between(word, verb, frame.act)),
        hosts=tuple(hosts(word, verb)) if frame.act == "talks" else (),
        helpers=tuple(helpers(word, words)),
        requested_by=requester(word, words),
        subject=_subject(word, hits),
        hits=hits,
        asks_help=any(help_asked(child) is not None for child in verb.children) if frame.act == "appeal" else False,
        to_party=to_party,
    )


def _subject(word: Word, hits: Sequence[TopicHit]) -> MediationSubject:
    """What the act is about: the matter named nearest to it."""
    nearest = min(hits, key=lambda hit: (abs(hit.first - word.i), hit.first), default=None)
    return "other" if nearest is None else nearest.subject


# ---- what an act governs
def _offers_to_mediate(word: Word, frame: ActFrame, words: MediationWords) -> bool:
    """ "an offer to mediate": mediation is its own matter, whatever else the sentence names."""
    if frame.act != "offer":
        return False
    governed = word.children_by("acl", "xcomp")
    return any(one.act == "broker" and one.topic == "none" for child in governed for one in words.verbs.get(child.lemma.lower(), ()))


def _holds_talk(word: Word, governed: list[tuple[int, int]], words: MediationWords) -> bool:
    """Whether talks or a deal stand in what an act governs: "offered its capital as a venue for negotiations"."""
    inside = (one for one in word.sentence.words if any(first <= one.i < last for first, last in governed))
    return any(one.lemma.lower() in words.talking or one.lemma.lower() in words.deals for one in inside)


def _urges_the_sides(word: Word) -> bool:
    """ "called on the parties to", "urged all armed groups to": whoever they are, they are asked as sides."""
    if not any(child.dep in ("xcomp", "ccomp") and any(one.tag == "TO" for one in child.children) for child in word.children):
        return False
    asked = [child.child("pobj") if child.dep == "prep" else child for child in word.children_by("prep", "dobj")]
    return any(noun is not None and _are_sides(noun) for noun in asked)


def _are_sides(noun: Word) -> bool:
    if noun.lemma.lower() in ("party", "side", "faction", "belligerent"):
        return noun.tag == "NNS"
    return noun.lemma.lower() == "group" and any(child.lower in ("armed", "warring", "rebel", "rival") for child in noun.children)


def _is_deal_act(word: Word, frame: ActFrame, words: MediationWords) -> bool:
    """ "scuttled the talks", "broke the agreement": talks and deals amid words of conflict are those of peace."""
    if frame.act not in ("violate", "suspend", "collapse", "accept", "reject"):
        return False
    heads = [child for child in word.children if child.dep in ("dobj", "nsubjpass")]
    if frame.act == "collapse" and word.child("dobj") is None:
        heads += word.children_by("nsubj")
    heads += [noun for child in word.children_by("prep") if child.lower == "of" and (noun := child.child("pobj")) is not None]
    heads += [
        noun
        for head in heads
        if head.lemma.lower() in _ROUNDS
        for prep in head.children_by("prep")
        if prep.lower == "of" and (noun := prep.child("pobj")) is not None
    ]
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
    if (
        (clause := next((above for above in (word, *word.ancestors()) if above.dep == "relcl"), None)) is not None
        and word.i - clause.i < 6
        and not _is_only_during(clause)
    ):
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


def _is_only_during(clause: Word) -> bool:
    """ "meetings during which both said …": the relative clause is not about the noun that it hangs on."""
    return any(child.lower in ("which", "whom") for prep in clause.children_by("prep") if prep.i < clause.i for child in prep.children)


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
        if head.lemma.lower() in _ROUNDS and any(prep.lower == "of" for prep in head.children_by("prep")):
            heads = [noun for prep in head.children_by("prep") if prep.lower == "of" and (noun := prep.child("pobj")) is not None]
            break
    for head in heads:
        for one in conjuncts(head) + [inner for noun in conjuncts(head) for inner in _step_of(noun)]:
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


def _step_of(noun: Word) -> list[Word]:
    """ "the announcement of a dialogue", "the resumption of talks", "efforts towards a truce": what a step is a step of."""
    if noun.lemma.lower() not in _STEPS:
        return []
    inner = [one for child in noun.children_by("prep") if (one := child.child("pobj", "pcomp")) is not None]
    verbs = [below for one in (noun, *inner) for below in one.children_by("acl")]
    return inner + [done for verb in verbs if (done := verb.child("dobj")) is not None]


def _governs_talk(word: Word, words: MediationWords) -> bool:
    objects = word.children_by("dobj", "nsubjpass")
    if not objects:
        objects = word.children_by("nsubj") + [
            noun for prep in word.children_by("prep") if prep.lower in ("in", "at") and (noun := prep.child("pobj"))
        ]
    if word.tag == "VBN" and (above := next((one for one in (word, *word.ancestors()) if one.dep in ("acl", "relcl")), None)) is not None:
        objects.append(above.head)
    return any(one.lemma.lower() in words.talking or one.lemma.lower() in words.deals for found in objects for one in conjuncts(found))


def _is_guest(word: Word | None, words: MediationWords) -> bool:
    """Somebody who may be met or told: a name or an office."""
    return word is not None and (word.pos == "PROPN" or word.lemma.lower() in words.offices or word.lemma.lower() in _GUESTS)


def _is_meeting(verb: Word, words: MediationWords) -> bool:
    """A verb of meeting with someone to meet or a matter to discuss; "met expectations", "spoke at length" are not."""
    lemma = verb.lemma.lower()
    if lemma in ("meet", "confer", "consult", "negotiate", "telephone", "phone", "deliberate"):
        return True
    if lemma in ("discuss", "review"):
        return True
    if lemma in ("talk", "speak", "engage"):
        return any((child.dep == "prep" and child.lower in ("with", "to", "by")) or speaks_by(child) is not None for child in verb.children)
    if lemma == "call":
        called = verb.child("dobj")
        if verb.child("prt", "oprd", "xcomp", "ccomp") is not None or (called is not None and not _is_guest(called, words)):
            return False
        if called is not None and any(one.pos == "NOUN" and one.i == called.i + 2 for one in called.children_by("appos")):
            return False
        on = next((child.child("pobj") for child in verb.children if child.dep == "prep" and child.lower == "on"), None)
        calls_for = any(child.dep == "prep" and child.lower == "for" for child in verb.children)
        return not calls_for and (called is not None or (on is not None and on.entity not in ("DATE", "TIME")))
    if lemma in _GOING:
        return verb.child("dobj") is None and any(
            child.dep == "prep" and child.lower in ("to", "in", "on", "for") for child in verb.children
        )
    if lemma in ("send", "dispatch", "appoint"):
        return (sent := verb.child("dobj", "nsubjpass")) is not None and sent.lemma.lower() in _SENT
    if lemma in ("hold", "sit"):
        return any(child.dep == "prep" and child.lower == "with" for child in verb.children)
    if lemma == "exchange":
        found = verb.child("dobj")
        return found is not None and found.lemma.lower() in ("view", "opinion", "message")
    if lemma in ("receive", "host", "welcome"):
        return _is_guest(verb.child("dobj", "nsubjpass"), words)
    return verb.child("dobj") is not None or any(
        child.dep == "prep" and child.lower in ("with", "to", "in", "for") for child in verb.children
    )
