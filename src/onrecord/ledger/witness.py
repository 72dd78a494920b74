"""What one report has to say about one act: the act's values, and the words around it, ready to be held against another report's.

Words count by their distance from the act: those of its own clause fully, those 700 characters away by a third. A report as a whole is
a witness of what its title and first sentences tell.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

import msgspec

from onrecord.ledger.days import Clue, clue
from onrecord.ledger.prose import pieces
from onrecord.ledger.words import WORD_KEPT, Token, sound, stem, tokens
from onrecord.model.record import Actor, Event, Record, Toll
from onrecord.model.span import Span

FADE = 700.0
"""Characters over which the weight of a word falls to a third."""
FAR = 3000.0
STATES = frozenset(("state", "government", "military", "police"))


class Spot(msgspec.Struct, frozen=True):
    """A place near the act. `key` is the gazetteer's number or the sound of the name; `wide` marks countries and regions."""

    key: str
    weight: float
    wide: bool
    country: str | None
    latitude: float | None
    longitude: float | None


class Figure(msgspec.Struct, frozen=True):
    """A toll near the act."""

    kind: str
    low: int | None
    high: int | None
    weight: float


class Witness(msgspec.Struct, frozen=True):
    """One report on one act. `events` are the ids in the report's record, first the one that leads; empty for a report as a whole."""

    report: str
    events: tuple[str, ...]
    published: str | None
    outlet: str
    words: dict[str, float]
    names: dict[str, float]
    days: tuple[Clue, ...]
    spots: tuple[Spot, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    acts: dict[str, float]
    figures: tuple[Figure, ...]

    @property
    def act(self) -> str:
        """The PLOVER event that weighs most here; empty when no event was read."""
        return max(self.acts, key=lambda name: (self.acts[name], name), default="")

    @property
    def id(self) -> str:
        """The report's id and the leading event's: what the witness is known by."""
        return f"{self.report}/{self.events[0]}" if self.events else self.report


def actor_keys(actor: Actor) -> tuple[str, ...]:
    """What an actor is recognised by in another report: the country of a state, else the sounds of its name."""
    if actor.country and actor.kind in STATES:
        return (actor.country,)
    sounds = tuple(sorted({sound(t.form) for t in tokens(actor.name) if t.form[0].isupper() and len(t.form) > 2} - {""}))
    return sounds or ((actor.country,) if actor.country else ())


def contradict(a: Collection[str], b: Collection[str]) -> bool:
    """Whether the keys of two reports' actors cannot be those of one: both named, and nothing shared.

    A country against a group without one is no contradiction: who strikes a group's camp strikes something in its country.
    """
    one, two = set(a), set(b)
    if not one or not two or one & two:
        return False
    lands = [{key for key in keys if len(key) == 3 and key.isupper()} for keys in (one, two)]
    return bool(lands[0] and lands[1]) or bool(one - lands[0] and two - lands[1])


class Sight:
    """A record laid out by its telling words, so that a witness of any of its acts is made without reading it again."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors = {actor.id: actor for actor in record.actors}
        self.times = {time.id: time for time in record.times}
        self.places = {place.id: place for place in record.places}
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._at: list[int] = []
        self._tokens: list[tuple[int, Token]] = []
        position = 0
        for piece in pieces(record.document):
            if piece.start >= 0:
                self._starts.append(piece.start)
                self._ends.append(piece.start + len(piece.words))
                self._at.append(position)
            self._tokens += [(position + token.start, token) for token in tokens(piece.words)]
            position += len(piece.words) + 2
        self._offsets = [at for at, _ in self._tokens]

    def position(self, span: Span) -> int | None:
        """Where a span stands among the telling words; None when it is not among them."""
        n = bisect_right(self._starts, span[0]) - 1
        return self._at[n] + span[0] - self._starts[n] if n >= 0 and span[0] < self._ends[n] else None

    def lead(self) -> Witness:
        """The report as a witness of what it is about."""
        return self._witness((), 0)

    def scene(self, events: Sequence[Event]) -> Witness:
        """The report as a witness of one act, which these events of it name; the first leads."""
        at = self.position(events[0].anchor)
        return self._witness(tuple(events), at if at is not None else 0)

    def _witness(self, events: tuple[Event, ...], at: int) -> Witness:
        words: dict[str, float] = {}
        names: dict[str, float] = {}
        first, last = bisect_right(self._offsets, at - FAR), bisect_right(self._offsets, at + FAR)
        for position, token in self._tokens[first:last]:
            weight = _fade(position - at)
            root = stem(token.form)
            words[root] = words.get(root, 0.0) + weight
            if token.form[0].isupper() and len(token.form) > 2:
                name = sound(token.form)
                names[name] = names.get(name, 0.0) + weight
        own = events or self.record.events
        return Witness(
            report=self.record.document.id,
            events=tuple(event.id for event in events),
            published=self.record.document.published,
            outlet=(self.record.document.outlet or self.record.document.url or "").casefold().removeprefix("www."),
            words=_strongest(words),
            names=_strongest(names),
            days=self._days(at, events),
            spots=self._spots(at, events),
            sources=self._roles(own, at, sources=True, scene=bool(events)),
            targets=self._roles(own, at, sources=False, scene=bool(events)),
            acts={events[0].plover.event: 1.0} if events else self._acts(own, at),
            figures=self._figures(at, events),
        )

    def _weight(self, span: Span, at: int) -> float:
        position = self.position(span)
        return 0.0 if position is None or abs(position - at) > FAR else _fade(position - at)

    def _days(self, at: int, events: tuple[Event, ...]) -> tuple[Clue, ...]:
        own = {event.time for event in events}
        found = []
        for time in self.record.times:
            weight = 1.0 if time.id in own else self._weight(time.span, at)
            dated = self.record.document.published is not None
            given = clue(time, self.record.words(time.span), weight, published=dated) if weight > 0.02 else None
            if given:
                found.append(given)
        return tuple(found)

    def _spots(self, at: int, events: tuple[Event, ...]) -> tuple[Spot, ...]:
        own = {event.place for event in events}
        best: dict[str, Spot] = {}
        for place in self.record.places:
            weight = 1.0 if place.id in own else self._weight(place.span, at)
            key = str(place.geonames) if place.geonames else sound(place.name)
            if weight > 0.02 and key and (key not in best or best[key].weight < weight):
                wide = place.kind in ("country", "region", "water")
                best[key] = Spot(key, round(weight, 4), wide, place.country, place.latitude, place.longitude)
        return tuple(sorted(best.values(), key=lambda spot: (-spot.weight, spot.key)))[:12]

    def _roles(self, events: Iterable[Event], at: int, *, sources: bool, scene: bool) -> tuple[str, ...]:
        """The keys of those who act, or are acted on, in events near the act."""
        found: set[str] = set()
        for event in events:
            if scene or self._weight(event.anchor, at) > 0.2:
                for name in event.sources if sources else event.targets:
                    found.update(actor_keys(self.actors[name]))
        return tuple(sorted(found))

    def _acts(self, events: Iterable[Event], at: int) -> dict[str, float]:
        found: dict[str, float] = {}
        for event in events:
            weight = self._weight(event.anchor, at)
            if weight > 0.02:
                found[event.plover.event] = found.get(event.plover.event, 0.0) + weight
        return _strongest(found)

    def _figures(self, at: int, events: tuple[Event, ...]) -> tuple[Figure, ...]:
        own = {event.id for event in events}
        found = []
        for toll in self.record.tolls:
            other = bool(own) and toll.event is not None and toll.event not in own
            weight = 1.0 if toll.event in own else self._weight(toll.span, at)
            if weight > 0.05 and not toll.cumulative and not other:
                found.append(_figure(toll, weight))
        return tuple(found)


def _figure(toll: Toll, weight: float) -> Figure:
    return Figure(toll.kind, toll.low, toll.high, round(weight, 4))


def _fade(distance: float) -> float:
    return math.exp(-abs(distance) / FADE)


def _strongest(weights: dict[str, float]) -> dict[str, float]:
    """The strongest in order of strength, so that equal witnesses are equal bytes."""
    kept = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:WORD_KEPT]
    return {key: round(weight, 4) for key, weight in kept if key}
