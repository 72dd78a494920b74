"""Where a mediation stands: the states, and which act moves which state on. The table is the whole machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from onrecord.model.record import EventStatus, MediationActKind

State = Literal[
    "mentioned",
    "requested",
    "offered",
    "accepted",
    "rejected",
    "talks",
    "proposed",
    "agreed",
    "violated",
    "suspended",
    "collapsed",
    "expired",
]

EARLY: tuple[State | None, ...] = (None, "mentioned", "requested", "rejected", "collapsed", "expired")
"""States in which a mediation begins, or begins again."""

MOVES: Mapping[MediationActKind, Mapping[State | None, State]] = {
    "appeal": {None: "requested", "mentioned": "requested", "rejected": "requested", "collapsed": "requested", "expired": "requested"},
    "offer": dict.fromkeys(EARLY, "offered"),
    "reject": dict.fromkeys((*EARLY, "offered", "accepted", "talks", "proposed"), "rejected"),
    "accept": {**dict.fromkeys((*EARLY, "offered", "accepted"), "accepted"), "talks": "accepted", "proposed": "agreed", "agreed": "agreed"},
    "host": dict.fromkeys((*EARLY, "offered", "accepted", "talks", "suspended"), "talks"),
    "shuttle": dict.fromkeys((*EARLY, "offered", "accepted", "talks", "suspended"), "talks"),
    "talks": dict.fromkeys((*EARLY, "offered", "accepted", "talks", "suspended", "violated"), "talks"),
    "propose": dict.fromkeys((*EARLY, "offered", "accepted", "talks", "proposed", "suspended", "violated"), "proposed"),
    "broker": dict.fromkeys((*EARLY, "offered", "accepted", "talks", "suspended"), "talks"),
    "agree": dict.fromkeys((*EARLY, "offered", "accepted", "talks", "proposed", "suspended", "violated", "agreed"), "agreed"),
    "violate": dict.fromkeys((None, "mentioned", "agreed", "violated", "expired"), "violated"),
    "suspend": dict.fromkeys((None, "mentioned", "accepted", "talks", "proposed", "agreed", "violated", "suspended"), "suspended"),
    "collapse": dict.fromkeys(
        (None, "mentioned", "requested", "offered", "accepted", "talks", "proposed", "agreed", "violated", "suspended", "expired"),
        "collapsed",
    ),
}
"""For each act, in the order in which mediation goes: the states that it moves, and to which. Elsewhere it moves nothing: an offer that a
report recalls while the talks are on is history and not a step back."""

BY_THIRD_PARTY: frozenset[MediationActKind] = frozenset(("offer", "host", "shuttle", "broker"))
"""Acts that only a third party can do: told without one, they move nothing."""

PART_OF: Mapping[MediationActKind, tuple[MediationActKind, ...]] = {"talks": ("host", "shuttle"), "broker": ("agree", "host", "talks")}
"""Acts that, told beside a larger one by one report for one day, are that act told again: the talks that were hosted, the hand that a third
party had in what was agreed."""

MOVING: frozenset[EventStatus] = frozenset(("actual", "ongoing", "announced"))


def next_state(state: State | None, act: MediationActKind, status: EventStatus) -> State | None:
    """The state that an act leads to; None when it moves nothing. Only what happens, or is announced, moves."""
    if status not in MOVING and not (act == "appeal" and status == "requested"):
        return None
    return MOVES[act].get(state)
