"""How acts hang together, in sentences of ours: from the act told of, its kind, to the act it hangs on, by the words of both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Record


def ties(record: Record) -> list[tuple[str, str, str]]:
    """(words of the act, kind, words of the other) for every relation."""
    words = {event.id: record.words(event.anchor) for event in record.events}
    return [(words[one.from_], one.kind, words[one.to]) for one in record.relations]


@pytest.mark.parametrize(
    ("text", "one", "kind", "other"),
    [
        ("Israel bombed Beirut in retaliation for the attack on Israeli soldiers by Hezbollah.", "bombed", "retaliation", "attack"),
        ("Iran fired missiles at Israel in response to the killing of its general.", "fired missiles", "retaliation", "killing"),
        ("India shelled Pakistani posts to avenge the killing of its soldiers.", "shelled", "retaliation", "killing"),
        ("The raid by Rwanda was revenge for the kidnapping of its envoy.", "raid", "retaliation", "kidnapping"),
        ("Kenya expelled the Sudanese ambassador because Sudan had arrested Kenyan officials.", "expelled", "cause", "arrested"),
        ("Washington imposed sanctions on Georgia over the arrest of opposition leaders.", "imposed sanctions", "cause", "arrest"),
        ("The arrest of the mayor sparked protests against the Turkish government.", "protests", "cause", "arrest"),
        ("The arrest of the mayor led to protests against the Turkish government.", "protests", "cause", "arrest"),
        ("The bombing of the embassy led Chad to sever relations with Libya.", "sever relations", "cause", "bombing"),
        ("Protests sparked by the arrest of the Kurdish mayor shook the Turkish government.", "Protests", "cause", "arrest"),
        ("Iraq closed its border due to the killing of a Kurdish leader by Turkish police.", "closed its border", "cause", "killing"),
        ("Egypt sent envoys to Gaza to mediate between Israel and Hamas.", "sent envoys", "purpose", "mediate"),
        ("Rebels blocked the road in order to attack the Malian army.", "blocked the road", "purpose", "attack"),
        ("Iran will release the prisoners if Washington lifts sanctions.", "release", "condition", "lifts sanctions"),
        ("Hamas will free the hostages in exchange for the release of Palestinian prisoners.", "free", "condition", "release"),
        ("The army shelled the town before it attacked the rebels.", "shelled", "before", "attacked"),
        ("Rebels attacked the Malian base ahead of talks between Mali and Algeria.", "attacked", "before", "talks"),
        ("Chad attacked the rebels and then arrested their leader.", "attacked", "before", "arrested"),
        ("Rebels attacked the town after the army withdrew from the province.", "attacked", "after", "withdrew"),
        ("France withdrew its troops from Niger following the arrest of its ambassador.", "withdrew its troops", "after", "arrest"),
        ("Police arrested the Kurdish mayor while students protested against the Turkish government.", "arrested", "during", "protested"),
        ("The rebels attacked the Malian convoy as the president met the rebels in Algiers.", "attacked", "during", "met"),
        ("Israel bombed Rafah as part of its offensive against Hamas.", "bombed", "part_of", "offensive"),
    ],
)
def test_a_tie_is_read(read: Callable[..., Record], text: str, one: str, kind: str, other: str) -> None:
    found = ties(read(text))
    assert any(a.startswith(one) and b == kind and c.startswith(other) for a, b, c in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Chad attacked the rebels. Kenya expelled the Sudanese ambassador.",
        "Chad attacked the rebels and Kenya expelled the Sudanese ambassador.",
        "France condemned Niger, and Mali praised China.",
    ],
)
def test_acts_that_stand_side_by_side_are_not_tied(read: Callable[..., Record], text: str) -> None:
    record = read(text)
    assert len(record.events) == 2
    assert not record.relations


def test_an_act_told_again_is_part_of_the_first(read: Callable[..., Record]) -> None:
    record = read("Russia attacked Kharkiv on Monday. The attack by Russia on Kharkiv killed nine Ukrainians.")
    assert ties(record) == [("attack", "part_of", "attacked")]
