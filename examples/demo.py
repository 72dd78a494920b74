"""What `make demo` runs: reads the three example reports, keeps them in a store, and shows the record of one.

The reports are ours; their outlets do not exist.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from onrecord.cli import run

HERE = Path(__file__).parent
STORE = HERE.parent / ".cache" / "demo.db"


def command(*arguments: str) -> None:
    """Runs a command as it would be typed, and stops the demonstration when it fails."""
    print(f"$ onrecord {' '.join(arguments)}", flush=True)
    if status := run(arguments):
        sys.exit(status)
    print(flush=True)


def main() -> None:
    STORE.parent.mkdir(exist_ok=True)
    reports, store = os.path.relpath(HERE / "reports"), os.path.relpath(STORE)
    command("read", reports, "--store", store)
    command("list", "--store", store)
    command("search", "ceasefire", "--store", store)
    command("show", str(Path(reports) / "border-truce.html"), "--store", store)
    print(f"The store stays at {store}: try `onrecord show ID --store {store}`, or read your own files into it.")


if __name__ == "__main__":
    main()
