"""Review: a queue by doubt, decided with the keyboard alone; what one coder says is not shown to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import cast, get_args
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import InputError
from onrecord.export.values import value_lines
from onrecord.ledger.agreement import Agreement, agreements
from onrecord.ledger.corrections import Action, Layer, apply, correction_for, things
from onrecord.model.first import Thing, first_span
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store.review import add_corrections, corrections
from onrecord.store.views.queue import Doubt, doubts
from onrecord.web.answers import Table
from onrecord.web.forms import as_sent, changed, form_of
from onrecord.web.pages.importing import check_csrf
from onrecord.web.site import Site

DECIDED: tuple[Action, ...] = ("accept", "change", "reject")
AROUND = 400
"""Code points of the report shown before and after a value."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value with its words in the report; `cut_before` and `cut_after` when the report goes on."""

    before: str
    words: str
    after: str
    said: str
    cut_before: bool
    cut_after: bool


def review(site: Site, request: Request, form: str) -> Response:
    """The next value to judge, or as JSON and CSV the whole queue."""
    who = request.query_params.get("who", "").strip()[:80]
    if form:
        return site.answer(request, form, "review.html", Table("review", Doubt, doubts(site.store, who, limit=10_000)), {})
    asked_skip = request.query_params.get("skip", "0")
    skip = int(asked_skip) if asked_skip.isdecimal() else 0
    item = _named(site, request) if "id" in request.query_params else _next(site, who, skip)
    chosen = [(name, value) for name, value in request.query_params.multi_items() if name in ("document", "layer", "id")]
    values = {"who": who, "skip": skip, "item": item, "problem": "", "why": "", "keep": chosen}
    if item is None:
        return site.page(request, "review.html", {**values, "shown": None, "fields": (), "d": None})
    record = site.store.record(item.document)
    thing = _thing(record, item.layer, item.id)
    return site.page(
        request, "review.html", {**values, "shown": _shown(record, thing), "fields": form_of(thing, record), "d": record.document}
    )


def _next(site: Site, who: str, skip: int) -> Doubt | None:
    return next(islice(site.queue.waiting(who), skip, None), None) if who else None


def _named(site: Site, request: Request) -> Doubt:
    """The value that the address names, chosen from its report and not from the queue."""
    document, layer, name = (request.query_params.get(part, "") for part in ("document", "layer", "id"))
    return Doubt(site.store.record(document).document.id, layer, name, 0.0, "chosen in its report", 0)


async def decide(site: Site, request: Request) -> Response:
    """Keeps one decision and goes on to the next value."""
    async with request.form() as given:
        check_csrf(site, request, given)
        who, skip = word_of(given, "who"), word_of(given, "skip") or "0"
        action = cast(Action, word_of(given, "action"))
        if not who or action not in DECIDED:
            raise InputError("a decision needs your name, and one of accept, change or reject")
        record = site.store.record(word_of(given, "document"))
        thing = _thing(record, word_of(given, "layer"), word_of(given, "id"))
        sent = [(name, value) for name, value in given.multi_items() if isinstance(value, str)]
        try:
            value = changed(thing, record, sent) if action == "change" else None
        except InputError as error:
            item = Doubt(record.document.id, cast(Layer, word_of(given, "layer")), thing.id, 0.0, "not kept yet", 0)
            values = {
                "who": who, "skip": int(skip) if skip.isdecimal() else 0, "item": item, "problem": str(error), "keep": [],
                "why": word_of(given, "why"), "shown": _shown(record, thing), "fields": as_sent(form_of(thing, record), sent),
                "d": record.document,
            }  # fmt: skip
            return site.page(request, "review.html", values, 422)
        add_corrections(site.store, [correction_for(record, thing, action, who=who, when=now(), why=word_of(given, "why"), value=value)])
    return RedirectResponse("/review?" + urlencode({"who": who, "skip": skip}), 303)


def agreement(site: Site, request: Request, form: str) -> Response:
    """How far coders agree by layer, and the values on which a reading or another coder differs."""
    found = corrections(site.store)
    conflicts = [
        (one.correction, one.what, record.words(one.correction.span))
        for report in sorted({one.report for one in found})
        for record in [site.store.record(report)]
        for one in apply(record, [x for x in found if x.report == report]).conflicts
    ]
    values = {"conflicts": conflicts, "coders": sorted({one.who for one in found}), "total": len(found)}
    return site.answer(request, form, "agreement.html", Table("agreement", Agreement, agreements(found)), values)


def _thing(record: Record, layer: str, name: str) -> Thing:
    if layer not in get_args(Layer):
        raise HTTPException(404)
    found = next((thing for thing in things(record, cast(Layer, layer)) if thing.id == name), None)
    if found is None:
        raise HTTPException(404)
    return found


def _shown(record: Record, thing: Thing) -> Shown:
    text, span = record.document.text, first_span(thing)
    if hasattr(thing, "evidence"):
        span = Span(*thing.evidence)
    elif hasattr(thing, "content"):
        span = span.cover((thing.content[-1][0], thing.content[-1][1]))
    said = next((line.said for line in value_lines(record) if line.id == thing.id), "")
    # cut at a blank, so that no half word stands at an edge
    before = max(0, span.start - AROUND)
    before = text.find(" ", before, span.start) + 1 or before if before else 0
    after = min(len(text), span.end + AROUND)
    after = max(text.rfind(" ", span.end, after), span.end) if after < len(text) else after
    return Shown(
        text[before : span.start], text[span.start : span.end], text[span.end : after], said, before > 0, after < len(text)
    )  # fmt: skip


def word_of(given: FormData, name: str) -> str:
    """One word of a form, without blanks around it; empty where it was not sent."""
    value = given.get(name)
    return value.strip()[:2_000] if isinstance(value, str) else ""


def now() -> str:
    """The present time in UTC, for a decision."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
