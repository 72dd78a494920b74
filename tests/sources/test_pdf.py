"""PDF: paragraphs from the white space of the page; broken and empty ones said in one line."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.open import read_bytes
from tests.sources.made_pdf import pdf

FIRST = [
    (780, "Example Monitor"),
    (740, "Rebels free thirty prisoners"),
    (710, "4 March 2021"),
    (680, "The two delegations met again in the capital on Tuesday and agreed to"),
    (666, "free thirty prisoners each, officials on both sides said."),
    (640, "Neither side would say when the exchange would take place, but a wit-"),
    (626, "ness saw two buses leave the prison in the north of the city at noon."),
    (600, "The buses drove to the airport, where a plane of the Red Cross had been"),
    (586, "waiting since dawn. Soldiers kept reporters away from the fence and told"),
    (572, "them to come back the next day, when a statement would be read to all."),
    (40, "Page 1"),
]
SECOND = [(780, "Example Monitor"), (740, "The mediator praised both sides and asked them to meet again in May."), (40, "Page 2")]
THIRD = [(780, "Example Monitor"), (740, "No one could be reached at the ministry on Wednesday for an answer."), (40, "Page 3")]


def one(data: bytes) -> Document:
    (found,) = read_bytes(data, "file.pdf", ".pdf")
    assert isinstance(found, Document)
    return found


def test_paragraphs_of_a_pdf() -> None:
    document = one(pdf(FIRST, SECOND, THIRD))
    blocks = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert blocks == [
        ("title", "Rebels free thirty prisoners"),
        ("date", "4 March 2021"),
        (
            "paragraph",
            "The two delegations met again in the capital on Tuesday and agreed to\nfree thirty prisoners each, officials on both sides said.",
        ),
        (
            "paragraph",
            "Neither side would say when the exchange would take place, but a wit-\nness saw two buses leave the prison in the north of the city at noon.",
        ),
        (
            "paragraph",
            "The buses drove to the airport, where a plane of the Red Cross had been\nwaiting since dawn. Soldiers kept reporters away from the fence and told\nthem to come back the next day, when a statement would be read to all.",
        ),
        ("paragraph", "The mediator praised both sides and asked them to meet again in May."),
        ("paragraph", "No one could be reached at the ministry on Wednesday for an answer."),
    ]
    assert document.published == "2021-03-04"


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnot really", pdf(FIRST)[:300], b"%PDF-1.7\n" + bytes(500), b"no pdf at all"])
def test_a_broken_pdf_is_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"file\.pdf") as caught:
        list(read_bytes(data, "file.pdf", ".pdf"))
    assert "\n" not in str(caught.value)


def test_a_pdf_without_text_says_so() -> None:
    with pytest.raises(InputError, match="no text"):
        one(pdf([]))
