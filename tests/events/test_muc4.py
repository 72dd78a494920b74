"""How the strings of MUC-4 are matched to actors."""

from __future__ import annotations

from onrecord.evaluation.muc4 import matched, meet


def test_a_string_meets_an_actor_by_its_last_word_or_when_one_holds_the_other() -> None:
    assert meet(frozenset(("peasant leader",)), frozenset(("the leader",)))
    assert meet(frozenset(("embassy",)), frozenset(("the embassy of peru",)))
    assert not meet(frozenset(("power station",)), frozenset(("station guards",)))


def test_each_actor_serves_one_entity() -> None:
    entities = [frozenset(("two soldiers",)), frozenset(("soldiers",))]
    assert matched(entities, [frozenset(("the soldiers",))]) == 1
    assert matched(entities, [frozenset(("the soldiers",)), frozenset(("four soldiers",))]) == 2
