"""How fast the pages answer with 100,000 events stored: the median over twenty requests a page, in one process.

`python -m bench.web [--events 100000] [--store FILE]`; the store is made once and kept when a file is named.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from bench.reports import GROUPS, PLACES, STATES
from onrecord.model.document import Block, document_id
from onrecord.model.record import (
    Actor,
    DocumentInfo,
    Event,
    MediationAct,
    Mention,
    Place,
    Plover,
    ReaderInfo,
    Record,
    Statement,
    Time,
    Toll,
)
from onrecord.model.span import Span
from onrecord.store import open_store
from onrecord.web.app import create_app
from onrecord.web.options import WebOptions

EVENTS = 20
ACTS: tuple[tuple[str, str, int], ...] = (
    ("ASSAULT", "190", 4),
    ("CONSULT", "040", 1),
    ("ACCUSE", "111", 3),
    ("AID", "073", 2),
    ("REQUEST", "020", 1),
)
PATHS = (
    "/", "/reports", "/reports?actor=Sudan", "/search?q=ceasefire", "/search?q=shelled&country=SDN", "/search?said_by=Sudan",
    "/timeline", "/timeline?act=ASSAULT&actor=Israel", "/timeline?from=2024-03-01&to=2024-03-31", "/timeline/picture.json",
    "/timeline/picture.json?from=2024-03-01&to=2024-03-31", "/events", "/events?act=ASSAULT&actor=Israel", "/map", "/map?act=ASSAULT",
    "/network", "/network?from=2024-03-01&to=2024-03-31", "/tolls", "/tolls?toll=killed&actor=Hamas", "/tolls/picture.json", "/mediation",
    "/acts", "/review?who=ada",
)  # fmt: skip


def records(events: int) -> Iterator[Record]:
    """Records of twenty events each, put together at random (always the same): no reader runs, only the store and pages are measured."""
    draw = random.Random(11)
    for number in range(events // EVENTS):
        yield record(number, draw)


def record(number: int, draw: random.Random) -> Record:
    who = draw.sample([*STATES, *GROUPS], 8)
    where = draw.sample(PLACES, 5)
    sentences, at = [], 0
    spans: list[tuple[Span, Span, Span, Span]] = []
    for n in range(EVENTS):
        a, b, place = who[n % 8], who[(n + draw.randint(1, 7)) % 8], where[n % 5]
        words = f"{a} shelled {b} in {place} after a ceasefire, officials said (report {number})."
        first = at + len(a) + 1
        second = first + len("shelled ")
        third = second + len(b) + len(" in ")
        spans.append((Span(at, at + len(a)), Span(first, first + 7), Span(second, second + len(b)), Span(third, third + len(place))))
        sentences.append(words)
        at += len(words) + 2
    text = "\n\n".join(sentences)
    day = (date(2023, 1, 1) + timedelta(number // 7)).isoformat()
    kept: dict[str, list[Span]] = {}
    for source, _, target, _ in spans:
        for span in (source, target):
            kept.setdefault(text[span.start : span.end], []).append(span)
    ids = {name: f"a{n}" for n, name in enumerate(kept, 1)}
    actors = tuple(
        Actor(ids[name], name, "state", "SDN" if name == "Sudan" else None, (), None, None, None, tuple(Mention(s, "name") for s in found))
        for name, found in kept.items()
    )
    times = (Time("t1", spans[0][0], "DATE", day, day, day),)
    places = tuple(
        Place(f"p{n}", p, text[p.start : p.end], "city", "SDN", None, 10.0 + n, 30.0 + n, None) for n, (_, _, _, p) in enumerate(spans, 1)
    )
    made = []
    for n, (source, anchor, target, _) in enumerate(spans, 1):
        plover, cameo, quad = ACTS[(number + n) % len(ACTS)]
        doer, done = ids[text[source.start : source.end]], ids[text[target.start : target.end]]
        named = {doer: source, done: target}
        act = Plover(plover, None)  # type: ignore[arg-type]
        clause, told = source.cover(target), "s1" if n == 1 else None
        made.append(Event(f"e{n}", anchor, cameo, act, quad, -5.0, "actual", (doer,), (done,), (), named, clause, "t1", f"p{n}", told))
    document = DocumentInfo(
        document_id(text), f"bench-{number}", None, f"outlet{number % 40}.example", f"Report {number}", day, None, (), (), "en", text,
        (Block("paragraph", Span(0, len(text))),), (),
    )  # fmt: skip
    statement = Statement("s1", "indirect", "a1", spans[0][0], spans[0][1], (spans[0][0].cover(spans[0][3]),), ())
    toll = Toll(
        "n1",
        spans[0][1],
        "killed",
        5,
        None,
        5,
        "at_least",
        victims=("a2",),
        perpetrators=("a1",),
        event="e1",
        statement="s1",
        begin=day,
        end=day,
    )
    act = MediationAct(
        "m1", "offer", ("a1",), (), ("a2",), None, "ceasefire", (spans[1][0],), "announced", ("e2",), ("s1",), "t1", "p1", spans[1][1]
    )
    return Record(
        1, ReaderInfo("bench", "none", "none"), document, actors, times, places, (statement,), tuple(made), (toll,), (), (act,), ()
    )


def peak() -> int:
    """The most memory that this process has held, in MB (Linux gives kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--events", type=int, default=100_000)
    ask.add_argument("--store", type=Path)
    given, _ = ask.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "bench.db"
        if not path.exists():
            began = time.perf_counter()
            with open_store(path) as store:
                for outcome in store.add_all(records(given.events)):
                    assert outcome
            print(f"{given.events} events stored in {time.perf_counter() - began:.0f} s")
        with TestClient(create_app(WebOptions(path)), base_url="http://127.0.0.1:8321") as client:
            began = time.perf_counter()
            incidents = client.get("/timeline.json").json()
            print(f"{len(incidents)} incidents ready after {time.perf_counter() - began:.1f} s; {peak()} MB at most until here")
            document = client.get("/reports.json?source=outlet7").json()[0]["document"]
            for address in (*PATHS, f"/reports/{document}", f"/incidents/{incidents[0]['id']}"):
                times, costs = [], []
                for _ in range(20):
                    began, spent = time.perf_counter(), time.process_time()
                    assert client.get(address).status_code == 200
                    times.append(time.perf_counter() - began)
                    costs.append(time.process_time() - spent)
                wall, cpu = (f"{1000 * median(x):7.1f} {1000 * max(x):7.1f}" for x in (times, costs))
                print(f"{wall} ms of the clock  {cpu} ms of the processor (median, worst)  {address[:60]}")


if __name__ == "__main__":
    main()
