"""Which verbs tell of a meeting: "met the envoy" does, "met expectations" does not."""

from __future__ import annotations

from onrecord.reading.mediation.matters import governs_talk
from onrecord.reading.mediation.participants import speaks_by
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.mediation import MediationWords

GOING = word_list("mediation", "meetings.going")
_GUESTS = word_list("mediation", "meetings.guests")
_CARRIED = word_list("mediation", "meetings.carried")
_PERSONS = frozenset(("he", "she", "him", "her", "them", "they"))
_SENT = word_list("mediation", "meetings.sent")
_MEETING = word_list("mediation", "meetings.meeting")
_SPEAKING = word_list("mediation", "meetings.speaking")
SENDING = word_list("mediation", "meetings.sending")
_CARRYING = word_list("mediation", "meetings.carrying")
_RECEIVING = word_list("mediation", "meetings.receiving")
_EXCHANGED = word_list("mediation", "meetings.exchanged")


def is_guest(word: Word | None, words: MediationWords) -> bool:
    """Somebody who may be met or told: a name or an office, or who stands behind "who"."""
    if word is not None and word.lower in ("who", "whom"):
        clause = next((above for above in word.ancestors() if above.dep == "relcl"), None)
        word = clause.head if clause is not None else None
    lemma = word.lemma.lower() if word is not None else ""
    return word is not None and (word.pos == "PROPN" or lemma in words.offices or lemma in _GUESTS)


def _are_guests(word: Word | None, words: MediationWords) -> bool:
    return is_guest(word, words) or (word is not None and word.lemma.lower() in words.tending)


def is_meeting(verb: Word, words: MediationWords) -> bool:
    """A verb of meeting with someone to meet or a matter to discuss; "met expectations", "spoke at length" are not."""
    lemma = verb.lemma.lower()
    if lemma in _MEETING:
        return True
    if lemma in ("discuss", "review"):
        return True
    if lemma in _SPEAKING:
        return any((child.dep == "prep" and child.lower in ("with", "to", "by")) or speaks_by(child) is not None for child in verb.children)
    if lemma == "call":
        called = verb.child("dobj")
        if verb.child("prt", "oprd", "xcomp", "ccomp") is not None or (called is not None and not is_guest(called, words)):
            return False
        if called is not None and any(one.pos == "NOUN" and one.i == called.i + 2 for one in called.children_by("appos")):
            return False
        on = next((child.child("pobj") for child in verb.children if child.dep == "prep" and child.lower == "on"), None)
        calls_for = any(child.dep == "prep" and child.lower == "for" for child in verb.children)
        return not calls_for and (called is not None or (on is not None and on.entity not in ("DATE", "TIME")))
    if lemma in GOING:
        return verb.child("dobj") is None and any(
            child.dep == "prep" and child.lower in ("to", "in", "on", "for") for child in verb.children
        )
    if lemma in SENDING:
        sent = verb.child("dobj", "nsubjpass")
        goes = any(child.dep == "prep" and child.lower == "to" for child in verb.children)
        if lemma == "appoint" and any(prep.lower == "as" and prep.child("pobj") is not None for prep in verb.children_by("prep")):
            return any((noun := prep.child("pobj")) is not None and noun.lemma.lower() in _SENT for prep in verb.children_by("prep"))
        return sent is not None and (sent.lemma.lower() in _SENT or (goes and is_guest(sent, words)))
    if lemma in _CARRYING:
        brought = verb.child("dobj", "nsubjpass")
        if brought is None or brought.lemma.lower() not in _CARRIED:
            return False
        return any(child.lower in ("from", "to", "between") for child in (*verb.children, *brought.children))
    if lemma == "bring":
        guests = _are_guests(verb.child("dobj", "nsubjpass"), words) or (verb.tag == "VBN" and verb.child("agent") is not None)
        return guests and any(child.lower == "together" for child in verb.children)
    if lemma == "take":
        return (part := verb.child("dobj")) is not None and part.lower == "part" and governs_talk(verb, words)
    if lemma in ("hold", "sit"):
        return any(child.dep == "prep" and child.lower == "with" for child in verb.children)
    if lemma == "exchange":
        found = verb.child("dobj")
        return found is not None and found.lemma.lower() in _EXCHANGED
    if lemma in _RECEIVING:
        guest = verb.child("dobj", "nsubjpass")
        return is_guest(guest, words) or (guest is not None and guest.lower in _PERSONS)
    return verb.child("dobj") is not None or any(
        child.dep == "prep" and child.lower in ("with", "to", "in", "for", "between") for child in verb.children
    )
