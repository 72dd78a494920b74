"""Who takes part in an act, by grammar: its subject, whom it is done with, to and between, who helps, who asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.record import MediationActKind
from onrecord.reading.parse.grammar import conjuncts, is_passive, noun_phrase, subject
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import MediationWords

_RELATIVES = frozenset(("who", "that", "which", "whom"))
_WITH = frozenset(("with", "alongside"))
_BETWEEN = frozenset(("between", "among", "amongst"))
_TO = frozenset(("on", "upon", "to", "from"))
_UNDER = frozenset(("under", "through", "with", "via", "thanks", "in"))
_LIGHT = word_list("mediation", "participants.light")
_PLANS = word_list("mediation", "participants.plans")
_MEANS = word_list("mediation", "participants.means")
_ROUNDS = word_list("mediation", "participants.rounds")
_BEGINNINGS = word_list("mediation", "participants.beginnings")
_STAGES = _ROUNDS | _BEGINNINGS
_PAPERS = word_list("mediation", "participants.papers")
_ABOUT_MATTERS = word_list("mediation", "participants.about_matters")


_ANSWERS = frozenset(("accept", "reject"))
_OFFERED = word_list("mediation", "participants.offered")
_HELP = word_list("mediation", "participants.help")
_HOLDING = word_list("mediation", "participants.holding")
_TRAVELLING = word_list("mediation", "participants.travelling")
_ADDRESSING = word_list("mediation", "participants.addressing")


def clause(word: Word) -> Word:
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


def agents(word: Word, clause: Word) -> Iterator[Word]:
    if clause.tag.startswith("V") and (clause is word or _carries(clause, word)):
        agent = clause.child("agent")
        if agent is not None and (found := agent.child("pobj")) is not None and found.lemma.lower() not in _MEANS:
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
    if place.dep == "pobj" and place.head.lower == "of" and place.head.head.lemma.lower() in _STAGES:
        place = place.head.head
    if place.dep in ("dobj", "attr", "nsubjpass"):
        return clause.lemma.lower() in _LIGHT or (place is not noun and clause.lemma.lower() == "announce")
    if place.dep == "pobj":
        return (
            place.head.lower in ("in", "during", "at", "for", "to", "via", "through", "by", "over", "on", "as")
            and place.child("poss") is None
        )
    return False


def _doer(verb: Word) -> Word | None:
    found = subject(verb)
    if found is None and verb.dep == "conj" and verb.head.tag.startswith("V"):
        return _doer(verb.head)
    if found is None and verb.dep in ("advcl", "acl", "xcomp", "ccomp", "dep") and not verb.is_root:
        found = verb.head if verb.dep == "acl" and verb.head.pos in ("NOUN", "PROPN") else subject(verb.head)
    if found is None and verb.dep == "pcomp" and verb.head.dep == "prep":
        found = subject(verb.head.head)
    if found is not None and found.lemma.lower() in _PAPERS and verb.dep == "acl":
        found = _writer(found)
    if found is not None and found.lower in _RELATIVES:
        for above in (verb, *verb.ancestors()):
            if above.dep == "relcl":
                return above.head
    return found


def _writer(paper: Word) -> Word | None:
    """Who issued or signed the statement that urges."""
    for above in paper.ancestors():
        if above.tag.startswith("V") and (found := _doer(above)) is not None:
            return found
    return None


def others(word: Word, clause: Word, act: MediationActKind) -> Iterator[Word]:
    """With whom, to whom, whom: objects and the complements of "with"; for an appeal those of "on" and "to" too."""
    seen: set[int] = set()
    for place in dict.fromkeys((clause, word, *clause.children_by("xcomp"))):
        if place is not word and place is not clause and place.dep == "xcomp" and place.lemma.lower() not in _HOLDING:
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
    if child.dep in ("prep", "agent") and (child.dep == "prep" or speaks_by(child) is not None):
        if child.lower == "to" and place.lemma.lower() in _TRAVELLING and (noun := child.child("pobj")) is not None:
            return conjuncts(noun)
        if act == "appeal" and (noun := help_asked(child)) is not None:
            return [owner for owner in noun.children if owner.dep == "poss"]
        if (means := speaks_by(child)) is not None:
            return [one for prep in means.children_by("prep") for one in _in_phrase(prep, _WITH | _TO)]
        directed = act == "appeal" or place.lemma.lower() in _ADDRESSING
        return _in_phrase(child, _WITH | _TO if directed else _WITH)
    if child.dep in ("xcomp", "ccomp") and act == "appeal" and not _is_told(child) and (own := child.child("nsubj")) is not None:
        return conjuncts(own)
    return []


def _is_told(said: Word) -> bool:
    """ "stressed that both agree on the need": a fact, not a wish ("that both must agree", "that both agree" after urging is one too)."""
    return said.dep == "ccomp" and said.tag in ("VBZ", "VBD") and not any(child.tag == "MD" for child in said.children)


def speaks_by(prep: Word) -> Word | None:
    """The telephone of "spoke by telephone with"."""
    noun = prep.child("pobj") if prep.lower in ("by", "on", "over", "via") else None
    return noun if noun is not None and noun.lemma.lower() in _MEANS else None


def _in_phrase(prep: Word, openers: frozenset[str]) -> list[Word]:
    """The nouns of "with A and B", and of "in talks with A": one level deep."""
    noun = prep.child("pobj")
    if noun is None:
        return []
    if prep.lower in openers:
        return conjuncts(noun)
    inner = [pobj for child in noun.children_by("prep") if child.lower in _WITH and (pobj := child.child("pobj")) is not None]
    return [one for found in inner for one in conjuncts(found)]


def between(word: Word, clause: Word, act: MediationActKind) -> list[Word]:
    """ "between A and B": of talks only their own; of other acts ("urged a truce between A and B") wherever their words hold it."""
    out: list[Word] = []
    if act == "talks":
        for child in (*word.children, *clause.children):
            if child.lower in _BETWEEN and child.dep == "prep" and child.i > word.i and (found := child.child("pobj")) is not None:
                out.extend(conjuncts(found))
        return out
    if act in ("collapse", "suspend") and (own := subject(clause)) is not None:
        out.extend(side for prep in own.children_by("prep") if prep.lower in _BETWEEN for side in _objects(prep))
    first = word.i if word.i < clause.i else clause.i
    for below in (clause if not word.tag.startswith("V") else word).subtree():
        if below.i >= first and below.lower in _BETWEEN and below.dep == "prep" and (found := below.child("pobj")) is not None:
            out.extend(conjuncts(found))
    return out


def _objects(prep: Word) -> list[Word]:
    noun = prep.child("pobj")
    return conjuncts(noun) if noun is not None else []


def hosts(word: Word, clause: Word) -> Iterator[Word]:
    """The lands that talks are held in."""
    for place in dict.fromkeys((clause, word)):
        for child in place.children_by("prep"):
            if child.lower == "in" and (noun := child.child("pobj")) is not None and noun.entity == "GPE":
                yield noun


def helpers(word: Word, act: MediationActKind, words: MediationWords) -> Iterator[Word]:
    """Third parties named beside an act of the parties: "brokered by A", "a B-mediated truce", "under the auspices of C"."""
    verb = clause(word)
    for near in word.sentence.words:
        lower = near.lower
        if lower in words.made and near.tag in ("VBN", "VBD", "JJ"):
            if _is_elsewhere(near, verb):
                continue
            if near.dep in ("amod", "acl") and not _is_brokered(near.head, words):
                continue
            agent = near.child("agent")
            prep = agent if agent is not None else next((child for child in near.children if child.lower == "by"), None)
            if prep is not None and (found := prep.child("pobj")) is not None:
                yield from conjuncts(found)
            if near.dep == "relcl" and prep is None and _is_brokered(near.head, words) and (doer := near.child("nsubj")) is not None:
                yield from (one for one in conjuncts(doer) if one.lower not in _RELATIVES)
            for child in near.children:
                if child.dep in ("npadvmod", "compound", "amod", "nmod") and child.i < near.i:
                    yield from conjuncts(child)
        elif near.lemma.lower() in words.auspices and near.dep == "pobj" and near.head.lower in _UNDER:
            for child in near.children_by("prep", "poss", "amod", "compound"):
                inner = child.child("pobj") if child.dep == "prep" else child
                if inner is not None:
                    yield from conjuncts(inner)
        elif lower in words.between and near.dep != "appos":
            yield from conjuncts(near.head if near.dep in ("compound", "nmod") else near)
    if act in _ANSWERS and (offered := verb.child("dobj", "nsubjpass")) is not None and offered.lemma.lower() in _OFFERED:
        for child in offered.children_by("poss", "amod", "compound"):
            yield from conjuncts(child)
        yield from (one for prep in offered.children_by("prep") if prep.lower in ("from", "by", "of") for one in _objects(prep))


def _is_elsewhere(word: Word, verb: Word) -> bool:
    """Whether a word stands in a clause beside that of the act: "appealed for a truce, while talks that A hosted ended"."""
    below = word
    for above in word.ancestors():
        if above is verb:
            return below.dep in ("advcl", "conj") and below.tag.startswith("V") and below is not word
        below = above
    return False


def _is_brokered(noun: Word, words: MediationWords) -> bool:
    """Talks, a deal or a plan; not a delegation "led by" its head."""
    lemma = noun.lemma.lower()
    return lemma != "delegation" and (lemma in words.deals or lemma in words.talking or lemma in _PLANS)


def requester(word: Word, words: MediationWords) -> Word | None:
    """ "at the request of A", "at A's request"."""
    for near in word.sentence.words:
        if near.lemma.lower() in words.requests and near.dep == "pobj" and near.head.lower in ("at", "upon", "on"):
            owner = near.child("poss")
            of = next((child.child("pobj") for child in near.children_by("prep") if child.lower == "of"), None)
            return owner or of
    return None


def help_asked(prep: Word) -> Word | None:
    """The noun of "for his assistance", if someone's."""
    noun = prep.child("pobj") if prep.dep == "prep" and prep.lower == "for" else None
    return noun if noun is not None and noun.lemma.lower() in _HELP and noun.child("poss") is not None else None
