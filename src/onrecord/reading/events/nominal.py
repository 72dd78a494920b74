"""Acts named by nouns: "the strikes on", "Hamas' attacks", "came under bombardment", "accused of a raid"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.reading.events.arguments import Arguments, arguments, noun_preps
from onrecord.reading.events.match import NAMES, PART_OF, Match
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.acts.frames import Lexicon, NounFrame
from onrecord.vocabulary.lists import word_list


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
    frames = lexicon.nouns.get(noun.lemma.lower()) or (lexicon.nouns.get(noun.lower) if noun.pos in ("PROPN", "VERB") else None)
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


_HARMS = frozenset(("17", "18", "19", "20"))
_HARM = word_list("acts", "nominal.harm")
_AIMED = word_list("acts", "nominal.aimed")
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
_ON_THE_WAY = frozenset(("on", "during", "after", "before", "following", "in", "at"))
_BESIDE = frozenset(("under", "outside", "near", "beneath"))
_TARGET = frozenset(("on", "against", "at", "upon", "toward", "towards", "into", "over"))


def _whole_of(noun: Word) -> Word:
    """ "a series of raids" stands where "raids" would."""
    for _ in range(2):
        above = noun.head
        if noun.dep == "pobj" and above.lower == "of" and above.head is not above and above.head.lemma.lower() in PART_OF:
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
        self.both = self.carried = self.harms = False

    def read(self, frame: NounFrame, preps: list[tuple[str, Word]]) -> None:
        of, poss = frame.of, frame.poss
        self.harms = frame.code[:2] in _HARMS
        for child in self.noun.children:
            if child.dep == "poss" and poss != "X":
                (self.sources if poss == "S" else self.targets).append(child)
            elif child.dep in ("amod", "compound", "nmod") and self._is_actor(child):
                named = frame.by_name if child.dep != "amod" else "S"
                (self.targets if "T" in (poss, named) else self.sources).append(child)
            elif child.dep == "acl" and child.tag == "VBN" and child.lemma in self.light.do:
                self._of_verb(arguments(child), preps_only=False)
            elif child.dep == "acl" and child.lemma in _AIMED:
                args = arguments(child)
                self.targets.extend(word for word in args.objects if word is not self.noun)
                self._prepositions(args.preps, "X")
                self.targets.extend(word for _, aim in args.preps if aim.pos == "VERB" for word in arguments(aim).objects)
            elif child.dep == "relcl" and child.lemma in self.light.befall:
                self.targets.extend(word for word in arguments(child).objects if word is not self.noun)
            elif child.dep == "relcl" and child.lemma in self.light.do:
                args = arguments(child)
                if self.noun in args.objects:
                    self._of_verb(args, preps_only=False)
                    self.verbs.append(child)
        self._prepositions(preps, of)
        self._governor(frame.code)

    def _is_actor(self, word: Word) -> bool:
        return word.entity in NAMES or word.i in self.actor_words or (word.pos == "PROPN" and word.entity not in ("DATE", "TIME", "EVENT"))

    def _prepositions(self, preps: Iterable[tuple[str, Word]], of: str) -> None:
        for preposition, word in preps:
            if word.entity in ("DATE", "TIME") or word.pos == "VERB":
                continue
            if preposition in _SOURCE:
                self.sources.append(word)
            elif preposition in _TARGET or preposition == "with" or (self.harms and preposition in _BESIDE):
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

    def _governor(self, code: str) -> None:
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
            if lemma == "call" and self.harms:
                return
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
            self._under(head, code)

    def _opponents(self) -> None:
        """ "Died in a gunfight with the army": whoever the fight was with did it."""
        against = [word for preposition, word in noun_preps(self.noun) if preposition == "with"]
        if against and not self.sources:
            self.targets = [word for word in self.targets if word not in against]
            self.sources.extend(against)

    def _by_subject(self, subject: Word | None, code: str) -> None:
        """ "On a visit to Rome he said", "after talks with rebels she left": the visit and the talks are the subject's."""
        if subject is not None and (code == "042" or any(child.lower == "with" for child in self.noun.children_by("prep"))):
            self.sources.append(subject)

    def _under(self, prep: Word, code: str) -> None:
        verb = prep.head
        if verb.pos not in ("VERB", "AUX"):
            return
        args = arguments(verb)
        if code.startswith("04") and prep.lower in _ON_THE_WAY and not self.sources and not self.both and not args.passive:
            self._by_subject(args.subject, code)
            return
        if prep.lower in self.light.undergo_preposition and verb.lemma in self.light.undergo_motion and prep.lower != "in":
            if args.subject is not None:
                self.targets.append(args.subject)
                self.verbs.append(verb)
                self.carried = True
            self._prepositions([pair for pair in args.preps if pair[1] is not self.noun], "X")
        elif verb.lemma in self.light.blame and prep.lower in ("of", "for", "over", "in"):
            self.sources.extend(args.objects[:1])
        elif prep.lower in ("in", "with", "by", "during", "through") and verb.lemma in _HARM and self.harms:
            victims = args.objects[:1] or ((args.subject,) if args.subject is not None else ())
            if args.passive or not args.objects:
                self._opponents()
            elif args.subject is not None:
                self.sources.append(args.subject)
            self.targets.extend(word for word in victims if word is not None)
            self.used.add(verb.i)
            if verb.dep == "conj" and verb.head.lemma in _HARM:
                self.used.add(verb.head.i)
                self.targets.extend(arguments(verb.head).objects[:1])
            self.carried = True
