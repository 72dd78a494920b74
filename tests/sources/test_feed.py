"""Feeds: every item a report with its title, day, address and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.run import gather
from onrecord.sources.open import read_bytes

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour Desk</title><link>https://desk.example.org</link>
<item><title>Dockers &amp;amp; police clash</title><link>https://desk.example.org/1</link><pubDate>Tue, 06 May 2031 10:00:00 +0200</pubDate>
<dc:creator>Ana Brol</dc:creator><description>Short words.</description>
<content:encoded><![CDATA[<p>Police in Calmouth <b>hurt</b> two dockers on Monday, the harbour union said.</p>]]></content:encoded></item>
<item><title></title><link>https://desk.example.org/2</link></item>
<item><title>Talks go on</title><description>Talks went on in Norland on Monday.

Both sides &lt; stayed.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>River News</title><entry><title>Truce holds</title>
<link rel="self" href="https://river.example.org/self"/><link href="https://river.example.org/truce"/><published>2031-05-06T08:00:00Z</published>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>The truce held for a second day, officials said.</p></div></content></entry></feed>"""


def documents(text: str, suffix: str = ".xml") -> list[Document | InputError]:
    return list(read_bytes(text.encode(), "feed", suffix))


def test_an_item_of_rss() -> None:
    first, empty, last = documents(RSS)
    assert isinstance(first, Document) and isinstance(last, Document)
    assert (first.title, first.outlet, first.url) == ("Dockers & police clash", "Harbour Desk", "https://desk.example.org/1")
    assert (first.published, first.authors, first.key) == ("2031-05-06T10:00:00+02:00", ("Ana Brol",), "feed:1")
    assert "Police in Calmouth hurt two dockers on Monday" in first.text and "Short words" not in first.text and "<" not in first.text
    assert isinstance(empty, InputError) and str(empty) == "feed:2: no words: give the page that it leads to"
    assert "Both sides < stayed." in last.text and last.published is None


def test_an_entry_of_atom() -> None:
    (entry,) = documents(ATOM)
    assert isinstance(entry, Document)
    assert (entry.title, entry.outlet, entry.url) == ("Truce holds", "River News", "https://river.example.org/truce")
    assert entry.published and entry.published.startswith("2031-05-06T08:00:00")
    assert "The truce held for a second day, officials said." in entry.text


@pytest.mark.parametrize(
    "text", ["<a><b/></a>", "<rss><channel></channel></rss>", "no XML at all", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"]
)
def test_what_is_no_feed_is_said_in_a_line(text: str) -> None:
    with pytest.raises(InputError, match=r"^feed: "):
        documents(text)


def test_an_outside_file_is_never_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    body = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss><channel><item><title>Words &x; here</title></item></channel></rss>'
    (found,) = documents(body)
    assert isinstance(found, Document) and "secret" not in found.text


def test_a_feed_holds_many_reports(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    assert not gather([str(tmp_path / "a.rss")]).single and not gather(["-"], stdin=RSS.encode()).single
    assert len(documents(RSS, "")) == 3, "from standard input too"
