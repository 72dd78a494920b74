"""Participants that stand outside a frame's own slots: the other party of a clause, the speaker of "we", who was hit where only a place is
named, whose act "the attack" was. Each comes with words of the report as its span.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.codes.cameo import VIOLENT
from onrecord.model.record import Statement
from onrecord.reading.events.arguments import arguments, holder, noun_preps
from onrecord.reading.events.assemble import Act
from onrecord.reading.events.draft import Draft, Ground
from onrecord.reading.events.match import PLACES
from onrecord.reading.events.participants import ActorWords, Found, unique, without
from onrecord.reading.events.placed import at_place, owner_of, reaches_places
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_PLAIN = word_list("acts", "parties.plain")
_ARMY = frozenset(("state", "military", "government", "armed_group"))
_CIVIL = frozenset(("unnamed", "person", "population", "other"))
_ALONE = frozenset(("0831", "014", "083", "082"))
_ASKING = frozenset(("02", "10"))
_RECIPROCAL = word_list("acts", "parties.reciprocal")
_TROOPS = ("152", "154", "0874")
_HOLDING = ("173", "181")
_PRISONS = word_list("acts", "parties.prisons")
_POLICING = frozenset(("173", "1711"))
_ARRESTING = frozenset(("police", "military"))
_TOWARDS = (
    "against",
    "on",
    "to",
    "with",
    "for",
    "at",
    "from",
    "toward",
    "towards",
    "over",
    "between",
    "among",
    "of",
    "into",
    "about",
    "upon",
)
_FIRST = frozenset(("we", "i", "us", "our"))


def draft(act: Act, ground: Ground, statement: Statement | None) -> Draft:
    """The act with the actors that its own clause names."""
    match = act.match
    sources = unique(found for word in match.sources for found in ground.actors.of(word)) or _speaker(match.sources, statement, ground)
    sources = sources or _unsaid_doer(act, statement, ground)
    if act.code == "181" and match.verbal and _in_prison(match.trigger):
        act = replace(act, code="173")
    act = replace(act, code=by_doer(act, sources, ground))
    aimed = _up_to_a_place(match.targets)
    targets = unique(found for word in aimed for found in ground.actors.of(word)) or _speaker(match.targets, statement, ground)
    if not targets and act.code[:2] in VIOLENT:
        targets = _counted(aimed, ground)
    if not targets and len(sources) > 1 and (match.mutual or match.trigger.lemma in _RECIPROCAL):
        return Draft(act, sources, sources, statement)
    if not (match.mutual and targets == sources):
        targets = without(targets, sources)
    if match.mutual and not match.verbal and act.code[:2] in VIOLENT and len(sources) > 1 and targets:
        return Draft(act, sources, (*sources, *targets), statement)
    named = act.code[:2] in _ASKING and bool(match.targets)
    if not targets and act.code not in _ALONE and not named and len(aimed) == len(match.targets):
        targets = _other_party(act, sources, ground.actors)
    if act.code.startswith("0874") and any((body := ground.by_id.get(found.actor)) and body.kind == "igo" for found in targets):
        act = replace(act, code="160")
    if not targets and reaches_places(act.code):
        targets = without(at_place(act, sources, ground), sources)
        return Draft(act, sources, targets, statement, placed=bool(targets))
    return Draft(act, sources, targets, statement)


def _counted(words: tuple[Word, ...], ground: Ground) -> tuple[Found, ...]:
    """ "Shelling killed four": victims of whom only the number is told."""
    for word in words:
        if word.pos == "NUM" and word.entity == "CARDINAL" and not any(preposition == "of" for preposition, _ in noun_preps(word)):
            return (Found(ground.newcomers.counted(word), word.span),)
    return ()


def _up_to_a_place(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "An attack on Kassala, on the border with Eritrea": where the town stands as the target, what says where it lies does not."""
    for n, word in enumerate(words):
        if word.pos == "PROPN" and word.entity in PLACES and word.head.pos == "ADP":
            return words[: n + 1] if n + 1 < len(words) else words
    return words


def _unsaid_doer(act: Act, statement: Statement | None, ground: Ground) -> tuple[Found, ...]:
    """Who acts where a passive leaves it out: those whose troops are deployed; the police who tell of an arrest or a find."""
    match = act.match
    if act.code.startswith(_TROOPS):
        nouns = [word for word in match.anchor if word.pos == "NOUN"]
        owners = [owner for noun in nouns if (owner := holder(noun)) is not None]
        return unique(found for word in (*nouns, *owners) for found in ground.actors.of(word))
    if act.code[:3] in _HOLDING and match.verbal and (jailer := _jailer(match.trigger, ground)):
        return jailer
    if act.code == "173" and match.verbal and (authorities := _authorities(match.trigger, ground)):
        return authorities
    if act.code not in _POLICING or not match.verbal or statement is None or statement.speaker is None or statement.speaker_span is None:
        return ()
    speaker = ground.by_id.get(statement.speaker)
    policing = speaker is not None and (speaker.kind in _ARRESTING or "COP" in (speaker.code or ""))
    if not policing or speaker is None:
        return ()
    force = next((actor for actor in ground.by_id.values() if actor.kind == "police"), None) if speaker.kind == "unnamed" else None
    return (Found(speaker.id if force is None else force.id, statement.speaker_span),)


def _in_prison(verb: Word) -> bool:
    """Who is held in a prison is held by its state, not abducted."""
    return any(preposition in ("in", "at") and word.lemma.lower() in _PRISONS for preposition, word in arguments(verb).preps)


def _jailer(verb: Word, ground: Ground) -> tuple[Found, ...]:
    """ "Held in Chadian prisons": whose the prison is."""
    for preposition, word in arguments(verb).preps:
        if preposition in ("in", "at", "by") and word.lemma.lower() in _PRISONS:
            owners = [child for child in word.children if child.dep in ("poss", "amod", "compound")]
            found = unique(found for child in owners for found in ground.actors.of(child))
            owner = owner_of(word, ground)
            return found or ((owner,) if owner is not None else ())
    return ()


def _authorities(verb: Word, ground: Ground) -> tuple[Found, ...]:
    """ "Was arrested in Chad": by whom is not said, but in whose land."""
    if not arguments(verb).passive:
        return ()
    for prep in verb.children_by("prep"):
        for land in prep.children_by("pobj") if prep.lower == "in" else ():
            place = next((place for _, place in ground.places.overlapping(land.span) if place.kind == "country"), None)
            if place is not None and (name := ground.state_of(place)) is not None:
                return (Found(name, land.span),)
    return ()


def by_doer(act: Act, sources: tuple[Found, ...], ground: Ground) -> str:
    """Plain words for violence ("attack", "kill", "bomb") are 19 when an army or a state does it, else 18, as CAMEO tells them apart."""
    code, match = act.code, act.match
    if match.trigger.lemma.lower() not in _PLAIN or code not in ("180", "182", "183", "190"):
        return code
    kinds = {actor.kind for found in sources if (actor := ground.by_id.get(found.actor)) is not None}
    if kinds & _ARMY:
        return "195" if code == "183" else "190"
    if code == "190" and any(word.lemma.lower() == "bomber" and word.pos == "NOUN" for word in match.sources):
        return "183"
    return "180" if code == "190" and kinds and kinds <= _CIVIL else code


def _speaker(words: tuple[Word, ...], statement: Statement | None, ground: Ground) -> tuple[Found, ...]:
    """ "We" inside a statement is its speaker; so, as a target, is whoever has "our soldiers"."""
    if statement is None or statement.speaker is None or statement.speaker not in ground.by_id:
        return ()
    own = [
        word if word.lower in _FIRST else next((x for x in word.children if x.dep == "poss" and x.lower == "our"), None)
        for word in words[:1]
    ]
    return tuple(Found(statement.speaker, word.span) for word in own if word is not None)


def _other_party(act: Act, sources: tuple[Found, ...], actors: ActorWords) -> tuple[Found, ...]:
    """The first other actor among the arguments of the act, then of what it is about."""
    anchor = {word.i for word in act.match.anchor}
    for word in _candidates(act):
        if word.i in anchor:
            continue
        found = without(unique(actors.of(word)), sources)
        if found:
            return found
    return ()


def _candidates(act: Act) -> Iterable[Word]:
    match = act.match
    complement = match.complement
    taken = {word.i for word in match.sources}
    for word in _clause_words(complement) if complement is not None and complement is not match.trigger else ():
        if word.i not in taken:
            yield word
    for verb in match.anchor:
        if verb.pos == "VERB" and verb is not match.trigger and act.code[:2] in _ASKING:
            yield from (asked for clause in arguments(verb).clauses[:1] if (asked := arguments(clause).subject) is not None)
    for noun in match.anchor:
        if noun is not match.trigger and noun.pos == "NOUN":
            yield from (child for child in noun.children if child.dep == "poss" and child.i not in taken)
    if match.verbal:
        yield from (word for word in _clause_words(match.trigger, subject=False) if word.i not in taken)
    else:
        yield from (word for preposition, word in noun_preps(match.trigger) if preposition in _TOWARDS and word.i not in taken)
        yield from _of_purpose(match.trigger)


def _of_purpose(noun: Word) -> Iterable[Word]:
    """ "A mission to free the hostages": the objects of what an act is for."""
    for purpose in noun.children:
        if purpose.dep in ("acl", "relcl") and purpose.tag == "VB":
            yield from arguments(purpose).objects


def _deep_preps(noun: Word) -> Iterable[tuple[str, Word]]:
    """ "$2 million in assistance to Fiji": the prepositions of a noun, and those of what it is an amount of."""
    for preposition, word in noun_preps(noun):
        yield preposition, word
        if preposition in ("in", "of", "for"):
            yield from noun_preps(word)


def _clause_words(word: Word, *, subject: bool = True) -> Iterable[Word]:
    if word.pos not in ("VERB", "AUX"):
        yield from (child for child in word.children if child.dep in ("poss", "amod", "compound", "nmod"))
        pairs = noun_preps(word)
    else:
        args = arguments(word)
        if subject and args.subject is not None:
            yield args.subject
        yield from args.objects
        yield from (word for one in args.objects for word in _of_purpose(one))
        pairs = [*args.preps, *(pair for one in args.objects for pair in _deep_preps(one))]
        for clause in args.clauses[:1]:
            inside = arguments(clause)
            yield from inside.objects
            pairs.extend(inside.preps)
    for preposition, other in sorted(pairs, key=lambda pair: _TOWARDS.index(pair[0]) if pair[0] in _TOWARDS else 99):
        if preposition in _TOWARDS and other.entity not in ("DATE", "TIME"):
            yield other
