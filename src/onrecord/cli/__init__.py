"""Commands: parse arguments, call the API, print. One file a command.

Nothing heavy is imported before a command needs it, so that `--help` and `--version` are quick. Exit status: 0 done; 2 something
the user can mend (an argument, a file, a store); 1 a fault of ours. No traceback reaches a user unless asked for with `-v`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from onrecord.cli.program import run

__all__ = ["main", "run"]


def main(arguments: Sequence[str] | None = None) -> None:
    """The program `onrecord`. Ends the process with its exit status."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
