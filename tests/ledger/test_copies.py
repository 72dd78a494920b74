"""Copies: the same words under another headline are one source; a story of one's own is not."""

from __future__ import annotations

import random

import msgspec

from onrecord.ledger.copies import Copies, are_copies, fingerprint, independent
from onrecord.model.record import DocumentInfo
from onrecord.sources.jsonl import read_line

STORY = (
    "Shells fell on the fish market of Calmouth early on Tuesday and killed nine people, the harbour authority said. "
    "Rescuers searched the collapsed hall until noon while families waited behind a cordon on the quay. "
    "The River Front said that its gunners had aimed at a barracks two streets away and that it regretted the deaths. "
    "Estavia’s defence ministry called the statement a lie and promised an answer before the week was out. "
    "A nurse at the port clinic counted thirty-one wounded, most of them stallholders who had come in from the villages."
)
OTHER = (
    "Nine people died when artillery hit a market hall in the port of Calmouth, officials reported. The rebels of the River Front "
    "acknowledged firing but named a nearby army post as their target. The ministry of defence rejected the explanation. Doctors "
    "treated more than thirty people, and divers looked for a missing porter in the harbour basin through the afternoon hours."
)


def info(text: str, key: str) -> DocumentInfo:
    d = read_line(msgspec.json.encode({"id": key, "text": text, "title": f"Headline {key}"}), key)
    return DocumentInfo(d.id, d.key, d.url, d.outlet, d.title, None, None, (), (), "en", d.text, d.blocks, ())


def test_copies_are_told_from_stories_on_the_same_thing() -> None:
    story, other = fingerprint(info(STORY, "a")), fingerprint(info(OTHER, "b"))
    edited = fingerprint(info(STORY.replace("early on Tuesday", "at dawn").replace("called the statement a lie and ", ""), "c"))
    shortened = fingerprint(info(STORY[: STORY.index(" Estavia’s")], "d"))
    assert are_copies(story, edited) and are_copies(story, shortened) and not are_copies(story, other)


def test_groups_do_not_depend_on_the_order() -> None:
    texts = [STORY, STORY.replace("nine", "ten"), OTHER, STORY + " More follows.", OTHER.replace("porter", "clerk")]
    prints = [fingerprint(info(text, str(n))) for n, text in enumerate(texts)]
    groups = []
    for seed in range(6):
        copies = Copies()
        mixed = list(prints)
        random.Random(seed).shuffle(mixed)
        for one in mixed:
            copies.add(one)
        groups.append(copies.groups())
    assert all(one == groups[0] for one in groups)
    assert independent(groups[0], groups[0]) == 2


def test_short_texts_are_copies_only_of_themselves() -> None:
    assert are_copies(fingerprint(info("Talks have begun in Norland.", "a")), fingerprint(info("Talks have begun in Norland.", "b")))
    assert not are_copies(fingerprint(info("Talks have begun in Norland.", "a")), fingerprint(info("Talks have begun in Estavia.", "b")))
    assert not are_copies(fingerprint(info("", "a")), fingerprint(info("", "b")))
