"""Tolls over time: every claim kept, later ones of a source in the place of earlier ones, disagreement shown and never averaged."""

from __future__ import annotations

from onrecord.ledger.claims import Claim, in_order, tallies
from onrecord.model.span import Span


def claim(source: str, low: int | None, high: int | None, said: str, report: str = "", kind: str = "killed", **more: object) -> Claim:
    name = report or f"{source}-{said}"
    given = {"of": None, "part": False, "denied": False, "since": None, "as_of": said, **more}
    return Claim(f"{name}/n1", name, source, kind, low, high, said, evidence=Span(0, 2), words=str(low), **given)  # type: ignore[arg-type]


def test_a_source_s_later_figure_takes_the_place_of_its_earlier_one() -> None:
    first, second, other = (
        claim("Ministry", 9, 9, "2031-05-06"),
        claim("the Ministry", 14, 14, "2031-05-08"),
        claim("Front", None, 5, "2031-05-07"),
    )
    ordered = in_order([second, other, first])
    assert [(c.low, c.superseded_by) for c in ordered] == [(9, "the Ministry-2031-05-08/n1"), (None, None), (14, None)]
    assert in_order([claim("Ministry", 14, 14, "2031-05-08"), first])[0].superseded_by == "Ministry-2031-05-08/n1"


def test_disagreement_is_kept_and_nothing_is_averaged() -> None:
    (tally,) = tallies([claim("Ministry", 14, None, "2031-05-08"), claim("Front", None, 5, "2031-05-08")])
    assert tally.disputed and tally.low is None and tally.high is None and (tally.least, tally.most) == (14, None)
    (agreed,) = tallies([claim("Ministry", 14, None, "2031-05-08"), claim("Clinic", 10, 30, "2031-05-08")])
    assert (agreed.low, agreed.high, agreed.disputed) == (14, 30, False)


def test_copies_count_once_and_parts_do_not_bound() -> None:
    one, copy = claim("Ministry", 9, 9, "2031-05-06", report="a"), claim("Ministry", 9, 9, "2031-05-06", report="b")
    part = claim("Ministry", 4, 4, "2031-05-06", report="c", part=True, of="children")
    (tally,) = tallies([one, copy, part], {"a": "a", "b": "a"})
    assert len(tally.claims) == 2 and (tally.low, tally.high) == (9, 9)


def test_kinds_and_people_are_lines_of_their_own() -> None:
    found = tallies(
        [claim("M", 9, 9, "2031-05-06"), claim("M", 30, 30, "2031-05-07", kind="injured"), claim("M", 2, 2, "2031-05-08", of="soldiers")]
    )
    assert [tally.kind for tally in found] == ["injured", "killed"]
    assert all(c.superseded_by is None for tally in found for c in tally.claims)
    assert tallies([]) == []
