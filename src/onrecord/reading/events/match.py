"""Which frames fire, and which words fill their roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.reading.events.arguments import Arguments, arguments, noun_preps, prepositional
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.acts.frames import Lexicon, NounFrame, VerbFrame
from onrecord.vocabulary.acts.pattern import Slot

NAMES = frozenset(("PERSON", "NORP", "ORG", "GPE"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
_PRONOUNS = frozenset("i we he she they it us him her them who whom you someone anyone everybody everyone".split())
_DOERS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ers", "ors", "ists", "ians")
_PART_OF = frozenset(
    "number handful series dozen score hundred thousand million group member end start wave string lot most many some all both kind part "
    "couple type".split()
)


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


def inner(word: Word) -> Word:
    """ "dozens of soldiers" is about soldiers: the noun below a word of quantity or part."""
    for _ in range(3):
        if word.lemma not in _PART_OF and word.lower not in _PART_OF and word.pos != "NUM":
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
        return name not in ("who", "place") and any(
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
            self.used.add(word.i)
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
    if args.subject is None and "agent" in first.where:
        return None
    if args.subject is not None and not conditions.hold(args.subject, tuple(name for name in first.where if name != "agent")):
        return None
    if args.subject is not None:
        fill.put(first, args.subject)
    for slot in rest:
        word = _find(slot, fill, args, conditions)
        if word is None:
            if not slot.optional:
                return None
        else:
            fill.put(slot, word)
    return Match(
        frame.code, verb, tuple(sorted(fill.anchor, key=lambda w: w.i)), tuple(fill.sources), tuple(fill.targets), frame.mutual,
        frame.weight, True, fill.complement, frozenset(fill.used), f"{frame.source}: {verb.lemma}", frame.inside,
    )  # fmt: skip


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
        return word.lemma.lower() in slot.words or word.lower in slot.words
    if word.entity in ("DATE", "TIME") and slot.role == "T":
        return False
    if word.pos == "VERB" and not slot.composes:
        return False
    return not slot.where or conditions.hold(word, slot.where)


def _particle(verb: Word, particle: str, args: Arguments) -> Word | None:
    for word in args.particles:
        if word.lower == particle:
            return word
    for child in verb.children:
        if child.lower == particle and child.dep in ("prep", "advmod", "prt", "acomp", "advcl", "dobj", "ccomp"):
            return child
    return None


@dataclass(frozen=True, slots=True)
class Light:
    """Verbs that carry a nominal act (light.toml)."""

    do: frozenset[str]
    undergo: frozenset[str]
    undergo_preposition: frozenset[str]
    undergo_motion: frozenset[str]
    befall: frozenset[str]
    blame: frozenset[str]


def match_noun(noun: Word, lexicon: Lexicon, light: Light, actor_words: frozenset[int]) -> Match | None:
    """The nominal frame of a noun that the words around it bear out; the most particular wins."""
    frames = lexicon.nouns.get(noun.lemma.lower()) or (lexicon.nouns.get(noun.lower) if noun.pos == "PROPN" else None)
    if not frames or noun.dep in ("compound", "nmod", "amod") or noun.entity in ("DATE", "WORK_OF_ART", "FAC", "ORG", "LAW"):
        return None
    before = {child.lemma.lower() for child in noun.children if child.dep in ("compound", "amod", "nmod", "npadvmod")}
    before |= {child.lower for child in noun.children if child.dep in ("compound", "amod", "nmod")}
    preps = noun_preps(noun)
    for frame in frames:
        if not all(word in before for word in frame.before):
            continue
        if frame.after is not None and not any(p == frame.after[0] and w.lemma.lower() == frame.after[1] for p, w in preps):
            continue
        roles = _Nominal(noun, light, actor_words)
        roles.read(frame, preps)
        if frame.tied and not (roles.sources or roles.targets or roles.carried):
            continue
        anchor = [noun, *(child for child in noun.children if child.lemma.lower() in frame.before), *roles.verbs]
        content, name = _content(noun, frame.code, preps), f"{frame.source}: {noun.lemma}"
        return Match(
            frame.code, noun, tuple(sorted(anchor, key=lambda w: w.i)), tuple(roles.sources), tuple(roles.targets),
            frame.mutual or roles.both, frame.weight, False, content, frozenset(roles.used), name,
            False, not frame.tied,
        )  # fmt: skip
    return None


_DESCRIBES = frozenset("arm equip train fund unite limit concern determine commit protect break support back form aid sign post".split())
_HARM = frozenset(("kill", "wound", "injure", "die", "hurt", "target", "hit"))
_INTENT = frozenset(("02", "03", "10", "12", "13"))


def _content(noun: Word, code: str, preps: list[tuple[str, Word]]) -> Word | None:
    """What an offer, appeal, demand, refusal or threat is about: "an offer to mediate", "a threat of war"."""
    if code[:2] not in _INTENT:
        return None
    clause = noun.child("acl", "xcomp", "ccomp")
    if clause is not None and clause.tag == "VB":
        return clause
    return next((word for preposition, word in preps if preposition in ("of", "for")), None)


_SOURCE = frozenset(("by", "from"))
_TARGET = frozenset(("on", "against", "at", "upon", "toward", "towards", "into", "over"))


def _whole_of(noun: Word) -> Word:
    """ "a series of raids" stands where "raids" would."""
    for _ in range(2):
        above = noun.head
        if noun.dep == "pobj" and above.lower == "of" and above.head is not above and above.head.lemma.lower() in _PART_OF:
            noun = above.head
    return noun


class _Nominal:
    """Reads who stands around a noun that names an act."""

    def __init__(self, noun: Word, light: Light, actor_words: frozenset[int]) -> None:
        self.noun, self.light, self.actor_words = noun, light, actor_words
        self.sources: list[Word] = []
        self.targets: list[Word] = []
        self.verbs: list[Word] = []
        self.used: set[int] = set()
        self.both = self.carried = False

    def read(self, frame: NounFrame, preps: list[tuple[str, Word]]) -> None:
        of, poss = frame.of, frame.poss
        for child in self.noun.children:
            if child.dep == "poss" and poss != "X":
                (self.sources if poss == "S" else self.targets).append(child)
            elif child.dep in ("amod", "compound", "nmod") and self._is_actor(child):
                named = frame.by_name if child.dep != "amod" else "S"
                (self.targets if "T" in (poss, named) else self.sources).append(child)
            elif child.dep == "acl" and child.tag == "VBN" and child.lemma in self.light.do:
                self._of_verb(arguments(child), preps_only=False)
            elif child.dep == "acl" and child.lemma in ("target", "involve", "aim", "kill", "wound", "hit", "direct"):
                args = arguments(child)
                self.targets.extend(word for word in args.objects if word is not self.noun)
                self._prepositions(args.preps, "X")
            elif child.dep == "relcl" and child.lemma in self.light.befall:
                self.targets.extend(word for word in arguments(child).objects if word is not self.noun)
            elif child.dep == "relcl" and child.lemma in self.light.do:
                args = arguments(child)
                if self.noun in args.objects:
                    self._of_verb(args, preps_only=False)
                    self.verbs.append(child)
        self._prepositions(preps, of)
        self._governor()

    def _is_actor(self, word: Word) -> bool:
        return word.entity in NAMES or word.i in self.actor_words or (word.pos == "PROPN" and word.entity not in ("DATE", "TIME", "EVENT"))

    def _prepositions(self, preps: Iterable[tuple[str, Word]], of: str) -> None:
        for preposition, word in preps:
            if word.entity in ("DATE", "TIME") or word.pos == "VERB":
                continue
            if preposition in _SOURCE:
                self.sources.append(word)
            elif preposition in _TARGET or preposition == "with":
                self.targets.append(word)
            elif preposition == "between":
                self.both = True
                self.sources.append(word)
            elif preposition == "of" and of != "X":
                (self.sources if of == "S" else self.targets).append(word)

    def _of_verb(self, args: Arguments, *, preps_only: bool) -> None:
        if args.subject is not None and not preps_only and args.subject is not self.noun:
            self.sources.append(args.subject)
        self._prepositions([pair for pair in args.preps if pair[1] is not self.noun and pair[0] != "from"], "X")

    def _governor(self) -> None:
        """What the verb above the noun says of its participants."""
        noun = self.noun
        if noun.is_root:
            return
        whole = _whole_of(noun)
        dep, head = whole.dep, whole.head
        for _ in range(3):
            if dep != "conj" or head.is_root:
                break
            dep, head = head.dep, head.head
        lemma = head.lemma.lower()
        if head.pos in ("VERB", "AUX") and dep in ("dobj", "nsubjpass", "attr"):
            args = arguments(head)
            if lemma in self.light.do or lemma in self.light.undergo:
                self.carried = True
                self.verbs.append(head)
                self.used.add(head.i)
            if lemma in self.light.do:
                self._of_verb(args, preps_only=False)
            elif lemma in self.light.undergo and args.subject is not None:
                self.targets.append(args.subject)
                self._prepositions(args.preps, "X")
        elif head.pos == "VERB" and dep == "nsubj" and lemma in self.light.befall:
            self.carried = True
            self.used.add(head.i)
            args = arguments(head)
            self.targets.extend(word for word in args.objects if word is not noun)
            self._prepositions(args.preps, "X")
        elif dep in ("pobj", "pcomp") and head.pos == "ADP" and not head.is_root:
            self._under(head)

    def _under(self, prep: Word) -> None:
        verb = prep.head
        if verb.pos not in ("VERB", "AUX"):
            return
        args = arguments(verb)
        if prep.lower in self.light.undergo_preposition and verb.lemma in self.light.undergo_motion and prep.lower != "in":
            if args.subject is not None:
                self.targets.append(args.subject)
                self.verbs.append(verb)
                self.carried = True
            self._prepositions([pair for pair in args.preps if pair[1] is not self.noun], "X")
        elif verb.lemma in self.light.blame and prep.lower in ("of", "for", "over", "in"):
            self.sources.extend(args.objects[:1])
        elif prep.lower in ("in", "with", "by", "during", "through") and verb.lemma in _HARM:
            victims = args.objects[:1] or ((args.subject,) if args.subject is not None and verb.lemma == "die" else ())
            if not args.passive and verb.lemma != "die" and args.subject is not None:
                self.sources.append(args.subject)
            self.targets.extend(word for word in victims if word is not None)
            self.used.add(verb.i)
            self.carried = True


__all__ = ["Conditions", "Light", "Match", "inner", "match_noun", "match_verb", "prepositional"]
