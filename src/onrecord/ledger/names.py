"""How two names compare: the same, spelled otherwise, a part of the other, or its initials."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.ledger.words import sound, tokens

SMALL = frozenset(("al", "el", "the", "of", "and", "for", "de", "la", "von", "van", "bin", "ibn", "abu", "st", "mr", "mrs", "ms", "dr"))


def normal(name: str) -> str:
    """A name without case, accents, articles and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = [token.form.lower().replace("’", "").replace("'", "") for token in tokens(plain)]
    return " ".join(word for word in words if word != "the") or plain.strip().lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart."""

    text: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    initials: str

    def likeness(self, other: Name) -> tuple[float, str]:
        """From 0 to 1, with the reason in words."""
        if self.text == other.text:
            return (0.93 if len(self.words) > 1 else 0.7), "the same name"
        if not self.words or not other.words:
            return 0.0, ""
        short, long = sorted((self, other), key=lambda name: len(name.words))
        if len(short.words) == len(long.words) and short.sounds == long.sounds:
            # the sound of a first vowel is not kept: Ada and Ida may be two
            alike = len(short.words) > 1 and all(a[0] == b[0] for a, b in zip(short.words, long.words, strict=True))
            return (0.7 if alike else 0.5), "the same name, spelled otherwise"
        if len(short.words) == 1 and len(long.words) >= 3 and short.words[0] == long.initials and len(long.initials) >= 3:
            return 0.8, "its initials"
        if set(short.words) < set(long.words):
            return (0.8 if len(short.words) > 1 else 0.6 if short.words[0] == long.words[-1] else 0.45), "a part of the name"
        if set(short.sounds) < set(long.sounds) and len(short.sounds) > 1:
            return 0.65, "a part of the name, spelled otherwise"
        return 0.0, ""


@lru_cache(maxsize=100_000)
def compared(name: str) -> Name:
    """A name ready to be compared."""
    words = tuple(word for word in normal(name).replace("-", " ").split() if word not in SMALL)
    capitals = "".join(token.form[0] for part in tokens(name) for token in tokens(part.form.replace("-", " ")) if token.form[0].isupper())
    return Name(normal(name), words, tuple(sound(word) for word in words), capitals.lower())
