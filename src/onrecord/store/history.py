"""The ledger over a store: incidents, tolls, mediation and actors of the reports that are kept, with people's decisions in force."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import insert, select

from onrecord.errors import StoreError
from onrecord.ledger.claims import Claim, Scope, Tally, claims_of, tallies
from onrecord.ledger.copies import Copies, Print, fingerprint
from onrecord.ledger.corrections import apply
from onrecord.ledger.history import Collection, History, witnesses
from onrecord.ledger.incidents import Incident, Telling, describe
from onrecord.ledger.mediation import Initiative, acts_of, initiatives
from onrecord.ledger.registry import Registry, registry
from onrecord.ledger.witness import Sight, Witness
from onrecord.model.record import Record
from onrecord.store import review
from onrecord.store import schema as t
from onrecord.store.connect import plain_errors
from onrecord.store.filters import Filter
from onrecord.store.keep import unpacked
from onrecord.store.store import Store


class Kept(msgspec.Struct, frozen=True):
    """What the ledger needs of a reading, worked out once: the report as a whole, each of its acts, and its print."""

    version: int
    lead: Witness
    acts: tuple[Witness, ...]
    copy: Print


VERSION = 4
"""Raised when witnesses are made otherwise, so that old ones are made anew."""
_DECODER = msgspec.msgpack.Decoder(Kept)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The incidents of a store as groups of witnesses, and which reports are copies."""

    history: History
    copies: Mapping[str, str]


def open_ledger(store: Store) -> Ledger:
    """Brings the store's witnesses up to date and clusters them. The order in which the reports came does not matter."""
    kept = list(_kept(store))
    copies = Copies()
    for one in kept:
        copies.add(one.copy)
    history = History(Collection.of(one.lead for one in kept), decisions=review.decisions(store, "incidents"))
    for one in kept:
        history.add(one.acts)
    return Ledger(history, copies.groups())


def incidents(store: Store, given: Filter | None = None, ledger: Ledger | None = None) -> list[Incident]:
    """The incidents that fit a filter, in order of day, those without one at the end."""
    ledger = ledger or open_ledger(store)
    wanted = given or Filter()
    records = {record.document.id: record for record in review.corrected_records(store)}
    found = [_described(group, ledger, records) for group in ledger.history.incidents()]
    fitting = [one for one in found if _fits(one, wanted, records)]
    return sorted(fitting, key=lambda one: (one.first_day or one.last_day or "9999", one.first_report or "", one.id))


def _described(group: tuple[str, ...], ledger: Ledger, records: Mapping[str, Record]) -> Incident:
    tellings = []
    for name in group:
        witness = ledger.history.witness(name)
        record = records[witness.report]
        events = {event.id: event for event in record.events}
        tellings.append(Telling(record, tuple(events[event] for event in witness.events)))
    return describe(group, tellings, ledger.copies)


def _fits(one: Incident, given: Filter, records: Mapping[str, Record]) -> bool:
    """The meaning of a filter for an incident; the same words as for events."""
    told = [records[report] for report in one.reports]
    parties = set(one.sources if given.role == "source" else one.targets if given.role == "target" else (*one.sources, *one.targets))
    actors = [actor for record in told for actor in record.actors if actor.name in parties]
    first, last = one.first_day or one.last_day, one.last_day or one.first_day
    return all(
        (
            not given.actor or any(has_words(a.name, given.actor) or given.actor.upper() in (a.country, a.code) for a in actors),
            not given.country or any(a.country == given.country.upper() for a in actors),
            not given.place or has_words(one.place or "", given.place) or one.country == given.place.upper(),
            not given.act or (one.cameo.startswith(given.act) if given.act.isdigit() else one.plover == given.act.upper()),
            not given.status or one.status == given.status,
            not given.first or (last is not None and last >= given.first),
            not given.last or (first is not None and first <= given.last),
            not given.source or any(from_source(record, given.source) for record in told),
        )
    )


def has_words(text: str, words: str) -> bool:
    """Whether a name holds what a user typed, case aside."""
    return words.casefold() in text.casefold()


def from_source(record: Record, words: str) -> bool:
    """Whether a report is of an outlet or address that holds what a user typed."""
    return has_words(record.document.outlet or "", words) or has_words(record.document.url or "", words)


def claims(store: Store, given: Filter | None = None, scope: Scope | None = None) -> list[Claim]:
    """The toll claims of the reports that fit a filter."""
    wanted = given or Filter()
    found = [claim for record in review.corrected_records(store, given) for claim in claims_of(record, scope)]
    return [claim for claim in found if not wanted.toll or claim.kind == wanted.toll]


def running_tolls(store: Store, given: Filter | None = None) -> list[Tally]:
    """Running totals ("since 7 October") of the reports that fit a filter, a tally a kind."""
    copies = Copies()
    for one in _kept(store):
        copies.add(one.copy)
    return tallies(claims(store, given, "running"), copies.groups())


def incident_tolls(store: Store, incident: Incident, ledger: Ledger) -> list[Tally]:
    """Every claim on an incident's tolls: those that its reports tie to one of its events, or to none and to its day."""
    found = []
    for name in incident.members:
        witness = ledger.history.witness(name)
        record = review.corrected(store, witness.report).record
        own = {toll.id for toll in record.tolls if toll.event in witness.events}
        found += [claim for claim in claims_of(record) if claim.id.rsplit("/", 1)[1] in own]
    return tallies(found, ledger.copies)


def mediation(store: Store, given: Filter | None = None, today: str | None = None) -> list[Initiative]:
    """The mediation initiatives, with those left out that no step of theirs fits a filter."""
    wanted = given or Filter()
    told = [act for record in review.corrected_records(store) for act in acts_of(record)]
    outlets = {record.document.id for record in review.corrected_records(store) if wanted.source and from_source(record, wanted.source)}
    return [one for one in initiatives(told, today) if _initiative_fits(one, wanted, outlets)]


def _initiative_fits(one: Initiative, given: Filter, outlets: set[str]) -> bool:
    names = (*one.third_parties, *one.mediators, *one.parties)
    return all(
        (
            not given.actor or any(has_words(name, given.actor) for name in names),
            not given.place or any(has_words(s.place or "", given.place) or s.country == given.place.upper() for s in one.steps),
            not given.act or any(step.act == given.act.lower() for step in one.steps),
            not given.first or (one.last_day is not None and one.last_day >= given.first),
            not given.last or (one.first_day is not None and one.first_day <= given.last),
            not given.source or any(source.report in outlets for step in one.steps for source in step.sources),
        )
    )


def actors(store: Store, given: Filter | None = None) -> Registry:
    """The registry of the actors of the reports that fit a filter."""
    decided = review.decisions(store, "actors")
    found = registry(review.corrected_records(store, given), decided.together, decided.apart)
    if given is None or not given.actor:
        return found
    words = given.actor
    kept = tuple(e for e in found.entries if any(has_words(name, words) for name, _ in e.aliases) or words.upper() in (e.country, e.code))
    ids = {entry.id for entry in kept}
    return Registry(kept, tuple(p for p in found.proposals if p.a in ids or p.b in ids))


def _kept(store: Store) -> Iterator[Kept]:
    """What the ledger needs of every current reading; worked out and stored for those that are new."""
    r, w = t.readings.c, t.witnesses.c
    with plain_errors(store.where), store.reading() as connection:
        known = select(r.id, t.reports.c.document, w.data).join_from(t.readings, t.reports).outerjoin(t.witnesses).where(r.current)
        rows = connection.execute(known.order_by(t.reports.c.id)).all()
    made: list[tuple[int, bytes]] = []
    for reading, document, data in rows:
        kept = _DECODER.decode(zlib.decompress(data)) if data is not None else None
        if kept is None or kept.version != VERSION:
            kept = _worked_out(store, reading, document)
            made.append((reading, zlib.compress(msgspec.msgpack.encode(kept), 1)))
        yield kept
    if made and store.writable:
        _keep(store, made)


def _keep(store: Store, made: list[tuple[int, bytes]]) -> None:
    try:
        with plain_errors(store.where), store.writing() as connection:
            connection.execute(t.witnesses.delete().where(t.witnesses.c.reading.in_([reading for reading, _ in made])))
            connection.execute(insert(t.witnesses), [{"reading": reading, "data": data} for reading, data in made])
    except StoreError:
        # another program is writing: who only asks is answered all the same, and the next who asks works them out again
        return


def _worked_out(store: Store, reading: int, document: str) -> Kept:
    with plain_errors(store.where), store.reading() as connection:
        query = select(t.readings.c.record, t.reports.c.text).join_from(t.readings, t.reports).where(t.readings.c.id == reading)
        packed, text = connection.execute(query).one()
    record = apply(unpacked(packed, text), review.corrections(store, document)).record
    return Kept(VERSION, Sight(record).lead(), tuple(witnesses(record)), fingerprint(record.document))
