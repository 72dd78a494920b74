"""The acts that one report tells of: its events, those that name the same act put together."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.ledger.witness import actor_keys, contradict
from onrecord.model.record import Event, Record

TOLD = frozenset(("actual", "ongoing", "denied"))
"""Only what is said to have happened, or denied, can be an incident; what was offered or threatened is mediation's and the reader's."""
NEAR = 600
"""Code points within which two mentions that share nothing else but their kind may be one act."""


def scenes(record: Record) -> list[tuple[Event, ...]]:
    """Groups of a record's events, in order of their first event; the first of each leads.

    Two events are one act when they are of one kind, nothing that both state differs (who, to whom, day, place), and they share an
    actor, a place or a toll, or stand close together.
    """
    facts = _Facts(record)
    groups: list[list[Event]] = []
    for event in record.events:
        if event.status not in TOLD:
            continue
        for group in groups:
            if all(facts.may_be_one(event, other) for other in group) and any(facts.share(event, other) for other in group):
                group.append(event)
                break
        else:
            groups.append([event])
    return [tuple(sorted(group, key=lambda e: (-facts.worth(e), e.anchor))) for group in groups]


class _Facts:
    """What a record's events state, by event, ready to be compared."""

    def __init__(self, record: Record) -> None:
        self.keys = {actor.id: frozenset(actor_keys(actor)) for actor in record.actors}
        self.days = {time.id: (time.begin, time.end) for time in record.times}
        self.places = {place.id: (place.geonames or place.name, place.kind in ("country", "region", "water")) for place in record.places}
        self.tolls = {toll.event for toll in record.tolls if toll.event}

    def worth(self, event: Event) -> int:
        """How much of who, whom, when, where and how many an event states itself."""
        return sum((bool(event.sources), bool(event.targets), event.time is not None, event.place is not None, event.id in self.tolls))

    def may_be_one(self, a: Event, b: Event) -> bool:
        if a.plover.event != b.plover.event or (a.statement != b.statement and "denied" in (a.status, b.status)):
            return False
        if self._differ(a.sources, b.sources) or self._differ(a.targets, b.targets):
            return False
        one, two = (self.days.get(event.time or "", (None, None)) for event in (a, b))
        if one[0] and two[0] and one != two and ((one[1] or one[0]) < two[0] or (two[1] or two[0]) < one[0]):
            return False
        here, there = self.places.get(a.place or ""), self.places.get(b.place or "")
        return here is None or there is None or here == there or here[1] or there[1]

    def share(self, a: Event, b: Event) -> bool:
        """Something positive that ties them."""
        if self._all(a.sources) & self._all(b.sources) and self._all(a.targets) & self._all(b.targets):
            return True
        if a.place is not None and b.place is not None and self.places[a.place] == self.places[b.place]:
            return True
        # what stands close together and states nothing that differs is one act, unless it is of nobody on either side
        return abs(a.anchor[0] - b.anchor[0]) <= NEAR

    def _differ(self, a: Iterable[str], b: Iterable[str]) -> bool:
        return contradict(self._all(a), self._all(b))

    def _all(self, actors: Iterable[str]) -> frozenset[str]:
        return frozenset(key for actor in actors for key in self.keys[actor])
