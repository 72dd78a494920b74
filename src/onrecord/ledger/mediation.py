"""The mediation ledger: acts of mediation gathered into initiatives, and where each stands, step by step, with the evidence.

The state is the answer of the machine in `mediation_states.py`. An act that was denied, failed or is only possible moves nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from onrecord.ledger.days import day_of
from onrecord.ledger.mediation_states import BY_THIRD_PARTY, MOVES, PART_OF, State, next_state
from onrecord.ledger.witness import actor_keys
from onrecord.model.record import EventStatus, MediationAct, MediationActKind, MediationSubject, Record
from onrecord.model.span import Span

SAME_STEP_DAYS = 10
"""A report that tells an act without its day tells of the step of these last days, if there is one of its kind."""
QUIET_DAYS = 60
"""After so many days without a step, the next act begins another initiative."""
TRUCE_SUBJECTS = frozenset(("ceasefire", "humanitarian_access", "peace_talks", "settlement", "other"))
"""Subjects that run into each other in one process; hostages and prisoners are bargained for by themselves."""


class Source(msgspec.Struct, frozen=True):
    """Where a step is told: the report, its act there, and the words."""

    report: str
    act: str
    evidence: Span
    words: str


class Step(msgspec.Struct, frozen=True):
    """One act of an initiative. `by` are the third parties and mediators, `parties` those between whom; names as in the reports.

    `day` is the act's own day, else the day of the first report that tells it. `state` is where the initiative stands after it.
    """

    day: str | None
    act: MediationActKind
    subject: MediationSubject
    by: tuple[str, ...]
    parties: tuple[str, ...]
    status: EventStatus
    terms: tuple[str, ...]
    until: str | None
    place: str | None
    country: str | None
    sources: tuple[Source, ...]
    moved: bool = False
    state: State | None = None


class Initiative(msgspec.Struct, frozen=True):
    """A mediation from its first act to its latest, in order of day."""

    id: str
    subject: MediationSubject
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    parties: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    state: State
    accepted_by: tuple[str, ...]
    rejected_by: tuple[str, ...]
    terms: tuple[str, ...]
    until: str | None
    steps: tuple[Step, ...]


class Told(msgspec.Struct, frozen=True):
    """An act as one report tells it, with the keys that its actors are recognised by."""

    step: Step
    own_day: bool
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    by_keys: frozenset[str]
    party_keys: frozenset[str]


def acts_of(record: Record) -> list[Told]:
    """The mediation acts of a record."""
    answered = {act.time for act in record.mediation if act.act in ("accept", "reject")}
    told = [_told(record, act) for act in record.mediation]
    # an offer told beside its answer is the older offer that was answered, and its day is the answer's
    return folded(
        msgspec.structs.replace(one, own_day=False) if act.act == "offer" and act.time in answered else one
        for act, one in zip(record.mediation, told, strict=True)
    )


def folded(told: Iterable[Told]) -> list[Told]:
    """One report's acts with those that tell another again put into it."""
    kept: list[Told] = []
    parts: list[Told] = []
    for one in told:
        (parts if one.step.act in PART_OF else kept).append(one)
    for part in sorted(parts, key=lambda one: one.step.act != "talks"):  # talks first: what brokered them is part of them
        n = next((n for n, whole in enumerate(kept) if _tells_again(part, whole)), None)
        if n is None:
            kept.append(part)
        else:
            kept[n] = _joined(kept[n], part)
    return kept


def _tells_again(part: Told, whole: Told) -> bool:
    return (
        whole.step.act in PART_OF[part.step.act]
        and (part.step.day, part.step.status) == (whole.step.day, whole.step.status)
        and not (part.by_keys and whole.by_keys and part.by_keys.isdisjoint(whole.by_keys))
        and not (part.party_keys and whole.party_keys and part.party_keys.isdisjoint(whole.party_keys))
    )


def _joined(whole: Told, part: Told) -> Told:
    return msgspec.structs.replace(
        whole,
        step=_with_evidence(whole.step, part.step),
        third_parties=tuple(dict.fromkeys((*whole.third_parties, *part.third_parties))),
        mediators=tuple(dict.fromkeys((*whole.mediators, *part.mediators))),
        by_keys=whole.by_keys | part.by_keys,
        party_keys=whole.party_keys | part.party_keys,
    )


def _with_evidence(known: Step, new: Step) -> Step:
    """A step with what another telling of it adds."""
    return msgspec.structs.replace(
        known,
        subject=new.subject if known.subject == "other" else known.subject,
        by=tuple(dict.fromkeys((*known.by, *new.by))),
        parties=tuple(dict.fromkeys((*known.parties, *new.parties))),
        terms=tuple(dict.fromkeys((*known.terms, *new.terms))),
        until=known.until or new.until,
        place=known.place or new.place,
        country=known.country or new.country,
        sources=tuple(sorted({*known.sources, *new.sources}, key=lambda x: (x.report, x.act))),
    )


def _told(record: Record, act: MediationAct) -> Told:
    actors = {actor.id: actor for actor in record.actors}
    times = {time.id: time for time in record.times}
    places = {place.id: place for place in record.places}
    time, place = times.get(act.time or ""), places.get(act.place or "")
    day = day_of(time.begin) if time else None
    published = day_of(record.document.published)
    when = day or published
    anchor = act.anchor or (act.terms[0] if act.terms else Span(0, 0))
    by = (*act.third_parties, *act.mediators)
    step = Step(
        day=when.isoformat() if when else None,
        act=act.act,
        subject=act.subject,
        by=tuple(dict.fromkeys(actors[name].name for name in by)),
        parties=tuple(dict.fromkeys(actors[name].name for name in act.parties)),
        status=act.status,
        terms=tuple(record.words(span) for span in act.terms),
        until=_until(act, when),
        place=place.name if place else None,
        country=place.country if place else None,
        sources=(Source(record.document.id, act.id, anchor, record.words(anchor)),),
    )
    return Told(
        step, day is not None, tuple(actors[name].name for name in act.third_parties), tuple(actors[name].name for name in act.mediators),
        frozenset(key for name in by for key in actor_keys(actors[name])),
        frozenset(key for name in act.parties for key in actor_keys(actors[name])),
    )  # fmt: skip


def _until(act: MediationAct, day: date | None) -> str | None:
    """The day on which a truce of a stated length ends: the act's day and its TIMEX3 duration in days or weeks, where both are known."""
    for term in act.term_values:
        if term.kind == "duration" and term.value and day:
            number, unit = term.value.removeprefix("P").removeprefix("T")[:-1], term.value[-1]
            days = {"D": 1.0, "W": 7.0}.get(unit) if "T" not in term.value else {"H": 1 / 24}.get(unit)
            if days is not None and number.replace(".", "", 1).isdigit():
                return (day + timedelta(days=float(number) * days)).isoformat()
    return None


def initiatives(told: Iterable[Told], today: str | None = None) -> list[Initiative]:
    """Every initiative, in order of its first day. The order of the acts given does not matter.

    An act belongs to an initiative when their subjects go together, a third party or a party is shared, nothing speaks against it, and
    it falls within two months of its latest step. `today` lets a truce of stated length run out.
    """
    ordered = sorted(told, key=lambda x: (x.step.day or "9999", _rank(x), x.step.sources[0].report, x.step.sources[0].act))
    groups: list[list[Told]] = []
    for one in ordered:
        home = next((group for group in reversed(groups) if _belongs(one, group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [_initiative(group, today) for group in groups]


def _rank(one: Told) -> int:
    """Acts of one day in the order in which mediation goes."""
    return list(MOVES).index(one.step.act)


def _belongs(one: Told, group: Sequence[Told]) -> bool:
    subject, subjects = one.step.subject, {x.step.subject for x in group}
    if subject not in subjects and not ({subject, *subjects} <= TRUCE_SUBJECTS):
        return False
    latest, day = day_of(group[-1].step.day), day_of(one.step.day)
    if latest and day and (day - latest).days > QUIET_DAYS:
        return False
    by = frozenset(key for x in group for key in x.by_keys)
    parties = frozenset(key for x in group for key in x.party_keys)
    if one.party_keys and parties:
        return bool(one.party_keys & parties) and (not one.by_keys or not by or bool(one.by_keys & by) or len(one.party_keys & parties) > 1)
    return bool(one.by_keys & by) or (
        not one.by_keys and not one.party_keys and one.step.sources[0].report == group[-1].step.sources[0].report
    )


def _initiative(group: Sequence[Told], today: str | None) -> Initiative:
    steps = _steps(group)
    state: State | None = None
    accepted: dict[str, None] = {}
    rejected: dict[str, None] = {}
    terms: dict[str, None] = {}
    until: str | None = None
    walked = []
    parties = tuple(dict.fromkeys(name for step in steps for name in step.parties))
    for step in steps:
        new = next_state(state, step.act, step.status) if step.by or step.act not in BY_THIRD_PARTY else None
        if new is not None:
            state = new
            if step.act == "accept":
                accepted.update(dict.fromkeys(step.parties))
            elif step.act == "reject":
                rejected.update(dict.fromkeys(step.parties))
            terms.update(dict.fromkeys(step.terms))
            until = step.until or until
        walked.append(msgspec.structs.replace(step, moved=new is not None, state=state))
    state = state or "mentioned"
    if state == "agreed" and until and today and today > until:
        state = "expired"
    days = [step.day for step in steps if step.day]
    first = steps[0].sources[0]
    return Initiative(
        id="x" + hashlib.sha256(f"{first.report}/{first.act}".encode()).hexdigest()[:12],
        subject=_subject(group),
        third_parties=tuple(dict.fromkeys(name for x in group for name in x.third_parties)),
        mediators=tuple(dict.fromkeys(name for x in group for name in x.mediators)),
        parties=parties,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        state=state,
        accepted_by=tuple(accepted),
        rejected_by=tuple(rejected),
        terms=tuple(terms),
        until=until,
        steps=tuple(walked),
    )


def _subject(group: Sequence[Told]) -> MediationSubject:
    count: dict[MediationSubject, int] = {}
    for one in group:
        count[one.step.subject] = count.get(one.step.subject, 0) + (one.step.subject != "other")
    return max(count, key=lambda subject: count[subject])


def _steps(group: Sequence[Told]) -> list[Step]:
    """One step an act, however many reports tell it; told without a day of its own, it is evidence for the step of the last days."""
    steps: list[Step] = []
    keys: list[frozenset[str]] = []
    for one in sorted(
        group, key=lambda x: (not x.own_day, x.step.day or "9999", _rank(x), x.step.sources[0].report, x.step.sources[0].act)
    ):
        mine = one.by_keys | one.party_keys
        n = next((n for n, step in enumerate(steps) if _same_step(one, step, mine, keys[n])), None)
        if n is None:
            steps.append(one.step)
            keys.append(mine)
            continue
        keys[n] |= mine
        steps[n] = _with_evidence(steps[n], one.step)
    order: Mapping[str, int] = {act: n for n, act in enumerate(MOVES)}
    return sorted(steps, key=lambda step: (step.day or "9999", order[step.act], step.sources[0].report, step.sources[0].act))


def _same_step(one: Told, step: Step, mine: frozenset[str], known: frozenset[str]) -> bool:
    if one.step.act != step.act or one.step.status != step.status or (mine and known and not mine & known):
        return False
    if one.step.day == step.day:
        return True
    earlier, day = day_of(step.day), day_of(one.step.day)
    return not one.own_day and earlier is not None and day is not None and timedelta(0) <= day - earlier <= timedelta(SAME_STEP_DAYS)
