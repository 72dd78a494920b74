"""The report that this project grew from is read right: what issue 2 asks of it, value by value.

The report and its coding stay outside the repository; this test reads them from `../shared` and knows values only by
their place in the coding (which statement, which event), never by their words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from onrecord.model.check import faults
from onrecord.model.record import Event, Record, Statement
from onrecord.model.span import Span
from onrecord.reading.pipeline import Reader
from onrecord.sources.open import read_path
from tests.conftest import GOLD

pytestmark = pytest.mark.gold


@dataclass(frozen=True)
class Seed:
    """The record of the report, and the coding with its spans moved to where the same words stand in the report."""

    record: Record
    gold: dict[str, list[dict[str, object]]]
    actor_spans: dict[str, list[Span]]

    def is_actor(self, key: object, actor: str | None) -> bool:
        found = next((a for a in self.record.actors if a.id == actor), None)
        return found is not None and any(m.span.overlaps(s) for m in found.mentions for s in self.actor_spans[str(key)])

    def meet(self, keys: Iterable[object], actors: Iterable[str]) -> bool:
        actors = list(actors)
        return any(self.is_actor(key, actor) for key in keys for actor in actors)


@pytest.fixture(scope="module")
def seed(reader: Reader) -> Seed:
    document = next(d for d in read_path(GOLD.parent / "seed" / "report.md") if not isinstance(d, Exception))
    rows = (json.loads(line) for line in (GOLD / "whole" / "reports.jsonl").read_text(encoding="utf-8").splitlines())
    row = next(row for row in rows if row["id"] == "seed")
    text, ours = row["text"], document.text

    def moved(span: list[int]) -> Span:
        """Finds the words with as much of what surrounds them as both texts share."""
        start, end = span
        for reach in range(60, -1, -5):
            left, right = max(0, start - reach), min(len(text), end + reach)
            at = ours.find(text[left:right])
            if at >= 0:
                return Span(at + start - left, at + end - left)
        raise AssertionError("the report no longer holds the words of its coding")

    def move(value: object) -> object:
        if isinstance(value, list) and len(value) == 2 and all(isinstance(x, int) for x in value):
            return moved(value)
        return [move(x) for x in value] if isinstance(value, list) else value

    layers = ("statements", "events", "tolls", "times", "places", "mediation")
    gold = {layer: [{key: move(value) for key, value in item.items()} for item in row[layer]] for layer in layers}
    return Seed(reader.read(document), gold, {key: [moved(s) for s in spans] for key, spans in row["actor_spans"].items()})


def test_the_record_is_sound(seed: Seed) -> None:
    assert faults(seed.record) == []


def test_the_document(seed: Seed) -> None:
    d = seed.record.document
    row = next(r for r in map(json.loads, (GOLD / "whole" / "reports.jsonl").read_text(encoding="utf-8").splitlines()) if r["id"] == "seed")
    assert (d.title or "").replace("’", "'").replace("‘", "'") == row["title"].replace("’", "'").replace("‘", "'")
    assert d.published == "2023-10-13" and d.published_span is not None
    assert d.url == row["url"]
    assert d.outlet in ("The Moscow Times", "themoscowtimes.com")
    assert len(d.credits) == 1 and "kremlin.ru" in d.credits[0]
    related = [block for block in d.blocks if block.kind == "related"]
    assert len(related) == 1
    assert not any(related[0].span.overlaps(s.content[0]) for s in seed.record.statements)
    assert not any(related[0].span.overlaps(e.anchor) for e in seed.record.events)
    assert any("itself" in warning or "self" in warning for warning in seed.record.warnings)


def content_match(gold: dict[str, object], found: Statement) -> bool:
    wanted = [Span(*s) for s in gold["content"]]  # type: ignore[attr-defined]
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in wanted for b in found.content)
    longer = max(sum(s.length for s in wanted), sum(s.length for s in found.content))
    return shared / longer >= 0.5


@pytest.mark.parametrize("n", range(10))
def test_every_statement_has_its_speaker(seed: Seed, n: int) -> None:
    gold = seed.gold["statements"][n]
    found = [s for s in seed.record.statements if s.kind != "headline" and content_match(gold, s)]
    assert found, f"statement {n} is not read"
    assert any(seed.is_actor(gold["speaker"], s.speaker) for s in found), f"statement {n} has another speaker"


def at(seed: Seed, n: int, *, exact: bool = True) -> list[Event]:
    """The events read at the words of the n-th coded event, of one of its roots."""
    gold = seed.gold["events"][n]
    anchor = gold["anchor"]
    assert isinstance(anchor, Span)
    return [
        e
        for e in seed.record.events
        if e.cameo[:2] in gold["roots"]  # type: ignore[operator]
        and (e.anchor.overlaps(anchor) or (not exact and e.evidence.overlaps(anchor)))
    ]


EVENTS = {"the offer": 4, "the appeal": 5, "the strikes": 6, "the incursion": 9, "the contacts": 11, "the order": 14, "the assault": 16}


@pytest.mark.parametrize("name", EVENTS)
def test_events_with_participants_and_status(seed: Seed, name: str) -> None:
    n = EVENTS[name]
    gold = seed.gold["events"][n]
    found = at(seed, n)
    assert found, f"{name} is not read"
    fit = [e for e in found if seed.meet(gold["sources"], e.sources) and seed.meet(gold["targets"], e.targets)]  # type: ignore[arg-type]
    assert fit, f"{name}: other participants"
    assert any(e.status == gold["status"] for e in fit), f"{name}: {[e.status for e in fit]}, not {gold['status']}"


@pytest.mark.parametrize(("name", "day"), [("the incursion", "2023-10-07"), ("the order", "2023-10-13")])
def test_days_of_events(seed: Seed, name: str, day: str) -> None:
    times = {time.id: time for time in seed.record.times}
    days = {(times[e.time].begin, times[e.time].end) for e in at(seed, EVENTS[name]) if e.time}
    assert (day, day) in days


def test_tolls(seed: Seed) -> None:
    killed = [t for t in seed.record.tolls if t.kind == "killed" and t.low == 2800]
    assert len(killed) == 1
    toll = killed[0]
    assert (toll.high, toll.number, toll.qualifier, toll.cumulative, toll.begin) == (None, 2800, "more_than", True, "2023-10-07")
    told = [t for t in seed.record.tolls if t.low == 200_000]
    assert [t.kind for t in told] == ["evacuated"]


@pytest.mark.parametrize("n", [0, 2, 5, 6, 9])
def test_dates(seed: Seed, n: int) -> None:
    gold = seed.gold["times"][n]
    found = [t.value for t in seed.record.times if t.span.overlaps(gold["span"])]  # type: ignore[arg-type]
    assert gold["value"] in found


def test_the_five_places(seed: Seed) -> None:
    for gold in seed.gold["places"]:
        found = [p.country for p in seed.record.places if p.span.overlaps(gold["span"])]  # type: ignore[arg-type]
        assert gold["country"] in found, gold


def test_the_retaliation(seed: Seed) -> None:
    pairs = {(r.from_, r.to) for r in seed.record.relations if r.kind == "retaliation"}
    strikes = {e.id for n in (6, 7) for e in at(seed, n, exact=False)}
    attacks = {e.id for n in (8, 9) for e in at(seed, n, exact=False)}
    assert any(a in strikes and b in attacks for a, b in pairs)


@pytest.mark.parametrize("n", range(3))
def test_mediation_acts(seed: Seed, n: int) -> None:
    gold = seed.gold["mediation"][n]
    events = {e.id: e for e in seed.record.events}
    for act in seed.record.mediation:
        spans = [*act.terms, *(events[e].evidence for e in act.events), *([act.anchor] if act.anchor else [])]
        near = any(s.overlaps(gold["anchor"]) for s in spans)  # type: ignore[arg-type]
        third = [*gold["third_parties"], *gold["mediators"]]  # type: ignore[misc]
        if near and act.act == gold["act"] and seed.meet(third, [*act.third_parties, *act.mediators]):
            return
    pytest.fail(f"the {gold['act']} is not read: {[(a.act, a.third_parties) for a in seed.record.mediation]}")
