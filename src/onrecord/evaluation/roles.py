"""`python -m onrecord.evaluation.roles`: actor strings with the country and role code that they should get (`actors/roles.jsonl`).

The string is read as a text of its own; the actor at its grammatical head counts. The gold's codes are PLOVER's; where CAMEO has
another name for the same role, or does not part what PLOVER parts, `SAME` says so. Rows that give no country (role) are not asked.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from onrecord.evaluation.__main__ import GOLD
from onrecord.evaluation.actors_only import actors_reader
from onrecord.evaluation.parses import KeptParses
from onrecord.model.record import Actor
from onrecord.reading.actors.lookup import ActorIndex
from onrecord.reading.stage import Reading
from onrecord.sources.jsonl import read_line

SAME: dict[str, frozenset[str]] = {
    "PRM": frozenset(("UAF", "REB", "INS")),  # CAMEO has no paramilitaries
    "REB": frozenset(("INS", "SEP", "UAF")),  # CAMEO parts rebels, insurgents and separatists
    "UAF": frozenset(("INS", "REB", "SEP")),
    "JRN": frozenset(("MED",)),
    "MED": frozenset(("HLH",)),  # PLOVER's MED is medical, CAMEO's is media
    "SOC": frozenset(("NGO", "HRI")),
    "NGO": frozenset(("HRI",)),
    "BUD": frozenset(("REL",)),
    "UNO": frozenset(("IGO",)),
}
_NO_ROLE = frozenset(("", "UNK", "JNK", "????", "PRE"))


class Expect(msgspec.Struct):
    """What the gold expects of an actor: country and role codes, None where it says nothing."""

    country: str | None = None
    code_1: str | None = None
    code_2: str | None = None


class Event(msgspec.Struct):
    """An event of the gold."""

    expect: Expect


class Row(msgspec.Struct):
    """A row of the gold."""

    id: str
    text: str
    date: str
    events: list[Event]


def role_of(actor: Actor | None) -> str:
    """The role part of an actor's code: "GOV" of "RUSGOV"."""
    if actor is None or actor.code is None:
        return ""
    rest = actor.code.removeprefix(actor.country) if actor.country else actor.code
    return rest[:3]


def main() -> int:
    reader, kept = actors_reader(), KeptParses(Path("/tmp/onrecord-parses"))  # noqa: S108 - a developer's own cache
    decoder = msgspec.json.Decoder(Row)
    right, asked = {"country": 0, "role": 0}, {"country": 0, "role": 0}
    for line in (GOLD / "actors" / "roles.jsonl").read_bytes().splitlines():
        row = decoder.decode(line)
        published = row.date if row.date[:2].isdigit() and "-" in row.date else None
        document = read_line(msgspec.json.encode({"id": row.id, "text": row.text, "published": published}), row.id)
        reading = Reading(document, kept.parse(reader.model, document))
        for stage in reader.stages:
            reading = stage.read(reading)
        found = ActorIndex(reading).for_span((0, len(row.text)))
        actor = found[0] if found else None
        for event in row.events:
            expect = event.expect
            if expect.country and len(expect.country) == 3 and expect.country != "UNO":
                asked["country"] += 1
                ok = actor is not None and actor.country == expect.country
                right["country"] += ok
                if not ok:
                    print("country", row.text, expect.country, actor and (actor.name, actor.country), file=sys.stderr)
            if expect.code_1 and expect.code_1 not in _NO_ROLE and len(expect.code_1) == 3:
                asked["role"] += 1
                wanted = {expect.code_1, expect.code_2 or "", *SAME.get(expect.code_1, ()), *SAME.get(expect.code_2 or "", ())}
                said = {role_of(actor)} | ({(actor.code or "")[-3:]} if actor is not None else set())
                right["role"] += bool(said & wanted - {""})
                if not said & wanted - {""}:
                    print("role", row.text, row.date, expect.code_1, actor and (actor.name, actor.code), file=sys.stderr)
    for name in right:
        print(f"{name} {100 * right[name] / asked[name]:.1f} % of {asked[name]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
