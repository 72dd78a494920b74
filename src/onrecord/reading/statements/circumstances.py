"""To whom, when and where something was said: what else hangs on the cue, outside the content and the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.record import Actor, Mention, Place, Time
from onrecord.model.span import SpanIndex
from onrecord.reading.parse import Word
from onrecord.reading.statements.frames import Found
from onrecord.reading.statements.ground import Ground, Range
from onrecord.vocabulary.saying import load_cues

_ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "dative", "dobj", "pobj", "agent", "pcomp"))
_TOLD = frozenset(("dobj", "dative", "nsubjpass"))
_TO_WHOM = frozenset(("to", "with"))
_TELLS_TO = frozenset(("person", "to"))
_POINTS = frozenset(("DATE", "TIME"))
"""Types of time that something can be said at: not how long or how often."""
_MOST_CHILDREN = 24
_MOST_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Ids of the addressee, the time and the place of saying; None where the words give none."""

    addressee: str | None = None
    time: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the rooms before this one found, by place."""

    actors: SpanIndex[tuple[Actor, Mention]]
    times: SpanIndex[Time]
    places: SpanIndex[Place]


def circumstances(found: Found, content: tuple[tuple[int, int], ...], known: Known, ground: Ground) -> Circumstances:
    """Looks at the cue's own dependents only, so that a date inside what is said is not taken for the date of saying."""
    asides = _asides(found, content, ground)
    addressee = time = place = None
    for child in asides:
        words = ground.span(ground.below(child))
        if time is None:
            time = next((one.id for _, one in known.times.inside(words) if one.type in _POINTS), None)
        if place is None and child.dep == "prep" and (places := known.places.inside(words)):
            place = places[0][1].id
        if addressee is None:
            addressee = _addressee(child, found, known, ground)
    if addressee is None and (asked := _asked(found)) is not None:
        addressee = _actor(asked, known)
    return Circumstances(addressee, time, place)


def _asides(found: Found, content: tuple[tuple[int, int], ...], ground: Ground) -> list[Word]:
    heads = [found.cue]
    # "accused him in a speech on Friday of …": the date may hang on the verb above a cue noun or a participle.
    if found.cue.dep in ("dobj", "xcomp", "pcomp", "acomp", "oprd") and not found.cue.is_root:
        heads.append(found.cue.head)
    # "Speaking in Doha on Monday, he said …", and "he wrote to the governor last week, asking for …".
    occasions = load_cues().occasions
    heads.extend(child for child in found.cue.children[:_MOST_CHILDREN] if _is_participle(child) and child.lemma in occasions)
    if _is_participle(found.cue) and found.cue.head.lemma in occasions:
        heads.append(found.cue.head)
    out = []
    for head in heads:
        for child in head.children[:_MOST_CHILDREN]:
            if child.dep not in _ADJUNCTS or child is found.cue or _overlaps(ground.below(child), found.source_words):
                continue
            span = ground.span(ground.below(child))
            if not any(start < span.end and span.start < end for start, end in content):
                out.append(child)
    return out + _between(found, content, ground)


def _is_participle(word: Word) -> bool:
    return word.dep == "advcl" and word.tag == "VBG" and not word.is_root


def _between(found: Found, content: tuple[tuple[int, int], ...], ground: Ground) -> list[Word]:
    """What stands between the cue and the content but hangs elsewhere: "said on Monday there would be talks"."""
    out = []
    for word in ground.parse.words[found.cue_words[1] : found.cue_words[1] + _MOST_BETWEEN]:
        if word.end > content[0][0]:
            break
        if word.dep in ("prep", "npadvmod") and word.head.start >= content[0][0]:
            out.append(word)
    return out


def _overlaps(one: Range, other: Range | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]


def _addressee(child: Word, found: Found, known: Known, ground: Ground) -> str | None:
    head: Word | None = None
    if child.dep in _TOLD and (child.dep == "dative" or "person" in found.entry.takes) and child.head is found.cue:
        head = child.child("pobj") if child.pos == "ADP" else child
    elif (child.dep == "prep" and child.lower == "to") or (child.dep == "dobj" and child.head.lemma == "address"):
        head = child.child("pobj") if child.dep == "prep" else child
    elif child.dep == "prep" and child.lower in ("in", "during", "at"):
        # "in an interview with Reuters", "in a letter to the council"
        event = child.child("pobj")
        inner = (
            next((prep for prep in event.children if prep.dep == "prep" and prep.lower in _TO_WHOM), None) if event is not None else None
        )
        head = inner.child("pobj") if inner is not None else None
    return _actor(head, known) if head is not None else None


def _asked(found: Found) -> Word | None:
    """Who is to do what is asked: "urged the cabinet to agree", "called on both sides to stop"."""
    takes, cue = found.entry.takes, found.cue
    if "on+to" in takes and (on := next((prep for prep in cue.children_by("prep") if prep.lower == "on"), None)) is not None:
        return on.child("pobj")
    if not takes >= _TELLS_TO:
        return None
    done = next((child for child in cue.children_by("xcomp", "ccomp") if any(aux.tag == "TO" for aux in child.children)), None)
    if done is None or done.i < cue.i:
        return None
    return cue.child("dobj") or done.child("nsubj")


def _actor(head: Word, known: Known) -> str | None:
    at = known.actors.overlapping(head.span)
    return min(at, key=lambda pair: (pair[0].length, pair[0]))[1][0].id if at else None
