"""Rules for lengths of time and for times that come again: "three months", "decades-long", "every Friday", "twice a week"."""

from __future__ import annotations

from onrecord.reading.times.grammar import Parts, Rule
from onrecord.reading.times.meaning import Fixed, Meaning, Several, amount_value
from onrecord.reading.times.relative import amount
from onrecord.vocabulary.lists import word_list
from onrecord.vocabulary.times import persons


def _unit(p: Parts, name: str = "u") -> str:
    token = p[name]
    return str(token.value)


def _length(p: Parts) -> Meaning | None:
    if p.whole()[-1].kind == "OLD" and _is_age(p):
        return None
    if p["u"].word.tag in ("NNP", "NNPS") and p.get("long") is None:
        return None  # a name: the programme "Sixty Minutes"
    count = amount(list(p.all("n")))
    unit = _unit(p)
    if {"calendar", "fiscal"} & {token.word.lower for token in p.whole()} and count == 1:
        return None
    if [token.word.lower for token in p.whole()[:2]] == ["as", "many"]:
        return None
    if unit == "WE" and count == 1:
        return None
    if [token.kind for token in p.whole()] == ["ONE", "DAYU"] and _is_some_day(p):
        return Fixed("DATE", "FUTURE_REF")
    tokens = p.all("n")
    if count == 1 and tokens and tokens[0].kind == "A" and p.get("long") is None:
        if _is_rate(p):
            return Fixed("SET", amount_value(1, unit))
        if unit == "Q":
            return None
    if unit == "Q" and p.get("long") is None and _is_fraction(p):
        return None
    return Fixed("DURATION", amount_value(count, unit))


def _is_some_day(p: Parts) -> bool:
    """ "will one day return", "one day the war will end"."""
    day, before = p["u"].word, p.before()
    if before is not None and before.word.tag == "MD":
        return True
    return day.dep == "npadvmod" and day.head.i > day.i and any(child.tag == "MD" for child in day.head.children)


def _is_fraction(p: Parts) -> bool:
    """ "three-quarters of", "about three-quarters"."""
    after, count = p.after(), amount(list(p.all("n")))
    return count in (1, 3) and ((after is not None and after.kind == "OF") or any(token.kind == "HYPHEN" for token in p.whole()))


def _is_age(p: Parts) -> bool:
    """ "a 12-year-old", "a 12-year-old boy", "40 years old": how old someone is. "A two-year-old truce" is a length of time."""
    old = p.whole()[-1].word
    head = old.head
    if (
        p["u"].value not in ("Y", "M", "D", "W")
        or head.pos not in ("NOUN", "PROPN")
        or head.i < old.i
        or old.dep not in ("amod", "nmod", "compound")
    ):
        return True
    if head.entity in ("PERSON", "NORP") or any(child.dep == "appos" and child.entity == "PERSON" for child in head.children):
        return True
    nouns = persons()
    return head.lemma in nouns or any(head.lemma.endswith(end[1:]) and len(head.lemma) > 4 for end in nouns if end[0] == "-")


def _is_rate(p: Parts) -> bool:
    """ "$5 a share a year", "three times a week": the unit is by the amount before it, not a time that passes."""
    token = p["u"]
    before = p.before()
    if before is None:
        return False
    word = before.word
    return (
        before.kind in ("TIMESN", "TIMES", "NUM", "WNUM", "PERCENT")
        or word.tag in ("NNS", "CD")
        or (word.tag == "NN" and word.lower in _RATES)
    ) and token.word.dep in ("npadvmod", "appos", "dobj", "nmod", "pobj", "dep", "conj")


def _bare(p: Parts) -> Meaning | None:
    """ "for centuries", "within weeks", "days": lengths without a number, where grammar makes them a length."""
    token = p["u"]
    word = token.word
    before = p.before()
    if before is not None and before.word.lower in (
        "for",
        "within",
        "in",
        "over",
        "after",
        "through",
        "during",
        "take",
        "takes",
        "took",
        "last",
        "lasted",
        "spent",
        "of",
        "than",
    ):
        if before.word.lower == "of" and (before.word.head.pos not in ("VERB", "NOUN") or not before.word.head.lemma.endswith(("ing",))):
            return Fixed("DURATION", amount_value(None, str(token.value))) if before.word.head.lemma in ("number", "couple") else None
        return Fixed("DURATION", amount_value(None, str(token.value)))
    if word.dep in ("dobj", "pobj") and word.children and word.children[0].lower == "of":
        return Fixed("DURATION", amount_value(None, str(token.value)))  # "after weeks of fighting", "survived months of siege"
    return (
        Fixed("DURATION", amount_value(None, str(token.value)))
        if word.dep == "npadvmod" and not any(c.dep == "prep" for c in word.children)
        else None
    )


def _half_length(p: Parts) -> Meaning | None:
    unit = _unit(p)
    return Fixed("DURATION", {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}.get(unit, f"P0.5{unit}"))


def _and_half(p: Parts) -> Meaning | None:
    return Fixed("DURATION", amount_value((amount(list(p.all("n"))) or 1) + 0.5, _unit(p)))


def _both(p: Parts) -> Meaning | None:
    """ "two years and three months"."""
    first, second = amount(list(p.all("n"))), amount(list(p.all("k")))
    unit, other = _unit(p), _unit(p, "v")
    if first is None or second is None or unit == other:
        return None
    a, b = amount_value(first, unit), amount_value(second, other)
    return Fixed("DURATION", a + (b[2:] if a.startswith("PT") and b.startswith("PT") else b[1:]))


def _range(p: Parts) -> Meaning | None:
    """ "two to three weeks": a length of two, as the least that the words say."""
    return Fixed("DURATION", amount_value(amount(list(p.all("n"))), _unit(p)))


def _first_units(p: Parts) -> Meaning | None:
    count = amount(list(p.all("n")))
    return Fixed("DURATION", amount_value(count, _unit(p)))


def _each(p: Parts) -> Meaning | None:
    weekday, month, season, unit, part = p.get("wd"), p.get("m"), p.get("s"), p.get("u"), p.get("part")
    count = amount(list(p.all("n"))) if p.get("n") is not None else 1.0
    if weekday is not None:
        tail = "" if part is None else f"T{part.value}"
        return Fixed("SET", f"XXXX-WXX-{int(weekday.value)}{tail}")
    if month is not None:
        return Fixed("SET", f"XXXX-{int(month.value):02d}")
    if season is not None:
        return Fixed("SET", f"XXXX-{season.value}")
    if part is not None:
        return Fixed("SET", f"XXXX-XX-XXT{part.value}")
    if unit is None:
        return None
    return Fixed("SET", "XXXX-WXX-WE" if unit.value == "WE" else amount_value(count, str(unit.value)))


def _per_unit(p: Parts) -> Meaning | None:
    """ "40 barrels per day", but not the speed "40 miles per hour"."""
    before = p.before()
    return None if before is not None and before.word.lemma in _DISTANCES else Fixed("SET", amount_value(1, _unit(p)))


def _plural_weekday(p: Parts) -> Meaning | None:
    token = p["wd"]
    part = p.get("part")
    if not token.word.lower.endswith("days"):
        return None
    return Fixed("SET", f"XXXX-WXX-{int(token.value)}" + ("" if part is None else f"T{part.value}"))


def _weekday_nights(p: Parts) -> Meaning | None:
    """ "Friday nights"."""
    return Fixed("SET", f"XXXX-WXX-{p['wd'].value}T{p['part'].value}")


def _two_nights(p: Parts) -> Several | None:
    """ "Monday and Tuesday nights"."""
    first, second = (Fixed("SET", f"XXXX-WXX-{p[name].value}T{p['part'].value}") for name in ("wd1", "wd"))
    return Several((("a", first), ("b", second)))


_DISTANCES = word_list("times", "lengths.distances")
_RATES = word_list("times", "lengths.rates")

_U = "u:($UNITS|$UNIT)"

RULES: tuple[Rule, ...] = (
    Rule(f"$ABOUT n:$AMOUNT HYPHEN? MORE? ADJ? HYPHEN? {_U} long:(HYPHEN ADJ | HYPHEN? OLD)?", _length),
    Rule(f"$ABOUT n:$AMOUNT OR MORE? {_U}", _length),
    Rule(
        "ABOUT? <!(HYPHEN|DAY|NUM|WNUM|ONE|A) u:($UNITS|$UNIT) HYPHEN (ADJ|OLD)",
        lambda p: Fixed("DURATION", amount_value(1 if p.whole()[-3].kind.endswith("U") else None, _unit(p))),
    ),
    Rule("ABOUT? <!(HYPHEN|DAY|NUM|WNUM|ONE|YEAR) u:UNITS", _bare),
    Rule("$ABOUT HALFW (OF)? A u:$UNIT", _half_length),
    Rule("$ABOUT A HALFW HYPHEN? u:$UNIT", _half_length),
    Rule("$ABOUT HALFW HYPHEN u:$UNIT", _half_length),
    Rule(f"$ABOUT n:(A|ONE|$NUMBER) {_U} AND A HALFW", _and_half),
    Rule(f"$ABOUT n:$AMOUNT {_U} (AND|COMMA) k:$AMOUNT v:($UNITS|$UNIT)", _both),
    Rule(f"$ABOUT n:$NUMBER (TO|OR|HYPHEN) $NUMBER HYPHEN? {_U}", _range),
    Rule(f"(THE|ITS) (ORD|LATEST|FINAL) n:$NUMBER {_U}", _first_units),
    Rule("(THE|ITS) n:$NUMBER u:$UNITS", _first_units),
    Rule("(THE|ITS) (ORD|LAST) u:UNITS &OF", _first_units),
    Rule("EACH OTHER? (n:$NUMBER)? u:($UNIT|$UNITS)", _each),
    Rule("EACH (ORD|OTHER)? wd:WEEKDAY part:PART?", _each),
    Rule("EACH (m:MONTH | s:SEASON | part:PART)", _each),
    Rule("wd:WEEKDAY part:PART?", _plural_weekday),
    Rule("wd:WEEKDAY part:PARTS", _weekday_nights),
    Rule("a:wd1:WEEKDAY (AND|OR|TO) b:(wd:WEEKDAY part:PARTS)", _two_nights),
    Rule("($NUMBER? TIMESN|TIMES) (A|PER|EACH) u:$UNIT", lambda p: Fixed("SET", amount_value(1, _unit(p)))),
    Rule("PER u:$UNIT", _per_unit),
    Rule("SETWORD", lambda p: Fixed("SET", str(p.whole()[0].value)) if p.whole()[0].word.pos in ("ADJ", "ADV") else None),
    Rule("THE? (PAST|LAST|NEXT) $NUMBER SEASONS", lambda p: Fixed("SET", f"XXXX-{p.whole()[-1].value}")),
)
