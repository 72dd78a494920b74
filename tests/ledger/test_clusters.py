"""Clusters and incidents: the same set gives the same groups, whatever the order; decisions of people stick; nothing chains."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ledger.clusters import Decisions, cluster
from onrecord.ledger.days import Clue
from onrecord.ledger.history import Collection, History
from onrecord.ledger.pairs import Scales, shipped_weights
from onrecord.ledger.witness import Spot, Witness
from onrecord.ledger.words import Counts, Rarity

DAYS = ("2031-05-05", "2031-05-06", "2031-05-09")
WEEKDAYS = (0, 1, 4)
TOWNS = ("Calmouth", "Harrow Bay", "Dunmere")


def witness(number: int, day: int, town: int, words: tuple[int, ...], told: str = "date") -> Witness:
    """A strike on a day in a town, told in some of eight words, with its date, with a weekday alone, or (`told` is "") without either."""
    said = {f"word{n}": 1.0 for n in words}
    iso = DAYS[day]
    return Witness(
        report=f"r{number:03d}",
        events=("e1",),
        published=iso if told == "date" else None,
        outlet=f"outlet {number % 5}",
        words=said,
        names={f"name{n}": 1.0 for n in words[:2]} | {TOWNS[town].lower(): 1.0},
        days={"date": (Clue(1.0, iso, iso, iso[5:], WEEKDAYS[day]),), "weekday": (Clue(1.0, weekday=WEEKDAYS[day]),)}.get(told, ()),
        spots=(Spot(TOWNS[town], 1.0, False, "EST", 10.0 + town, 5.0),),
        sources=("EST",),
        targets=("rvrfrnt",),
        acts={"ASSAULT": 1.0},
        figures=(),
    )


WITNESSES = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 2),
        st.lists(st.integers(0, 7), min_size=1, max_size=6, unique=True),
        st.sampled_from(("date", "date", "weekday", "")),
    ),
    min_size=2,
    max_size=14,
).map(lambda given: [witness(n, day, town, tuple(sorted(words)), told) for n, (day, town, words, told) in enumerate(given)])


@settings(max_examples=60, deadline=None)
@given(WITNESSES, st.randoms(use_true_random=False), st.integers(0, 3))
def test_the_order_of_arrival_does_not_matter(witnesses: list[Witness], chance: object, often: int) -> None:
    collection = Collection(Rarity(Counts()), Scales())
    straight = History(collection)
    straight.add(witnesses)
    mixed = list(witnesses)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    other = History(collection)
    for n, one in enumerate(mixed):
        other.add([one])
        if often and n % often == 0:
            other.incidents()
    assert other.incidents() == straight.incidents()


@settings(max_examples=40, deadline=None)
@given(WITNESSES, st.integers(0, 13))
def test_a_report_taken_away_and_brought_back_changes_nothing(witnesses: list[Witness], number: int) -> None:
    history = History(Collection(Rarity(Counts()), Scales()))
    history.add(witnesses)
    before = history.incidents()
    gone = witnesses[number % len(witnesses)]
    history.remove([gone.id])
    assert all(gone.id not in group for group in history.incidents())
    fresh = History(Collection(Rarity(Counts()), Scales()))
    fresh.add(one for one in witnesses if one is not gone)
    assert history.incidents() == fresh.incidents()
    history.add([gone])
    assert history.incidents() == before


def test_the_same_act_is_one_incident_and_another_day_is_not() -> None:
    history = History(Collection(Rarity(Counts()), Scales()))
    history.add([witness(1, 0, 0, (1, 2, 3, 4)), witness(2, 0, 0, (1, 2, 3, 5)), witness(3, 2, 0, (1, 2, 3, 4))])
    assert history.incidents() == [("r001/e1", "r002/e1"), ("r003/e1",)]
    assert history.probability("r001/e1", "r002/e1") >= shipped_weights().threshold > history.probability("r001/e1", "r003/e1")


@settings(max_examples=80, deadline=None)
@given(st.integers(2, 9), st.randoms(use_true_random=False))
def test_what_a_person_decides_sticks(size: int, chance: object) -> None:
    ids = [f"w{n}" for n in range(size)]
    scores = {pair: chance.random() for pair in combinations(ids, 2)}  # type: ignore[attr-defined]
    pairs = sorted(scores)
    together, apart = pairs[0], pairs[-1]
    decided = Decisions(frozenset({together}), frozenset({apart}) if apart != together else frozenset())
    groups = cluster(ids, scores, 0.5, decided)
    home = {name: group for group in groups for name in group}
    assert sorted(home) == ids
    assert home[together[0]] == home[together[1]]
    if apart != together:
        assert home[apart[0]] != home[apart[1]]


def test_a_chain_does_not_become_one_incident() -> None:
    ids = [f"w{n}" for n in range(6)]
    scores = {(a, b): 0.9 if int(b[1]) - int(a[1]) == 1 else 0.02 for a, b in combinations(ids, 2)}
    assert max(len(group) for group in cluster(ids, scores, 0.5)) <= 2


def test_a_report_without_a_date_finds_the_dated_one_by_its_weekday() -> None:
    dated, friday, undated = (
        witness(0, 2, 0, (1, 2, 3, 4)),
        witness(1, 2, 0, (1, 2, 3, 4), "weekday"),
        witness(2, 0, 0, (1, 2, 3, 4), "weekday"),
    )
    for order in ((dated, friday, undated), (undated, friday, dated)):
        history = History(Collection(Rarity(Counts()), Scales()))
        history.add(order)
        assert [set(group) for group in history.incidents()] == [{dated.id, friday.id}, {undated.id}]


def test_two_strikes_told_alike_without_any_day_are_not_one() -> None:
    one, two = witness(0, 0, 0, (1, 2), ""), witness(1, 0, 0, (3, 4), "")
    history = History(Collection(Rarity(Counts()), Scales()))
    history.add([one, two])
    assert len(history.incidents()) == 2
