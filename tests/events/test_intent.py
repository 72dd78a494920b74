"""Offers, demands, refusals, threats: coded once with what they are about, or twice where what is asked for is an event of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway offered to mediate between Chad and the rebels.", [("039", "announced")]),
        ("Chad threatened to attack the rebels.", [("138", "threatened")]),
        ("Iran vowed to retaliate against Israel.", [("138", "threatened")]),
        ("Norway called for a ceasefire between Chad and the rebels.", [("0256", "actual")]),
        ("Chad agreed to withdraw its troops from Niger.", [("0356", "actual")]),
        ("Chad refused to negotiate with the rebels.", [("125", "actual")]),
        ("Chad will not negotiate with the rebels.", [("125", "actual")]),
        ("Serbia rejected mediation by Norway.", [("126", "actual")]),
        ("Turkey proposed a ceasefire to the rebels.", [("0356", "announced")]),
        ("Egypt proposed holding talks between Israel and Hamas.", [("036", "announced")]),
        ("Chad warned Sudan that it would close the border.", [("132", "threatened")]),
        ("Chad plans to attack the rebels.", [("138", "announced")]),
        ("Chad promised not to attack the rebels.", [("030", "announced")]),
        ("Chad vowed not to negotiate with the rebels.", [("125", "actual")]),
        ("Norway urged Chad to release the hostages.", [("0253", "actual"), ("0841", "requested")]),
        ("Iran demanded that Israel withdraw from Lebanon.", [("1056", "actual"), ("0874", "requested")]),
        ("The president ordered troops to shoot the protesters.", [("100", "actual"), ("193", "ordered")]),
    ],
)
def test_an_intent_and_what_it_is_about(read: Callable[..., Record], text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(event.cameo, event.status) for event in read(text).events] == wanted
