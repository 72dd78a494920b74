"""What an act governs, and whether that is a matter of peace: the words that make "urged", "reached" or "broke" an act of mediation."""

from __future__ import annotations

from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import ActFrame, MediationWords

_COMPLEMENTS = frozenset(
    ("dobj", "prep", "xcomp", "ccomp", "pcomp", "nsubjpass", "oprd", "dative", "advcl", "relcl", "acl", "attr", "acomp")
)
_ROUNDS = word_list("mediation", "matters.rounds")
_STEPS = word_list("mediation", "matters.steps")
_RESUMING = word_list("mediation", "matters.resuming")
_BACK = frozenset(("it", "them", "both", "neither", "this", "that"))
_PROPOSALS = word_list("mediation", "matters.proposals")
_SIDES = word_list("mediation", "matters.sides")
_NO_DEALS = word_list("mediation", "matters.no_deals")
_AGREED_ON = word_list("mediation", "matters.agreed_on")
_HOSTILE = word_list("mediation", "matters.hostile")


def offers_to_mediate(word: Word, frame: ActFrame, words: MediationWords) -> bool:
    """ "an offer to mediate": mediation is its own matter, whatever else the sentence names."""
    if frame.act != "offer":
        return False
    governed = word.children_by("acl", "xcomp")
    return any(one.act == "broker" and one.topic == "none" for child in governed for one in words.verbs.get(child.lemma.lower(), ()))


def to_talk(word: Word, words: MediationWords) -> bool:
    """ "refused to negotiate", "persuaded them to talk", "urged both to resume negotiations"."""
    for done in word.children_by("xcomp", "ccomp"):
        lemma = done.lemma.lower()
        if lemma in ("negotiate", "talk") or (lemma in _RESUMING and _governs_talk_of(done, words)):
            return True
    return False


def _governs_talk_of(verb: Word, words: MediationWords) -> bool:
    nouns = [verb.child("dobj"), *(prep.child("pobj") for prep in verb.children_by("prep") if prep.lower in ("to", "in", "into"))]
    return any(noun is not None and noun.lemma.lower() in words.talking for noun in nouns)


def holds_talk(word: Word, stretches: list[tuple[int, int]], words: MediationWords) -> bool:
    """Whether talks or a deal stand in what an act governs: "offered its capital as a venue for negotiations"."""
    inside = (one for one in word.sentence.words if any(first <= one.i < last for first, last in stretches))
    return any(one.lemma.lower() in words.talking or one.lemma.lower() in words.deals for one in inside)


def urges_the_sides(word: Word) -> bool:
    """ "called on the parties to", "urged all armed groups to": whoever they are, they are asked as sides."""
    if not any(child.dep in ("xcomp", "ccomp", "advcl") and any(one.tag == "TO" for one in child.children) for child in word.children):
        return False
    asked = [child.child("pobj") if child.dep == "prep" else child for child in word.children_by("prep", "dobj")]
    return any(noun is not None and _are_sides(noun) for noun in asked)


def _are_sides(noun: Word) -> bool:
    if noun.lemma.lower() in _SIDES:
        return noun.tag == "NNS"
    return noun.lemma.lower() == "group" and any(child.lower in _HOSTILE for child in noun.children)


def points_back(word: Word) -> bool:
    """ "accepted it", "rejected both", "turned down the second": what is answered has been told before."""
    answered = word.child("dobj", "nsubjpass")
    return answered is not None and (answered.lower in _BACK or (answered.tag == "JJ" and answered.entity == "ORDINAL"))


def is_deal_act(word: Word, frame: ActFrame, words: MediationWords) -> bool:
    """ "scuttled the talks", "broke the agreement": talks and deals amid words of conflict are those of peace."""
    if frame.act not in ("violate", "suspend", "collapse", "accept", "reject"):
        return False
    heads = [child for child in word.children if child.dep in ("dobj", "nsubjpass")]
    if frame.act == "collapse" and word.child("dobj") is None:
        heads += word.children_by("nsubj")
    if word.tag == "VBN" and word.dep in ("acl", "relcl"):
        heads.append(word.head)
    heads += [noun for child in word.children_by("prep") if child.lower == "of" and (noun := child.child("pobj")) is not None]
    heads += [
        noun
        for head in heads
        if head.lemma.lower() in _ROUNDS
        for prep in head.children_by("prep")
        if prep.lower == "of" and (noun := prep.child("pobj")) is not None
    ]
    return any(_is_deal(head.lemma.lower(), words) or _is_proposal(head, words) for head in heads)


def _is_deal(lemma: str, words: MediationWords) -> bool:
    return (lemma in words.talking or lemma in words.deals) and lemma not in _NO_DEALS


def _is_proposal(head: Word, words: MediationWords) -> bool:
    """ "the plan submitted by the union", "every request for talks": a proposal for peace by who made it or what it is for."""
    if head.lemma.lower() not in _PROPOSALS:
        return False
    if any(clause.lower in words.made and clause.child("agent") is not None for clause in head.children_by("acl")):
        return True
    after = [below.lemma.lower() for below in head.subtree() if below.i > head.i]
    return any(lemma in words.talking or lemma in words.deals or _mediates(lemma, words) for lemma in after)


def _mediates(lemma: str, words: MediationWords) -> bool:
    return any(frame.act == "broker" and frame.topic == "none" for frame in words.verbs.get(lemma, ()))


def governed(word: Word, frame: ActFrame, words: MediationWords) -> list[tuple[int, int]]:
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
    if frame.act == "propose" and word.tag == "VBN" and word.dep == "acl" and word.child("agent") is not None:
        out.extend(_stretch(part) for part in noun_phrase(word.head)[-1:])
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
        out = [_stretch(own)] if own.lemma.lower() in words.deals or own.lemma.lower() in words.talking else []
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
    elif child.dep == "xcomp" and (done := child.child("dobj")) is not None:
        heads.append(done)
    for head in heads:
        if head.lemma.lower() in _ROUNDS and any(prep.lower == "of" for prep in head.children_by("prep")):
            heads = [noun for prep in head.children_by("prep") if prep.lower == "of" and (noun := prep.child("pobj")) is not None]
            break
    for head in heads:
        for one in conjuncts(head) + [inner for noun in conjuncts(head) for inner in _step_of(noun)]:
            lemma = one.lemma.lower()
            if lemma in words.deals or lemma in words.talking or lemma in words.topics or lemma in words.verbs or lemma in words.nouns:
                return True
            if lemma in _AGREED_ON:
                return True
    return False


def _step_of(noun: Word) -> list[Word]:
    """ "the announcement of a dialogue", "the resumption of talks", "mediation efforts": what a step is a step of."""
    if noun.lemma.lower() not in _STEPS:
        return []
    inner = noun.children_by("compound")
    inner += [one for child in noun.children_by("prep") if (one := child.child("pobj", "pcomp")) is not None]
    verbs = [below for one in (noun, *inner) for below in one.children_by("acl")]
    return inner + [done for verb in verbs if (done := verb.child("dobj")) is not None]


def governs_talk(word: Word, words: MediationWords) -> bool:
    objects = word.children_by("dobj", "nsubjpass")
    if not objects:
        objects = word.children_by("nsubj") + [
            noun for prep in word.children_by("prep") if prep.lower in ("in", "at") and (noun := prep.child("pobj"))
        ]
    if word.tag == "VBN" and (above := next((one for one in (word, *word.ancestors()) if one.dep in ("acl", "relcl")), None)) is not None:
        objects.append(above.head)
    if word.dep == "relcl" and not [one for one in objects if one.lower not in ("that", "which")]:
        objects.append(word.head)
    if word.dep == "relcl" and any(child.lower == "which" for prep in word.children_by("prep") for child in prep.children):
        objects.append(word.head)
    return any(one.lemma.lower() in words.talking or one.lemma.lower() in words.deals for found in objects for one in conjuncts(found))
