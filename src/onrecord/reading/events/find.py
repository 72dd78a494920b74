"""Builds what finds the acts of a sentence."""

from __future__ import annotations

from functools import cache

import msgspec

from onrecord.reading.events.assemble import Acts
from onrecord.reading.events.match import Conditions
from onrecord.reading.events.nominal import Light
from onrecord.reading.events.status import load_status_words
from onrecord.vocabulary.acts.frames import Lexicon
from onrecord.vocabulary.packaged import table as packaged


def find_acts(lexicon: Lexicon) -> Acts:
    """What finds the acts of a sentence, with a given lexicon."""
    light = _light()
    return Acts(lexicon, Conditions(lexicon.sets), light, load_status_words(light.do | light.undergo))


@cache
def _light() -> Light:
    table = msgspec.convert(packaged("onrecord.vocabulary.acts", "light"), dict[str, str])
    listed = {key: frozenset(word.strip() for word in value.replace("\n", " ").split(",") if word.strip()) for key, value in table.items()}
    return Light(
        listed["do"], listed["undergo"], listed["undergo_preposition"], listed["undergo_motion"], listed["befall"], listed["blame"]
    )
