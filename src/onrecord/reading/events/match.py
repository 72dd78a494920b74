"""Which frames fire, and which words fill their roles."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.span import Span
from onrecord.reading.events.arguments import Arguments, arguments, noun_preps
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.acts.frames import Lexicon, VerbFrame
from onrecord.vocabulary.acts.pattern import Slot
from onrecord.vocabulary.lists import word_list

NAMES = frozenset(("PERSON", "NORP", "ORG", "GPE"))
_DESCRIBES = word_list("acts", "match.describes")
PLACES = frozenset(("GPE", "LOC", "FAC"))
_PRONOUNS = frozenset("i we he she they it us him her them who whom you someone anyone everybody everyone".split())
_DOERS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ers", "ors", "ists", "ians")
PART_OF = word_list("acts", "match.part_of")


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fired. `sources`, `targets`: heads of phrases. `anchor`: the words that name the act; `used`: words it explains."""

    code: str
    trigger: Word
    anchor: tuple[Word, ...]
    sources: tuple[Word, ...]
    targets: tuple[Word, ...]
    mutual: bool
    weight: int
    verbal: bool
    complement: Word | None = None
    used: frozenset[int] = field(default=frozenset())
    frame: str = ""
    inside: bool = False
    alone: bool = False
    score: float | None = None


def words_of(match: Match) -> Span:
    """The words that name the act, when they stand close together; else the trigger."""
    trigger = match.trigger
    near = [word for word in match.anchor if abs(word.i - trigger.i) <= 5 and word.sentence is trigger.sentence]
    return Span(min(word.start for word in near), max(word.end for word in near)) if near else trigger.span


def inner(word: Word) -> Word:
    """ "dozens of soldiers" is about soldiers: the noun below a word of quantity or part."""
    for _ in range(3):
        if word.lemma not in PART_OF and word.lower not in PART_OF and word.pos != "NUM":
            return word
        below = next((w for p, w in noun_preps(word) if p == "of"), None)
        if below is None:
            return word
        word = below
    return word


@dataclass(frozen=True, slots=True)
class Conditions:
    """Tests a frame's conditions on a word."""

    sets: dict[str, frozenset[str]]

    def hold(self, word: Word | None, names: tuple[str, ...]) -> bool:
        """Any of the positive conditions and none of the negative ones; a missing word meets only negative ones."""
        positive = [name for name in names if not name.startswith("!")]
        if word is None:
            return not positive
        if any(self._is(word, name[1:]) for name in names if name.startswith("!")):
            return False
        return not positive or any(self._is(word, name) for name in positive)

    def _is(self, word: Word, name: str) -> bool:
        within = inner(word)
        if name == "actor":
            name = "who"
        if name == "who" and (within.entity in NAMES or within.lower in _PRONOUNS):
            return True
        if name == "name":
            return within.entity in NAMES
        if name == "person":
            if within.entity in ("PERSON", "NORP") or within.lower in _PRONOUNS or within.lower.endswith(_DOERS):
                return True
            name = "who"
        if name == "place" and within.entity in PLACES:
            return True
        if name == "number":
            return within.pos == "NUM" or any(child.pos == "NUM" for child in within.children)
        words = self.sets.get(name) or frozenset((name,))
        if word.lemma.lower() in words:
            return True
        if within.lemma.lower() in words or within.lower in words or word.lemma.lower() in words:
            return True
        return name not in ("who", "place", "official") and any(
            child.lemma.lower() in words for child in within.children if child.dep in ("compound", "amod", "nmod", "conj")
        )


@dataclass(slots=True)
class _Filling:
    """What one attempt to match has found so far."""

    sources: list[Word] = field(default_factory=list)
    targets: list[Word] = field(default_factory=list)
    anchor: list[Word] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    objects: list[Word] = field(default_factory=list)
    complement: Word | None = None

    def put(self, slot: Slot, word: Word) -> None:
        if slot.role == "S":
            self.sources.append(word)
        elif slot.role == "T":
            self.targets.append(word)
        elif slot.composes:
            self.complement = word
        elif slot.role == "X" and slot.where:
            self.used.update((word.i, inner(word).i))
            self.anchor.append(word)
        if slot.words:
            self.used.update((word.i, inner(word).i))
            self.anchor.append(word)


def match_verb(verb: Word, lexicon: Lexicon, conditions: Conditions) -> list[Match]:
    """The frames of a verb that its arguments fill, all those of the greatest weight."""
    frames = lexicon.verbs.get(verb.lemma.lower())
    if not frames or verb.dep in ("aux", "auxpass") or (verb.dep == "amod" and verb.lemma in _DESCRIBES):
        return []
    found: list[Match] = []
    args: Arguments | None = None
    for frame in frames:
        if found and frame.weight < found[0].weight:
            break
        if args is None:
            args = arguments(verb)
        match = _fill(verb, frame, args, conditions)
        if match is not None:
            found.append(match)
    return found


def _fill(verb: Word, frame: VerbFrame, args: Arguments, conditions: Conditions) -> Match | None:
    fill = _Filling(anchor=[verb], objects=list(args.objects))
    pattern = frame.pattern
    if args.objects and not args.passive and pattern.bare:
        return None
    if frame.particle:
        particle = _particle(verb, frame.particle, args)
        if particle is None:
            return None
        fill.anchor.append(particle)
    first, *rest = pattern.slots
    if args.subject is None and ("agent" in first.where or first.role == "X"):
        return None
    if args.subject is not None and not conditions.hold(args.subject, tuple(name for name in first.where if name != "agent")):
        return None
    if args.subject is not None:
        fill.put(first, args.subject)
    for slot in rest:
        word = _find(slot, fill, args, conditions)
        if word is not None and slot.where == ("V",) and not pattern.names_target and _has_subject(word):
            return None
        if word is None:
            if not slot.optional:
                return None
        else:
            fill.put(slot, word)
    return Match(
        frame.code, verb, tuple(sorted(fill.anchor, key=lambda w: w.i)), tuple(fill.sources), tuple(fill.targets), frame.mutual,
        frame.weight, True, fill.complement, frozenset(fill.used), f"{frame.source}: {verb.lemma}", frame.inside, first.role == "X",
    )  # fmt: skip


def _has_subject(clause: Word) -> bool:
    """ "want them to leave" is no intent to leave."""
    return clause.dep == "ccomp" and any(child.dep in ("nsubj", "nsubjpass") for child in clause.children)


def _find(slot: Slot, fill: _Filling, args: Arguments, conditions: Conditions) -> Word | None:
    if slot.place == "object":
        for n, word in enumerate(fill.objects):
            if _suits(slot, word, conditions):
                fill.objects.pop(n)
                return word
        return None
    if slot.place == "prep":
        for preposition, word in _preps(fill, args):
            if preposition in slot.preps and _suits(slot, word, conditions):
                if preposition == "in" and slot.role == "T" and not slot.where and not conditions.hold(word, ("who", "place")):
                    continue
                return word
        return None
    clauses = [*args.clauses, *(child for word in args.objects for child in word.children if child.dep in ("xcomp", "ccomp", "acl"))]
    if slot.where == ("V",):
        clauses = [clause for clause in clauses if clause.tag == "VBG" or any(child.tag == "TO" for child in clause.children)]
    if clauses:
        return clauses[0]
    return next((word for preposition, word in _preps(fill, args) if word.dep == "pcomp" and word.pos == "VERB"), None)


def _preps(fill: _Filling, args: Arguments) -> list[tuple[str, Word]]:
    """Those of the verb, of the fixed words found so far, of its objects: the parser often hangs "on the town" on the noun."""
    pairs = [*args.preps, *(pair for word in fill.anchor[1:] for pair in noun_preps(word))]
    for word in args.objects:
        for preposition, below in noun_preps(word):
            pairs.append((preposition, below))
            if preposition == "of":
                pairs.extend(noun_preps(below))
    return pairs


def _suits(slot: Slot, word: Word, conditions: Conditions) -> bool:
    if slot.words:
        if word.lemma.lower() in slot.words or word.lower in slot.words:
            return True
        return (word.lemma in PART_OF or word.pos == "NUM") and inner(word).lemma.lower() in slot.words
    if word.entity in ("DATE", "TIME") and slot.role == "T":
        return False
    if word.pos == "VERB" and not slot.composes and (word.tag != "VBN" or word.dep not in ("dobj", "pobj", "nsubjpass")):
        return False
    return not slot.where or conditions.hold(word, slot.where)


def _particle(verb: Word, particle: str, args: Arguments) -> Word | None:
    for word in args.particles:
        if word.lower == particle:
            return word
    for child in verb.children:
        if child.lower == particle and child.dep in ("prep", "advmod", "prt", "acomp", "advcl", "dobj", "ccomp", "xcomp"):
            return child
    return None
