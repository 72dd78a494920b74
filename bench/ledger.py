"""What incidents cost as reports arrive: `python bench/ledger.py [REPORTS]` (10,000 by default; run with `PYTHONPATH=src:.`).

Made-up reports of a made-up war arrive in order of day, thirty a day: five incidents a day, told by one to twelve outlets in words drawn
from a small vocabulary. Prints the CPU cost of a report in each tenth of the stream, clustering included after every report, and the last
tenth's cost over the first's (the first 300 reports warm up and are left out).
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from onrecord.ledger.days import Clue
from onrecord.ledger.history import Collection, History
from onrecord.ledger.witness import Figure, Spot, Witness

TOWNS = [
    (f"{a}{b}", 8 + n * 0.37, 20 + n * 0.21)
    for n, (a, b) in enumerate((a, b) for a in ("Cal", "Dun", "Har", "Ost") for b in ("mouth", "mere", "row", "wick"))
]
PARTIES = [("EST", "rvrfrnt"), ("rvrfrnt", "EST"), ("VEN", "EST"), ("EST", "kstgrd")]
STEMS = [f"w{n}" for n in range(900)]


def stream(count: int, seed: int = 7) -> list[list[Witness]]:
    """Reports in order of day, each the witnesses of one to three acts."""
    chance = random.Random(seed)
    out: list[list[Witness]] = []
    day = date(2031, 1, 1)
    while len(out) < count:
        acts = [(chance.choice(TOWNS), chance.choice(PARTIES), chance.sample(STEMS, 60), chance.randint(1, 40)) for _ in range(5)]
        for _ in range(30):
            told = chance.sample(acts, chance.choice((1, 1, 2, 3)))
            out.append([_told(f"r{len(out):06d}", n, day, act, chance) for n, act in enumerate(told)])
        day += timedelta(1)
    return out[:count]


def _told(
    report: str, n: int, day: date, act: tuple[tuple[str, float, float], tuple[str, str], list[str], int], chance: random.Random
) -> Witness:
    (town, latitude, longitude), (source, target), stems, dead = act
    words = dict.fromkeys((*chance.sample(stems, 30), *chance.sample(STEMS, 40)), 1.0)
    names = {town.lower(): 1.0, source.lower(): 1.0, target: 0.8, **{f"n{stem}": 0.3 for stem in chance.sample(stems, 5)}}
    return Witness(
        report=report, events=(f"e{n}",), published=day.isoformat(), outlet=f"o{chance.randint(0, 9)}", words=words, names=names,
        days=(Clue(1.0, day.isoformat(), day.isoformat(), day.isoformat()[5:], day.weekday()),),
        spots=(Spot(town, 1.0, False, "EST", latitude, longitude),), sources=(source,), targets=(target,), acts={"ASSAULT": 1.0},
        figures=(Figure("killed", dead, dead if chance.random() < 0.7 else None, 1.0),),
    )  # fmt: skip


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    reports = stream(count + 300)
    history = History(Collection.of(report[0] for report in reports[:300]))
    costs = []
    for report in reports:
        before = time.process_time()
        history.add(report)
        history.settle()
        costs.append(time.process_time() - before)
    costs = costs[300:]
    tenth = len(costs) // 10
    means = [1000 * sum(costs[n : n + tenth]) / tenth for n in range(0, tenth * 10, tenth)]
    print("ms a report, by tenth:", " ".join(f"{mean:.2f}" for mean in means))
    groups = history.incidents()
    largest, acts = max(map(len, groups)), sum(map(len, reports))
    print(f"last over first: {means[-1] / means[0]:.2f}   {len(groups)} incidents of {acts} acts, the largest {largest}")


if __name__ == "__main__":
    main()
