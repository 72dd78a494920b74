"""Whose deal it is: the third party of what is agreed, refused or broken, where other words of the report name it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.mediation.roles import Roles
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import MediationWords

_GIVING = frozenset(("host", "broker"))
_MAKING = frozenset(("host", "broker", "propose", "agree", "accept", "reject"))
_ANSWERS = frozenset(("reject", "violate", "suspend", "collapse"))
_DEFINITE = frozenset(("the", "this", "that"))
_BOTH = word_list("mediation", "deals.both")
_SIDES = word_list("mediation", "deals.sides")
_FAR = 3
"""How many sentences back "the deal" may point."""


def with_hosts(acts: list[FoundAct]) -> list[FoundAct]:
    """ "A hosted talks, and both sides agreed to a truce": whoever brings the sides together has a part in what they agree."""
    out: list[FoundAct] = []
    for act in acts:
        if act.act == "agree" and not act.helpers and any(_are_sides(head) for head in act.agents):
            hosts = [one for one in acts if one.act in _GIVING and one.anchor.i < act.anchor.i and one.frame.does != "party"]
            out.append(replace(act, helpers=hosts[-1].agents) if hosts else act)
        else:
            out.append(act)
    return out


def _are_sides(head: Word) -> bool:
    """ "both sides", "the two delegations", "they": those who came, not one that has a name."""
    return head.lemma.lower() in _SIDES or any(child.lower in _BOTH for child in head.children)


class Deals:
    """The third parties of the deals and talks told so far in a report, for "the deal" of a later sentence."""

    def __init__(self, words: MediationWords) -> None:
        self._words = words
        self._sentence = -1
        self._third: tuple[str, ...] = ()

    def complete(self, act: FoundAct, who: Roles) -> Roles | None:
        """The roles with the third parties of the deal that the act answers, if it names none and points back to one.

        None where the act only points back ("accepted it") and nothing was told to point to.
        """
        here = act.anchor.sentence.index
        if who.third_parties:
            if act.act in _MAKING:
                self._sentence, self._third = here, who.third_parties
            return who
        back = 0 <= here - self._sentence <= _FAR
        if act.echoes:
            known = bool(self._third) and 0 <= here - self._sentence <= 1
            return replace(who, third_parties=tuple(name for name in self._third if name not in who.parties)) if known else None
        if not back or not self._third or not (self._is_the_deal(act) or self._is_of_both(act, here)):
            return who
        third = tuple(name for name in self._third if name not in who.parties)
        return replace(who, third_parties=third)

    def _is_the_deal(self, act: FoundAct) -> bool:
        """ "rejected the deal", "the truce collapsed": a bare definite noun, which the report has told of before."""
        if act.act not in _ANSWERS:
            return False
        noun = act.clause.child("dobj", "nsubjpass") or (act.clause.child("nsubj") if act.act == "collapse" else None)
        if noun is None or noun.lemma.lower() not in self._words.deals:
            return False
        return all(child.dep == "det" and child.lower in _DEFINITE for child in noun.children) and bool(noun.children)

    def _is_of_both(self, act: FoundAct, here: int) -> bool:
        """ "The two sides signed a truce" in the sentence after the one that tells who hosted them."""
        return act.act == "agree" and here - self._sentence <= 1 and any(_are_sides(head) for head in act.agents)
