"""What a user may choose about reading. Everything has a default; nothing is read from the environment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that change what is read; two readers with the same settings give the same bytes."""
