"""What `show` and `read --format table` list of the people and things in a record."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.cli.page import in_passing, record_lines
from onrecord.export.values import value_lines
from onrecord.model.record import Record

TEXT = "Rebels of the Azawad Front shelled the depot. The depot stood near a school, which was closed. Its roof had been repaired."


def test_whoever_has_no_name_and_no_part_is_counted_and_not_listed(read: Callable[..., Record]) -> None:
    record = read(TEXT)
    left = in_passing(record, value_lines(record))
    names = {actor.id: actor.name for actor in record.actors}
    listed = [str(line).split(" · ")[0].split(maxsplit=1)[1] for line in record_lines(record) if str(line).lstrip().startswith("a")]
    assert left
    assert set(listed).isdisjoint(names[name] for name in left)
    assert any("Azawad Front" in name for name in listed)
    assert any(f"and {len(left)} that the report only speaks of" in str(line) for line in record_lines(record))


def test_whoever_takes_part_or_is_served_by_one_who_does_is_listed(read: Callable[..., Record]) -> None:
    record = read("Soldiers arrested a mayor on Monday. A spokesman for the junta said he had fled.")
    part = {name for event in record.events for name in (*event.sources, *event.targets)} | {one.speaker for one in record.statements}
    assert part - {None}
    above = {actor.of for actor in record.actors if actor.id in part}
    assert in_passing(record, value_lines(record)).isdisjoint(part | above)
