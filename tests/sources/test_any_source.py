"""Any bytes under any name give documents or one clear line; whatever is given has sound blocks."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model.document import Document, document_id
from onrecord.sources.open import read_bytes, read_words

SUFFIXES = ["", ".txt", ".md", ".html", ".jsonl", ".pdf", ".unknown"]
_PARTS = st.sampled_from(
    [
        "# ", "\n\n", "\n", "**Related article:** ", "[words](#)", "Read more:", "By Ana Petrov", "4 March 2021", "GENEVA (AP) — ", "<p>", "</p>", "<html>", "<a href='x'>", "Facebook", "- ", "> ", "|a|b|\n|-|-|\n",
        "```", "![x](y)", "\u202e", "\x00", "\ud800", "\r", "é", "😀", "مرحبا", "Photo: X/AFP", "https://a.example/b", "Tags:", "The army said on Friday that it had left the town. ", "\u2028", "&amp;", "\ufeff",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(_PARTS, max_size=40).map("".join))


def sound(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end
    assert all(0 <= link.span.start < link.span.end <= len(document.text) for link in document.links)
    assert document.id == document_id(document.text)
    document.text.encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(SUFFIXES))
def test_any_text_is_documents_or_one_line(text: str, suffix: str) -> None:
    try:
        found = list(read_bytes(text.encode("utf-8", "surrogatepass"), "file", suffix))
    except InputError as error:
        assert "\n" not in str(error) and str(error).startswith("file")
        return
    for document in found:
        if isinstance(document, Document):
            sound(document)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(SUFFIXES))
def test_any_bytes_are_documents_or_one_line(data: bytes, suffix: str) -> None:
    try:
        found = list(read_bytes(data, "file", suffix))
    except InputError as error:
        assert "\n" not in str(error)
        return
    for document in found:
        if isinstance(document, Document):
            sound(document)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_a_text_again_gives_the_same(text: str) -> None:
    with contextlib.suppress(InputError):
        assert read_words(text) == read_words(text)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl"])
@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "[",
        "*a ",
        "`",
        "> ",
        "<div>",
        "a\n\n",
        "- a\n",
        "![[",
        "(AP) — ",
        "<a href=x>",
        "1. ",
        "Read more: ",
        "\\",
        "&amp;",
        "_a_ ",
        "|",
    ],
)
def test_a_hostile_megabyte_is_read_in_time(unit: str, suffix: str) -> None:
    size = 200_000
    data = (unit * (size // len(unit))).encode()
    if suffix == ".jsonl":
        data = b'{"text": "' + data.replace(b"\\", b"\\\\").replace(b"\n", b"\\n") + b'"}'
    began = time.process_time()
    try:
        for document in read_bytes(data, "file", suffix):
            if isinstance(document, Document):
                sound(document)
    except InputError as error:
        assert "\n" not in str(error)
    assert time.process_time() - began < 20
