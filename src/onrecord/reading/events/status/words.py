"""The words that say whether an act happened, from vocabulary/acts/status.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

import msgspec

from onrecord.model.record import EventStatus
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.packaged import table as packaged

_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Word to status, for governors, modals, adjectives and adverbs; and plain lists (status.toml says what each is for)."""

    governors: dict[str, EventStatus]
    modals: dict[str, EventStatus]
    adjectives: dict[str, EventStatus]
    adverbs: dict[str, EventStatus]
    conditions: frozenset[str]
    enabling: frozenset[str]
    weighing: frozenset[str]
    attempts: frozenset[str]
    claims: frozenset[str]
    facts: frozenset[str]
    carried: frozenset[str]
    lasting: frozenset[str]
    ending: frozenset[str]
    held: frozenset[str]
    happen: frozenset[str]
    standing: frozenset[str]
    reached: frozenset[str]
    do: frozenset[str]

    def governor(self, word: Word) -> EventStatus | None:
        """What a word says of the act below it. A particle makes another word of a verb ("call off"); "be" says what its predicate does,
        and to call a thing something asks for nothing."""
        if word.dep == "prep":
            return None
        lemma = word.lemma.lower()
        if lemma == "call" and any(child.dep == "oprd" for child in word.children):
            return None
        for child in word.children:
            if child.dep in ("prt", "advmod") and (found := self.governors.get(f"{lemma}+{child.lower}")) is not None:
                return found
            if lemma == "be" and child.dep in ("acomp", "attr") and (found := self.governors.get(child.lemma.lower())) is not None:
                return found
        return self.governors.get(lemma)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    governors: dict[str, str]
    modals: dict[str, str]
    adjectives: dict[str, str]
    adverbs: dict[str, str]
    lists: dict[str, str]


@cache
def load_status_words(do: frozenset[str]) -> StatusWords:
    """The packaged lists. `do`: light verbs, which hand on the status of what they carry."""
    data = msgspec.convert(packaged("onrecord.vocabulary.acts", "status"), _File)
    return StatusWords(
        _by_word(data.governors), _by_word(data.modals), _by_word(data.adjectives), _by_word(data.adverbs),
        do=do, **{name: _listed(words) for name, words in data.lists.items()},
    )  # fmt: skip


def _by_word(table: dict[str, str]) -> dict[str, EventStatus]:
    return {word: status for status in _STATUSES for word in sorted(_listed(table.get(status, "")))}


def _listed(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.replace("\n", " ").split(",") if word.strip())
