"""What stands over and under a report: its title, who wrote it, when, whose pictures; and the headings inside it."""

from __future__ import annotations

import re

from onrecord.model.span import Span
from onrecord.sources.structure.dates import DateLine, date_line
from onrecord.sources.structure.lines import Line, labelled, line_at, opens_with
from onrecord.vocabulary.sources import furniture

_HEAD = 8
"""Lines before the first paragraph of prose that may be the head of a report."""
_NAME = re.compile(r"[A-ZÀ-ÞŠŽČĆĐ][\w.'’\-]*|(?:al|el|bin|ibn|van|von|der|de|del|di|da|la|le)(?:-[A-Z][\w'’\-]*)?|and|&|,|in|for|at|/|\|")
_PICTURE = re.compile(r"\s(?:photos?|pictures?|images?|file)$")
_SITE_TAIL = re.compile(r"\s+[-–—|·»]\s+[^-–—|·»]{2,40}$")


def head_end(lines: list[Line]) -> int:
    """The number of the first line of prose: what comes before it is the head."""
    for n, line in enumerate(lines):
        if line.kind in (None, "quote") and line.is_prose:
            return n
    return len(lines)


def mark_title(lines: list[Line], title: str | None) -> None:
    """The title is the line that says what the metadata call the title, or the markup's first heading."""
    if any(line.kind == "title" for line in lines):
        return
    end = min(head_end(lines) + 1, len(lines))
    if title:
        wanted = _plain(title)
        for line in lines[:end]:
            if line.kind in (None, "heading") and line.words >= 2 and _plain(line.text) in (wanted, _plain(_SITE_TAIL.sub("", title))):
                line.kind = "title"
                return


def guess_title(lines: list[Line]) -> None:
    """Where nothing names a title: the first line, when it is a headline and prose or the rest of a head comes after it."""
    first = next((line for line in lines if line.kind not in ("other", "related", "source")), None)
    if first is None or first.kind not in (None, "heading") or not 3 <= first.words <= 25 or first.ends_sentence or first.text[-1] in ":,;":
        return
    rest = lines[lines.index(first) + 1 :]
    if rest and (any(line.is_prose for line in rest[:_HEAD]) or rest[0].kind in ("date", "byline", "credit")):
        first.kind = "title"


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def mark_dates(lines: list[Line]) -> list[tuple[Line, DateLine]]:
    """Date lines: any in the head, elsewhere only those that say what they are ("Published …", "Date: …")."""
    found = []
    end = head_end(lines)
    for n, line in enumerate(lines):
        if not (line.is_open or line.kind == "date") or line.words > 20:
            continue
        date = date_line(line.text)
        if date is None or (line.kind != "date" and n >= end and opens_with(line.bare, furniture().date_labels) is None):
            continue
        if line.kind != "date" and n >= end and n < len(lines) - 4 and n > _HEAD:
            continue
        line.kind = "date"
        found.append((line, date))
    return found


def mark_credits(lines: list[Line]) -> None:
    """Credits, captions and bylines by their labels or by what they are made of."""
    words, end = furniture(), head_end(lines)
    for n, line in enumerate(lines):
        if not line.is_open:
            continue
        in_head = n < end
        if labelled(line, words.caption_labels) or (
            opens_with(line.bare, words.caption_labels, 2) in ("image caption", "media caption", "photo caption")
        ):
            line.kind = "caption"
        elif _is_credit(line, in_head):
            line.kind = "credit"
        elif in_head and (_is_byline(line) or line.bare in words.desk_names or line.bare in words.agencies):
            line.kind = "byline"


def mark_desks(lines: list[Line]) -> None:
    """Lines that name who reported, wrote and edited: bylines wherever they stand."""
    for line in lines:
        if line.is_open and _is_desk(line):
            line.kind = "byline"


def is_desk(text: str) -> bool:
    """A line that names who reported, wrote or edited."""
    return _is_desk(line_at(text, Span(0, len(text)), None, False, 0.0))


def _is_desk(line: Line) -> bool:
    """ "(Reporting by … ; editing by …)", "Agency writer … contributed to this report." """
    words = furniture()
    if line.has_quotes or line.words > 80:
        return False
    opening = opens_with(line.bare, words.desk_openings)
    return opening is not None or (line.words <= 45 and line.bare.endswith(tuple(words.desk_endings)))


def _is_credit(line: Line, in_head: bool) -> bool:
    words = furniture()
    if line.words > 16:
        return False
    after = labelled(line, words.credit_labels)
    if after and _names(after):
        return True
    if opens_with(line.bare, words.credit_labels) in (
        "image copyright",
        "image source",
        "photo by",
        "picture by",
        "image courtesy of",
        "photo courtesy of",
    ):
        return line.words <= 10 and not line.ends_sentence
    if line.ends_sentence and not line.text.rstrip().endswith(")"):
        return False
    parts = [
        re.sub(r"\s(?:photos?|pictures?|images?|file)$", "", part.strip(" ()©").lower())
        for part in re.split(r"[/,|()–—]| via | - ", line.text)
        if part.strip(" ()©")
    ]
    agency = any(part in words.agencies or re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,6}", part) for part in parts)
    slashed = "/" in line.text or " via " in line.text or line.text.lstrip("( ").startswith("©")
    return agency and slashed and _names(line.text) and (in_head or line.words <= 8)


def _names(text: str) -> bool:
    """Nothing but names, joints and domains."""
    for word in re.findall(r"[^\s,/|()©;]+", text):
        if not (_NAME.fullmatch(word) or re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,6}|via|by|of|the|–|-|—|\d{4}|[A-Z\-]+\.?", word)):
            return False
    return True


def _is_byline(line: Line) -> bool:
    """ "By Ana Petrov and Li Wei, Agency": the word and names, in the head, no sentence."""
    if line.words > 14 or opens_with(line.bare, furniture().byline_openings, 2) is None:
        return False
    rest = line.text.split(None, 1)
    rest_words = rest[1] if len(rest) == 2 else ""
    names = [word for word in rest_words.split() if word[:1].isupper()]
    return bool(names) and _names(rest_words.rstrip(".")) and len(names) >= 2


def mark_headings(lines: list[Line]) -> None:
    """A short line without the end of a sentence between two paragraphs of prose is a heading."""
    before: Line | None = None
    for line, after in zip(lines, lines[1:], strict=False):
        between = after.is_prose and before is not None and before.is_prose and before.kind is None
        bare = not line.ends_sentence and line.text[-1] not in ":,;—–-" and line.text[0] not in "—–-"
        if line.kind is None and line.words <= 10 and between and bare:
            line.kind = "heading"
        if line.kind not in ("credit", "caption", "other", "related"):
            before = line


def authors_of(text: str) -> tuple[str, ...]:
    """The names in a byline, as they stand: "By Ana Petrov and Li Wei, Agency" gives two."""
    rest = re.sub(r"^\s*(?:written |story |reported |posted )?by\s*:?\s+|^\s*authors?\s*:\s*", "", text, flags=re.I)
    if rest == text:
        return ()
    rest = re.split(r"\s+(?:in|for)\s+|[|•·/]|\s[-–—]\s", rest)[0]
    names = [part.strip(" .") for part in re.split(r",|\s+and\s+|\s*&\s*|;", rest)]
    words = furniture()
    return tuple(
        name
        for name in names
        if 2 <= len(name.split()) <= 5
        and name.lower() not in words.agencies
        and not {*name.lower().split()} & words.no_person
        and _names(name)
    )
