"""Names made comparable: one key for all the ways a name is written."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "ə": "a",
        "Ə": "A",
    }
)
_MARKS = re.compile(r"['’‘ʿʾʻʼ`´.·ˈ‎‏]")
_GAPS = re.compile(r"[\s\-‐‑–—_/,;:()\[\]\"“”]+")
_WRITTEN = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and"}
_ARTICLES = frozenset("al ar as ash ad adh at ath an az el es er ed et en ez esh il".split())
_TALL = {"tall": "tal", "tell": "tal", "tel": "tal", "kafar": "kafr", "kfar": "kafr", "dayr": "dair", "deir": "dair"}
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ei", "ai"), ("ay", "ai"), ("ey", "ai"), ("y", "i"), ("o", "u"), ("e", "a"), ("w", "u"),
)  # fmt: skip


def name_key(name: str) -> str:
    """The key of a name: no case, diacritics, apostrophes, dots or hyphens; "St." is "saint"; no leading "the".

    Empty when the name has letters outside the Latin alphabet. "U.S." and "US" are one key, as are "Jisr al-Shughur" and "Jisr Al Shughur".
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name.translate(_LETTERS)) if not unicodedata.combining(c))
    name = _GAPS.sub(" ", _MARKS.sub("", name)).strip().casefold()
    if not name.isascii():
        return ""
    words = [_WRITTEN.get(word, word) for word in name.split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def sound_key(key: str) -> str:
    """A looser key for names brought over from Arabic, Persian, Pashto and their like, where spelling is anybody's choice.

    Articles go, doubled letters are one, vowels and emphatics that transcribers mix up fall together: "raqqa", "ar raqqah" and
    "al rakka" are one. Takes a `name_key`, gives "~" and the loose form, or "" when fewer than four letters are left.
    """
    words = key.split()
    kept = [word for word in words if word not in _ARTICLES] or words
    text = " ".join(_TALL.get(word, word) for word in kept)
    for old, new in _SOUNDS:
        text = text.replace(old, new)
    text = _DOUBLED.sub(r"\1", text)
    text = " ".join(word.removesuffix("h") if len(word) > 3 else word for word in text.split())
    return f"~{text}" if len(text) >= 4 else ""
