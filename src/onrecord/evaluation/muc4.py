"""`python -m onrecord.evaluation.muc4`: who did it and who was hit, in reports on terrorism in Latin America (`events/muc4.*.jsonl`).

Sources of acts of violence that are not denied are the perpetrators, their targets the victims and physical targets together: a record does
not part the two. One string of an entity is enough: it matches an actor when the last word of the string is the last word of one of the
actor's mentions, or one holds the other. The texts are in capitals, which the parser was not trained on: `--lower` reads small letters.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from onrecord.codes.cameo import VIOLENT
from onrecord.evaluation.__main__ import GOLD
from onrecord.evaluation.parses import KeptParses
from onrecord.model.record import Record
from onrecord.reading.pipeline import load_reader
from onrecord.sources.jsonl import read_line

Strings = frozenset[str]
_DOERS = ("PerpInd", "PerpOrg")
_HURT = ("Victim", "Target")


class Row(msgspec.Struct):
    """A report with its entities by role; each entity is a list of strings with where they stand."""

    id: str
    text: str
    grit_roles: dict[str, list[list[tuple[str, int]]]]

    def entities(self, role: str) -> list[Strings]:
        return [frozenset(text for text, _ in entity) for entity in self.grit_roles[role]]


def said(record: Record, *, doers: bool) -> list[Strings]:
    """The words in small letters of each actor that does, or suffers, violence in a report."""
    text = record.document.text
    violent = [event for event in record.events if event.cameo[:2] in VIOLENT and event.status != "denied"]
    names = {name for event in violent for name in (event.sources if doers else event.targets)}
    return [
        frozenset(text[mention.span.start : mention.span.end].lower() for mention in actor.mentions)
        for actor in record.actors
        if actor.id in names
    ]


def meet(entity: Strings, actor: Strings) -> bool:
    """The same last word, or one string inside the other."""
    return any(a.split()[-1] == b.split()[-1] or a in b or b in a for a in entity for b in actor if a.split() and b.split())


def matched(entities: Iterable[Strings], actors: Iterable[Strings]) -> int:
    """How many entities have an actor of their own, in order of text."""
    left, found = list(actors), 0
    for entity in entities:
        actor = next((one for one in left if meet(entity, one)), None)
        if actor is not None:
            left.remove(actor)
            found += 1
    return found


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", nargs="?", type=Path, default=GOLD / "events" / "muc4.dev.jsonl")
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a cache of the developer's own
    ask.add_argument("--lower", action="store_true", help="read the texts in small letters")
    given = ask.parse_args()
    reader, kept = load_reader().only(["events"]), KeptParses(given.parses)
    decoder = msgspec.json.Decoder(Row)
    counts: Counter[tuple[str, str]] = Counter()
    for line in given.gold.read_bytes().splitlines():
        row = decoder.decode(line)
        text = row.text.lower() if given.lower else row.text
        document = read_line(msgspec.json.encode({"id": row.id, "text": text}), row.id)
        record = reader.read_parsed(document, kept.parse(reader.model, document))
        for name, roles in (("perpetrators", _DOERS), ("victims and targets", _HURT)):
            actors = said(record, doers=roles is _DOERS)
            entities = [entity for role in roles for entity in row.entities(role)]
            counts[name, "right"] += matched(entities, actors)
            counts[name, "said"] += len(actors)
            counts[name, "gold"] += len(entities)
            for role in roles:
                counts[role, "right"] += matched(row.entities(role), actors)
                counts[role, "gold"] += len(row.entities(role))
    for name in ("perpetrators", "victims and targets"):
        right, given_, gold = (counts[name, key] for key in ("right", "said", "gold"))
        print(f"{name:20} precision {100 * right / max(given_, 1):.1f} of {given_}, recall {100 * right / gold:.1f} of {gold}")
    for role in (*_DOERS, *_HURT):
        print(f"{role:20} recall {100 * counts[role, 'right'] / counts[role, 'gold']:.1f} of {counts[role, 'gold']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
