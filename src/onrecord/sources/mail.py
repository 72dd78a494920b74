"""Mail: the message's words, its subject as title, the day it was sent as the day of publication."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.decode import clean
from onrecord.sources.draft import Facts
from onrecord.sources.html import read_fragment
from onrecord.sources.structure import iso_date
from onrecord.sources.text import read_text

_HEADERS = rb"From|To|Cc|Subject|Date|Sent|Reply-To|Return-Path|Received|Delivered-To|Message-ID|MIME-Version|Content-Type|X-[\w-]+"
_HEAD = re.compile(rb"\A(?:(?:" + _HEADERS + rb"): [^\n]*\n(?:[ \t]+[^\n]*\n)*){3,}\s*?\n", re.I)
_AGAIN = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.I)


def is_mail(data: bytes) -> bool:
    """Whether bytes begin with the headers of a message: three or more, then a blank line."""
    return _HEAD.match(data[:20_000].replace(b"\r\n", b"\n")) is not None


def read_mail(data: bytes, facts: Facts) -> Document:
    """The document of a message. Its plain words are taken, else its HTML; attachments are not read. Raises InputError without words."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what the policy makes
    facts = replace(facts, title=_subject(message), published=day_sent(str(message["Date"] or "")))
    body = message.get_body(("plain", "html"))
    words = _words(body) if isinstance(body, EmailMessage) else ""
    if not words.strip():
        raise InputError(f"{facts.key}: a message without words: save what is attached by itself")
    if body is not None and body.get_content_type() == "text/html":
        return read_fragment(clean(words).text, facts)
    decoded = clean(words)
    return read_text(decoded.text, replace(facts, warnings=decoded.warnings))


def day_sent(text: str | None) -> str | None:
    """The ISO day of a header's date, or the time where it has an offset; None when it is no date."""
    if not text or (found := iso_date(text)):
        return found if text else None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError):
        return None
    return moment.isoformat() if moment.tzinfo is not None else moment.date().isoformat()


def _words(body: EmailMessage) -> str:
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError):  # an encoding that nobody knows
        data = body.get_payload(decode=True)
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _subject(message: EmailMessage) -> str | None:
    return _AGAIN.sub("", " ".join(str(message["Subject"] or "").split())) or None
