"""The dateline that opens a paragraph: "GENEVA, 3 May (Agency) —", "(May 3, 2024 / Agency)", "KHARTOUM:".

It is a block of its own, so that neither the place where a reporter sat nor the agency's name enters the first sentence.
A place in small letters counts only with a day or an agency beside it: "Russia — which denies it —" is a sentence.
"""

from __future__ import annotations

import re

from onrecord.vocabulary.sources import furniture

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CAPS = r"[A-ZÀ-ÞŠŽČĆĐ][A-ZÀ-ÞŠŽČĆĐ.'’\-]*"
_TITLE = r"[A-ZÀ-ÞŠŽČĆĐ][\w.'’\-]*"
_CAPS_PLACE = rf"{_CAPS}(?:[\s/]{{1,2}}{_CAPS}){{0,4}}"
_PLACE = rf"{_TITLE}(?:[\s/]{{1,2}}(?:de|la|el|al|of|the|and|{_TITLE})){{0,4}}"
_REGION = rf"(?:,\s{_PLACE}){{0,2}}"
_AGENCY = r"\((?P<agency>[A-Z][^()\n]{1,40})\)"
_DASH = r"(?:\s?[—–―]\s?|\s--?\s|\s?--\s?)"
_NEXT = r"(?=[\"'“‘(\[]{0,2}[A-Z0-9À-Þ])"

_WITH_AGENCY = re.compile(rf"(?P<place>{_CAPS_PLACE}|{_PLACE}){_REGION}(?:,?\s{_DATE})?,?\s?{_AGENCY}(?:{_DASH}|:\s){_NEXT}")
_DATED = re.compile(rf"(?P<place>{_CAPS_PLACE}|{_PLACE}){_REGION},?\s{_DATE}(?:{_DASH}|:\s){_NEXT}")
_CAPS_SHORT = rf"{_CAPS}(?:[\s/]{{1,2}}{_CAPS}){{0,2}}"
_CAPITALS = re.compile(rf"(?P<place>{_CAPS_SHORT}){_REGION}{_DASH}{_NEXT}")
_COLON = re.compile(rf"(?P<place>{_CAPS}(?:\s{_CAPS})?){_REGION}:\s{_NEXT}")
_BRACKETED = re.compile(
    rf"\((?:{_DATE}\s?[/,–—-]\s?)?(?P<agency>[A-Z][^()\n]{{1,30}}?)(?:\s?[/,–—-]\s?{_DATE})?\)(?P<dash>{_DASH}|\s){_NEXT}"
)
_LONGEST = 110
_REACH = 3
"""Datelines stand in the first paragraphs of a report; an agency's name may open one anywhere (a page of several reports)."""


def dateline_end(text: str, start: int, end: int, paragraph: int) -> int | None:
    """Where the dateline of the paragraph `text[start:end]` ends, its dash included; None when it has none.

    `paragraph` counts the paragraphs before it in the report.
    """
    head = text[start : min(end, start + _LONGEST)]
    if (found := _WITH_AGENCY.match(head)) and _is_place(found.group("place")):
        capitals = found.group("place").isupper() and len(found.group("place")) >= 4 and paragraph < _REACH
        if capitals or _is_agency(found.group("agency")):
            return start + _trimmed(head, found.end())
    if (found := _BRACKETED.match(head)) and _brackets(found):
        return start + _trimmed(head, found.end())
    if paragraph >= _REACH:
        return None
    for pattern, letters in ((_DATED, 3), (_CAPITALS, 4), *(((_COLON, 4),) if paragraph == 0 else ())):
        found = pattern.match(head)
        if found and _is_place(found.group("place")) and len(found.group("place")) >= letters:
            return start + _trimmed(head, found.end())
    return None


def _trimmed(head: str, end: int) -> int:
    return len(head[:end].rstrip())


def _is_place(words: str) -> bool:
    return not any(word.strip(".,").lower() in furniture().not_places for word in words.split())


def _is_agency(words: str) -> bool:
    """A known agency, or a name of at most four words in capitals: "(RSF) - " after a group's name is an abbreviation."""
    lower = words.lower()
    return lower in furniture().agencies or any(part.strip() in furniture().agencies for part in re.split(r"[/,–—]", lower))


def _brackets(found: re.Match[str]) -> bool:
    """Brackets alone: a known agency, or a day and some name."""
    return _is_agency(found.group("agency")) or (re.search(_DATE, found.group()) is not None and len(found.group("agency")) <= 30)
