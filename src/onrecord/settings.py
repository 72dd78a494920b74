"""What a user may choose about reading. Everything has a default; nothing is read from the environment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that change what is read; two readers with the same settings give the same bytes."""

    statements: Literal["rules", "learned"] = "learned"
    """How attributed speech is found: by the lexicon's frames alone, or by the heads trained on political news."""

    acts: str | None = None
    """A file of acts of the user's own (TOML, see docs/explanation/events.md), read after the packaged ones; a later row wins."""
