"""Records made by hand, so that the store is tested without a reader."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.model.document import Block, Link, document_id
from onrecord.model.record import (
    Actor,
    DocumentInfo,
    Event,
    MediationAct,
    Mention,
    Place,
    Plover,
    ReaderInfo,
    Record,
    Relation,
    Statement,
    Term,
    Time,
    Toll,
)
from onrecord.model.span import Span

TEXT = (
    "Port deal offered\n\nOn Monday the envoy of Norland offered to broker a truce between Estavia and the River Front. "
    "“We will open the harbour road,” said Estavia’s minister Ada Brol. At least 14 dockers were killed in Calmouth."
)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def actor(
    id: str, name: str, words: str, kind: str = "state", country: str | None = None, code: str | None = None, text: str = TEXT
) -> Actor:
    return Actor(id, name, kind, country, (), None, code, None, (Mention(span_of(words, text), "name"),))  # type: ignore[arg-type]


def record(
    text: str = TEXT, key: str = "port", published: str | None = "2031-05-06", version: str = "1", outlet: str | None = "Harbour Post"
) -> Record:
    """A record with something in every list; `text` must hold the words of TEXT."""

    def s(words: str) -> Span:
        return span_of(words, text)

    title = s("Port deal offered")
    return Record(
        onrecord=1,
        reader=ReaderInfo(version, "model", "vocabulary"),
        document=DocumentInfo(
            document_id(text),
            key,
            f"https://example.org/{key}",
            outlet,
            "Port deal offered",
            published,
            None,
            ("A. Writer",),
            (),
            "en",
            text,
            (Block("title", title), Block("paragraph", Span(title.end + 2, len(text)))),
            (Link(s("truce"), "#"),),
        ),
        actors=(
            actor("a1", "Norland", "Norland", country="NOR", code="NORGOV", text=text),
            actor("a2", "Estavia", "Estavia", country="EST", code="ESTGOV", text=text),
            actor("a3", "River Front", "the River Front", "armed_group", code="ESTREB", text=text),
            replace(actor("a4", "Ada Brol", "Ada Brol", "person", "EST", text=text), roles=("minister",), of="a2"),
        ),
        times=(Time("t1", s("Monday"), "DATE", "2031-05-05", "2031-05-05", "2031-05-05"),),
        places=(Place("p1", s("Calmouth"), "Calmouth", "city", "EST", None, 10.5, -3.25, None),),
        statements=(
            Statement(
                "s1", "direct", "a4", s("Ada Brol"), s("said"), (s("We will open the harbour road"),), (s("We will open the harbour road"),)
            ),
        ),
        events=(
            Event(
                "e1",
                s("offered to broker"),
                "039",
                Plover("CONSULT", "mediate", ("diplomatic",)),
                1,
                5.0,
                "actual",
                ("a1",),
                ("a2", "a3"),
                (),
                {"a1": s("Norland"), "a2": s("Estavia"), "a3": s("the River Front")},
                s("the envoy of Norland offered to broker a truce"),
                "t1",
            ),
            Event(
                "e2",
                s("killed"),
                "190",
                Plover("ASSAULT", None),
                4,
                -10.0,
                "actual",
                (),
                (),
                (),
                {},
                s("At least 14 dockers were killed"),
                place="p1",
            ),
        ),
        tolls=(
            Toll("n1", s("At least 14"), "killed", 14, None, 14, "at_least", s("At least"), of="dockers", of_span=s("dockers"), event="e2"),
        ),
        relations=(Relation("before", "e1", "e2", s("On Monday")),),
        mediation=(
            MediationAct(
                "m1",
                "offer",
                ("a1",),
                (),
                ("a2", "a3"),
                None,
                "ceasefire",
                (s("a truce"),),
                "actual",
                ("e1",),
                (),
                "t1",
                anchor=s("offered"),
                term_values=(Term("ceasefire", s("truce"), None),),
            ),
        ),
        warnings=("a link to the page itself",),
    )
