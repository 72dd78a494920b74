"""From a path or bytes to documents: which format it is, by its content first and its suffix where the content does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.decode import Decoded, decode
from onrecord.sources.draft import Facts
from onrecord.sources.jsonl import read_line, read_rows
from onrecord.sources.mail import is_mail

SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".txt": "text", ".text": "text", "": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".eml": "mail", ".srt": "subtitles", ".vtt": "subtitles",
}  # fmt: skip
"""The format of a file by its name, where its content does not say."""
_MARKDOWN = re.compile(rb"\A\s*#{1,3} \S|\[[^\]\n]{1,200}\]\((?:https?://|#)")
"""A heading at the start or a link: Markdown without a name (standard input)."""
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\[\s*\{)")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
ROW = ".row"
"""The suffix of bytes that are one line of JSON Lines."""
_NOT_TEXT = (
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)


def read_path(path: Path, published: str | None = None) -> Iterator[Document | InputError]:
    """The documents of one file, in order; a line of JSON Lines that is no report gives its error instead, and the rest goes on.

    `published` (ISO) is the day of publication, over what the report says. Raises InputError when the file cannot be read at all.
    """
    yield from read_bytes(file_bytes(path), str(path), path.suffix, published)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError with the reason in plain words."""
    with plain_reasons(path):
        return path.read_bytes()


@contextmanager
def plain_reasons(path: Path) -> Iterator[None]:
    """Turns what the system says of a file into one line for a person. Raises InputError."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: a folder, not a file") from error
    except PermissionError as error:
        raise InputError(f"{path}: no permission to read it") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error


def read_bytes(data: bytes, key: str, suffix: str = "", published: str | None = None) -> Iterator[Document | InputError]:
    """As `read_path`, for bytes that are already here; `suffix` (".md") decides where they do not say what they are."""
    if suffix == ROW:
        yield _dated(read_line(data, key), published)
        return
    form = format_of(data, key, suffix)
    if form == "pdf":
        from onrecord.sources.pdf import read_pdf

        yield _dated(read_pdf(data, Facts(key)), published)
    elif form == "html":
        from onrecord.sources.html import read_html

        yield _dated(read_html(data, Facts(key)), published)
    elif form == "jsonl":
        yield from (_dated(found, published) if isinstance(found, Document) else found for found in read_rows(data, key))
    elif form == "feed":
        from onrecord.sources.feed import read_feed

        yield from (_dated(found, published) if isinstance(found, Document) else found for found in read_feed(data, key))
    elif form == "mail":
        from onrecord.sources.mail import read_mail

        yield _dated(read_mail(data, Facts(key)), published)
    else:
        yield _dated(_text(decode(data, key), form, key), published)


def format_of(data: bytes, key: str, suffix: str) -> str:
    """markdown, text, html, pdf, jsonl, feed, mail or subtitles. Raises InputError for an empty file, and for what is known to hold
    no text.
    """
    if not data.strip():
        raise InputError(f"{key}: the file is empty: give a file with a report in it")
    for mark, name in _NOT_TEXT:
        if data.startswith(mark):
            raise InputError(f"{key}: {name}, not a report: give Markdown, HTML, plain text, PDF or JSON Lines")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    named = SUFFIXES.get(suffix.lower())
    if named == "pdf":
        raise InputError(f"{key}: a broken or locked PDF (it does not begin like one): print it anew or give its text")
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if named in (None, "text", "feed", "html") and (head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or named == "html"):
        return "html"
    if named == "feed" or (suffix == "" and is_feed(data)):
        return "feed"
    if named in (None, "text") and is_mail(data):
        return "mail"
    if suffix == "" and is_json(data):
        return "jsonl"
    return "markdown" if suffix == "" and _MARKDOWN.search(data[:20_000]) else named or "text"


def is_json(data: bytes) -> bool:
    """Whether bytes without a name are JSON or JSON Lines of reports."""
    return _JSON.match(data) is not None and b'"text"' in data[:1_000_000]


def is_feed(data: bytes) -> bool:
    """Whether bytes without a name are a feed."""
    return _FEED.search(data[:4096]) is not None


def _text(decoded: Decoded, form: str, key: str) -> Document:
    facts = Facts(key, warnings=decoded.warnings)
    if form == "markdown":
        from onrecord.sources.markdown import read_markdown

        return _worded(read_markdown(decoded.text, facts))
    from onrecord.sources.subtitles import is_subtitles, read_subtitles
    from onrecord.sources.text import read_text

    if form == "subtitles" or is_subtitles(decoded.text):
        return _worded(read_subtitles(decoded.text, facts))
    return _worded(read_text(decoded.text, facts))


def _worded(document: Document) -> Document:
    if not document.text.strip():
        raise InputError(f"{document.key}: the file is empty: give a file with a report in it")
    return document


def _dated(document: Document, published: str | None) -> Document:
    """The document with the day that the user gave; a report that says another day gets a warning."""
    if published is None:
        return document
    from msgspec.structs import replace as with_

    other = document.published
    said = other is not None and other[:10] != published[:10]
    warnings = (*document.warnings, f"taken as published on {published}, as given; the report says {other}") if said else document.warnings
    return with_(document, published=published, published_span=None, warnings=warnings)


def read_words(text: str, key: str = "text", published: str | None = None, form: str = "text") -> Document:
    """The document of a text that is already a string; `form` is text, markdown or html. Raises InputError when it has no words."""
    from onrecord.sources.decode import clean

    if form == "html":
        from onrecord.sources.html import read_html

        return _dated(read_html(clean(text).text.encode(), Facts(key)), published)
    if not text.strip():
        raise InputError(f"{key}: the text is empty: give a report")
    decoded = clean(text)
    return _dated(_text(replace(decoded), form, key), published)
