"""Putting witnesses together: average linkage over the pair scores, which does not chain, with what a person has decided.

Two groups are joined while the mean probability over all pairs across them (0 for a pair never compared) is at least the threshold,
the likeliest first. The answer depends on the set of witnesses, scores and decisions only: ties go by id.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of witness ids that a person has put together, or apart. They stick whatever the scores say."""

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


@dataclass(slots=True)
class _Group:
    members: tuple[str, ...]
    sums: dict[int, float] = field(default_factory=dict)


def cluster(
    ids: Iterable[str], scores: Mapping[tuple[str, str], float], threshold: float, decisions: Decisions | None = None
) -> list[tuple[str, ...]]:
    """Groups of ids, each sorted, in order of their first id. `scores` has the probability of a pair under (smaller id, larger id)."""
    decided = decisions or Decisions()
    groups = _first_groups(sorted(set(ids)), decided)
    owner = {name: n for n, group in groups.items() for name in group.members}
    for (a, b), score in scores.items():
        m, n = owner.get(a), owner.get(b)
        if m is not None and n is not None and m != n:
            groups[m].sums[n] = groups[m].sums.get(n, 0.0) + score
            groups[n].sums[m] = groups[n].sums.get(m, 0.0) + score
    barred = {frozenset((owner[a], owner[b])) for a, b in decided.apart if a in owner and b in owner and owner[a] != owner[b]}
    _join(groups, barred, threshold)
    return sorted(tuple(sorted(group.members)) for group in groups.values())


def _first_groups(ids: Sequence[str], decided: Decisions) -> dict[int, _Group]:
    """One group an id, those that a person put together already joined."""
    head = {name: name for name in ids}

    def top(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    for a, b in sorted(decided.together):
        if a in head and b in head:
            low, high = sorted((top(a), top(b)))
            head[high] = low
    members: dict[str, list[str]] = {}
    for name in ids:
        members.setdefault(top(name), []).append(name)
    return {n: _Group(tuple(found)) for n, (_, found) in enumerate(sorted(members.items()))}


def _join(groups: dict[int, _Group], barred: set[frozenset[int]], threshold: float) -> None:
    """Joins the likeliest pair of groups again and again. A group is renumbered when it grows, so that old offers lapse."""
    fresh = len(groups)
    offers: list[tuple[float, tuple[str, ...], tuple[str, ...], int, int]] = []

    def offer(m: int, n: int) -> None:
        one, two = groups[m], groups[n]
        mean = one.sums[n] / (len(one.members) * len(two.members))
        if mean >= threshold and frozenset((m, n)) not in barred:
            first, second = sorted((one.members, two.members))
            heapq.heappush(offers, (-round(mean, 9), first, second, m, n))

    for m in sorted(groups):
        for n in sorted(groups[m].sums):
            if m < n:
                offer(m, n)
    while offers:
        *_, m, n = heapq.heappop(offers)
        if m not in groups or n not in groups:
            continue
        one, two = groups.pop(m), groups.pop(n)
        joined = _Group(tuple(sorted(one.members + two.members)))
        for other in sorted((set(one.sums) | set(two.sums)) - {m, n}):
            if other in groups:
                joined.sums[other] = one.sums.get(other, 0.0) + two.sums.get(other, 0.0)
                groups[other].sums[fresh] = joined.sums[other]
        barred |= {frozenset((fresh, other)) for other in groups if frozenset((m, other)) in barred or frozenset((n, other)) in barred}
        groups[fresh] = joined
        for other in sorted(joined.sums):
            offer(min(fresh, other), max(fresh, other))
        fresh += 1
