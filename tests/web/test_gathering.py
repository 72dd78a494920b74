"""The ledger's rows: gathered once, kept in the store, stale until gathered anew, whole for a download."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.model.record import Record
from onrecord.store import Filter, Store, gather, open_store
from onrecord.store.views.gathered import Gathered, fitting_claims, fitting_incidents, fitting_initiatives
from onrecord.web import gathering
from onrecord.web.gathering import Gathering

TEXT = (
    "Rebels shelled a market in Goma on Monday, killing at least 14 people, the health ministry said.\n\n"
    "“We are ready to talk,” said Colonel Ahmed Saleh, who accused Ethiopia of arming the rebels.\n\n"
    "Qatar offered on Thursday to host talks between Sudan and Ethiopia in Doha."
)


@pytest.fixture
def store(tmp_path: Path, read: Callable[..., Record]) -> Iterator[Store]:
    with open_store(tmp_path / "store.db") as opened:
        opened.add(read(TEXT))
        yield opened


def test_rows_come_back_as_they_were_kept(store: Store) -> None:
    made_of, rows = gather.gather(store)
    gather.keep(store, made_of, rows)
    assert gather.kept(store) == (made_of, rows) and made_of == gather.stamp(store)
    assert rows.incidents and rows.initiatives and rows.claims


def test_a_kept_answer_is_not_gathered_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Gathering(store).now(60)
    assert first.ready and first.fresh
    monkeypatch.setattr(gathering, "gather", lambda _: pytest.fail("gathered again"))
    assert Gathering(store).now(60).rows == first.rows


def test_what_was_before_is_shown_until_the_new_is_gathered(store: Store, read: Callable[..., Record]) -> None:
    kept = Gathering(store)
    before = kept.now(60)
    store.add(read("Soldiers attacked a village near Bukavu on Tuesday, killing 3 people."))
    stale = kept.now(0)
    assert stale.ready and not stale.fresh and stale.rows == before.rows
    after = kept.now(60)
    assert after.fresh and len(after.rows.incidents) > len(before.rows.incidents)


def test_a_fault_is_told_once_and_then_tried_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: Store) -> tuple[str, Gathered]:
        raise StoreError("store.db: locked")

    kept = Gathering(store)
    with monkeypatch.context() as patch:
        patch.setattr(gathering, "gather", locked)
        with pytest.raises(StoreError, match="locked"):
            kept.now(60)
    assert kept.now(60).fresh


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        (Filter(act="ASSAULT"), True), (Filter(act="19"), True), (Filter(act="AID"), False),
        (Filter(place="goma"), True), (Filter(place="doha"), False),
        (Filter(toll="killed"), True), (Filter(toll="missing"), False),
        (Filter(actor="rebels", role="source"), True), (Filter(actor="rebels", role="target"), False),
        (Filter(said_by="ministry"), True), (Filter(said_by="army"), False),
        (Filter(first="2024-04-01", last="2024-05-31"), True), (Filter(first="2025-01-01"), False), (Filter(last="2023-01-01"), False),
        (Filter(source="nowhere"), False),
    ],
)  # fmt: skip
def test_a_filter_means_what_it_says(store: Store, given: Filter, fits: bool) -> None:
    _, rows = gather.gather(store)
    shelling = {one.id for one in rows.incidents if one.plover == "ASSAULT"}
    assert shelling and bool(shelling & {one.id for one in fitting_incidents(rows, given)}) is fits


def test_filters_of_initiatives_and_claims(store: Store) -> None:
    _, rows = gather.gather(store)
    acts = {step.act for one in rows.initiatives for step in one.initiative.steps}  # which acts a text holds is the reader's matter
    assert acts and all(fitting_initiatives(rows, Filter(actor="Qatar", act=act)) for act in acts)
    assert not fitting_initiatives(rows, Filter(actor="Norway")) and not fitting_initiatives(rows, Filter(act="collapse"))
    assert fitting_claims(rows, Filter(toll="killed", said_by="ministry")) and not fitting_claims(rows, Filter(toll="missing"))
    assert not fitting_claims(rows, Filter(first="2030-01-01"))
