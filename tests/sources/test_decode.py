"""Bytes to text, whatever wrote them."""

from __future__ import annotations

import json

import pytest

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.decode import decode
from onrecord.sources.jsonl import read_line
from onrecord.sources.open import read_bytes

WORDS = "The President’s envoy left São Paulo – “for good”, he said. It was the third visit in a year to the café."


def one(data: bytes, suffix: str = ".txt") -> Document:
    (found,) = read_bytes(data, "file", suffix)
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_all_its_forms(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding), "file")
    assert decoded.text == WORDS and not decoded.warnings


def test_old_western_text_is_read_with_a_warning() -> None:
    decoded = decode(WORDS.encode("cp1252"), "file")
    assert decoded.text == WORDS
    assert len(decoded.warnings) == 1 and "not UTF-8" in decoded.warnings[0]


def test_a_few_broken_bytes_cost_only_themselves() -> None:
    data = (WORDS * 20).encode().replace("São".encode(), b"S\xff\xffo", 1)
    decoded = decode(data, "file")
    assert decoded.text.count("\ufffd") == 2 and "São" in decoded.text


def test_line_ends_and_nuls() -> None:
    decoded = decode(b"one\r\ntwo\rthree\x00four and some more words to be a text", "file")
    assert decoded.text.startswith("one\ntwo\nthree\ufffdfour")
    assert "NUL" in decoded.warnings[0]


@pytest.mark.parametrize("data", [b"", b"   \n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_an_error_in_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match="empty") as caught:
        list(read_bytes(data, "file", ".txt"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + bytes(60), b"\x89PNG\r\n\x1a\n" + bytes(50), b"PK\x03\x04" + b"x" * 50]
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", "", ".bin"])
def test_binary_data_is_refused(data: bytes, suffix: str) -> None:
    with pytest.raises(InputError):
        list(read_bytes(data, "file", suffix))


def test_half_a_surrogate_pair_in_json_costs_one_character() -> None:
    document = read_line(b'{"id": "a", "text": "before \\ud800 after and \\ud83d\\ude00 whole"}', "file:1")
    assert document.text == "before \ufffd after and \U0001f600 whole"
    assert len(document.warnings) == 1 and "surrogate" in document.warnings[0]


def test_a_backslash_before_a_u_is_no_surrogate() -> None:
    assert read_line(rb'{"text": "a path C:\\ud800 on a disk"}', "x").text == "a path C:\\ud800 on a disk"


@pytest.mark.parametrize("line", [b"", b"[]", b"{}", b'{"text": 5}', b'{"text": "a"', b"nonsense", b"\xff\xfe{}"])
def test_a_line_that_is_no_report_is_one_line_of_error(line: bytes) -> None:
    with pytest.raises(InputError, match="file:3") as caught:
        read_line(line, "file:3")
    assert "\n" not in str(caught.value)


def test_rows_go_on_after_a_bad_one() -> None:
    found = list(read_bytes(b'{"text": "A first report."}\nnonsense\n\n{"id": 9, "text": "A second."}\n', "rows.jsonl", ".jsonl"))
    assert [type(x).__name__ for x in found] == ["Document", "InputError", "Document"]
    assert [x.key for x in found if isinstance(x, Document)] == ["rows.jsonl:1", "9"]


def test_html_names_its_own_encoding() -> None:
    body = "<p>" + "</p><p>".join([WORDS + " The envoy gave no reason for the visit and left without a word."] * 4) + "</p>"
    source = f'<html><head><meta charset="windows-1252"><title>T</title></head><body><h1>A title of words</h1>{body}</body></html>'
    assert "São Paulo – “for good”" in one(source.encode("cp1252"), ".html").text


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("suffix", [".json", ".jsonl", ""])
def test_json_may_be_one_report_or_a_list(indent: int | None, suffix: str) -> None:
    rows = [{"id": "k1", "text": "A first\nreport."}, {"text": "A second."}, {"id": "k3"}]
    listed = list(read_bytes(json.dumps(rows, indent=indent).encode(), "rows.json", suffix))
    assert [x.key if isinstance(x, Document) else str(x)[:11] for x in listed] == ["k1", "rows.json:2", "rows.json:3"]
    (alone,) = read_bytes(json.dumps(rows[0], indent=indent).encode(), "rows.json", suffix)
    assert isinstance(alone, Document) and alone.text == "A first\nreport."


@pytest.mark.parametrize("data", [b'[{"text": "a"', b"[]", b'{\n "text": "a",\n'])
def test_json_that_is_cut_costs_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^rows\.json: "):
        list(read_bytes(data, "rows.json", ".json"))
