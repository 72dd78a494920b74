"""Who is who: sentences of our own, and the actors that they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Actor, Record

Read = Callable[..., Record]


def actor_at(record: Record, words: str, nth: int = 0) -> Actor:
    """The actor with a mention that is exactly these words, at their nth place in the text."""
    text, start = record.document.text, -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = (start, start + len(words))
    found = [actor for actor in record.actors for mention in actor.mentions if tuple(mention.span) == span]
    assert found, f"nobody at {words!r} in {[(a.name, [text[m.span[0] : m.span[1]] for m in a.mentions]) for a in record.actors]}"
    return found[0]


def test_a_leader_by_name_description_and_pronoun(read: Read) -> None:
    record = read(
        "Kenyan President William Ruto met rebel envoys on Monday. The Kenyan leader said he would host more talks. "
        "Ruto warned that time was short."
    )
    ruto = actor_at(record, "Kenyan President William Ruto")
    assert actor_at(record, "The Kenyan leader").id == ruto.id
    assert actor_at(record, "he", 1).id == ruto.id
    assert actor_at(record, "Ruto", 1).id == ruto.id
    assert (ruto.kind, ruto.country, ruto.code) == ("person", "KEN", "KENGOV")


def test_capital_palace_and_country_are_one_state(read: Read) -> None:
    record = read("Paris accused Ankara of meddling. The Élysée said Turkey must leave. French jets had been followed.")
    assert actor_at(record, "Paris").id == actor_at(record, "Élysée").id == actor_at(record, "French").id
    assert actor_at(record, "Ankara").id == actor_at(record, "Turkey").id
    assert actor_at(record, "Paris").name == "France"


def test_a_place_as_a_place_is_no_actor(read: Read) -> None:
    record = read("The two ministers met in Ankara on Tuesday and flew to the Syrian border.")
    assert not [actor for actor in record.actors if actor.kind == "state"]


def test_the_fighters_of_a_group_are_the_group(read: Read) -> None:
    record = read("Boko Haram militants burned a village. The group has killed thousands. Boko Haram fighters fled.")
    assert actor_at(record, "Boko Haram militants").id == actor_at(record, "The group").id == actor_at(record, "Boko Haram fighters").id


def test_an_acronym_in_brackets(read: Read) -> None:
    record = read("The Northern Relief Committee (NRC) opened a camp. The NRC said it needed tents.")
    assert actor_at(record, "Northern Relief Committee").id == actor_at(record, "NRC", 1).id


def test_title_and_apposition(read: Read) -> None:
    record = read("Peru's foreign minister, Ana Solís, arrived on Friday. Solís said she was hopeful.")
    minister = actor_at(record, "Ana Solís")
    assert actor_at(record, "Peru's foreign minister").id == minister.id
    assert minister.country == "PER"
    assert minister.roles == ("foreign minister",)


def test_what_is_not_said_is_null(read: Read) -> None:
    record = read("A gunman opened fire. Officials gave no details.")
    gunman = actor_at(record, "A gunman")
    assert (gunman.kind, gunman.country, gunman.of) == ("unnamed", None, None)


def test_a_quotation_is_not_about_who_says_it(read: Read) -> None:
    record = read("Senator Carlos Ruiz lost his seat. “He never listened to us,” said Judge Henry Vale. “That is why he lost.”")
    assert actor_at(record, "He").id == actor_at(record, "Senator Carlos Ruiz").id == actor_at(record, "he").id


def test_who_says_i_is_not_he(read: Read) -> None:
    record = read("Mayor Peter Lund blamed Karl Voss. “I told the police that he took the money,” Lund said.")
    assert actor_at(record, "he", 1).id == actor_at(record, "Karl Voss").id


def test_who_acts_is_not_whom_it_acts_on(read: Read) -> None:
    record = read("The rebels met the envoys of the king in a village. The envoys said that they did not trust them.")
    assert actor_at(record, "them").id != actor_at(record, "they").id


def test_a_wife_of_the_same_surname_is_another_person(read: Read) -> None:
    record = read("Thomas Reed, 42, and his wife Mary Reed, 36, from Leeds, are on trial.")
    assert actor_at(record, "Thomas Reed").id != actor_at(record, "his wife Mary Reed").id


def test_what_bears_a_name_is_no_person(read: Read) -> None:
    record = read("Hurricane Laura reached the coast on Friday. It tore roofs off houses.")
    assert not [actor for actor in record.actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "person", "pronoun"),
    [
        ("The envoy met the rebel leader Omar Example on Friday and asked him to stop.", "rebel leader Omar Example", "him"),
        ("Gunmen stopped Ana Example on the road and beat her.", "Ana Example", "her"),
        ("Maria Example saw the general in Lima and told him to resign. The president was abroad.", "the general", "him"),
    ],
)
def test_the_object_of_the_verb_before_is_the_object_of_the_next(read: Read, text: str, person: str, pronoun: str) -> None:
    record = read(text)
    assert actor_at(record, pronoun) is actor_at(record, person)


def test_who_acts_on_somebody_is_not_the_one_acted_on(read: Read) -> None:
    record = read("Ana Example met Rosa Sample. Rosa Sample thanked her.")
    assert actor_at(record, "her") is not actor_at(record, "Rosa Sample")
