"""The mediation ledger: where a mediation stands, step by step, from acts told in any order by several reports."""

from __future__ import annotations

import random

import pytest

from onrecord.ledger.mediation import Source, Step, Told, folded, initiatives
from onrecord.ledger.mediation_states import MOVES, State, next_state
from onrecord.model.record import EventStatus, MediationActKind, MediationSubject
from onrecord.model.span import Span


def told(
    day: str, act: MediationActKind, report: str, *, by: str = "Norland", parties: tuple[str, ...] = ("Estavia", "River Front"),
    status: EventStatus = "actual", own_day: bool = True, subject: MediationSubject = "ceasefire", until: str | None = None,
    terms: tuple[str, ...] = (),
) -> Told:  # fmt: skip
    step = Step(day, act, subject, (by,) if by else (), parties, status, terms, until, None, None, (Source(report, "m1", Span(0, 3), act),))
    return Told(step, own_day, (by,) if by else (), (), frozenset({by} if by else ()), frozenset(parties))


WEEK = [
    told("2031-05-05", "offer", "r1"),
    told("2031-05-06", "accept", "r2", by="", parties=("Estavia",)),
    told("2031-05-07", "accept", "r3", by="", parties=("River Front",)),
    told("2031-05-08", "talks", "r4"),
    told("2031-05-09", "agree", "r5", until="2031-05-12", terms=("a truce of three days",)),
    told("2031-05-11", "violate", "r6", by="", parties=("River Front", "Estavia")),
]


def test_one_mediation_from_offer_to_truce_to_violation() -> None:
    (one,) = initiatives(WEEK)
    assert [(s.day, s.act, s.state) for s in one.steps] == [
        ("2031-05-05", "offer", "offered"),
        ("2031-05-06", "accept", "accepted"),
        ("2031-05-07", "accept", "accepted"),
        ("2031-05-08", "talks", "talks"),
        ("2031-05-09", "agree", "agreed"),
        ("2031-05-11", "violate", "violated"),
    ]
    assert one.state == "violated" and one.third_parties == ("Norland",) and one.terms == ("a truce of three days",)
    assert one.accepted_by == ("Estavia", "River Front") and (one.first_day, one.last_day) == ("2031-05-05", "2031-05-11")


def test_the_order_of_the_reports_does_not_matter() -> None:
    for seed in range(8):
        mixed = list(WEEK)
        random.Random(seed).shuffle(mixed)
        assert initiatives(mixed) == initiatives(WEEK)


def test_a_truce_of_stated_length_runs_out() -> None:
    agreed = WEEK[:5]
    assert initiatives(agreed, today="2031-05-11")[0].state == "agreed"
    assert initiatives(agreed, today="2031-05-13")[0].state == "expired"
    assert initiatives(agreed)[0].until == "2031-05-12"


def test_what_a_report_recalls_is_evidence_and_no_step_back() -> None:
    recalled = told("2031-05-08", "offer", "r9", own_day=False)
    (one,) = initiatives([*WEEK[:4], recalled])
    assert [s.act for s in one.steps] == ["offer", "accept", "accept", "talks"] and one.state == "talks"
    assert [x.report for x in one.steps[0].sources] == ["r1", "r9"]


def test_what_is_denied_or_only_possible_moves_nothing() -> None:
    (one,) = initiatives(
        [WEEK[0], told("2031-05-06", "agree", "r2", status="possible"), told("2031-05-06", "accept", "r3", status="denied")]
    )
    assert one.state == "offered" and [s.moved for s in one.steps] == [True, False, False]


def test_other_parties_and_other_times_are_other_initiatives() -> None:
    assert len(initiatives([WEEK[0], told("2031-05-06", "offer", "r7", by="Sudmark", parties=("Ostrel", "Vennia"))])) == 2
    assert len(initiatives([WEEK[0], told("2031-08-20", "offer", "r8")])) == 2
    assert len(initiatives([WEEK[0], told("2031-05-06", "offer", "r9", subject="prisoners")])) == 2
    assert initiatives([]) == []


@pytest.mark.parametrize("act", list(MOVES))
def test_the_machine_leads_only_to_known_states(act: MediationActKind) -> None:
    known = {None, *State.__args__}  # type: ignore[attr-defined]
    assert set(MOVES[act]) <= known and set(MOVES[act].values()) <= known
    assert next_state(None, act, "actual") is not None
    assert next_state(None, act, "denied") is None


def test_talks_that_are_told_with_their_host_are_one_step() -> None:
    hosted = told("2031-05-08", "host", "r1", parties=())
    talks = told("2031-05-08", "talks", "r1", by="")
    (one,) = folded([talks, hosted])
    assert (one.step.act, one.step.by, one.step.parties) == ("host", ("Norland",), ("Estavia", "River Front"))
    assert len(folded([talks, told("2031-05-07", "host", "r1")])) == 2
    assert len(folded([talks, told("2031-05-08", "host", "r1", parties=("Ostrel",))])) == 2


def test_who_brokered_a_truce_is_told_with_it() -> None:
    (one,) = folded([told("2031-05-09", "broker", "r1", parties=()), told("2031-05-09", "agree", "r1", by="")])
    assert (one.step.act, one.step.by, one.third_parties) == ("agree", ("Norland",), ("Norland",))
