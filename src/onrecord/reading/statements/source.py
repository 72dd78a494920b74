"""Whose words they are, as the clause of the cue says it: subject, agent, possessor, or the noun that the clause hangs on."""

from __future__ import annotations

from onrecord.reading.parse import Word
from onrecord.reading.parse.grammar import is_passive, subject
from onrecord.reading.statements.ground import Ground, Range
from onrecord.vocabulary.actors.nouns import nouns
from onrecord.vocabulary.saying import load_cues

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_TAKES_SPEECH = frozenset(("clause", "quote"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_PERSONAL = frozenset(("i", "we", "he", "she", "they", "it"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_UP = 6
_CLOSING = frozenset("”\"’'»")


def word_source(word: Word) -> Word | None:
    """The head of the source of any cue word; None when the words do not say ("it was said that …")."""
    found = _word_source(word)
    if found is None:
        return None
    # "Her statement said …" is hers.
    owner = found.child("poss") if found.pos == "NOUN" and _is_message(found) else None
    return owner if owner is not None and owner.entity not in ("DATE", "TIME") else found


def _word_source(word: Word) -> Word | None:
    if word.lower == "according":
        return according_to(word)
    if word.pos in ("VERB", "AUX"):
        return verb_source(word)
    if word.pos == "ADJ":
        return verb_source(word.head) if word.dep in ("acomp", "oprd") else None
    return noun_source(word)


def verb_source(verb: Word) -> Word | None:
    """The source of a cue verb."""
    if is_passive(verb) or _is_bare_participle(verb):
        agent = verb.child("agent")
        return agent.child("pobj") if agent is not None else None
    if (misread := _behind_quotation(verb)) is not None:
        return misread
    own = verb.child(*_SUBJECTS)
    if own is None and (outer := subject_after_according(verb) or _sayer_above(verb) or _named_before(verb)) is not None:
        return outer
    found = own or subject(verb)
    if found is not None and found.dep in _SUBJECTS:
        return None if found.lower in ("it", "there") and found.dep == "nsubjpass" else found
    head = verb.head
    if verb.dep == "acl" and verb.tag == "VBG" and head.pos == "NOUN" and _is_message(head):
        return noun_source(head) or head
    if verb.dep in ("relcl", "acl"):
        return head
    if verb.dep == "pcomp" and head.lower == "as" and not head.is_root:
        quoted = head.head
        return quoted.child("nsubjpass") or quoted.child("dobj")
    if verb.dep in ("advcl", "pcomp", "xcomp", "conj", "ccomp") and not verb.is_root:
        return _subject_above(verb)
    return _just_before(verb) if verb.is_root else None


def _behind_quotation(verb: Word) -> Word | None:
    """In “Nothing,” answered the guard, the guard, though the parser may call the quoted word the subject and the guard the object."""
    words = verb.sentence.words
    at = verb.i - verb.sentence.first
    if at == 0 or words[at - 1].text not in _CLOSING or not says(verb):
        return None
    behind = [child for child in verb.children if child.i > verb.i]
    subjects = [child for child in behind if child.dep in _SUBJECTS]
    # A bare name right behind "asked" asks; "asked the guard" may as well say whom.
    # What is behind "read" is the text that reads so.
    names = [
        child
        for child in behind
        if child.dep == "dobj" and verb.child(*_SUBJECTS) is None and (child.pos == "PROPN" or verb.lemma == "read")
    ]
    return next(iter(subjects + names), None)


def subject_after_according(verb: Word) -> Word | None:
    """In "According to the mayor, the return shows trust" the parser may take the return for another name of the mayor."""
    if verb.tag not in ("VBD", "VBZ", "VBP") and not any(child.tag == "MD" for child in verb.children):
        return None
    for aside in verb.children:
        if aside.i < verb.i and (who := according_to(aside)) is not None:
            renamed = [child for child in who.children_by("appos") if child.i > who.i]
            return renamed[-1] if renamed else None
    return None


def according_to(word: Word) -> Word | None:
    """Whom "according to" names."""
    if word.lower != "according":
        return None
    to = next((child for child in word.children if child.lower == "to"), None)
    return to.child("pobj") if to is not None else None


def aside_of(word: Word, ground: Ground) -> Range:
    """All below a word; of an "according to …" without the subject of the clause behind it that the parser may have hung on it."""
    first, last = ground.below(word)
    if word.lower != "according" or word.is_root:
        return first, last
    subject = subject_after_according(word.head)
    return (first, ground.left[subject.i]) if subject is not None and first < subject.i < last else (first, last)


def _named_before(verb: Word) -> Word | None:
    """In "…, according to an agency, citing a witness" it is the agency that cites."""
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.is_root:
        return None
    words, start = verb.sentence.words, verb.sentence.first
    for aside in verb.head.children:
        who = according_to(aside) if aside.i < verb.i else None
        if who is not None and all(word.pos == "PUNCT" for word in words[who.i + 1 - start : verb.i - start]):
            return who
    return None


def _is_bare_participle(verb: Word) -> bool:
    """ "Asked whether …", "when asked about …": nobody is named."""
    return verb.tag == "VBN" and verb.dep in ("advcl", "acl") and not any(child.dep in ("aux", *_SUBJECTS) for child in verb.children)


def says(verb: Word) -> bool:
    """A verb of speech rather than of thought that takes a clause or a quotation."""
    entry = load_cues().verbs.get(verb.lemma)
    return entry is not None and not entry.mental and bool(entry.takes & _TAKES_SPEECH)


def may_speak(head: Word) -> bool:
    """A name, a pronoun for someone, or a noun for a person, a body or a text that is cited."""
    if head.pos == "PRON":
        return head.lower in _PERSONAL
    return head.entity in _NAMES or head.lemma in load_cues().speakers or head.lemma in nouns()


def _is_message(noun: Word) -> bool:
    return noun.lemma in load_cues().nouns


def _sayer_above(verb: Word) -> Word | None:
    """In "she said he would go, adding that …" the one who adds is the one who said, not the one who would go.

    So too for "he says the firm was broken and says he …", which the parser joins to "was broken".
    """
    joined = verb.dep == "conj"
    if verb.is_root or not (says(verb) or (joined and verb.lemma in load_cues().verbs)):
        return None
    if not joined and not (verb.dep == "advcl" and verb.tag == "VBG"):
        return None
    above = verb.head
    if above.pos not in ("VERB", "AUX") or says(above):
        return None
    for _ in range(_UP):
        if above.is_root:
            return None
        if above.dep == "ccomp":
            outer = above.head
            if outer.i < verb.i and says(outer) and (not joined or takes_up(verb, outer)):
                return outer.child(*_SUBJECTS)
            if not joined:
                return None
            above = outer
            continue
        if above.dep not in ("conj", "xcomp", "advcl"):
            return None
        above = above.head
    return None


def takes_up(verb: Word, outer: Word) -> bool:
    """A joined verb has the form of the verb of saying, and not that of the verb the parser joins it to.

    "He recalls that schools must be spared and expresses regret": "expresses" is like "recalls". After "had met and agreed" or
    "were seized and accused" the form does not tell.
    """
    told = verb.head
    auxiliaries = [child for child in told.children if child.dep in ("aux", "auxpass")]
    alike = told.tag == verb.tag and not auxiliaries
    passive = any(child.dep == "auxpass" for child in auxiliaries) and not any(child.lemma == "have" for child in auxiliaries)
    # "Were caught and showed rifles": what has an object is no second participle.
    ambiguous = verb.tag == "VBD" and told.tag in ("VBN", "VBD") and not (passive and verb.child("dobj", "ccomp", "xcomp") is not None)
    # "She said she could not vote for him but understood …" goes on with what she said; "… and replied" does not.
    ambiguous |= verb.tag == "VBD" and any(child.tag == "MD" for child in auxiliaries) and not says(verb)
    return verb.tag in _FINITE and verb.tag == _finite_tag(outer) and not alike and not ambiguous


def _finite_tag(verb: Word) -> str:
    """The tag of the finite part of a verb: of "was asked" that of "was"."""
    return next((child.tag for child in verb.children if child.dep in ("aux", "auxpass") and child.tag in _FINITE), verb.tag)


def _subject_above(verb: Word) -> Word | None:
    above = verb.head
    for _ in range(_UP):
        if above.pos in ("VERB", "AUX"):
            found = subject(above)
            if found is not None:
                return found
        if above.is_root:
            return None
        above = above.head
    return None


def _just_before(verb: Word) -> Word | None:
    """A name or pronoun right before a finite verb that the parser gave no subject."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    words = verb.sentence.words
    k = verb.i - verb.sentence.first - 1
    while k >= 0 and words[k].pos == "ADV":
        k -= 1
    return words[k] if k >= 0 and words[k].pos in ("PROPN", "PRON") else None


def noun_source(noun: Word) -> Word | None:
    """The head of the source of a cue noun: "Israel's claim", "a statement by the army", "made the claim"."""
    owner = noun.child("poss")
    if owner is not None and owner.entity not in ("DATE", "TIME"):
        return owner
    for prep in noun.children:
        if prep.dep in ("prep", "agent") and prep.lower in ("by", "from"):
            found = prep.child("pobj")
            if found is not None:
                return found
    if noun.dep in ("dobj", "nsubjpass") and noun.head.pos == "VERB":
        return verb_source(noun.head)
    return None


def source_words(head: Word, cue: Word, ground: Ground) -> Range:
    """The words of a source: its noun phrase up to the first comma, without what holds the cue ("the man who said …")."""
    first, last = ground.left[head.i], head.i + 1
    words = ground.parse.words
    if head.dep == "poss" or head.pos == "PRON":
        first = first if head.dep == "poss" else head.i
        return first, last
    for child in head.children:
        if child.i < head.i:
            continue
        low, high = ground.left[child.i], ground.right[child.i] + 1
        if child.pos == "PUNCT" or low != last or low <= cue.i < high or (cue.i < low and cue.i > head.i):
            break
        if child.dep in ("relcl", "case", "ccomp", "advcl"):
            break
        last = _to_comma(low, high, ground) if child.dep not in ("cc", "conj") else high
        if last < high:
            break
    while first < head.i and words[first].pos == "PUNCT":
        first += 1
    if first <= cue.i < head.i:
        first = cue.i + 1
    while last > head.i + 1 and words[last - 1].pos == "PUNCT":
        last -= 1
    return first, last


def _to_comma(first: int, last: int, ground: Ground) -> int:
    words = ground.parse.words
    return next((i for i in range(first, last) if words[i].text in (",", ";", ":", "—", "–", "--", "(")), last)
