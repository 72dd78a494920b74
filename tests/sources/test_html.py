"""HTML: metadata in the shapes that pages give them, and boxes that are no part of the report."""
# ruff: noqa: E501 - one case a line

from __future__ import annotations

import pytest
from lxml import html

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.html.metadata import metadata_of
from onrecord.sources.open import read_bytes

SENTENCES = [
    "The two delegations met again in the capital on Tuesday and agreed to free thirty prisoners each.",
    "Neither side would say when the exchange would take place, but a witness saw two buses leave.",
    "The mediator praised both sides and asked them to meet again in May at the same hotel.",
    "A spokesman for the ministry accused the rebels of firing on a village during the talks.",
]


def one(source: str) -> Document:
    (found,) = read_bytes(source.encode(), "page.html", ".html")
    assert isinstance(found, Document)
    return found


def page(head: str = "", inside: str = "", body_class: str = "") -> str:
    return (
        f'<html><head>{head}</head><body class="{body_class}"><article><h1>Rebels free thirty prisoners</h1><div class="text">'
        f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>{inside}<p>{SENTENCES[2]}</p><p>{SENTENCES[3]}</p></div></article></body></html>"
    )


LINKED = {
    '{"@type": "NewsArticle", "headline": "A &amp; B", "datePublished": "2021-03-04"}': ("A & B", "2021-03-04", ()),
    '[{"@type": ["Article", "Thing"], "headline": "T", "datePublished": "2021-03-04T10:00Z", "author": {"name": "Ana Petrov"}}]': (
        "T",
        "2021-03-04T10:00:00+00:00",
        ("Ana Petrov",),
    ),
    '{"@graph": [{"@type": "WebPage", "name": "W"}, {"@type": "Article", "headline": "T", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ana Petrov"}]}': (
        "T",
        None,
        ("Ana Petrov",),
    ),
    '<!-- {"@type": "NewsArticle", "headline": "T\n", "author": ["Ana Petrov", {"name": "Li Wei"}]}; -->': (
        "T",
        None,
        ("Ana Petrov", "Li Wei"),
    ),
    '{"@type": "NewsArticle", "headline": "T", "author": "By Ana Petrov and Li Wei"}': ("T", None, ("Ana Petrov", "Li Wei")),
    '{"@type": "NewsArticle", "headline": "broken': (None, None, ()),
    '{"@type": "NewsArticle", "headline": ["T"], "author": [null, 5, {}], "datePublished": ["2021-03-04"]}': ("T", "2021-03-04", ()),
    '"text"': (None, None, ()),
    "": (None, None, ()),
}


@pytest.mark.parametrize("script", LINKED)
def test_json_ld_in_its_shapes(script: str) -> None:
    tree = html.document_fromstring(f'<html><head><script type="application/ld+json">{script}</script></head><body><p>x</p></body></html>')
    meta = metadata_of(tree)
    assert (meta.title, meta.published, meta.authors) == LINKED[script]


def test_metadata_without_json_ld() -> None:
    head = (
        '<meta property="og:title" content="Rebels free thirty prisoners"><meta property="og:site_name" content="Example News">'
        '<meta name="author" content="Ana Petrov"><meta property="article:published_time" content="2021-03-04T10:00:00+01:00">'
        '<link rel="canonical" href="https://news.example/a"><title>x</title>'
    )
    document = one(page(head))
    assert document.title == "Rebels free thirty prisoners"
    assert (document.outlet, document.url, document.authors) == ("Example News", "https://news.example/a", ("Ana Petrov",))
    assert (document.published, document.published_span) == ("2021-03-04T10:00:00+01:00", None)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="related-articles"><h3>Related</h3><a href="/x">Storm closes the mountain pass for a third day</a></div>',
        '<aside class="promo"><p>Get our free app and read every story of the day on your way home from work.</p></aside>',
        '<div class="newsletter-signup"><p>Sign up for our newsletter and get the best of the week in your inbox each Sunday.</p></div>',
        '<div class="AdSlot"><p>Advertisement</p></div>',
        '<p><a href="/x">Storm closes the mountain pass for a third day</a></p>',
        '<div class="c-social-bar"><a href="/f">Facebook</a><a href="/t">Twitter</a></div>',
        "<script>var x = 'A storm closed the pass';</script>",
        '<p style="display: none">A storm closed the pass for the third day in a row, the police said.</p>',
    ],
)
def test_boxes_in_the_body_are_not_read(box: str) -> None:
    document = one(page(inside=box))
    read = [block.span.of(document.text) for block in document.blocks if block.kind == "paragraph"]
    assert read == SENTENCES


@pytest.mark.parametrize("name", ["elementor-widget-related", "text-block share", "author-text", "ad-paragraph", "newsletter-wide"])
def test_a_class_that_every_paragraph_has_means_nothing(name: str) -> None:
    body = "".join(f'<div class="{name}"><p>{sentence}</p></div>' for sentence in SENTENCES)
    document = one(f"<html><body><article><h1>Rebels free thirty prisoners</h1>{body}</article></body></html>")
    assert [block.kind for block in document.blocks] == ["title", *["paragraph"] * 4]


def test_a_copy_for_another_screen_is_left_out() -> None:
    document = one(page(inside=f'<div class="only-on-mobile"><p>{SENTENCES[0]}</p></div>'))
    assert document.text.count(SENTENCES[0]) == 1


def test_words_for_the_ear_are_left_out() -> None:
    document = one(
        page(inside='<figure><img><figcaption><span class="visually-hidden">Image caption, </span>A bus leaves.</figcaption></figure>')
    )
    assert [block.span.of(document.text) for block in document.blocks if block.kind == "caption"] == ["A bus leaves."]


def test_the_intro_is_known_by_the_description_whatever_its_class() -> None:
    head = '<meta name="description" content="Both sides praise the exchange, the third this year.">'
    source = page(head).replace("</h1>", '</h1><p class="teaser-text">Both sides praise the exchange, the third this year.</p>')
    assert [block.kind for block in one(source).blocks] == ["title", *["paragraph"] * 5]


def test_class_names_of_the_whole_page_mean_nothing() -> None:
    document = one(page(body_class="has-newsletter with-related-sidebar ad-free comments-open"))
    assert [block.kind for block in document.blocks] == ["title", *["paragraph"] * 4]


def test_links_keep_their_words_and_dead_ones_are_named() -> None:
    head = '<link rel="canonical" href="https://news.example/a/b">'
    inside = '<p>The <a href="../c">earlier truce</a>, which <a href="#">both</a> <a href="/a/b">sides broke</a>, had held for a month in the north.</p>'
    document = one(page(head, inside))
    assert {link.span.of(document.text): link.href for link in document.links} == {
        "earlier truce": "https://news.example/c",
        "both": "#",
        "sides broke": "https://news.example/a/b",
    }
    assert len(document.warnings) == 2


@pytest.mark.parametrize(
    "source",
    [
        "<html></html>",
        "<html><body><nav>Home</nav></body></html>",
        "<!doctype html>",
        "<html><head><title>Only a title</title></head><body><script>1</script></body></html>",
    ],
)
def test_a_page_without_text_is_one_line(source: str) -> None:
    with pytest.raises(InputError, match=r"page\.html: ") as caught:
        one(source)
    assert "\n" not in str(caught.value)


def test_a_day_that_only_the_address_or_the_markup_knows() -> None:
    assert one(page('<link rel="canonical" href="https://news.example/2021/03/04/prisoners">')).published == "2021-03-04"


def test_deep_and_broken_markup() -> None:
    deep = "<div>" * 1000 + f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>"
    assert SENTENCES[0] in one(f"<html><body>{deep}").text
    assert SENTENCES[0] in one(f"<html><body><p>{SENTENCES[0]}<p>{SENTENCES[1]}<b><i></b></i><a href=x>{SENTENCES[2]}").text
