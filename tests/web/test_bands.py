"""Claims as bands: how long each holds, and what all that stand allow."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.ledger.claims import Claim
from onrecord.model.span import Span
from onrecord.web.pages.bands import drawn_claims


def claim(name: str, source: str, said: str, low: int | None, high: int | None, kind: str = "killed") -> Claim:
    return Claim(f"{name}/n1", name, source, kind, low, high, said, None, said, "people", Span(3, 9), "words", part=False, denied=False)


def test_a_band_ends_when_its_source_says_otherwise_and_else_with_the_picture() -> None:
    group = [
        claim("a", "ministry", "2031-03-01", 5, 5),
        claim("b", "army", "2031-03-02", 4, 4),
        claim("c", "ministry", "2031-03-04", 9, None),
    ]
    found = drawn_claims([group], None)
    held = {(band.source, band.day): (band.until, band.standing) for band in found.bands}
    assert held[("ministry", "2031-03-01")] == ("2031-03-04", False)
    assert held[("ministry", "2031-03-04")] == ("2031-03-05", True)
    assert held[("army", "2031-03-02")] == ("2031-03-05", True)
    assert found.disputed and (found.low, found.high) == (None, None), "4 and at least 9 contradict each other"


def test_claims_on_different_things_do_not_end_each_other() -> None:
    found = drawn_claims([[claim("a", "ministry", "2031-03-01", 5, 5)], [claim("b", "ministry", "2031-03-09", 7, 7)]], None)
    assert [(band.day, band.until, band.standing) for band in found.bands] == [
        ("2031-03-01", "2031-03-02", True), ("2031-03-09", "2031-03-10", True),
    ]  # fmt: skip
    assert (found.low, found.high, found.disputed) == (None, None, False), "no bound is drawn over several incidents"


def test_what_cannot_be_drawn_is_left_out_and_the_kind_asked_for_is_drawn() -> None:
    undated = replace(claim("a", "x", "2031-03-01", 5, 5), said=None, as_of=None)
    denied = replace(claim("b", "x", "2031-03-01", 5, 5), denied=True)
    open_ = claim("c", "x", "2031-03-01", None, None)
    hurt = claim("d", "x", "2031-03-01", 2, 2, "injured")
    group = [undated, denied, open_, hurt, claim("e", "x", "2031-03-02", 1, 1), claim("f", "y", "2031-03-02", 1, 1)]
    assert drawn_claims([group], None).kind == "killed" and len(drawn_claims([group], None).bands) == 2
    assert [band.href for band in drawn_claims([group], "injured").bands] == ["/reports/d#w3"]
    assert drawn_claims([group], "missing").kind == "killed", "a kind that nobody claims is not drawn"
    assert drawn_claims([], None).bands == ()
