"""Texts to measure speed on: our own words, put together at random so that no two reports are alike.

Speed depends on the kind of text, not on its truth: these have the sentence lengths, names, figures and quotations of news.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from onrecord.model.document import Document
from onrecord.sources.jsonl import read_line

PLACES = "Khartoum Goma Donetsk Idlib Gaza City Sanaa Tripoli Mogadishu Juba Herat Mandalay Mopti Bangui Stepanakert Kharkiv Aden".split()
STATES = "Israel Russia Ukraine Sudan Iran Turkey Qatar Egypt France Rwanda Yemen Syria Ethiopia Pakistan India Kenya".split()
GROUPS = "Hamas|the Taliban|the M23|the Houthis|al-Shabaab|Hezbollah|rebels|government forces|the army|militiamen|fighters".split("|")
PEOPLE = (
    "Vladimir Putin|Antony Guterres|the foreign minister|a military spokesman|the prime minister|aid workers|witnesses|the ministry".split(
        "|"
    )
)
DAYS = "on Monday|on Friday|last week|two days ago|over the weekend|on 14 March|earlier this month|since Saturday".split("|")
SENTENCES = (
    "At least {n} people, including {m} children, were killed when {group} shelled a market in {place} {day}, officials said.",
    "“We will not stop until {state} withdraws its troops from {place},” {person} said at a news conference in {place2}.",
    "{person} told reporters that {state} was ready to host talks between {state2} and {group}.",
    "{state} has repeatedly accused {state2} of arming {group}, a charge that it denies.",
    "The two sides agreed {day} to a ceasefire brokered by {state}, but fighting resumed within hours near {place}.",
    "More than {n},000 families have fled their homes around {place} since the offensive began, according to the United Nations.",
    "He added that the government would “consider every option” if the attacks on {place} continued.",
    "A convoy carrying food and medicine reached {place} {day} after {group} lifted a siege that had lasted for weeks.",
    "Police fired tear gas and arrested {m} protesters who had gathered outside the parliament in {place}.",
    "The envoy, who has met leaders of both sides in {place2}, warned that time was running out for a negotiated settlement.",
    "Prices of bread and fuel have doubled, and many shops in the old town stayed closed for most of the week.",
    "In {place}, residents described long queues at the bakeries and nights without electricity or running water.",
)


def reports(count: int, seed: int = 7, sentences: int = 24) -> Iterator[Document]:
    """`count` reports of about 480 words each; the same seed gives the same reports."""
    draw = random.Random(seed)
    for number in range(count):
        paragraphs = [" ".join(_sentence(draw) for _ in range(3)) for _ in range(sentences // 3)]
        yield read_line(row("\n\n".join(paragraphs), number), f"bench:{number}")


def row(text: str, number: int) -> bytes:
    import msgspec

    return msgspec.json.encode({"id": f"bench-{number}", "text": text, "published": "2024-03-18"})


def _sentence(draw: random.Random) -> str:
    pick = draw.choice
    filled = pick(SENTENCES).format(
        n=draw.randint(3, 90),
        m=draw.randint(2, 30),
        group=pick(GROUPS),
        place=pick(PLACES),
        place2=pick(PLACES),
        state=pick(STATES),
        state2=pick(STATES),
        person=pick(PEOPLE),
        day=pick(DAYS),
    )
    return filled[0].upper() + filled[1:]
