"""Words for an act of mediation that tell of none: one only aimed at, spoken of, or called so."""

from __future__ import annotations

from onrecord.reading.parse.grammar import conjuncts
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import ActFrame, MediationWords

_ASKING = frozenset(("for", "on", "upon"))
_MAKING = word_list("mediation", "untold.making")
_TELLING = frozenset(("announce", "declare"))
_PAPERS = word_list("mediation", "untold.papers")
_PARTS = word_list("mediation", "untold.parts")


def is_untold(word: Word, frame: ActFrame, words: MediationWords) -> bool:
    """Whether a word that may name an act tells of none that was done, asked or offered."""
    if _is_only_aimed_at(word, frame) or _is_only_a_name(word, frame) or _is_only_spoken_of(word, frame):
        return True
    return frame.act == "agree" and _is_no_deal(word, words)


def _is_only_aimed_at(word: Word, frame: ActFrame) -> bool:
    """ "talks about reaching a truce", "to reach a truce": nothing is agreed yet."""
    if frame.does != "party" or not word.tag.startswith("V") or frame.act in ("violate", "collapse"):
        return False
    return word.dep == "pcomp" or any(child.tag == "TO" for child in word.children)


def _is_only_spoken_of(word: Word, frame: ActFrame) -> bool:
    """ "talks on an exchange of prisoners", "will focus on a swap": it has not come about."""
    if frame.act != "agree" or word.tag.startswith("V") or word.dep != "pobj":
        return False
    return word.head.lower in ("on", "about", "for", "towards", "toward", "to", "of", "regarding", "concerning")


def _is_no_deal(word: Word, words: MediationWords) -> bool:
    """ "renewed its call", "concluded a visit", "in exchange for": nothing is agreed; "announced that both agreed" tells of theirs."""
    if not word.tag.startswith("V"):
        return word.lemma.lower() == "exchange" and word.dep == "pobj" and word.head.lower == "in"
    if word.lemma.lower() in _TELLING and word.child("ccomp") is not None:
        return True
    if word.lemma.lower() not in _MAKING:
        return False
    made = word.child("dobj", "nsubjpass")
    if made is None and (above := next((one for one in (word, *word.ancestors()) if one.dep in ("acl", "relcl")), None)) is not None:
        made = above.head
    if made is None:
        return word.lemma.lower() == "conclude"
    return not any(
        one.lemma.lower() in words.deals or one.lemma.lower() in words.topics or _is_paper(one, words) for one in conjuncts(made)
    )


def _is_paper(noun: Word, words: MediationWords) -> bool:
    """What is signed or sealed besides a deal by name, or a noun for a step that a deal is made of."""
    if noun.lemma.lower() in _PAPERS or noun.pos in ("PRON", "DET", "NUM"):
        return True
    inside = (below.lemma.lower() for below in noun.subtree() if below.i != noun.i)
    return noun.lemma.lower() in _PARTS and any(lemma in words.deals or lemma in words.topics for lemma in inside)


def _is_only_a_name(word: Word, frame: ActFrame) -> bool:
    """ "called him a traitor" asks for nothing, "a faction opposed to peace" refuses nothing that was offered."""
    if frame.act == "appeal" and word.lemma.lower() == "call" and word.tag.startswith("V"):
        return not any(child.dep in ("prep", "agent", "prt") and child.lower in _ASKING for child in word.children)
    return frame.act == "reject" and word.lemma.lower() == "oppose" and word.dep in ("acl", "amod", "appos", "relcl")
