"""Mail and subtitles: the words, without headers, marks of quotation, numbers and times."""

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.open import read_bytes

HEAD = "From: desk@example.org\nTo: Ana <ana@example.org>\nDate: Tue, 6 May 2031 10:12:00 +0200\nSubject: Fwd: Shelling in Calmouth\n"
SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nRebels shelled the harbour,\n\n"
    "2\n00:00:04,500 --> 00:00:07,000\n<i>killing nine</i> dockers,\nthe union said.\n\n"
    "3\n00:00:12,000 --> 00:00:14,000\nNorland offered to mediate.\n"
)


def document(data: str | bytes, suffix: str) -> Document:
    (found,) = read_bytes(data.encode() if isinstance(data, str) else data, "x", suffix)
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("suffix", [".eml", ".txt", ""])
def test_a_message_gives_subject_day_and_words(suffix: str) -> None:
    found = document(HEAD + "\n> At least nine dockers were hurt on Monday,\n>> the union said.\n\nPlease check.\n", suffix)
    assert (found.title, found.published) == ("Shelling in Calmouth", "2031-05-06T10:12:00+02:00")
    assert found.text.startswith("At least nine dockers") and "From:" not in found.text and ">" not in found.text


def test_a_message_in_parts_and_codes() -> None:
    head = (
        HEAD.replace("Fwd: Shelling in Calmouth", "=?utf-8?q?N=C3=ADnive?=")
        + 'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n'
    )
    plain = "--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    plain += "The mayor of N=C3=ADnive re=\nsigned.\n"
    html = "--b\nContent-Type: text/html; charset=utf-8\n\n<p>The mayor resigned on Monday, officials said.</p>\n"
    found = document(head + "\n" + plain + html + "--b--\n", ".eml")
    assert found.title == "Nínive" and found.text.strip() == "The mayor of Nínive resigned."
    only = document(head + "\n" + html + "--b--\n", ".eml")
    assert "The mayor resigned on Monday, officials said." in only.text and "<p>" not in only.text


def test_a_message_without_words_or_day() -> None:
    with pytest.raises(InputError, match="without words"):
        document(HEAD + "\n\n", ".eml")
    assert document(HEAD.replace("Tue, 6 May 2031 10:12:00 +0200", "soon") + "\nSome words.\n", ".eml").published is None
    assert document(HEAD + "Content-Type: text/plain; charset=klingon\n\nSome words.\n", ".eml").text.strip() == "Some words."


def test_a_report_that_names_a_sender_is_no_message() -> None:
    found = document("From: the harbour\n\nRebels shelled it on Monday, the union said.\n", ".txt")
    assert found.text.startswith("From: the harbour")


def test_subtitles_are_the_words_spoken() -> None:
    for suffix, text in ((".srt", SRT), (".txt", SRT), (".vtt", "WEBVTT\n\n" + SRT.replace(",0", ".0").replace("00:00:", "00:"))):
        found = document(text, suffix)
        assert found.text == "Rebels shelled the harbour, killing nine dockers, the union said.\n\nNorland offered to mediate."
    with pytest.raises(InputError, match="subtitles without words"):
        document("1\n00:00:01,000 --> 00:00:04,000\n\n", ".srt")


def test_a_date_in_a_cell_of_a_table_is_not_the_reports() -> None:
    table = "# Week in figures\n\n| day | place |\n|---|---|\n| 3 May 2031 | Calmouth |\n"
    table += "\nPolice said on Tuesday that two dockers had been hurt in the port.\n"
    assert document(table, ".md").published is None
    assert document(table.replace("| day", "3 May 2031\n\n| day"), ".md").published == "2031-05-03"
