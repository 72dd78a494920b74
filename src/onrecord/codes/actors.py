"""The CAMEO code of an actor: country, then role. "RUS" is Russia, "RUSGOV" its government or president, "IGOUNO" the UN."""

from __future__ import annotations

from onrecord.model.record import ActorKind

BY_KIND: dict[ActorKind, str] = {
    "government": "GOV", "military": "MIL", "police": "COP", "armed_group": "UAF", "party": "PTY", "igo": "IGO", "ngo": "NGO",
    "company": "BUS", "media": "MED", "population": "CVL",
}  # fmt: skip
"""The role that the kind alone implies, where the words say no more."""


def actor_code(kind: ActorKind, country: str | None, role: str) -> str | None:
    """The code of an actor. `role` is a CAMEO role, or the whole code of an international organisation; None when nothing is known."""
    role = role or BY_KIND.get(kind, "")
    if role.startswith("IGO"):
        return role
    return f"{country or ''}{role}" or None
