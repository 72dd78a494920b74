"""One act told twice: a later event is tied to the earlier one that it repeats, so that tables count it once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from onrecord.model.record import Event, Relation

_BACK = 40
_DONE = frozenset(("actual", "ongoing"))


def repeats(events: Sequence[Event]) -> Iterable[Relation]:
    """`part_of` from each repeat to the act told before, with the repeat's own words as span. Looks back a bounded way: linear."""
    before: deque[Event] = deque(maxlen=_BACK)
    for event in events:
        for other in reversed(before):
            if _same(event, other):
                yield Relation("part_of", event.id, other.id, event.anchor)
                break
        before.append(event)


def _same(one: Event, other: Event) -> bool:
    """The same kind of act between the same people, nothing said against it."""
    if one.plover.event != other.plover.event or one.cameo[:2] != other.cameo[:2]:
        return False
    if one.status != other.status and not (one.status in _DONE and other.status in _DONE):
        return False
    if one.time is not None and other.time is not None and one.time != other.time:
        return False
    if one.place is not None and other.place is not None and one.place != other.place:
        return False
    shared = [bool(set(a) & set(b)) for a, b in ((one.sources, other.sources), (one.targets, other.targets)) if a and b]
    return bool(shared) and all(shared) and (len(shared) == 2 or not (one.targets or other.targets))
