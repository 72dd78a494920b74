"""How a frame is written: one line that reads like the sentence it stands for.

    S attack T                      subject is the source, object the target (active or passive: grammar sees to that)
    S open fire (on|at T)           a fixed object; a part in brackets may be absent
    S sign X:pact (with T)          object must be of the set `pact` (sets.toml); X plays no part in the event
    T come under attack (from S)    the subject is the target
    S carry+out T:who               `+` joins a particle
    S call for X+                   `+` after X: the act named there decides the code (an appeal for *aid* is 023)
    S offer V                       V: an infinitive or gerund ("to mediate"); C: any clause ("that it would mediate")

Words are lemmas; `a|b` are alternatives. A role may carry conditions: `T:who|place`, `X:!sport`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal["S", "T", "X", ""]
Place = Literal["subject", "object", "prep", "clause"]

_TOKENS = re.compile(r"\(|\)|[^\s()]+")
_ROLES: dict[str, Role] = {"S": "S", "T": "T", "X": "X"}
_ROLE = re.compile(r"([STX])(\+?)(?::(\S+))?$")
PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind between beyond by concerning despite down during "
    "for from in inside into near of off on onto out outside over past regarding round since through throughout to toward towards "
    "under until unto up upon via with within without".split()
)


class PatternError(ValueError):
    """A pattern that cannot be read, in words for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a pattern. `words`: the lemmas that may head it (empty: any); `where`: names of conditions, any of which will do."""

    place: Place
    role: Role = ""
    preps: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    where: tuple[str, ...] = ()
    optional: bool = False
    composes: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Verbs, each with its particle or "", and their slots. The verb "be" has its adjective or noun as an object slot."""

    verbs: tuple[tuple[str, str], ...]
    slots: tuple[Slot, ...]

    @property
    def bare(self) -> bool:
        """Has a preposition's object to fill but no place for an object of its own: "travel to T" is not "return the keys to T"."""
        places = [slot.place for slot in self.slots]
        must = any(slot.place == "prep" and not slot.optional for slot in self.slots)
        return must and "object" not in places and "clause" not in places

    @property
    def names_target(self) -> bool:
        """Has a place for a target: "urge T V" speaks of what someone else does, "plan V" of what the subject does."""
        return any(slot.role == "T" for slot in self.slots)

    @property
    def weight(self) -> int:
        """How much a match of this pattern says: fixed words and conditions count more than open slots."""
        fixed = sum(
            2 * bool(slot.words) + any(not name.startswith("!") for name in slot.where) + (slot.place == "prep" and not slot.optional)
            for slot in self.slots
        )
        return 1 + fixed + sum(slot.place == "clause" for slot in self.slots)


def parse_pattern(text: str) -> Pattern:
    """Reads one pattern. Raises PatternError saying what is wrong with it."""
    tokens = _TOKENS.findall(text)
    if len(tokens) < 2:
        raise PatternError(f"{text!r}: write at least a subject and a verb, as in 'S attack T'")
    subject = _role(tokens[0], "subject", text)
    verbs = tuple((verb, particle) for verb, _, particle in (word.partition("+") for word in tokens[1].split("|")))
    slots = [subject, *_slots(tokens[2:], text)]
    if sum(slot.place == "object" for slot in slots) > 2:
        raise PatternError(f"{text!r}: more than two objects")
    return Pattern(verbs, tuple(slots))


def _slots(tokens: list[str], text: str) -> list[Slot]:
    slots: list[Slot] = []
    optional, preps = False, frozenset[str]()
    for token in tokens:
        if token == "(":  # noqa: S105
            optional = True
        elif token == ")":  # noqa: S105
            optional = False
        elif token in ("V", "C"):
            slots.append(Slot("clause", "X", preps, where=(token,), optional=optional, composes=True))
            preps = frozenset()
        elif set(token.split("|")) <= PREPOSITIONS:
            preps = frozenset(token.split("|"))
        else:
            slots.append(_filled(token, preps, optional, text))
            preps = frozenset()
    if preps:
        raise PatternError(f"{text!r}: the preposition {'|'.join(sorted(preps))!r} has no object")
    return slots


def _filled(token: str, preps: frozenset[str], optional: bool, text: str) -> Slot:
    place: Place = "prep" if preps else "object"
    if _ROLE.match(token):
        slot = _role(token, place, text)
        return Slot(place, slot.role, preps, where=slot.where, optional=optional, composes=slot.composes)
    if not re.fullmatch(r"[a-z0-9|'-]+", token):
        raise PatternError(f"{text!r}: {token!r} is neither a role (S, T, X), a clause (V, C) nor a word in small letters")
    return Slot(place, "", preps, words=frozenset(token.split("|")), optional=optional)


def _role(token: str, place: Place, text: str) -> Slot:
    match = _ROLE.match(token)
    if match is None:
        raise PatternError(f"{text!r}: {token!r} should be a role: S (source), T (target) or X (neither), with conditions after a colon")
    role, plus, where = _ROLES[match.group(1)], match.group(2), match.group(3)
    return Slot(place, role, where=tuple((where or "").split("|")) if where else (), composes=bool(plus))
