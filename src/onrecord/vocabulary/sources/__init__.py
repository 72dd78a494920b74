"""The words of pages: furniture around a report, labels of dates, credits and sources, and the commonest English words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`furniture.toml`, every list as a set of lower-case phrases. What each is for stands beside it in the file."""

    buttons: frozenset[str]
    share_openings: frozenset[str]
    related_labels: frozenset[str]
    tag_labels: frozenset[str]
    asks: frozenset[str]
    asked_for: frozenset[str]
    site_openings: frozenset[str]
    credit_labels: frozenset[str]
    caption_labels: frozenset[str]
    byline_openings: frozenset[str]
    desk_openings: frozenset[str]
    desk_endings: frozenset[str]
    no_person: frozenset[str]
    desk_names: frozenset[str]
    source_labels: frozenset[str]
    date_labels: frozenset[str]
    later_labels: frozenset[str]
    weekdays: frozenset[str]
    zones: frozenset[str]
    not_places: frozenset[str]
    agencies: frozenset[str]


class PageNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`html.toml`: words of class and id names, by what they mark."""

    related: frozenset[str]
    other: frozenset[str]
    byline: frozenset[str]
    date: frozenset[str]
    intro: frozenset[str]
    caption: frozenset[str]
    credit: frozenset[str]
    dateline: frozenset[str]


class _FunctionWords(msgspec.Struct, frozen=True):
    words: frozenset[str]


@cache
def furniture() -> Furniture:
    """The table of page furniture."""
    return msgspec.toml.decode((files(__package__) / "furniture.toml").read_bytes(), type=Furniture)


@cache
def page_names() -> PageNames:
    """The table of class and id names."""
    return msgspec.toml.decode((files(__package__) / "html.toml").read_bytes(), type=PageNames)


@cache
def function_words() -> frozenset[str]:
    """The commonest English words."""
    return msgspec.toml.decode((files(__package__) / "function_words.toml").read_bytes(), type=_FunctionWords).words
