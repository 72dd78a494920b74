"""The registry: one entry an actor, proposals to merge, and what people decide."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace
from tests.store.made import TEXT, actor, record

from onrecord.ledger.names import compared
from onrecord.ledger.registry import SURE, registry
from onrecord.model.record import Record


def with_name(name: str, number: int, roles: tuple[str, ...] = ()) -> Record:
    """A report in which the minister bears another name."""
    text = TEXT.replace("Ada Brol", name) + f" Report {number}."
    base = record(text=TEXT + f" Report {number}.", key=str(number), published=f"2031-05-{number:02d}")
    brol = replace(actor("a4", name, name, "person", "EST", text=text), roles=roles, of="a2")
    document = replace(base.document, text=text, id=f"{number:064d}")
    return replace(base, document=document, actors=(*base.actors[:3], brol))


def test_the_same_person_is_one_entry_with_aliases_and_offices() -> None:
    found = registry(
        [with_name("Ada Brol", 1, ("minister",)), with_name("Ada Brol", 9, ("minister",)), with_name("Ada Bröl", 4, ("envoy",))]
    )
    (brol,) = [e for e in found.entries if e.name == "Ada Brol"]
    assert brol.reports == 3 and {name for name, _ in brol.aliases} == {"Ada Brol", "Ada Bröl"}
    assert [(o.role, o.of, o.first, o.last) for o in brol.offices] == [
        ("minister", "Estavia", "2031-05-01", "2031-05-09"),
        ("envoy", "Estavia", "2031-05-04", "2031-05-04"),
    ]


def test_a_part_of_a_name_is_proposed_and_not_applied() -> None:
    given = [with_name("Ada Brol", 1), with_name("Brol", 2)]
    found = registry(given)
    (proposal,) = found.proposals
    assert proposal.score < SURE and not proposal.applied and proposal.why
    names = lambda entries: sorted(e.name for e in entries if e.kind == "person")  # noqa: E731
    assert names(found.entries) == ["Ada Brol", "Brol"]
    assert names(registry(given, together=[("Ada Brol", "Brol")]).entries) == ["Ada Brol"]
    assert registry(given, apart=[("Ada Brol", "Brol")]).proposals == ()


def test_the_order_of_the_records_does_not_matter() -> None:
    given = [with_name(name, n) for n, name in enumerate(("Ada Brol", "Brol", "Ada Brole", "A. Brol", "Ida Brol", "Ada Marr"), 1)]
    first = registry(given)
    for seed in range(5):
        random.Random(seed).shuffle(given)
        assert registry(given) == first


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ("River Front for Freedom", "RFF", 0.7, 0.9), ("Tel Rifaat", "Tal Rifat", 0.65, 0.75), ("Ada Brol", "Ada Brol", 0.9, 1.0),
        ("Ada Brol", "Ida Brol", 0.4, 0.6), ("Ada Brol", "Ada Marr", 0.0, 0.1), ("Estavia", "Norland", 0.0, 0.0), ("", "", 0.0, 1.0),
    ],
)  # fmt: skip
def test_names_compared(a: str, b: str, low: float, high: float) -> None:
    assert low <= compared(a).likeness(compared(b))[0] <= high
    assert compared(a).likeness(compared(b)) == compared(b).likeness(compared(a))
