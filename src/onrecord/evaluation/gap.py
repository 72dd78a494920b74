"""`python -m onrecord.evaluation.gap [GOLD]`: the GAP corpus's own F1 (Webster et al. 2018, "Mind the GAP").

Each row has one pronoun and two names; each name is or is not whom the pronoun means. An actor that holds the pronoun and
overlaps the name says yes. F1 is over the yeses, overall, for masculine and for feminine pronouns; the bias is F over M.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.evaluation.__main__ import GOLD
from onrecord.evaluation.actors_only import actors_reader
from onrecord.evaluation.parses import KeptParses
from onrecord.model.record import Actor
from onrecord.model.span import Span
from onrecord.sources.jsonl import read_line


class Row(msgspec.Struct, frozen=True):
    """A row of `coref/gap.*.jsonl`."""

    id: str
    text: str
    pronoun: Span
    a: Span
    b: Span
    a_coref: bool
    b_coref: bool

    @property
    def feminine(self) -> bool:
        return self.text[self.pronoun[0] : self.pronoun[1]].lower() in ("she", "her", "hers", "herself")


@dataclass(frozen=True, slots=True)
class Count:
    """Of pronouns: how many answers were given, how many are right, how many there are."""

    right: int = 0
    said: int = 0
    true: int = 0

    def plus(self, right: int, said: int, true: int) -> Count:
        return Count(self.right + right, self.said + said, self.true + true)

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.said + self.true) if self.said + self.true else 0.0


def says(row: Row, actors: Iterable[Actor]) -> tuple[bool, bool]:
    """Whether the actor of the pronoun is the one named at a, and at b."""
    pronoun = Span(*row.pronoun)
    for actor in actors:
        if any(mention.span == pronoun for mention in actor.mentions):
            own = [mention.span for mention in actor.mentions if mention.form != "pronoun"]
            return any(span.overlaps(row.a) for span in own), any(span.overlaps(row.b) for span in own)
    return False, False


def read_rows(path: Path) -> list[Row]:
    """Every row of a file."""
    decoder = msgspec.json.Decoder(Row)
    return [decoder.decode(line) for line in path.read_bytes().splitlines() if line.strip()]


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", nargs="?", type=Path, default=GOLD / "coref" / "gap.dev.jsonl")
    ask.add_argument("--parses", type=Path, default=Path("/tmp/onrecord-parses"))  # noqa: S108 - a cache of the developer's own
    ask.add_argument("--errors", type=int, default=0)
    given = ask.parse_args()
    reader, kept = actors_reader(), KeptParses(given.parses)
    counts = {True: Count(), False: Count()}
    left = given.errors
    for row in read_rows(given.gold):
        document = read_line(msgspec.json.encode({"id": row.id, "text": row.text}), row.id)
        record = reader.read_parsed(document, kept.parse(reader.model, document))
        a, b = says(row, record.actors)
        right = (a and row.a_coref) + (b and row.b_coref)
        counts[row.feminine] = counts[row.feminine].plus(right, a + b, row.a_coref + row.b_coref)
        if left and (a, b) != (row.a_coref, row.b_coref):
            left -= 1
            print(f"{row.id}: said {(a, b)}, gold {(row.a_coref, row.b_coref)}: {row.text}", file=sys.stderr)
    women, men = counts[True], counts[False]
    both = women.plus(men.right, men.said, men.true)
    print(f"F1 {both.f1:.1f}  masculine {men.f1:.1f}  feminine {women.f1:.1f}  bias {women.f1 / men.f1 if men.f1 else 0:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
