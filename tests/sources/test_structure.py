"""What is furniture and what is the report: minimal pairs."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import json

import pytest

from onrecord.model.document import Document
from onrecord.sources.jsonl import read_line
from onrecord.sources.open import read_words

PROSE = "The two delegations met again in the capital on Tuesday and agreed to free thirty prisoners each."


def page(*lines: str, title: str | None = None) -> Document:
    return read_line(json.dumps({"text": "\n\n".join(lines), "title": title}), "test")


def kinds(*lines: str) -> list[str]:
    return [block.kind for block in page(*lines).blocks]


@pytest.mark.parametrize(
    "line",
    ["Facebook", "SHARE", "Print", "Share on WhatsApp", "E-mail | Print", "Advertisement", "* * *", "X", "Copy link", "Sign up here."],
)
def test_buttons_are_not_read(line: str) -> None:
    assert kinds(PROSE, line, PROSE)[1] == "other"


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our weekly newsletter",
        "Stay informed. Subscribe to our newsletter.",
        "Support independent journalism by becoming a member today.",
        "Follow us on Telegram",
        "© 2024 The Example Courier. All rights reserved.",
    ],
)
def test_appeals_are_not_read(line: str) -> None:
    assert kinds(PROSE, line, PROSE)[1] == "other"


@pytest.mark.parametrize(
    "line",
    [
        "Support for the rebels fell after they shelled a hospital in the north, local journalism groups said.",
        '"Subscribe to our ceasefire or face our guns," the general told the newsletter of the ministry.',
        "Print and broadcast journalists were barred from the talks.",
        "Follow-up talks on updates to the truce will be held here in June.",
        "Facebook and Twitter were blocked across the country on Friday, monitors said.",
        "Email traffic between the two ministers was published by a newspaper.",
        "Join the alliance, the president told the newsletter, and your country will never stand alone again in war.",
    ],
)
def test_sentences_that_begin_alike_are_read(line: str) -> None:
    assert kinds(PROSE, line, PROSE)[1] == "paragraph"


@pytest.mark.parametrize(
    "label",
    [
        "Related article: Rebels seize a bridge",
        "Read more: Talks resume in Doha",
        "READ ALSO: What the truce means",
        "See also",
        "RELATED STORIES",
        "Recommended for you",
    ],
)
def test_pointers_to_other_reports_are_not_read(label: str) -> None:
    assert kinds(PROSE, label, PROSE) == ["paragraph", "related", "paragraph"]


def test_a_list_of_headlines_ends_where_prose_begins() -> None:
    assert kinds(PROSE, "Related stories", "Rebels seize a bridge", "Is the truce over?", PROSE) == [
        "paragraph",
        "related",
        "related",
        "related",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Related to the strike, the army said, were two earlier raids on the same village.",
        "Read more carefully, the agreement allows either side to leave it at any time.",
        "See also how the two armies redeployed, the report's authors write.",
    ],
)
def test_sentences_with_the_words_of_a_pointer_are_read(line: str) -> None:
    assert kinds(PROSE, line, PROSE)[1] == "paragraph"


def test_subject_words_are_not_read() -> None:
    assert kinds(PROSE, "Tags:", "Sudan", "Truce") == ["paragraph", "other", "other", "other"]


DATELINES = [
    "GENEVA, 3 May (Example Agency) — ",
    "KHARTOUM, Sudan (AP) — ",
    "Khartoum (AFP) - ",
    "(Reuters) - ",
    "(May 3, 2024 / AFP) ",
    "GAZA/JERUSALEM, May 3 (Reuters) - ",
    "PORT-AU-PRINCE — ",
    "NEW DELHI: ",
    "Kyiv, 3 May – ",
    "MOSCOW -- ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_is_a_block_of_its_own(dateline: str) -> None:
    document = page(dateline + PROSE)
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("dateline", dateline.rstrip()),
        ("paragraph", PROSE),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Russia — which denies it — has sent envoys. ",
        "Hamas (an armed group) said so. ",
        "The Rapid Support Forces (RSF) - a militia - denied it. ",
        "UN - the body that sent them - denied it. ",
        "BREAKING: ",
        "UPDATE — ",
        "The general said: ",
        "Doha was quiet - The talks had ended. ",
    ],
)
def test_what_only_looks_like_a_dateline_stays_in_the_paragraph(opening: str) -> None:
    assert kinds(opening + PROSE) == ["paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ana Petrov; editing by Li Wei)",
        "Additional reporting by Ana Petrov in Sofia",
        "Agency writer Ana Petrov in Sofia contributed to this report.",
    ],
)
def test_who_wrote_it_is_a_byline_wherever_it_stands(line: str) -> None:
    assert kinds(PROSE, PROSE, line) == ["paragraph", "paragraph", "byline"]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Petrov, Example News / kremlin.ru",
        "Photo: Ana Petrov/AFP",
        "Credit: Reuters",
        "AP Photo/Ana Petrov",
        "STR/EPA-EFE/Shutterstock",
    ],
)
def test_credits(line: str) -> None:
    document = page(line, PROSE)
    assert [block.kind for block in document.blocks] == ["credit", "paragraph"]
    assert document.credits == (line,)


def test_the_head_of_a_text() -> None:
    document = read_words(f"Rebels free thirty prisoners\n\nBy Ana Petrov and Li Wei\n\n4 March 2021\n\n{PROSE}")
    assert [block.kind for block in document.blocks] == ["title", "byline", "date", "paragraph"]
    assert (document.title, document.authors, document.published) == (
        "Rebels free thirty prisoners",
        ("Ana Petrov", "Li Wei"),
        "2021-03-04",
    )
    assert document.published_span is not None and document.published_span.of(document.text) == "4 March 2021"


def test_the_title_of_a_row_is_found_in_its_text() -> None:
    document = page("Rebels free thirty prisoners", PROSE, title="Rebels free thirty prisoners - Example News")
    assert [block.kind for block in document.blocks] == ["title", "paragraph"]


def test_the_text_of_a_row_is_unchanged_whatever_it_holds() -> None:
    text = "  One\r\n\r\nTwo \t\n\x0bThree\u2028Four  "
    assert read_line(json.dumps({"id": 7, "text": text}), "x").text == text


def test_a_source_line_gives_address_and_outlet() -> None:
    document = page(PROSE, "Original url:", "https://www.news.example/a/b?c=1")
    assert (document.url, document.outlet) == ("https://www.news.example/a/b?c=1", "news.example")
    assert [block.kind for block in document.blocks] == ["paragraph", "source", "source"]


def test_a_day_given_by_the_user_wins_and_says_so() -> None:
    document = read_words(f"Rebels free thirty prisoners\n\n4 March 2021\n\n{PROSE}", published="2021-03-05")
    assert document.published == "2021-03-05" and document.published_span is None
    assert any("2021-03-04" in warning for warning in document.warnings)


def test_another_language_is_warned_of() -> None:
    text = (
        "Die Vertreter beider Seiten trafen sich am Dienstag erneut in der Hauptstadt und vereinbarten die Freilassung von dreißig Gefangenen. "
        * 8
    )
    assert any("English" in warning for warning in read_words(text).warnings)
    assert not read_words(PROSE * 8).warnings


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_not() -> None:
    wrapped = "The two delegations met again in the capital on\nTuesday and agreed to free thirty prisoners each,\nofficials on both sides of the long talks said."
    assert len(page(wrapped).blocks) == 1
    assert len(page("Rebels seize a bridge.\nThe army denies it.\nTalks go on in Doha.").blocks) == 3


def test_paragraphs_are_linear_on_hostile_white_space() -> None:
    for text in ("a\n" + " " * 1_000_000, "\n \n" * 300_000 + "a", ("a" * 1_000_000), " \t" * 500_000 + "b", "a b\n" * 200_000):
        assert page(text).blocks
