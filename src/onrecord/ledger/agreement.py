"""How far two coders agree, beyond chance: Krippendorff's alpha for nominal data, by layer of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from onrecord.ledger.corrections import Correction, Layer
from onrecord.model.span import Span


class Agreement(NamedTuple):
    """`alpha` is 1 for full agreement and 0 for chance; None where it is not defined. `units` are the values that at least two coded."""

    layer: str
    alpha: float | None
    units: int
    coders: int


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha (nominal) over units, each the values that its coders gave. Units with fewer than two values do not count.

    None when there is no such unit, or all values are one. Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
    """
    together: Counter[tuple[Hashable, Hashable]] = Counter()
    pairs = 0.0
    observed = 0.0
    totals: Counter[Hashable] = Counter()
    for values in units:
        if len(values) < 2:
            continue
        totals.update(values)
        pairs += len(values)
        observed += sum(1 for a, b in permutations(values, 2) if a != b) / (len(values) - 1)
        together.update(permutations(values, 2))
    if pairs < 2:
        return None
    expected = sum(n * (pairs - n) for n in totals.values()) / (pairs - 1)
    return 1 - observed / expected if expected else None


def agreements(corrections: Iterable[Correction]) -> list[Agreement]:
    """Alpha for each layer that two coders or more have coded. A unit is a value (report, layer, span); what a coder says of it is accept,
    reject, or the value that it should be. A coder's latest word counts.
    """
    said: dict[Layer, dict[tuple[str, Span], dict[str, str]]] = {}
    for one in sorted(corrections, key=lambda x: x.when):
        verdict = bytes(one.value).decode() if one.action in ("change", "add") else one.action
        said.setdefault(one.layer, {}).setdefault((one.report, one.span), {})[one.who] = verdict
    return [_agreement(layer, units) for layer, units in sorted(said.items())]


def _agreement(layer: Layer, units: Mapping[tuple[str, Span], Mapping[str, str]]) -> Agreement:
    coded = [tuple(by[who] for who in sorted(by)) for by in units.values() if len(by) > 1]
    return Agreement(layer, alpha(coded), len(coded), len({who for by in units.values() for who in by}))
