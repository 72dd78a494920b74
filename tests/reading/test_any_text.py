"""Any text whatever gives a sound record: every span lies in the text, every id is known, and the same text gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.check import faults
from onrecord.model.record import Record, from_json, to_json
from onrecord.reading.pipeline import Reader
from onrecord.sources.decode import mended
from onrecord.sources.jsonl import read_line

WORDS = (
    "Israel Hamas Gaza Putin he she they said “ ” \" ' ( ) , . : ; — - killed 12 dozens at least more than wounded on Friday last week "
    "the ceasefire talks between and in Geneva Moscow offered to mediate troops attacked warned that rejected agreed Mr president of of "
    "no one was were have been not will would if because after two days ago 2,800 1.2 million children including soldier Nato UN U.S."
).split()
ODD = st.text(alphabet=st.characters(codec="utf-8"), max_size=400)
NEWSLIKE = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(["\n", "\n\n", "\t", " "]), st.text(max_size=4)), max_size=90).map(
    " ".join
)
HOSTILE = [
    "", " ", "\n\n\n", "\x00\x01\x02", "a", "“", "\"\"\"", "…" * 50, "12", "-" * 200, "(((((", "‏قال الرئيس‏ إن", "👩‍👩‍👧‍👦 killed 🇮🇱",
    "He said he said he said he said.", "﻿Bom first.", "Zalgo ̴̡", "0" * 400, "killed " * 300, ", and " * 300, "“" * 100 + "he said",
    "\u2028\u2029", "A\r\nB\r\nC", "Mr.\u00a0Putin said:\u00a0“No.”", "Israel, " * 200 + "attacked Gaza.",
]  # fmt: skip


def record_of(reader: Reader, text: str, published: str | None = "2024-05-03") -> Record:
    return reader.read(read_line(msgspec.json.encode({"id": "x", "text": text, "published": published}), "x"))


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(ODD, NEWSLIKE), st.sampled_from([None, "2024-05-03", "1999-12-31T23:30:00+02:00"]))
def test_any_text_gives_a_sound_record(reader: Reader, text: str, published: str | None) -> None:
    record = record_of(reader, text, published)
    assert faults(record) == []
    assert record.document.text == mended(text)[0]
    assert len(record.document.text) == len(text)
    assert from_json(to_json(record)) == record


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts(reader: Reader, text: str) -> None:
    assert faults(record_of(reader, text)) == []


SAMPLE = (
    "Envoys from Norland met rebel leaders in Oslo on Tuesday, and at least 14 people, including three children, were killed near Aden.\n\n"
    "“We will not talk under fire,” Colonel Ahmed Saleh said. "
    "He accused Iran and Israel of breaking the truce that Qatar brokered last week. "
    "The two sides agreed to exchange 200 prisoners, according to the foreign ministry, which warned of a wider war."
)


def test_reading_is_the_same_in_every_process(reader: Reader) -> None:
    code = (
        "import sys, msgspec\n"
        "from onrecord.reading.pipeline import load_reader\n"
        "from onrecord.model.record import to_json\n"
        "from onrecord.sources.jsonl import read_line\n"
        "line = sys.stdin.buffer.read()\n"
        "sys.stdout.buffer.write(to_json(load_reader().read(read_line(line, 'x'))))\n"
    )
    line = msgspec.json.encode({"id": "x", "text": SAMPLE, "published": "2024-05-03"})
    src = os.pathsep.join(path for path in sys.path if path)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=line,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": src},
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert outputs == {to_json(record_of(reader, SAMPLE))}


def test_what_is_read_before_does_not_matter(reader: Reader, read: Callable[..., Record]) -> None:
    first = to_json(record_of(reader, SAMPLE))
    read("Something else entirely was said by Nato on Monday.")
    assert to_json(record_of(reader, SAMPLE)) == first


@pytest.mark.slow
def test_a_megabyte_on_one_line_is_read(reader: Reader) -> None:
    sentence = "Officials in Khartoum said 12 people were killed on Monday when fighters attacked the town. "
    text = sentence * (250_000 // len(sentence))
    record = record_of(reader, text)
    assert faults(record) == []
    assert len(record.tolls) >= len(text) // len(sentence) * 0.9


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["and Israel ", "he said ", "“", "12 killed, ", "Israel's ", "not ", "( "])
def test_one_endless_sentence_is_read_in_linear_time(reader: Reader, unit: str) -> None:
    """No unit repeated 20,000 times may take more than 30 times what 1,000 take (20 would be linear)."""
    import time

    def cost(times: int) -> float:
        began = time.process_time()
        assert faults(record_of(reader, unit * times)) == []
        return time.process_time() - began

    cost(1_000)
    assert cost(20_000) <= max(30 * cost(1_000), 20)
