"""Minimal pairs: an act that happened, and its twin that did not, or not yet, or only by someone's word. All sentences are ours.

A half of a pair is right when an event stands at the word in stars, with the status wanted, and no event there has another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from onrecord.model.record import EventStatus, Record
from onrecord.model.span import Span

HERE = Path(__file__).parent
_HAPPENED = "actual"


@dataclass(frozen=True)
class Pair:
    """A sentence and its twin, each with the word meant in stars."""

    wanted: str
    sentence: str
    twin: str

    def __str__(self) -> str:
        return f"{self.wanted}: {self.sentence} / {self.twin}"


@dataclass(frozen=True)
class Deed:
    """An act by its forms. `promised` and `refused` say what "will" and "refuses to" make of it."""

    doer: str
    base: str
    past: str
    ing: str
    done: str
    other: str
    promised: str = "threatened"


DEEDS = (
    Deed("Chad", "attack", "attacked", "attacking", "attacked", "the rebels"),
    Deed("The army", "shell", "shelled", "shelling", "shelled", "the Kurdish militia"),
    Deed("Kenya", "expel", "expelled", "expelling", "expelled", "the Sudanese ambassador"),
    Deed("The rebels", "release", "released", "releasing", "released", "the French hostages", "announced"),
    Deed("Police", "arrest", "arrested", "arresting", "arrested", "the opposition leader"),
    Deed("Algeria", "sanction", "sanctioned", "sanctioning", "sanctioned", "Mali"),
    Deed("The militia", "kidnap", "kidnapped", "kidnapping", "kidnapped", "two Spanish diplomats"),
    Deed("The militants", "bomb", "bombed", "bombing", "bombed", "the Turkish embassy"),
)
TEMPLATES = (
    ("denied", "{doer} has never *{done}* {other}."),
    ("denied", "{doer} denied *{ing}* {other}."),
    ("denied", "{doer} denied that it had *{done}* {other}."),
    ("possible", "{doer} may *{base}* {other}."),
    ("possible", "{doer} could *{base}* {other} next week."),
    ("possible", "{doer} is considering *{ing}* {other}."),
    ("conditional", "If {doer} *{past}* {other}, the talks would end."),
    ("conditional", "{doer} would *{base}* {other} if the talks failed."),
    ("failed", "{doer} failed to *{base}* {other}."),
    ("failed", "{doer} tried to *{base}* {other}."),
    ("requested", "Norway urged {doer} to *{base}* {other}."),
    ("ordered", "The president ordered {doer} to *{base}* {other}."),
    ("predicted", "Analysts expect {doer} to *{base}* {other}."),
    ("ongoing", "{doer} is *{ing}* {other}."),
    ("ongoing", "{doer} continued *{ing}* {other}."),
    ("announced", "{doer} *plans* to {base} {other}."),
    ("promised", "{doer} will *{base}* {other}."),
    ("promised", "{doer} *vowed* to {base} {other}."),
)


def made() -> Iterator[Pair]:
    """Every deed in every template."""
    for deed in DEEDS:
        lower = deed.doer.replace("The ", "the ") if deed.doer.startswith("The ") else deed.doer
        for wanted, template in TEMPLATES:
            doer = deed.doer if template.startswith("{doer}") else lower
            text = template.format(doer=doer, base=deed.base, past=deed.past, ing=deed.ing, done=deed.done, other=deed.other)
            yield Pair(deed.promised if wanted == "promised" else wanted, text, f"{deed.doer} *{deed.past}* {deed.other}.")


def written(name: str) -> list[Pair]:
    """The pairs of a file: status | sentence | twin."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [Pair(*(part.strip() for part in line.split("|"))) for line in lines if line and not line.startswith("#")]


def wrong_half(read: Callable[..., Record], marked: str, wanted: str) -> str | None:
    """What is wrong with the reading of a sentence, in words; None when it is right."""
    first, word, rest = marked.split("*")
    record = read(f"{first}{word}{rest}")
    meant = Span(len(first), len(first) + len(word))
    got = {event.status for event in record.events if event.anchor.overlaps(meant)}
    return None if got == {wanted} else f"{marked} -> {', '.join(sorted(got)) or 'no event'}, not {wanted}"


def wrong_pairs(read: Callable[..., Record], pairs: Iterable[Pair]) -> list[str]:
    """The halves that are read wrongly, a line each pair."""
    found = []
    for pair in pairs:
        halves = (wrong_half(read, pair.sentence, pair.wanted), wrong_half(read, pair.twin, _HAPPENED))
        if any(halves):
            found.append(" && ".join(half for half in halves if half))
    return found


@pytest.mark.parametrize(("source", "allowed"), [("made", 0.05), ("status_pairs.txt", 0.05)])
def test_an_act_and_its_twin(read: Callable[..., Record], source: str, allowed: float) -> None:
    pairs = list(made()) if source == "made" else written(source)
    assert len(pairs) >= 140
    wrong = wrong_pairs(read, pairs)
    assert len(wrong) <= len(pairs) * allowed, f"{len(wrong)} of {len(pairs)}\n" + "\n".join(wrong)


def test_pairs_that_the_reader_was_not_made_for(read: Callable[..., Record]) -> None:
    """Written before the reader was mended and scored once after: 52 of 60 then. None of these is to be mended one by one."""
    pairs = written("status_unseen.txt")
    assert len(pairs) == 60
    wrong = wrong_pairs(read, pairs)
    assert len(wrong) <= 9, f"{len(wrong)} of {len(pairs)}"


def test_the_pairs_speak_of_every_status() -> None:
    assert {pair.wanted for pair in written("status_pairs.txt")} == set(get_args(EventStatus))
