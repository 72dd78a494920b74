"""`python -m onrecord.evaluation.names [--errors N]`: are the names of one person or organisation joined (`coref/dw_names.jsonl`)?

B-cubed (Bagga and Baldwin 1998) over the gold's names of people and organisations: of the names that share an actor with a name, how
many are the same in the gold (precision); of those that are the same in the gold, how many share its actor (recall). A name that no
mention of an actor overlaps stands alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import msgspec

from onrecord.evaluation.__main__ import GOLD
from onrecord.evaluation.actors_only import actors_reader
from onrecord.evaluation.parses import KeptParses
from onrecord.model.record import Actor
from onrecord.model.span import Span, SpanIndex
from onrecord.sources.jsonl import read_line

_ASKED = frozenset(("type::person", "type::organization"))


class Row(msgspec.Struct):
    """A row of the gold: clusters of spans, and the type of each cluster."""

    id: str
    text: str
    clusters: list[list[Span]]
    types: list[str]


def b_cubed(pairs: list[tuple[int, str]]) -> tuple[float, float]:
    """Summed precision and recall of names given as (gold cluster, our actor)."""
    both, gold, ours = Counter(pairs), Counter(g for g, _ in pairs), Counter(a for _, a in pairs)
    precision = sum(n * n / ours[actor] for (_, actor), n in both.items())
    recall = sum(n * n / gold[cluster] for (cluster, _), n in both.items())
    return precision, recall


def placed(row: Row, actors: tuple[Actor, ...]) -> list[tuple[int, str, Span]]:
    """Each asked name with its gold cluster and our actor: the one whose mention covers the end of the name, the smallest if several do."""
    index: SpanIndex[tuple[Span, Actor]] = SpanIndex((m.span, (m.span, a)) for a in actors for m in a.mentions if m.form != "pronoun")
    out = []
    for n, (cluster, kind) in enumerate(zip(row.clusters, row.types, strict=True)):
        for span in cluster if kind in _ASKED else ():
            found = [pair for _, pair in index.overlapping(Span(span[1] - 1, span[1]))]
            actor = min(found, key=lambda pair: (pair[0].length, pair[0]))[1].id if found else f"alone-{span[0]}"
            out.append((n, actor, Span(*span)))
    return out


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--errors", type=int, default=0)
    given = ask.parse_args()
    reader, kept = actors_reader(), KeptParses(Path("/tmp/onrecord-parses"))  # noqa: S108 - a developer's own cache
    decoder = msgspec.json.Decoder(Row)
    precision = recall = 0.0
    names = alone = 0
    left = given.errors
    for line in (GOLD / "coref" / "dw_names.jsonl").read_bytes().splitlines():
        row = decoder.decode(line)
        document = read_line(msgspec.json.encode({"id": row.id, "text": row.text}), row.id)
        found = placed(row, reader.read_parsed(document, kept.parse(reader.model, document)).actors)
        p, r = b_cubed([(cluster, actor) for cluster, actor, _ in found])
        precision, recall, names = precision + p, recall + r, names + len(found)
        alone += sum(actor.startswith("alone") for _, actor, _ in found)
        for cluster in dict.fromkeys(cluster for cluster, _, _ in found):
            parts = {actor: span.of(row.text) for c, actor, span in found if c == cluster}
            if len(parts) > 1 and left:
                left -= 1
                print(f"{row.id} apart: {parts}", file=sys.stderr)
        for actor in dict.fromkeys(actor for _, actor, _ in found):
            parts_of = {c: span.of(row.text) for c, a, span in found if a == actor}
            if len(parts_of) > 1 and left:
                left -= 1
                print(f"{row.id} {actor} holds: {parts_of}", file=sys.stderr)
    p, r = 100 * precision / names, 100 * recall / names
    print(f"B-cubed precision {p:.1f}  recall {r:.1f}  F1 {2 * p * r / (p + r):.1f}  of {names} names; no actor at {alone}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
