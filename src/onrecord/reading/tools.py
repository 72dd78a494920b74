"""What every room is built with, once a process."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.parse import LanguageModel
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True)
class Tools:
    model: LanguageModel
    settings: Settings
