"""The packaged weights of the learned heads: read from and written to one file of plain arrays."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from onrecord.errors import ModelError
from onrecord.reading.parse import LanguageModel
from onrecord.reading.statements.features import Codes
from onrecord.reading.statements.learned import Heads
from onrecord.reading.statements.net import Net

_FILE = "weights.npz"
_PARTS = ("dense", "bias", "middle", "middle_bias", "out", "out_bias")
_NETS = ("cue", "arc", "cut", "whole")
_FLOORS = ("cue_floor", "whole_floor")


def load_heads(model: LanguageModel) -> Heads:
    """The packaged heads. Raises ModelError when the file is missing or was made for another parser."""
    with as_file(files("onrecord.reading.statements") / _FILE) as path:
        return read_heads(path, model)


def read_heads(path: Path, model: LanguageModel) -> Heads:
    """The heads kept at `path`. Raises ModelError as `load_heads` does."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["parser"]) != model.digest:
                raise ModelError(
                    "the weights of the statements room were trained on another parser's vectors: train them again (models/statements)"
                )
            words, labels = ([str(x) for x in kept[name]] for name in ("words", "labels"))
            codes = Codes(
                {word: n for n, word in enumerate(words, 1)},
                {label: n for n, label in enumerate(labels, 1)},
                frozenset(str(x) for x in kept["cues"]),
            )
            nets = {}
            for name in _NETS:
                tables = tuple(kept[f"{name}/table{k}"].astype(np.float32) for k in range(int(kept[f"{name}/tables"])))
                nets[name] = Net(tables, *(kept[f"{name}/{part}"].astype(np.float32) for part in _PARTS))
            floors = [float(kept[name]) for name in _FLOORS]
    except FileNotFoundError as error:
        raise ModelError(f"the weights of the statements room are missing ({path}): install onrecord again") from error
    return Heads(nets["cue"], nets["arc"], nets["cut"], nets["whole"], codes, floors[0], floors[1], model.vector)


def write_heads(path: Path, heads: Heads, parser: str) -> None:
    """Keeps heads in half precision: the answers differ in the third digit, the file is half as long."""
    arrays: dict[str, np.ndarray] = {
        "parser": np.array(parser),
        "words": np.array(list(heads.codes.words)),
        "labels": np.array(list(heads.codes.labels)),
        "cues": np.array(sorted(heads.codes.cues)),
        **{name: np.array(getattr(heads, name)) for name in _FLOORS},
    }
    for name in _NETS:
        net: Net = getattr(heads, name)
        arrays[f"{name}/tables"] = np.array(len(net.tables))
        for k, table in enumerate(net.tables):
            arrays[f"{name}/table{k}"] = table.astype(np.float16)
        for part in _PARTS:
            arrays[f"{name}/{part}"] = getattr(net, part).astype(np.float16)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
