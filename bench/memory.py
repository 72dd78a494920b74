"""Peak memory of one worker, and the seconds from a cold start to the first record: each in a process of its own."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import time; began = time.perf_counter()
from bench.reports import reports
from onrecord.reading.pipeline import load_reader
reader = load_reader()
for n, document in enumerate(reports({count})):
    reader.read(document)
    if n == 0: print(f"first report read {{time.perf_counter() - began:.2f}} s after the process began to import")
import resource
print(f"peak memory after {count} reports: {{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}} MB (goal: under 900)")
"""


def main() -> None:
    for count in (1, 200):
        print(subprocess.run([sys.executable, "-c", CODE.format(count=count)], capture_output=True, text=True, check=True).stdout, end="")


if __name__ == "__main__":
    main()
