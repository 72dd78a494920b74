"""An act on its way to an event, and what its makers look things up in."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.codes.countries import Country, country_of_code
from onrecord.model.record import Actor, Mention, Place, Statement
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.events.assemble import Act
from onrecord.reading.events.participants import ActorWords, Found
from onrecord.reading.parse.words import Word


@dataclass(frozen=True, slots=True)
class Draft:
    """An act with its actors so far. `statement`: the statement it is told in. `placed`: its target is known by a place only."""

    act: Act
    sources: tuple[Found, ...]
    targets: tuple[Found, ...]
    statement: Statement | None
    placed: bool = False

    @property
    def root(self) -> str:
        return self.act.code[:2]

    @property
    def trigger(self) -> Word:
        return self.act.match.trigger


class Newcomers:
    """Actors that only a place or what they own names: those who are hit by "strikes on Idlib". Gathered while one report is read."""

    def __init__(self) -> None:
        self._by_name: dict[str, Actor] = {}

    def people_of(self, place: Place, span: Span) -> str:
        """The id of the people at a place, who are named at `span`."""
        known = self._by_name.get(place.name)
        mentions = (*(known.mentions if known is not None else ()), Mention(span, "metonym"))
        name = f"v{len(self._by_name)}" if known is None else known.id
        code = f"{place.country}CVL" if place.country else "CVL"
        self._by_name[place.name] = Actor(
            name, f"people in {place.name}", "population", place.country, (), None, code, None, tuple(dict.fromkeys(mentions))
        )
        return name

    def state(self, land: Country, span: Span) -> str:
        """The id of a state that only an adjective of what it owns names ("a Danish consulate"), at `span`."""
        known = self._by_name.get(land.name)
        mentions = (*(known.mentions if known is not None else ()), Mention(span, "adjective"))
        name = f"v{len(self._by_name)}" if known is None else known.id
        self._by_name[land.name] = Actor(name, land.name, "state", land.iso3, (), None, land.iso3, None, tuple(dict.fromkeys(mentions)))
        return name

    def counted(self, number: Word) -> str:
        """The id of victims of whom a report tells only the number, `number` being its head."""
        key = f"{number.i}"
        known = self._by_name.get(key)
        name = f"v{len(self._by_name)}" if known is None else known.id
        mention = Mention(number.span, "description")
        self._by_name[key] = Actor(name, number.text, "population", None, (), None, "CVL", None, (mention,))
        return name

    def named(self, name: str) -> Actor | None:
        """The newcomer of this id, if there is one."""
        return next((actor for actor in self._by_name.values() if actor.id == name), None)

    def used(self, names: set[str]) -> tuple[Actor, ...]:
        """Those that an event refers to, in the order in which they were met."""
        return tuple(actor for actor in self._by_name.values() if actor.id in names)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the passes look things up in."""

    actors: ActorWords
    by_id: dict[str, Actor]
    places: SpanIndex[Place]
    newcomers: Newcomers

    def state_of(self, place: Place) -> str | None:
        """The id of the state whose a place is, made where the report has no such actor."""
        known = next((actor for actor in self.by_id.values() if actor.kind == "state" and actor.country == place.country), None)
        if known is not None:
            return known.id
        land = country_of_code(place.country) if place.country else None
        return self.newcomers.state(land, place.span) if land is not None else None
