"""One figure counts one thing: the strongest word of harm decides; two of equal strength that share their victims join."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.record import TollKind
from onrecord.reading.tolls.count import Counted
from onrecord.vocabulary.lists import word_list

_NEAR = 3
_DYING = word_list("counts", "choose.dying")
_JOINT: dict[frozenset[TollKind], TollKind] = {
    frozenset(("killed", "injured")): "killed_or_injured",
    frozenset(("killed", "injured", "killed_or_injured")): "killed_or_injured",
    frozenset(("killed", "killed_or_injured")): "killed_or_injured",
    frozenset(("injured", "missing")): "injured_or_missing",
}


def choose(found: list[Counted]) -> list[Counted]:
    """The counts with one reading a figure, in order of text."""
    by_figure: dict[tuple[int, int], list[Counted]] = {}
    for one in found:
        by_figure.setdefault((one.figure.first, one.figure.last), []).append(one)
    out: list[Counted] = []
    for _, rivals in sorted(by_figure.items()):
        out.append(_best(rivals))
    return [one for n, one in enumerate(out) if not (n and (_inside(one, out[n - 1]) or _restates(one, out[n - 1])))]


def _best(rivals: list[Counted]) -> Counted:
    top = max(one.weight for one in rivals)
    best = [one for one in rivals if one.weight == top]
    part = [one for one in rivals if one.whole is not None]
    if part and all(one.whole is not None or any(one.trigger is other.trigger for other in part) for one in best):
        best = part
    if best is not part and part and part[0].kind == "killed_or_injured" and best[0].kind in ("killed", "injured"):
        best = [replace(one, whole=one.whole or part[0].whole) for one in best if one.kind != "killed_or_injured"]
    kinds = frozenset(one.kind for one in best)
    chosen = min(best, key=lambda one: (one.trigger.dep in ("acl", "relcl"), abs(one.trigger.i - one.figure.first)))
    if chosen.figure.number == 1 and any(one.trigger.lemma.lower() in _DYING for one in best):
        return replace(chosen, kind="killed")
    joint = _JOINT.get(kinds) if len(kinds) > 1 and _coordinated(best) else None
    return replace(chosen, kind=joint) if joint else chosen


def _coordinated(best: list[Counted]) -> bool:
    """The words of harm stand side by side, joined by "and" or "or"."""
    triggers = {one.trigger.i: one.trigger for one in best}
    return any(word.dep == "conj" and word.head.i in triggers for word in triggers.values())


def _restates(one: Counted, before: Counted) -> bool:
    """ "two million, about a tenth of the population": the same people again."""
    again = one.figure.qualifier == "fraction" and one.whole is None and one.trigger is before.trigger
    return again and one.figure.first - before.figure.last <= _NEAR and one.head.dep != "conj"


def _inside(one: Counted, before: Counted) -> bool:
    return one.figure.first < before.figure.last
