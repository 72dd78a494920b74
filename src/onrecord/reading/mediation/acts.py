"""Acts of mediation by grammar: the word that names the act, who does it, with whom, between whom, at whose request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model.record import MediationActKind, MediationSubject
from onrecord.reading.mediation.matters import (
    governed,
    governs_talk,
    holds_talk,
    is_deal_act,
    offers_to_mediate,
    points_back,
    to_talk,
    urges_the_sides,
)
from onrecord.reading.mediation.meetings import GOING, is_guest, is_meeting
from onrecord.reading.mediation.participants import agents, between, clause, help_asked, helpers, hosts, others, requester
from onrecord.reading.mediation.topics import TopicHit, Topics
from onrecord.reading.mediation.untold import is_untold
from onrecord.reading.parse.grammar import conjuncts
from onrecord.reading.parse.words import Sentence, Word
from onrecord.vocabulary.mediation import ActFrame, MediationWords

_TRAVELLING = GOING | {"visit", "tour"}
_ABOUT_TALKS = frozenset(("accept", "offer", "propose"))
_GO_BETWEEN = frozenset(("shuttle", "broker", "host"))
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
    to_talk: bool = False
    """ "urged them to resume negotiations": those who are urged are the sides."""
    echoes: bool = False
    """ "accepted it": it counts where the sentence before has told of a proposal."""


def find_acts(sentence: Sentence, here: Topics, near: bool, told: bool, words: MediationWords) -> list[FoundAct]:
    """The acts of one sentence. `near`: it or one close by speaks of peace or of a conflict; `told`: the report has a deal to speak of."""
    out: list[FoundAct] = []
    for word in sentence.words:
        lemma = word.lemma.lower()
        if word.tag.startswith("V"):
            frames: Sequence[ActFrame] = _verb_frames(word, lemma, words)
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


def _verb_frames(verb: Word, lemma: str, words: MediationWords) -> Sequence[ActFrame]:
    """What a verb does, with its particle where it has one: "broke down" is not "broke"."""
    if (particles := words.phrasal.get(lemma)) is not None:
        for child in verb.children:
            if child.dep in ("prt", "advmod", "prep") and (own := particles.get(child.lower)) is not None:
                return own
    return words.verbs.get(lemma, ())


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
    opaque = {place.i: one for one in acts if one.act in _OPAQUE for place in (one.clause, one.anchor)}
    meetings = {one.clause.i for one in acts if one.act == "talks" and (one.others or one.between)}
    hosted = {one.clause.i for one in acts if one.act == "host"}
    met = {one.anchor.i for one in acts if one.act == "talks" and one.anchor.tag.startswith("V")}
    taking_part = {head.i for one in acts if one.act != "broker" for head in (*one.agents, *one.others)}
    return [
        one
        for one in acts
        if not _lies_inside(one, opaque)
        and not _is_what_for(one, meetings)
        and not _is_hosted(one, hosted)
        and not _is_where_told(one, met)
        and not (one.act == "broker" and one.anchor.i in taking_part)
    ]


def _is_where_told(one: FoundAct, met: set[int]) -> bool:
    """ "told him in a call", "met for talks": one act by its verb."""
    own = any(child.dep == "prep" and child.lower in ("with", "between", "to") for child in one.anchor.children)
    return one.act == "talks" and not one.anchor.tag.startswith("V") and one.clause.i in met and not own


def _is_hosted(one: FoundAct, hosted: set[int]) -> bool:
    """ "hosted talks", "hosted them for talks": the talks are what is hosted, one act."""
    return one.act == "talks" and not one.anchor.tag.startswith("V") and one.clause.i in hosted


def _is_what_for(one: FoundAct, meetings: set[int]) -> bool:
    """ "met her to discuss a truce" is one meeting."""
    alone = one.act == "talks" and not one.others and not one.between
    return alone and one.clause.dep in ("advcl", "xcomp") and one.clause.head.i in meetings


def _lies_inside(one: FoundAct, opaque: dict[int, FoundAct]) -> bool:
    word = one.anchor
    for _ in range(8):
        if word.is_root or word.dep not in ("xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "conj", "acl"):
            return False
        if word.dep == "acl" and not any(child.tag == "TO" for child in word.children):
            return False
        if word.dep == "prep" and word.lower not in ("to", "for", "on", "of", "in", "with"):
            return False
        below, word = word, word.head
        if word.i in opaque and below.dep != "conj" and (word is not one.clause or (opaque[word.i].anchor is word and below.dep == "dobj")):
            return True
        if word.lemma.lower() == "help" and below.dep in ("xcomp", "ccomp"):
            return True
    return False


def _receives_for_talks(word: Word, words: MediationWords) -> bool:
    """ "hosted the leaders of A and B for talks"."""
    if word.lemma.lower() != "host" or not word.tag.startswith("V"):
        return False
    return any(
        prep.lower in ("for", "in") and (noun := prep.child("pobj")) is not None and noun.lemma.lower() in words.talking
        for prep in word.children_by("prep")
    )


def _act(word: Word, frame: ActFrame, here: Topics, near: bool, told: bool, words: MediationWords) -> FoundAct | None:
    if is_untold(word, frame, words):
        return None
    to_party = echoes = False
    if frame.topic == "told":
        if not near or not is_guest(word.child("dobj", "nsubjpass", "dative"), words):
            return None
        hits = here.hits
    elif frame.topic == "near":
        if not (near or (told and frame.act in _GO_BETWEEN)) or (word.tag.startswith("V") and not is_meeting(word, words)):
            return None
        if any(child.lower == "whether" for child in word.children_by("mark")):
            return None
        hits = here.hits
    elif frame.topic == "none":
        hits = here.hits
    else:
        stretches = governed(word, frame, words)
        hits = tuple(hit for hit in here.hits if any(place <= hit.first < end or hit.first <= place < hit.last for place, end in stretches))
        if frame.act == "broker" and not hits and told and governs_talk(word, words):
            hits = here.hits
        elif frame.topic == "talk":
            if not governs_talk(word, words) or not told:
                return None
            hits = hits or here.hits
        elif not hits:
            if told and frame.act in ("accept", "reject") and points_back(word):
                echoes = True
            elif not _is_of_peace(word, frame, stretches, told, words):
                if not near or frame.act != "appeal" or not word.tag.startswith("V"):
                    return None
                to_party = not urges_the_sides(word)
            hits = here.hits
    verb = clause(word)
    frame = _as_meant(word, frame, words)
    return FoundAct(
        act=frame.act,
        frame=frame,
        anchor=word,
        clause=verb,
        agents=tuple(agents(word, verb)),
        others=tuple(others(word, verb, frame.act)),
        between=tuple(between(word, verb, frame.act)),
        hosts=tuple(hosts(word, verb)) if frame.act == "talks" else (),
        helpers=tuple(helpers(word, frame.act, words)),
        requested_by=requester(word, words),
        subject=_subject(word, hits),
        hits=hits,
        asks_help=any(help_asked(child) is not None for child in verb.children) if frame.act == "appeal" else False,
        to_party=to_party,
        to_talk=frame.act == "appeal" and to_talk(word, words),
        echoes=echoes,
    )


def _as_meant(word: Word, frame: ActFrame, words: MediationWords) -> ActFrame:
    """ "hosted them for talks" is hosting, "proposed to host talks" an offer, "would not attend" a rejection."""
    if frame.act == "talks" and _receives_for_talks(word, words):
        return replace(frame, act="host", does="third")
    if frame.act == "propose" and any(child.lemma.lower() in words.helping for child in word.children_by("xcomp")):
        return replace(frame, act="offer", does="third")
    if word.child("neg") is not None and ((frame.act == "accept" and frame.does == "party") or frame.topic == "talk"):
        return replace(frame, act="reject", does="party")
    return frame


def _is_of_peace(word: Word, frame: ActFrame, stretches: list[tuple[int, int]], told: bool, words: MediationWords) -> bool:
    """Whether an act that governs no word of peace is one of peace by the talks or the deal that it is about."""
    if offers_to_mediate(word, frame, words):
        return True
    if not told:
        return False
    about_talks = frame.act in _ABOUT_TALKS and holds_talk(word, stretches, words)
    return about_talks or is_deal_act(word, frame, words) or (frame.act in ("reject", "appeal") and to_talk(word, words))


def _subject(word: Word, hits: Sequence[TopicHit]) -> MediationSubject:
    """What the act is about: the matter named nearest to it."""
    nearest = min(hits, key=lambda hit: (abs(hit.first - word.i), hit.first), default=None)
    return "other" if nearest is None else nearest.subject
