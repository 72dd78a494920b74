"""Where quotation marks open and close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.statements.quotes import find_quotes


def quoted(text: str) -> list[str]:
    at, blocks = 0, []
    for part in text.split("\n\n"):
        blocks.append((at, at + len(part)))
        at += len(part) + 2
    return [text[q.inner.start : q.inner.end] for q in find_quotes(text, blocks)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We stay,” she said.", ["We stay,"]),
        ('"We stay," she said.', ["We stay,"]),
        ("'We can't stay,' she said.", ["We can't stay,"]),
        ("The miners' wives said 'we stay'.", ["we stay"]),
        ("The miners' wives and the soldiers' mothers wept.", []),
        ("``We stay,'' she said.", ["We stay,"]),
        ("«We stay», she said.", ["We stay"]),
        ("»We stay«, she said.", ["We stay"]),
        ("„We stay“, she said.", ["We stay"]),
        ("“He told me ‘never’ and left,” she said.", ["He told me ‘never’ and left,"]),
        ('" We stay , " she said .', ["We stay ,"]),
        ("“We stay.\n\n“We fight.”", ["We stay.", "We fight."]),
        ("“We stay,” she said. “We fight.", ["We stay,", "We fight."]),
        ("“We stay, she said. “We fight.”", ["We stay, she said.", "We fight."]),
        ("“We all say “never” and mean it,” she said.", ["We all say “never” and mean it,"]),
        ("A 6' fence and the '90s.", []),
        ("It was 5'10\" tall.", []),
    ],
)
def test_marks(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


def test_a_quotation_that_opens_each_paragraph_goes_on() -> None:
    text = "“We stay.\n\n“We fight.”"
    assert [q.continues for q in find_quotes(text, [(0, 9), (11, 22)])] == [False, True]


@given(st.text(alphabet="ab .,\"'“”‘’«»„`\n", max_size=60))
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    found = find_quotes(text, [(0, len(text))])
    for quote in found:
        assert 0 <= quote.outer.start <= quote.inner.start < quote.inner.end <= quote.outer.end <= len(text)
    assert all(a.outer.end <= b.outer.start for a, b in zip(found, found[1:], strict=False))
