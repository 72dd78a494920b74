"""`python -m onrecord.evaluation.re3d`: names of people and organisations in reports on Syria and Iraq (`actors/re3d.jsonl`).

Recall: of the gold mentions of type Person or Organisation that hold a proper noun and are no pronoun, how many share their head with
a mention of an actor of a fitting kind. Precision: of our mentions by name or seat (adjectives left out), how many lie on a gold mention
of a fitting type; nationalities and places that act count for states as the gold has them. `--all` asks for descriptions too.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from onrecord.evaluation.__main__ import GOLD
from onrecord.evaluation.actors_only import actors_reader
from onrecord.evaluation.parses import KeptParses
from onrecord.model.record import Actor, Mention
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.parse import Parse
from onrecord.sources.jsonl import read_line

_PRONOUN_TAGS = frozenset(("PRP", "PRP$", "WP", "WDT", "DT", "WP$"))


class Entity(msgspec.Struct):
    """A name in a row, in code points of its text."""

    start: int
    end: int
    type: str


class Row(msgspec.Struct):
    """A row of the gold."""

    id: str
    text: str
    entities: list[Entity]


def fits(actor: Actor, kind: str) -> bool:
    """A gold Person is a human being, or several; an Organisation anything else that acts."""
    if kind == "Person":
        return actor.kind in ("person", "unnamed", "population", "other", "armed_group", "government", "military", "police", "media")
    return actor.kind not in ("person", "unnamed")


def head_of(parse: Parse, span: Span) -> Span:
    """The head word of a span; the span itself where no word is in it."""
    words = parse.words_at(span)
    inside = {word.i for word in words}
    head = next((word for word in words if word.is_root or word.head.i not in inside), words[-1] if words else None)
    return head.span if head is not None else span


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--all", action="store_true")
    ask.add_argument("--errors", type=int, default=0)
    given = ask.parse_args()
    reader, kept = actors_reader(), KeptParses(Path("/tmp/onrecord-parses"))  # noqa: S108 - a developer's own cache
    decoder = msgspec.json.Decoder(Row)
    hit = asked = good = said = 0
    left = given.errors
    for line in (GOLD / "actors" / "re3d.jsonl").read_bytes().splitlines():
        row = decoder.decode(line)
        document = read_line(msgspec.json.encode({"id": row.id, "text": row.text}), row.id)
        parse = kept.parse(reader.model, document)
        actors = reader.read_parsed(document, parse).actors
        index: SpanIndex[tuple[Actor, Mention]] = SpanIndex((m.span, (a, m)) for a in actors for m in a.mentions)
        people = [e for e in row.entities if e.type in ("Person", "Organisation")]
        for entity in people:
            span = Span(entity.start, entity.end)
            words = parse.words_at(span)
            if all(word.tag in _PRONOUN_TAGS for word in words) or not (given.all or any(word.pos == "PROPN" for word in words)):
                continue
            asked += 1
            head = head_of(parse, span)
            ok = any(fits(actor, entity.type) for _, (actor, _) in index.overlapping(head))
            hit += ok
            if not ok and left:
                left -= 1
                around = row.text[max(0, span.start - 40) : span.end + 30].replace("\n", " ")
                print(f"missed {entity.type} {span.of(row.text)!r}: {around}", file=sys.stderr)
        gold = SpanIndex((Span(e.start, e.end), e) for e in row.entities)
        for actor in actors:
            for mention in actor.mentions:
                if mention.form not in ("name", "metonym") or actor.kind == "other":
                    continue
                said += 1
                on = [e for _, e in gold.overlapping(head_of(parse, mention.span))]
                ok = any((e.type in ("Person", "Organisation") and fits(actor, e.type)) or e.type == "Nationality" for e in on)
                good += ok
                if not ok and left:
                    left -= 1
                    s = mention.span
                    types = sorted({e.type for e in on})
                    print(f"wrong {actor.kind} {s.of(row.text)!r} {types}: {row.text[max(0, s.start - 40) : s.end + 9]!r}", file=sys.stderr)
    print(f"recall {100 * hit / asked:.1f} % of {asked}; precision {100 * good / said:.1f} % of {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
