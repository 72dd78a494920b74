"""Actors across reports: one entry a person, group or state, with its aliases and offices over time, and proposals of what to merge.

The same name, kind and country in two reports is one entry; anything less sure is a proposal with a score, which is applied only above
`SURE` or by a person. How often each step of the ladder is right in news articles is measured: docs/explanation/ledger.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from onrecord.ledger.names import compared, normal
from onrecord.model.record import Actor, ActorKind, Record

SURE = 0.9
"""Score from which a proposal is applied by itself."""
WORTH = 0.4
"""Score from which a proposal is listed."""
NAMELESS = frozenset(("unnamed", "population"))


class Office(msgspec.Struct, frozen=True):
    """A role and whom it served, with the first and last day of the reports that say so."""

    role: str
    of: str | None
    first: str | None
    last: str | None
    reports: int


class Entry(msgspec.Struct, frozen=True):
    """An actor of the registry. `aliases` are its names with the number of reports that use each, commonest first."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    code: str | None
    wikidata: str | None
    aliases: tuple[tuple[str, int], ...]
    offices: tuple[Office, ...]
    reports: int
    first: str | None
    last: str | None
    members: tuple[str, ...]


class Proposal(msgspec.Struct, frozen=True):
    """Two entries that may be one actor, how sure that is (0 to 1), why, and whether it was applied."""

    a: str
    b: str
    score: float
    why: str
    applied: bool = False


@dataclass(frozen=True, slots=True)
class Registry:
    """The actors of many reports, and which of them may be one."""

    entries: tuple[Entry, ...]
    proposals: tuple[Proposal, ...]


@dataclass(slots=True)
class _Draft:
    key: str
    kind: ActorKind
    country: str | None
    wikidata: str | None = None
    codes: dict[str, int] = field(default_factory=dict)
    names: dict[str, set[str]] = field(default_factory=dict)
    offices: dict[tuple[str, str | None], list[tuple[str, str]]] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    members: set[str] = field(default_factory=set)

    def take(self, other: _Draft) -> None:
        for name, reports in other.names.items():
            self.names.setdefault(name, set()).update(reports)
        for office, days in other.offices.items():
            self.offices.setdefault(office, []).extend(days)
        self.reports.update(other.reports)
        self.members |= other.members
        for code, count in other.codes.items():
            self.codes[code] = self.codes.get(code, 0) + count
        self.country = self.country or other.country
        self.wikidata = self.wikidata or other.wikidata

    def code(self) -> str | None:
        """The commonest actor code; of equals the first of the alphabet."""
        return min(self.codes, key=lambda code: (-self.codes[code], code), default=None)

    def name(self) -> str:
        """The commonest name; of equals the longest, then the first of the alphabet."""
        return min(self.names, key=lambda name: (-len(self.names[name]), -len(name), name))


def registry(records: Iterable[Record], together: Iterable[tuple[str, str]] = (), apart: Iterable[tuple[str, str]] = ()) -> Registry:
    """The registry of some records; the order of the records does not matter.

    `together` and `apart` are what a person has decided, as pairs of names or entry ids.
    """
    drafts: dict[str, _Draft] = {}
    for record in records:
        names = {actor.id: actor.name for actor in record.actors}
        for actor in record.actors:
            named = actor.kind == "state" or any(mention.form == "name" for mention in actor.mentions)
            if named and actor.kind not in NAMELESS:
                _note(drafts, record, actor, names)
    barred = {frozenset(pair) for pair in apart}
    joined = _join_decided(drafts, together)
    proposals = _proposals(drafts, barred)
    applied = []
    for proposal in proposals:
        a, b = joined.get(proposal.a, proposal.a), joined.get(proposal.b, proposal.b)
        if proposal.score >= SURE and a != b and a in drafts and b in drafts:
            low, high = sorted((a, b), key=lambda key: (-len(drafts[key].reports), key))
            drafts[low].take(drafts.pop(high))
            joined |= {key: low for key, head in joined.items() if head == high} | {high: low}
            applied.append(msgspec.structs.replace(proposal, applied=True))
        elif a != b:
            applied.append(proposal)
    shown = tuple(msgspec.structs.replace(p, a=_id(p.a), b=_id(p.b)) for p in applied)
    return Registry(tuple(_entry(drafts[key]) for key in sorted(drafts, key=lambda key: (-len(drafts[key].reports), key))), shown)


def _note(drafts: dict[str, _Draft], record: Record, actor: Actor, names: Mapping[str, str]) -> None:
    report, day = record.document.id, (record.document.published or "")[:10]
    key = actor.wikidata or f"{normal(actor.name)}|{actor.kind}|{actor.country or ''}"
    draft = drafts.setdefault(key, _Draft(key, actor.kind, actor.country))
    draft.wikidata = draft.wikidata or actor.wikidata
    if actor.code:
        draft.codes[actor.code] = draft.codes.get(actor.code, 0) + 1
    used = {record.words(mention.span) for mention in actor.mentions if mention.form == "name"} | {actor.name}
    for name in used:
        draft.names.setdefault(name, set()).add(report)
    for role in actor.roles:
        draft.offices.setdefault((role, names.get(actor.of or "")), []).append((day, report))
    draft.reports[report] = day
    draft.members.add(f"{report}/{actor.id}")


def _join_decided(drafts: dict[str, _Draft], together: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Applies a person's merges; returns which key has become which."""
    joined: dict[str, str] = {}

    def find(name: str) -> str | None:
        for key, draft in drafts.items():
            if name in (_id(key), key) or name in draft.names:
                return key
        return joined.get(name)

    for a, b in sorted(together):
        one, two = find(a), find(b)
        if one and two and one != two:
            drafts[one].take(drafts.pop(two))
            joined |= {key: one for key, head in joined.items() if head == two} | {two: one, _id(two): one}
    return joined


def _proposals(drafts: Mapping[str, _Draft], barred: set[frozenset[str]]) -> list[Proposal]:
    """Pairs worth a look, the surest first. Only entries that share the sound of a word of their names are compared."""
    blocks: dict[str, list[str]] = {}
    for key, draft in drafts.items():
        for sounded in {one for name in draft.names for one in compared(name).sounds}:
            blocks.setdefault(sounded, []).append(key)
    found: dict[tuple[str, str], Proposal] = {}
    for keys in blocks.values():
        ordered = sorted(keys)
        for n, a in enumerate(ordered):
            for b in ordered[n + 1 :]:
                if (a, b) not in found and not _is_barred(drafts, a, b, barred):
                    score, why = likeness(drafts[a], drafts[b])
                    if score >= WORTH:
                        found[a, b] = Proposal(a, b, score, why)
    return sorted(found.values(), key=lambda p: (-p.score, p.a, p.b))


def _is_barred(drafts: Mapping[str, _Draft], a: str, b: str, barred: set[frozenset[str]]) -> bool:
    one, two = {_id(a), *drafts[a].names}, {_id(b), *drafts[b].names}
    return any(frozenset((x, y)) in barred for x in one for y in two) if barred else False


def likeness(a: _Draft, b: _Draft) -> tuple[float, str]:
    """How sure it is that two entries are one actor, and why."""
    if a.country and b.country and a.country != b.country:
        return 0.0, ""
    if a.kind != b.kind and {a.kind, b.kind} != {"armed_group", "party"} and {a.kind, b.kind} != {"government", "state"}:
        return 0.0, ""
    best, why = 0.0, ""
    for one in sorted(a.names):
        for two in sorted(b.names):
            score, reason = compared(one).likeness(compared(two))
            if score > best:
                best, why = score, reason
    shared = {role for role, _ in a.offices} & {role for role, _ in b.offices}
    if best and shared:
        best, why = min(0.97, best + 0.1), f"{why}; both {sorted(shared)[0]}"
    if best and a.country and a.country == b.country:
        best = min(0.97, best + 0.05)
    return round(best, 2), why


def _entry(draft: _Draft) -> Entry:
    days = sorted(day for day in draft.reports.values() if day)
    aliases = sorted(((name, len(reports)) for name, reports in draft.names.items()), key=lambda pair: (-pair[1], pair[0]))
    return Entry(
        id=_id(draft.key), name=draft.name(), kind=draft.kind, country=draft.country, code=draft.code(), wikidata=draft.wikidata,
        aliases=tuple(aliases), offices=_offices(draft), reports=len(draft.reports),
        first=days[0] if days else None, last=days[-1] if days else None, members=tuple(sorted(draft.members)),
    )  # fmt: skip


def _offices(draft: _Draft) -> tuple[Office, ...]:
    found = []
    for (role, of), told in draft.offices.items():
        days = sorted(day for day, _ in told if day)
        found.append(Office(role, of, days[0] if days else None, days[-1] if days else None, len({report for _, report in told})))
    return tuple(sorted(found, key=lambda office: (office.first or "", office.role, office.of or "")))


def _id(key: str) -> str:
    return "r" + hashlib.sha256(key.encode()).hexdigest()[:12]
