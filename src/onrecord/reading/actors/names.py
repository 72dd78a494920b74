"""Names in the text: what our tables know and what the parser marked, joined so that none overlap."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.span import Span
from onrecord.reading.actors.gazetteer import Entry, Gazetteer, Hit, What
from onrecord.reading.parse import Entity, Parse, Word
from onrecord.vocabulary.actors.nouns import nouns
from onrecord.vocabulary.actors.words import words_of

_NOT_ACTORS = frozenset(
    ("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY")
)
_SHIPS = frozenset(("HMS", "USS", "FS", "MV", "M/V", "RFA", "USNS", "HMAS", "HMCS", "MT", "RMS"))
_OFFICES = frozenset(("GOV", "LEG", "MIL", "COP", "JUD", "REL"))
_HALF_NAMES = frozenset(("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP"))


@dataclass(frozen=True, slots=True)
class Name:
    """Words `first` up to and without `last`. `label` is the parser's, or "" ; `entries` what our tables say of the whole name.

    `inside` is what our tables say of a part of it: "Russian" in "Russian Foreign Ministry".
    """

    first: int
    last: int
    head: Word
    text: str
    span: Span
    label: str
    entries: tuple[Entry, ...]
    inside: tuple[Entry, ...] = ()

    def entry(self, *whats: What) -> Entry | None:
        return next((entry for entry in self.entries if entry.what in whats), None)


def find_names(parse: Parse, gazetteer: Gazetteer) -> list[Name]:
    """All names in order of text, none overlapping. A longer name of the parser's holds a shorter one of ours."""
    hits = list(gazetteer.hits(parse.words))
    entities = _joined(parse, [whole for e in parse.entities if e.label not in _NOT_ACTORS and (whole := _stripped(parse, e))], hits)
    owner: dict[int, int] = {}
    for n, (first, last, _) in enumerate(entities):
        owner.update(dict.fromkeys(range(first, last), n))
    inside: dict[int, list[Hit]] = {}
    free: list[Hit] = []
    covered: set[int] = set()
    for hit in hits:
        holders = {owner[i] for i in range(hit.first, hit.last) if i in owner}
        holder = next(iter(holders)) if len(holders) == 1 else None
        if (
            holder is not None
            and entities[holder][0] <= hit.first
            and hit.last <= entities[holder][1]
            and not _keeps(parse, hit, entities[holder])
        ):
            inside.setdefault(holder, []).append(hit)
        else:
            covered |= holders
            free.append(hit)
    found = [_name(parse, hit.first, hit.last, _label(parse, hit), hit.entries) for hit in free]
    for n, (first, last, label) in enumerate(entities):
        if n not in covered:
            text = parse.text[parse.words[first].start : parse.words[last - 1].end]
            sounding = gazetteer.sounding(text) if last - first > 1 else ()
            found.append(_name(parse, first, last, label, sounding, tuple(e for hit in inside.get(n, ()) for e in hit.entries)))
    return sorted(found, key=lambda name: name.first)


def _keeps(parse: Parse, hit: Hit, entity: tuple[int, int, str]) -> bool:
    """Our name stands by itself though the parser's is longer: the same words, or a nationality with something after it.

    A name that says a sort of body ("Red Crescent") does not: "Qatar Red Crescent" is one of them.
    """
    if (hit.first, hit.last) == entity[:2]:
        return True
    if " ".join(word.lower for word in parse.words[hit.first : hit.last]) in nouns():
        return False
    return hit.last == entity[1] and (entity[2] == "NORP" or hit.entry("organisation", "leader") is not None)


def _joined(parse: Parse, entities: list[tuple[int, int, str]], hits: list[Hit]) -> list[tuple[int, int, str]]:
    """A person's name that the parser cut in two is one: "Ada" (person) "Example" (place). Not "the Trump White House"."""
    known = {i for hit in hits for i in range(hit.first, hit.last)}
    out: list[tuple[int, int, str]] = []
    for first, last, label in entities:
        before = out[-1] if out else None
        head = parse.words[last - 1]
        if (
            before is not None
            and before[1:] == (first, "PERSON")
            and first not in known
            and parse.words[first - 1].head is head
            and head.tag == "NNP"
        ):
            out[-1] = (before[0], last, "PERSON")
        else:
            out.append((first, last, label))
    return out


def _label(parse: Parse, hit: Hit) -> str:
    labels = {parse.words[i].entity for i in range(hit.first, hit.last)}
    return next(iter(labels)) if len(labels) == 1 else ""


def _stripped(parse: Parse, entity: Entity) -> tuple[int, int, str] | None:
    """The entity without its article, its possessive mark and quotation marks."""
    first, last, place = entity.first, entity.last, False
    if parse.words[first].lower in words_of().where or parse.words[first].text in _SHIPS or parse.words[max(first - 1, 0)].text in _SHIPS:
        place = True
    place = place or _is_named_thing(parse, first, last)
    place = place or (last - first > 1 and parse.words[last - 1].lower in words_of().of_the_land and parse.words[last - 1].tag == "NN")
    while first < last and (parse.words[first].pos in ("DET", "PUNCT", "ADP") or parse.words[first].tag in ("POS", "PRP$", "IN")):
        place = place or parse.words[first].lower in words_of().where
        first += 1
    while last > first and (parse.words[last - 1].tag in ("POS", "IN") or parse.words[last - 1].pos == "PUNCT"):
        last -= 1
    if first >= last or entity.label not in _HALF_NAMES or not any(parse.words[i].text[0].isalpha() for i in range(first, last)):
        return None
    if entity.label == "PERSON":
        first = _past_titles(parse, first, last)
    if all(word.lower in words_of().courtesy or word.text == "." for word in parse.words[first:last]):
        return None
    if _is_part_of_office(parse, first, last):
        return None
    return first, last, "FAC" if place else entity.label


def _past_titles(parse: Parse, first: int, last: int) -> int:
    """Where the name begins in "Patriarch Elias", "Major General Ann Roe", "Ms Roe": title and courtesy are no part of it."""
    lists = words_of()
    for end in range(min(first + 3, last - 1), first, -1):
        noun = nouns().get(" ".join(word.lower for word in parse.words[first:end]))
        if noun is not None and noun.sort == "person" and noun.code in _OFFICES and not noun.office.startswith("head_of"):
            return first if parse.words[first].lower in lists.courtesy else end
    while first + 1 < last and (parse.words[first].lower in lists.courtesy - lists.kept_titles or parse.words[first].text == "."):
        first += 1
    return first


def _is_named_thing(parse: Parse, first: int, last: int) -> bool:
    """ "Hurricane Ida", "the shuttle Endeavour": the word for what it is stands first, or just before."""
    before = parse.words[max(first - 1, 0)]
    own = {word.lower for word in parse.words[first : min(first + 2, last - 1)]}
    return bool(own & words_of().named_things) or (before.lower in words_of().named_things and before.dep == "compound")


def _is_part_of_office(parse: Parse, first: int, last: int) -> bool:
    """ "State" in "Secretary of State", "Defense" in "Defense Minister": the parser takes them for organisations."""
    lower = [word.lower for word in parse.words[max(first - 2, 0) : last + 1]]
    own = last - first
    after = " ".join(lower[-own - 1 :]) if last < len(parse.words) else ""
    before = " ".join(word.lower for word in parse.words[max(first - 2, 0) : last])
    return after in nouns() or (first >= 2 and before in nouns())


def _name(parse: Parse, first: int, last: int, label: str, entries: tuple[Entry, ...], inside: tuple[Entry, ...] = ()) -> Name:
    words = parse.words
    head = words[last - 1]
    for i in range(last - 1, first - 1, -1):
        if not first <= words[i].head.i < last or words[i].is_root:
            head = words[i]
            break
    span = Span(words[first].start, words[last - 1].end)
    return Name(first, last, head, parse.text[span.start : span.end], span, label, entries, inside)
