"""The program: its options, its commands, and what it does when something goes wrong."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from onrecord import __version__
from onrecord.cli import actors, acts, doctor, export, find, forget, incidents, listing, mediation, read, review, serve, show, tolls
from onrecord.cli.options import Quiet, Verbose, Volume
from onrecord.cli.output import close_quietly, complain, steady_streams
from onrecord.errors import OnrecordError

_Usage: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
"""Typer brings a click of its own since 0.20 and used the package before: its errors are known by what it exports."""
_INTERRUPTED = 130
"""What newer versions of Typer answer with to Ctrl-C; older ones let the interruption through."""
_STOPPED = "onrecord: stopped"
app = typer.Typer(
    name="onrecord",
    help="Reads news reports on conflict and diplomacy and keeps the record, every value pointing at its words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read.read)
app.command("show")(show.show)
app.command("search")(find.search)
app.command("list")(listing.list_)
app.command("incidents")(incidents.incidents)
app.command("tolls")(tolls.tolls)
app.command("mediation")(mediation.mediation)
app.command("actors")(actors.actors)
app.command("forget")(forget.forget)
app.command("export")(export.export)
app.add_typer(review.review, name="review")
app.add_typer(acts.acts, name="acts")
app.command("serve")(serve.serve)
app.command("doctor")(doctor.doctor)


def _version(given: bool) -> None:
    if given:
        print(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    quiet: Quiet = False,
    verbose: Verbose = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)] = False,
) -> None:
    """Reads news reports on conflict and diplomacy and keeps the record, every value pointing at its words."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command. Returns the exit status; raises nothing."""
    steady_streams()
    volume = Volume()
    try:
        status = typer.main.get_command(app).main(list(arguments), prog_name="onrecord", standalone_mode=False, obj=volume)
        sys.stdout.flush()
    except OnrecordError as error:
        return _failed(str(error), error.exit_status, volume)
    except _Usage as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # its message is the whole help
            print(error.format_message(), file=sys.stderr)
            return 2
        return _failed(f"onrecord: {error.format_message()} (see `onrecord --help`)", 2, volume)
    except (KeyboardInterrupt, typer.Abort):
        return _failed(_STOPPED, 2, volume)
    except (BrokenPipeError, SystemExit):  # click answers a closed pipe with an exit of its own, and nothing else
        close_quietly()
        return 0
    except Exception as error:  # noqa: BLE001 - the last line of defence: one line, never a traceback unasked
        said = " ".join(str(error).split())[:300]
        return _failed(f"onrecord: a fault of ours ({type(error).__name__}: {said}); please report it with the output of -v", 1, volume)
    if status == _INTERRUPTED:
        return _failed(_STOPPED, 2, volume)
    return status if isinstance(status, int) else 0


def _failed(problem: str, status: int, volume: Volume) -> int:
    complain(problem)
    if volume.level > 1:
        traceback.print_exc()
    return status
