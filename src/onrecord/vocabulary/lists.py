"""Plain lists of words that the rooms ask for by name. Data in the `lists.toml` of each folder, a table for each file that asks."""

from __future__ import annotations

from functools import cache

import msgspec

from onrecord.errors import OnrecordError
from onrecord.vocabulary.packaged import table


@cache
def _tables(folder: str) -> dict[str, dict[str, str]]:
    return msgspec.convert(table(f"onrecord.vocabulary.{folder}", "lists"), dict[str, dict[str, str]])


def word_list(folder: str, name: str) -> frozenset[str]:
    """The words of one list, in lower case.

    Args:
        folder: a folder of the vocabulary, such as "mediation".
        name: table and list, such as "roles.factions".

    Raises:
        OnrecordError: there is no such list, or it is empty.
    """
    file, _, key = name.partition(".")
    listed = _tables(folder).get(file, {}).get(key, "")
    words = frozenset(word.strip() for word in listed.replace("\n", " ").split(",") if word.strip())
    if not words:
        raise OnrecordError(f"vocabulary/{folder}/lists.toml has no list {name}: the package is damaged; install it again")
    return words
