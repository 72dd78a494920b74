"""Pieces of a page that are not the report: buttons, appeals to readers, pointers to other reports, subject words, sources.

Precision first: a piece is furniture only by its own label, or in a run that a label opens, and never when it reads as prose.
"""

from __future__ import annotations

import re

from onrecord.sources.structure.lines import LONG, Line, labelled, opens_with
from onrecord.vocabulary.sources import furniture

URL = re.compile(r"https?://[^\s<>\"'()\[\]]+|www\.[^\s<>\"'()\[\]]+\.[^\s<>\"'()\[\]]+", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_YOU = re.compile(r"\b(?:you|your|our|us|we)\b", re.I)
_RUN = 25
"""Headlines that one label can open at most."""


def mark_furniture(lines: list[Line]) -> None:
    """Gives a kind to every line that is furniture."""
    for n, line in enumerate(lines):
        if line.is_open:
            _own_words(lines, n)
    for n, line in enumerate(lines):
        if line.kind == "related" and not line.sure:
            _headlines_after(lines, n)
    _links_alone(lines)


def _own_words(lines: list[Line], n: int) -> None:
    line, words = lines[n], furniture()
    if not line.bare or not _LETTER.search(line.bare):
        if not re.search(r"\d", line.text):
            line.kind = "other"
    elif _is_buttons(line) or (line.words <= 6 and opens_with(line.bare, words.share_openings)):
        line.kind = "other"
    elif _is_source(line, lines[n - 1] if n else None):
        line.kind = "source"
    elif (after := labelled(line, words.related_labels)) is not None and _points(line, after):
        line.kind = "related"
    elif (after := labelled(line, words.tag_labels)) is not None and len(after.split()) <= LONG:
        line.kind = "other"
        _subjects_after(lines, n)
    elif _asks_readers(line):
        line.kind = "other"
        _appeal_after(lines, n)
    elif line.words <= 60 and not line.has_quotes and line.bare.startswith(tuple(words.site_openings)):
        line.kind = "other"


def _is_buttons(line: Line) -> bool:
    """One button, or several in a row: "E-mail | Print", "Facebook Twitter"."""
    buttons = furniture().buttons
    if line.bare in buttons:
        return True
    parts = [part.strip() for part in re.split(r"[|/·•\n]", line.bare)]
    if len(parts) > 1:
        return all(part in buttons for part in parts if part)
    return 1 < line.words <= 6 and line.linked > 0.8 and all(word in buttons for word in line.bare.split())


def _is_source(line: Line, before: Line | None) -> bool:
    """ "Original url: https://…", an address by itself, or the label alone before one."""
    urls = URL.findall(line.text) if line.words <= 12 else []
    rest = URL.sub("", line.text).strip(" <>()[]*_\n")
    if urls:
        return not rest or rest.rstrip(":").strip().lower() in furniture().source_labels or (
            before is not None and before.kind == "source" and len(rest.split()) <= 3
        )  # fmt: skip
    return line.bare in furniture().source_labels and line.text.rstrip(" *_").endswith(":") and line.bare != "link"


def _points(line: Line, after: str) -> bool:
    """A label alone, or with a headline: words in a link, or words without the end of a sentence.

    "Read more: talks resume in Doha" points elsewhere; "Related: she said that …" with several sentences does not.
    """
    if not after:
        return True
    words = len(after.split())
    return words <= LONG and (line.linked > 0.5 or not re.search(r"[.!][\"'”’]?(?:\s|$)", after.rstrip()) or bool(URL.search(after)))


def _headlines_after(lines: list[Line], n: int) -> None:
    """A label alone opens a list: what follows is related up to the first line that reads as prose, or is something else."""
    if labelled(lines[n], furniture().related_labels) != "":
        return
    for line in lines[n + 1 : n + 1 + _RUN]:
        if line.kind == "related" or (line.kind == "other" and not line.sure):
            continue
        if line.sure or line.is_prose or not line.headline() or line.kind not in (None, "list", "heading", "caption"):
            return
        line.kind = "related"


def _subjects_after(lines: list[Line], n: int) -> None:
    for line in lines[n + 1 :]:
        if line.sure or line.words > 5 or line.ends_sentence or line.kind not in (None, "list"):
            return
        line.kind = "other"


def _asks_readers(line: Line) -> bool:
    """ "Sign up for our newsletter": opens with an asking word, names what is asked for, and quotes nobody."""
    words = furniture()
    if line.has_quotes or line.words > 60:
        return False
    opening = opens_with(line.bare, words.asks) or ""
    if not opening:
        return False
    rest = line.bare[len(opening) :]
    if rest.startswith(" for ") and opening == "support":
        return False
    named = sum(re.search(rf"\b{re.escape(thing)}\b", rest) is not None for thing in words.asked_for)
    return named >= (2 if line.is_prose and line.words > 12 else 1) or (
        line.words <= 14
        and line.words < LONG
        and _YOU.search(line.bare) is not None
        and opening in ("we appreciate", "thank you for", "thanks for")
    )


def _appeal_after(lines: list[Line], n: int) -> None:
    """An appeal for money goes on for some paragraphs: each speaks of us and of you, or of the press, and quotes nobody."""
    if lines[n].ends_sentence:
        return
    for line in lines[n + 1 : n + 8]:
        if line.sure or line.has_quotes or line.kind not in (None, "other") or not _is_appeal(line):
            return
        line.kind = "other"


def _is_appeal(line: Line) -> bool:
    words = furniture()
    return bool(_YOU.search(line.bare)) or any(thing in line.bare for thing in ("journalism", "reporting", "newsletter", *words.asks))


def _links_alone(lines: list[Line]) -> None:
    """A paragraph that is one link from end to end, and no sentence, points to another report."""
    for n, line in enumerate(lines):
        if line.is_open and line.linked >= 0.9 and 4 <= line.words <= LONG and line.headline() and n > 0 and not URL.search(line.text):
            line.kind = "related"
