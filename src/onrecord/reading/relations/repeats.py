"""One act told twice: a later event is tied to the earlier one that it repeats, so that tables count it once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model.record import Event, Place, Relation, Time

_BACK = 40
_DONE = frozenset(("actual", "ongoing"))


def repeats(events: Sequence[Event], times: Sequence[Time], places: Sequence[Place]) -> Iterable[Relation]:
    """`part_of` from each repeat to the act told before, with the repeat's own words as span. Looks back a bounded way: linear."""
    days = {time.id: time.value for time in times}
    names = {place.id: place.name for place in places}
    before: deque[Event] = deque(maxlen=_BACK)
    for event in events:
        for other in reversed(before):
            if _same(event, other) and not (_apart(event.time, other.time, days) or _apart(event.place, other.place, names)):
                yield Relation("part_of", event.id, other.id, event.anchor)
                break
        before.append(event)


def _apart(one: str | None, other: str | None, said: Mapping[str, str | None]) -> bool:
    """Two times or places, when both are given, that are not the same by what they say: each has an id for every time it is named."""
    return one is not None and other is not None and said[one] != said[other]


def _same(one: Event, other: Event) -> bool:
    """The same kind of act between the same people, nothing said against it."""
    if one.plover.event != other.plover.event or one.cameo[:2] != other.cameo[:2]:
        return False
    if one.status != other.status and not (one.status in _DONE and other.status in _DONE):
        return False
    shared = [bool(set(a) & set(b)) for a, b in ((one.sources, other.sources), (one.targets, other.targets)) if a and b]
    return bool(shared) and all(shared) and (len(shared) == 2 or not (one.targets or other.targets))
