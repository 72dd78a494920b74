"""From frames that fired in a sentence to the acts told in it: composed, merged, one act once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from onrecord.codes.cameo import SPOKEN, VIOLENT
from onrecord.codes.intent import with_intent
from onrecord.model.record import EventStatus
from onrecord.reading.events.arguments import arguments, noun_preps
from onrecord.reading.events.demand import asks_nothing, composed, demand_of
from onrecord.reading.events.harm import with_its_harm
from onrecord.reading.events.match import Conditions, Match, match_verb
from onrecord.reading.events.nominal import Light, match_noun
from onrecord.reading.events.status import StatusWords, status_of
from onrecord.reading.parse.grammar import is_negated
from onrecord.reading.parse.words import Sentence, Word
from onrecord.vocabulary.acts.frames import Lexicon
from onrecord.vocabulary.lists import word_list

_DEEDS = frozenset(("04", "05", "06", "07", "08", "14", "16", "17", "18", "19", "20"))
_COOPERATIVE = frozenset(("04", "05", "06", "07", "08"))
_SAID_ONLY = frozenset(("02", "10", "11", "12"))
_INTENT = frozenset(("02", "03", "10", "13"))
_SETTLED = word_list("acts", "assemble.settled")
_WEIGHED = word_list("acts", "assemble.weighed")
_KINDLY = word_list("acts", "assemble.kindly")
_ABSORBS = frozenset(("03", "12", "13"))

_DENYING = frozenset(("deny", "refute", "rebut"))
_DEEP = 5
_AS_NOUN = frozenset(("csubj", "nsubj", "nsubjpass", "pobj", "dobj"))


Prefer = Callable[[list[Match]], Match]


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its status, before its participants are looked up. `inner`: the act that it is about, when coded within it."""

    match: Match
    code: str
    status: EventStatus
    carrier: Word | None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Acts:
    """Finds the acts of a sentence."""

    lexicon: Lexicon
    conditions: Conditions
    light: Light
    status_words: StatusWords

    def of(self, sentence: Sentence, actor_words: frozenset[int], prefer: Prefer | None = None) -> list[Act]:
        """The acts that a sentence tells, in order of their triggers. `prefer` chooses where frames of one weight disagree."""
        verbs: dict[int, Match] = {}
        nouns: dict[int, Match] = {}
        for word in sentence.words:
            if word.pos in ("VERB", "AUX") or (word.tag.startswith("VB") and word.dep != "amod"):
                found = [one for one in match_verb(word, self.lexicon, self.conditions) if not asks_nothing(one)]
                if found:
                    apart = prefer is not None and len({match.code[:2] for match in found}) > 1
                    verbs[word.i] = prefer(found) if prefer is not None and apart else best(found)
                demand = demand_of(word)
                if demand is not None:
                    own = verbs.get(word.i)
                    code = with_intent(demand.code[:2], own.code) if own is not None else None
                    if own is None or code is not None:
                        verbs[word.i] = composed(demand, own, code)
            if word.pos in ("NOUN", "PROPN") or (word.i not in verbs and word.tag == "VBG" and word.dep in _AS_NOUN):
                noun = match_noun(word, self.lexicon, self.light, actor_words)
                if noun is not None:
                    nouns[word.i] = noun
        verbs, nouns = with_its_harm(*_settled(verbs, nouns), self.light.befall)
        return self._coded(verbs, nouns)

    def _coded(self, verbs: dict[int, Match], nouns: dict[int, Match]) -> list[Act]:
        every = {**verbs, **nouns}
        absorbed: set[int] = set()
        codes: dict[int, str] = {}
        for i, match in sorted(every.items(), reverse=True):
            codes[i] = match.code
            if match.trigger.lemma in _DENYING and any(_stands_below(other.trigger, match.trigger) for other in every.values()):
                absorbed.add(i)
            if match.complement is None or match.complement is match.trigger:
                continue
            inner = _named(match.complement, every)
            if match.inside and (inner is None or inner.code[:2] in ("01", "03")):
                absorbed.add(i)
            code = _towards(match.code[:2], codes.get(inner.trigger.i, inner.code), inner) if inner is not None else None
            if match.code[:2] == "12" and inner is not None and inner.code[:2] in _INTENT:
                absorbed.add(inner.trigger.i)
            if code is not None and code[:2] == "13" and match.code[:2] == "03" and match.trigger.lemma in _KINDLY:
                code = None
            if inner is not None and code is not None:
                codes[i] = code if len(match.code) < 4 or match.code.endswith("0") else match.code
                if match.code[:2] in _ABSORBS:
                    absorbed.add(inner.trigger.i)
                    every[i] = replace(match, targets=match.targets or _other_targets(match, inner))
        return [self._act(match, codes[i]) for i, match in sorted(every.items()) if i not in absorbed]

    def _act(self, match: Match, code: str) -> Act:
        carrier = (
            None
            if match.verbal
            else next((word for word in match.anchor if word.pos in ("VERB", "AUX") and word is not match.trigger), None)
        )
        status = status_of(match.trigger, match.verbal, carrier, self.status_words)
        if not match.verbal and status == "denied" and code[:2] in SPOKEN:
            status = "actual"
        code, status = _by_intent(match, code, status)
        return Act(match, code, status, carrier, match.score)

    def beyond(self, match: Match) -> Act:
        """The act of a match that no frame made."""
        return self._act(match, match.code)


def _stands_below(word: Word, verb: Word) -> bool:
    """ "Denied reports that it had attacked": the attack, which is denied, is the act."""
    for _ in range(_DEEP):
        if word.is_root:
            return False
        word = word.head
        if word is verb:
            return True
    return False


def _towards(base: str, code: str, inner: Match) -> str | None:
    """The intent's code towards the act named inside it; a promise not to fight is an offer, one not to help a refusal."""
    if base != "03" or not (inner.verbal and is_negated(inner.trigger)):
        return with_intent(base, code)
    return with_intent("12", code) or "120" if code[:2] in _COOPERATIVE else "030"


def _by_intent(match: Match, code: str, status: EventStatus) -> tuple[str, EventStatus]:
    """CAMEO codes a promised act as intent (03), a threatened one as a threat (13), one that its doer will not do as a refusal (12)."""
    root = code[:2]
    if match.complement is match.trigger:
        return code, "actual"
    if (
        match.verbal
        and match.sources
        and status in ("announced", "conditional", "denied")
        and root in _DEEDS
        and _own_future(match.trigger)
    ):
        if status == "denied":
            return (with_intent("12", code) or code, "actual") if root in _COOPERATIVE else (code, status)
        base = "03" if root in _COOPERATIVE else "13"
        return with_intent(base, code) or code, status if status == "conditional" or base == "03" else "threatened"
    if root in ("03", "13") and match.inside and status in ("actual", "ongoing"):
        return code, _meant(match.trigger)
    if root == "03" and status in ("actual", "ongoing"):
        return code, "actual" if match.trigger.lemma in _SETTLED else "announced"
    if root == "13" and status in ("actual", "ongoing") and code != "130":
        return code, "threatened"
    if root in _SAID_ONLY and status == "announced" and match.verbal and match.trigger.dep == "advcl":
        return code, "actual"
    if root == "14" and status == "announced" and match.verbal and match.trigger.dep == "advcl":
        return code, "actual"
    return code, status


def _meant(verb: Word) -> EventStatus:
    """A plan is announced; what is only hoped for or weighed is possible."""
    return "possible" if verb.lemma in _WEIGHED else "announced"


def _own_future(verb: Word) -> bool:
    """ "will", "would", "is to": said of the doer; not an infinitive below another verb."""
    return any(child.dep in ("aux", "auxpass") and child.lower in _FUTURE for child in verb.children) or (
        verb.dep == "conj" and verb.tag == "VB" and verb.head is not verb and verb.head.pos == "VERB" and _own_future(verb.head)
    )


_FUTURE = frozenset(("will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d"))


def best(found: list[Match]) -> Match:
    """Of frames of one weight, the one that fills most roles; then the first in the lexicon."""
    return max(found, key=lambda match: (bool(match.sources) + bool(match.targets) + (match.complement is not None), len(match.anchor)))


def _settled(verbs: dict[int, Match], nouns: dict[int, Match]) -> tuple[dict[int, Match], dict[int, Match]]:
    """One act once: a verb that carries a noun, or a noun that a verb's frame explains."""
    for i, noun in list(nouns.items()):
        carriers = [verbs[j] for j in sorted(noun.used) if j in verbs]
        if any(noun.trigger.i in verb.used and verb.weight >= noun.weight for verb in carriers):
            continue
        for verb in carriers:
            if verb.code[:2] in _SAID_ONLY and noun.trigger.i not in verb.used:
                continue
            if verb.weight > noun.weight + 2:
                nouns.pop(i, None)
            else:
                verbs.pop(verb.trigger.i, None)
    for i, verb in list(verbs.items()):
        if verb.code[:3] in ("087", "082") and any(_of_others(nouns[j], verb) for j in verb.used if j in nouns):
            del verbs[i]
    for i, verb in list(verbs.items()):
        verbs[i] = _with_parties(verb, [nouns[j] for j in sorted(verb.used) if j in nouns])
    explained = {j for verb in verbs.values() for j in verb.used if (j != verb.trigger.i and verb.complement is None) or j in verb.used}
    for i in explained:
        nouns.pop(i, None)
    for i, verb in list(verbs.items()):
        subject = verb.sources[0] if verb.sources else None
        if subject is not None and subject.i in nouns and nouns[subject.i].code[:2] in VIOLENT and verb.code[:2] in VIOLENT:
            noun = nouns[subject.i]
            nouns[subject.i] = replace(noun, targets=(*noun.targets, *(t for t in verb.targets if t not in noun.targets)))
            del verbs[i]
    return verbs, nouns


def _with_parties(verb: Match, nouns: list[Match]) -> Match:
    """Who is in what a verb ends or starts: "talks between A and B collapsed", "halted the offensive against C"."""
    if verb.targets or verb.complement is not None:
        return verb
    for noun in nouns:
        if not verb.sources and (noun.sources or noun.targets):
            return replace(verb, sources=noun.sources, targets=noun.targets, mutual=noun.mutual)
        others = tuple(word for word in (*noun.sources, *noun.targets) if word not in verb.sources)
        if others:
            return replace(verb, targets=others)
    return verb


def _of_others(noun: Match, verb: Match) -> bool:
    """Ending what others do is no yielding: "ended the army's raids" by anyone but the army."""
    doers = {word.i for word in verb.sources}
    return bool(noun.sources) and not any(word.i in doers or word.lower in ("its", "their", "his", "her") for word in noun.sources)


def _named(word: Word, every: dict[int, Match]) -> Match | None:
    """The act that a complement names: itself, or what it leads to within three steps ("help in reaching a truce")."""
    level = [word]
    vague: Match | None = None
    for _ in range(5):
        for one in level:
            found = every.get(one.i)
            if found is not None and found.code != "060":
                return found
            vague = vague or found
        level = list(_below(level))
        if not level:
            break
    return vague


def _below(level: Iterable[Word]) -> Iterable[Word]:
    for word in level:
        if word.pos in ("VERB", "AUX"):
            args = arguments(word)
            yield from (*args.clauses, *(child for child in word.children if child.dep in ("dobj", "attr", "nsubjpass")))
            yield from (other for _, other in args.preps)
        else:
            yield from (child for child in word.children if child.dep in ("acl", "xcomp", "ccomp"))
            yield from (other for preposition, other in noun_preps(word) if preposition in ("of", "in", "for", "to"))


def _other_targets(outer: Match, inner: Match) -> tuple[Word, ...]:
    """Towards whom an offer or refusal goes: the targets of what is offered, if they are not the one who offers."""
    sources = {word.i for word in outer.sources}
    return tuple(word for word in (*inner.targets, *(inner.sources if not inner.verbal else ())) if word.i not in sources)
