"""Adding a value that the reader missed, by marking its words in the report; with the keyboard alone if one likes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import InputError
from onrecord.ledger.corrections import Correction, Layer, apply, correction_for
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store.review import add_corrections, corrections
from onrecord.web.blank import blank
from onrecord.web.forms import as_sent, changed, form_of
from onrecord.web.pages.importing import check_csrf
from onrecord.web.pages.review import now, word_of
from onrecord.web.site import Site

LAYERS: tuple[tuple[Layer, str], ...] = (
    ("statements", "Statement"), ("events", "Event"), ("tolls", "Toll"), ("mediation", "Mediation act"),
    ("places", "Place"), ("times", "Time"), ("actors", "Actor"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent and refused, and why: the page shows it again as it was typed. All empty when nothing was."""

    problem: str
    start: str
    end: str
    marked: str
    why: str
    fields: tuple[tuple[str, str], ...]


NOTHING_SENT = Sent("", "", "", "", "", ())


def add(site: Site, request: Request, form: str) -> Response:
    """The report with nothing marked in it, to mark words in, and the form of the layer chosen."""
    who = request.query_params.get("who", "").strip()[:80]
    layer = _layer(request.query_params.get("layer", "tolls"))
    record, own = _as_seen_by(site, str(request.path_params["document"]), who)
    return _page(site, request, record, own, who, layer, NOTHING_SENT)


async def keep(site: Site, request: Request) -> Response:
    """Keeps one addition and goes back for the next."""
    async with request.form() as given:
        check_csrf(site, request, given)
        who, layer = word_of(given, "who"), _layer(word_of(given, "layer"))
        record, own = _as_seen_by(site, str(request.path_params["document"]), who)
        back = {"who": who, "layer": layer}
        sent = [(name, value) for name, value in given.multi_items() if isinstance(value, str)]
        try:
            if not who:
                raise InputError("say who you are: an addition bears its coder's name")
            span = _marked(record, word_of(given, "mark_start"), word_of(given, "mark_end"), str(given.get("marked") or ""))
            value = changed(blank(layer, span, record), record, sent)
        except InputError as error:
            start, end, marked, why = (word_of(given, name) for name in ("mark_start", "mark_end", "marked", "why"))
            typed = Sent(str(error), start, end, marked, why, tuple(sent))
            return _page(site, request, record, own, who, layer, typed)
        add_corrections(site.store, [correction_for(record, value, "add", who=who, when=now(), why=word_of(given, "why"), value=value)])
    return RedirectResponse(f"{request.url.path}?" + urlencode(back), 303)


def _page(site: Site, request: Request, record: Record, own: list[Correction], who: str, layer: Layer, sent: Sent) -> Response:
    inputs = form_of(blank(layer, Span(0, min(1, len(record.document.text))), record), record)
    values = {
        "d": record.document, "who": who, "layer": layer, "layers": LAYERS, "sent": sent,
        "fields": as_sent(inputs, sent.fields) if sent.problem else inputs,
        "added": [(one, record.words(one.span)) for one in own if one.action == "add"],
    }  # fmt: skip
    return site.page(request, "add.html", values, 422 if sent.problem else 200)


def _as_seen_by(site: Site, name: str, who: str) -> tuple[Record, list[Correction]]:
    """The reading with this coder's own decisions, and these: what other coders decided is not shown."""
    record = site.store.record(name)
    own = [one for one in corrections(site.store, record.document.id) if one.who == who]
    return apply(record, own).record, own


def _marked(record: Record, start: str, end: str, words: str) -> Span:
    """The words marked. Raises InputError when there are none, or when the report has other words there."""
    if not (start.isdecimal() and end.isdecimal()) or not int(start) < int(end) <= len(record.document.text):
        raise InputError("mark the words first: they are what the value rests on")
    span = Span(int(start), int(end))
    if record.words(span).split() != words.split():
        raise InputError("the words marked are not those of the report at that place: mark them again")
    return span


def _layer(name: str) -> Layer:
    if name not in get_args(Layer):
        raise HTTPException(404)
    return cast(Layer, name)
