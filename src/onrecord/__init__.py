"""onrecord reads news reports on conflict and diplomacy and keeps the record, every value pointing at its words.

`onrecord.read("report.md")` gives a Record; `onrecord.open_store("archive.db")` keeps records and answers questions.
Everything is loaded on first use, so that `import onrecord` costs next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.api import Reader, Result, Store, load_reader, open_store, read, read_many
    from onrecord.errors import InputError, ModelError, OnrecordError, StoreError
    from onrecord.model.record import Record

__version__ = "0.1.0"
__all__ = [
    "InputError", "ModelError", "OnrecordError", "Reader", "Record", "Result", "Store", "StoreError", "__version__", "load_reader",
    "open_store", "read", "read_many",
]  # fmt: skip
_HOMES = {
    "Record": "onrecord.model.record",
    **dict.fromkeys(("InputError", "ModelError", "OnrecordError", "StoreError"), "onrecord.errors"),
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "onrecord.api")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
