"""A record as a person reads it: the report with its evidence marked, then what it says, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.text import Text

from onrecord.cli.output import on_terminal, safe
from onrecord.export.values import Layer, ValueLine, value_lines
from onrecord.model.document import READ_KINDS
from onrecord.model.record import Record
from onrecord.model.span import Span, SpanIndex

_HEADINGS: dict[Layer, str] = {
    "statement": "Who said what",
    "event": "Who did what to whom",
    "toll": "At what cost",
    "mediation": "Where the mediation stands",
    "relation": "What led to what",
    "time": "When",
    "place": "Where",
    "actor": "Who",
}
_STYLES = {"event": "bold red", "toll": "bold magenta", "time": "cyan", "place": "green", "statement": "italic", "mediation": "bold yellow"}


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    layer: str
    id: str


def summary_line(record: Record) -> str:
    """One line of a report and how much its record holds."""
    d = record.document
    counts = (("statement", record.statements), ("event", record.events), ("toll", record.tolls), ("mediation act", record.mediation))
    held = ", ".join(f"{len(values)} {name}{'' if len(values) == 1 else 's'}" for name, values in counts)
    return safe(f"{d.id[:8]}  {(d.published or 'no date')[:10]:10}  {d.title or d.key}  ({held})")


def record_lines(record: Record) -> Iterator[Text]:
    """The record, a heading and its values for each question that has an answer."""
    yield from _about(record)
    layer = None
    lines = value_lines(record)
    left = in_passing(record, lines)
    for line in lines:
        if line.id in left:
            continue
        if line.layer != layer:
            layer = line.layer
            yield Text("")
            yield Text(_HEADINGS[layer], style="bold underline")
        text = Text(f"  {line.id:4} ", style="dim")
        text.append(safe(" ".join(line.said.split())), style="")
        yield text
    if left:
        yield Text(f"  and {len(left)} that the report only speaks of, without a name (--format json has them)", style="dim")
    if record.warnings:
        yield Text("")
        yield Text("Warnings", style="bold underline")
        yield from (Text(f"  {safe(warning)}") for warning in record.warnings)


def in_passing(record: Record, lines: Iterable[ValueLine]) -> frozenset[str]:
    """Ids of the actors that have no name and no part in anything that the record holds: kept so that pronouns may mean them."""
    part = {name for line in lines if line.layer != "actor" for name in line.supports}
    of = {actor.id: actor.of for actor in record.actors}
    kept = [actor.id for actor in record.actors if actor.id in part or any(mention.form == "name" for mention in actor.mentions)]
    known: set[str] = set()
    while kept:
        name = kept.pop()
        above = of[name]
        known.add(name)
        if above is not None and above not in known:
            kept.append(above)
    return frozenset(of) - known


def _about(record: Record) -> Iterator[Text]:
    d = record.document
    yield Text(safe(d.title or d.key), style="bold")
    by = ", ".join(d.authors)
    said = " · ".join(part for part in (d.outlet, d.published, f"by {by}" if by else None) if part)
    if said:
        yield Text(safe(said))
    if d.url:
        yield Text(safe(d.url), style="dim")
    if d.credits:
        yield Text(safe("pictures: " + "; ".join(d.credits)), style="dim")
    yield Text(f"id {d.id[:12]}", style="dim")


def report_lines(record: Record) -> Iterator[Text]:
    """The report, block by block, its evidence marked; what was not read is dim, and named as what it is."""
    # lines of a wrapped text are joined: the terminal wraps them anew
    text, marks = record.document.text.replace("\n", " "), SpanIndex((mark.span, mark) for mark in _marks(record))
    for block in record.document.blocks:
        inside = [mark for _, mark in marks.overlapping(block.span)]
        if block.kind not in READ_KINDS:
            yield Text(f"({block.kind}, not read) {safe(block.span.of(text))}", style="dim")
        elif on_terminal():
            yield _coloured(text, block.span, inside, "bold" if block.kind in ("title", "heading") else "")
        else:
            yield Text(_bracketed(text, block.span, inside))
        yield Text("")


def _marks(record: Record) -> Iterator[_Mark]:
    for statement in record.statements:
        yield from (_Mark(span, "statement", statement.id) for span in statement.content)
    yield from (_Mark(event.anchor, "event", event.id) for event in record.events)
    for toll in record.tolls:
        yield _Mark(toll.qualifier_span.cover(toll.span) if toll.qualifier_span else toll.span, "toll", toll.id)
    yield from (_Mark(act.anchor, "mediation", act.id) for act in record.mediation if act.anchor)
    yield from (_Mark(time.span, "time", time.id) for time in record.times)
    yield from (_Mark(place.span, "place", place.id) for place in record.places)


def _coloured(text: str, block: Span, marks: Iterable[_Mark], base: str) -> Text:
    out = Text(safe(block.of(text)), style=base)
    for mark in sorted(marks, key=lambda mark: -mark.span.length):
        start, end = max(mark.span.start, block.start), min(mark.span.end, block.end)
        out.stylize(_STYLES[mark.layer], start - block.start, end - block.start)
    return out


def _bracketed(text: str, block: Span, marks: Iterable[_Mark]) -> str:
    """`[words|e1]` for an act, a figure, a day, a place (the longest where they overlap); `⟨s1 … ⟩` around what someone said."""
    opens: dict[int, str] = {}
    closes: dict[int, str] = {}
    small = sorted((mark for mark in marks if mark.layer != "statement"), key=lambda mark: (-mark.span.length, mark.span, mark.id))
    chosen: dict[Span, str] = {}
    taken = bytearray(block.length)
    for mark in small:
        start, end = max(mark.span.start, block.start) - block.start, min(mark.span.end, block.end) - block.start
        if mark.span in chosen:
            chosen[mark.span] += f" {mark.id}"
        elif not any(taken[start:end]):
            chosen[mark.span] = mark.id
            taken[start:end] = b"\1" * (end - start)
    for span, name in chosen.items():
        opens[max(span.start, block.start)] = "["
        closes[min(span.end, block.end)] = f"|{name}]"
    for mark in sorted((mark for mark in marks if mark.layer == "statement"), key=lambda mark: (mark.span, mark.id)):
        start, end = max(mark.span.start, block.start), min(mark.span.end, block.end)
        opens[start] = f"⟨{mark.id} " + opens.get(start, "") if "⟨" not in opens.get(start, "") else f"⟨{mark.id} {opens[start]}"
        closes[end] = closes.get(end, "") + "⟩"
    out, at = [], block.start
    for place in sorted({*opens, *closes}):
        out += [safe(text[at:place]), closes.get(place, ""), opens.get(place, "")]
        at = place
    return "".join(out) + safe(text[at : block.end])
