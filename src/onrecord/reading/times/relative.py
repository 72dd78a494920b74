"""Rules for times that lean on another time: "last week", "two weeks ago", "a year earlier", "that day", "yesterday", "now"."""

from __future__ import annotations

from onrecord.reading.parse.words import Word
from onrecord.reading.times.direction import direction_of
from onrecord.reading.times.grammar import Parts, Rule
from onrecord.reading.times.meaning import Base, Fixed, Hour, Meaning, Several, Shift, Stamp, amount_value
from onrecord.reading.times.tokens import Token, clock
from onrecord.vocabulary.lists import word_list

AMOUNT_MACROS = {
    "NUMBER": "(WNUM|NUM|DAY|ONE)",
    "AMOUNT": "(A? (WNUM|NUM|DAY|ONE) | YEAR &$UNITS | A NAVG OF? | A GREAT? VAGUE | VAGUE | THE? VAGUE | A | ONE | ANOTHER)",
    "LOCAL": "(ZONE | LOCALW TIME)?",
    "FROM_NOW": "(FROM PRESENT|HENCE)",
}


def amount(tokens: tuple[Token, ...] | list[Token]) -> float | None:
    """The number of an amount; None for "several" and for a bare plural."""
    count: float | None = None
    for token in tokens:
        if token.kind in ("WNUM", "NUM", "DAY", "YEAR", "NAVG", "HALFW"):
            count = float(token.value)
        elif token.kind in ("A", "ONE", "ANOTHER") and count is None:
            count = 1.0
        elif token.kind == "VAGUE":
            return None
    return count


def _unit(p: Parts) -> str:
    token = p["u"]
    return str(token.value)


def _turned(p: Parts) -> Meaning | None:
    """ "last year", "next week", "this month", "the previous day"."""
    token, unit = p["t"], _unit(p)
    if (
        p["u"].word.text[0].isupper()
        and p.before() is not None
        and token.word.text[0].isupper()
        and token.word.i > token.word.sentence.first
    ):
        return None  # the name of a programme
    if unit.startswith("T"):
        return None if token.kind not in ("LAST", "PAST", "NEXT") else _window(token.kind, 1.0, unit)
    if token.kind == "LAST" and p.get("the") is not None and _is_of_other(p):
        return None if unit == "D" else Fixed("DURATION", amount_value(1, unit))
    if token.kind in ("LAST", "PREVIOUS", "NEXT", "COMING", "FOLLOWING") and unit in ("DE", "CE"):
        return (
            _window(token.kind, 1.0, unit)
            if token.kind in ("LAST", "COMING")
            else Shift(unit, -1 if token.kind == "PREVIOUS" else 1, "now")
        )
    if token.kind == "PAST":
        return _window("PAST", 1.0, unit)
    if token.kind in ("THIS", "CURRENT"):
        if unit == "D":
            return Fixed("DATE", "PRESENT_REF") if token.kind == "CURRENT" else Shift("D", 0, "reference")
        return Shift(unit, 0)
    if token.kind in ("FOLLOWING", "PREVIOUS"):
        return Shift(unit, -1 if token.kind == "PREVIOUS" else 1, "reference")
    if token.kind == "NEXT":
        return Shift(unit, 1, "reference" if p.get("the") is not None or unit == "D" else "now")
    if token.kind == "COMING":
        return Shift(unit, 1)
    return Shift(unit, -1, "reference" if unit == "D" and p.get("the") is not None else "now")


def _is_of_other(p: Parts) -> bool:
    """ "the last week of August", "the last day of the talks"."""
    after = p.after()
    return after is not None and after.kind == "OF"


def _window(kind: str, count: float | None, unit: str) -> Fixed:
    """ "the past three months": a duration that ends, or begins, now."""
    back = -1 if kind in ("LAST", "PAST", "PREVIOUS", "RECENT") else 1
    return Fixed("DURATION", amount_value(count, unit), None if count is None else (back, count, unit))


def _windowed(p: Parts) -> Meaning | None:
    token = p["t"]
    return _window(token.kind, amount(list(p.all("n"))), _unit(p))


def _ago(p: Parts) -> Meaning | None:
    unit, count = _unit(p), amount(list(p.all("n")))
    if count is None:
        return Fixed("DATE", "PAST_REF")
    if unit in ("DE", "CE"):
        unit, count = "Y", count * (10 if unit == "DE" else 100)
        return Shift(unit, -count)
    return Shift(unit, -count, "results" if unit == "Y" and count == 1 else "now", exact=unit == "D")


def _half_ago(p: Parts) -> Meaning | None:
    """ "half a century ago", "a half-hour ago"."""
    whole = {"CE": (50, "Y"), "DE": (5, "Y"), "Y": (6, "M")}.get(_unit(p))
    return Fixed("DATE", "PAST_REF") if whole is None else Shift(whole[1], -whole[0])


def _ago_today(p: Parts) -> Meaning | None:
    """ "two years ago today": that very day."""
    count = amount(list(p.all("n")))
    return None if count is None or p.number("d") != 0 else Shift(_unit(p), -count, "now", exact=True)


def _from_now(p: Parts) -> Meaning | None:
    unit, count = _unit(p), amount(list(p.all("n")))
    return Fixed("DATE", "FUTURE_REF") if count is None else Shift(unit, count, "now", exact=unit in ("D", "W", "2W"))


def _apart(p: Parts) -> Meaning | None:
    """ "a week later", "two days earlier": from the time that is spoken of."""
    unit, count, token = _unit(p), amount(list(p.all("n"))), p["dir"]
    back = token.kind in ("EARLIER", "BEFORE")
    if count is None:
        return (
            Fixed("DURATION", amount_value(None, unit))
            if token.kind in ("BEFORE", "AFTER")
            else Fixed("DATE", "PAST_REF" if back else _later(token.word, unit))
        )
    if unit.startswith("T"):
        return Fixed("DURATION", amount_value(count, unit))
    if unit == "Q" and p.get("mod") is None:
        return Shift(unit, -count if back else count, "results")
    base: Base = "results" if unit == "Y" and count == 1 and back else "reference"
    return Shift(unit, -count if back else count, base, exact=unit in ("D", "W", "2W"))


def _later(word: Word, unit: str) -> str:
    """ "a few weeks later": yet to come where the verb says so, else a week that nobody names."""
    return "FUTURE_REF" if direction_of(word) == "future" else {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")


def _after(p: Parts) -> Meaning | Several | None:
    """ "two months" after the attack is a length of time; "the day after", "a day after" a day."""
    unit, count, token = _unit(p), amount(list(p.all("n"))), p["dir"]
    follows = p.after()
    alone = follows is None or follows.word.pos in ("PUNCT",) or follows.kind == "COMMA"
    if alone and count is not None:
        return _apart(p)
    if unit == "D" and count == 1 and token.kind in ("AFTER", "BEFORE"):
        return Shift("D", -1 if token.kind == "AFTER" else 1, "reference", exact=True)
    return Several((("x", Fixed("DURATION", amount_value(count, unit))),))


def _the_day_after(p: Parts) -> Meaning | None:
    token, before = p["dir"], p.before()
    back = token.kind in ("BEFORE", "EARLIER")
    if _unit(p) == "Y" and back and before is not None and before.kind in ("FROM", "THAN"):
        return Shift("Y", -1, "results")  # "up 3 percent from the year before"
    return Shift(_unit(p), -1 if back else 1, "reference")


def _same(p: Parts) -> Meaning | None:
    unit = _unit(p)
    return Fixed("DATE", "PAST_REF") if unit.startswith("T") else Shift(unit, 0, "reference")


def _year_ago(p: Parts) -> Meaning | None:
    return Shift("Q", -4, "results") if p.whole()[-1].kind == "QUARTERU" else Shift("Y", -1, "results")


_PARTS_OF_YEAR = word_list("times", "relative.parts_of_year")


def _the_unit(p: Parts) -> Meaning | None:
    """ "the quarter", "the year": the one that is spoken of."""
    unit, token = _unit(p), p["u"]
    word = token.word
    if word.dep == "poss" and unit in ("W", "M", "Y"):
        return Shift(unit, 0, "tense")
    if word.dep in ("nsubj", "dobj", "compound", "poss", "nmod", "attr", "nsubjpass") and p.get("mod") is None and unit != "Q":
        return None
    if (
        any(
            child.dep in ("prep", "relcl", "amod", "acl") and child.lower not in ("in", "on", "for", "at", "to", "by", "from", "with")
            for child in word.children
        )
        and p.get("mod") is None
    ):
        return None
    if word.dep == "pobj" and word.head.lower == "of" and p.get("mod") is None:
        return Shift("Y", 0, "reference") if unit == "Y" and word.head.head.lemma in _PARTS_OF_YEAR else None
    if unit == "D" or (p.get("mod") is None and unit in ("M", "W", "WE", "DE", "CE")):
        return None
    return Shift(unit, 0, "results" if unit == "Q" else "tense")


def _this_past(p: Parts) -> Meaning | None:
    """ "this past week": the one before this, "this past year": the length that ends now."""
    unit, back = _unit(p), p["t"].kind in ("PAST", "LAST")
    if unit.startswith("T") or unit == "D":
        return None
    return _window("PAST", 1.0, unit) if back and unit == "Y" else Shift(unit, -1 if back else 1)


def _accounted(p: Parts) -> Meaning | None:
    """ "for the week", "sales for the full year": the present one; "the year ended 31 March" is a length."""
    unit, word, whole = _unit(p), p["u"].word, p.whole()
    if word.dep != "pobj":
        return None
    if any(child.dep == "acl" and child.lemma == "end" for child in word.children):
        return Fixed("DURATION", amount_value(1, unit)) if unit == "Y" else None
    if len(whole) == 3 and whole[1].word.lower in ("fiscal", "full", "entire", "whole") and unit == "Y":
        return Shift("Y", 0)
    return Shift(unit, 0) if word.head.lower == "for" and unit == "W" and not word.children[1:] else None


def _of_year(p: Parts) -> Meaning | None:
    """ "the 1988 quarter": the quarter that is spoken of, in that year."""
    return Stamp(year=p.number("y"), value="results")


def _dayref(p: Parts) -> Meaning | None:
    token = p["d"]
    return Shift("D", int(token.value))


def _ref(value: str) -> Meaning:
    return Fixed("DATE", value)


def _recent(p: Parts) -> Meaning | None:
    return Fixed("DATE", "PAST_REF") if _unit(p)[0] != "T" else Fixed("DURATION", amount_value(None, _unit(p)))


def _past(p: Parts) -> Meaning | None:
    """ "at the time", but not "at the time he was seized"."""
    word = p.whole()[-1].word
    return None if any(child.dep in ("relcl", "acl", "advcl") for child in word.children) else _ref("PAST_REF")


def _current(p: Parts) -> Meaning | None:
    token = p.whole()[-1].word
    return _ref("PRESENT_REF") if token.pos == "ADJ" and token.dep == "amod" else None


RULES: tuple[Rule, ...] = (
    Rule("$MOD? d:DAYREF", _dayref),
    Rule("THE? DAYU (BEFORE|AFTER) d:DAYREF", lambda p: Shift("D", (p.number("d") or 0) + (1 if p.whole()[-2].kind == "AFTER" else -1))),
    Rule("$MOD? t:(THIS|LAST|NEXT|COMING) FISCAL? u:$UNIT", _turned),
    Rule("$MOD? the:(THE|ITS) t:(CURRENT|NEXT|COMING|FOLLOWING|PREVIOUS|PAST|LAST) ADJ? FISCAL? u:$UNIT", _turned),
    Rule("$MOD? t:CURRENT FISCAL? u:$UNIT", _turned),
    Rule(
        "(THE|ITS)? t:(LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING) $ABOUT n:($AMOUNT|NAVG OF?) MORE? ADJ? u:($UNITS|$UNIT) (OR SO)?",
        _windowed,
    ),
    Rule("$ABOUT n:$AMOUNT MORE? ADJ? u:($UNITS|$UNIT) (OR SO)? AGO", _ago),
    Rule("u:$UNITS AGO", _ago),
    Rule("$ABOUT n:(A HALFW | HALFW A) HYPHEN? u:$UNIT AGO", _half_ago),
    Rule("$ABOUT n:$AMOUNT u:($UNITS|$UNIT) AGO d:DAYREF", _ago_today),
    Rule("$ABOUT n:$AMOUNT MORE? ADJ? u:($UNITS|$UNIT) $FROM_NOW", _from_now),
    Rule("$ABOUT n:$AMOUNT u:($UNITS|$UNIT) (POSS|APOS) TIME", _from_now),
    Rule("$ABOUT n:$AMOUNT ADJ? u:($UNITS|$UNIT) dir:(LATER|EARLIER)", _apart),
    Rule("ABOUT? n:u:$UNITS dir:(LATER|EARLIER)", _apart),
    Rule("x:($ABOUT n:$AMOUNT ADJ? u:($UNITS|$UNIT)) dir:(BEFORE|AFTER)", _after),
    Rule("x:(ABOUT? n:u:$UNITS) dir:(BEFORE|AFTER)", _after),
    Rule("THE u:$UNIT BEFORE LAST !(WEEKDAY|MONTH|SEASON|HOLIDAY|$UNIT)", lambda p: Shift(_unit(p), -2)),
    Rule("THE u:(DAYU|WEEKU|MONTHU|YEARU|WEEKENDU) dir:(BEFORE|AFTER|EARLIER)", _the_day_after),
    Rule("$MOD? (THAT|THE? SAME|THAT SAME|THIS SAME|THAT VERY) u:$UNIT", _same),
    Rule("(THE|A)? YEARU HYPHEN? (AGO|EARLIER) (PERIOD | o:ORD? QUARTERU)?", _year_ago),
    Rule("THE LATEST FISCAL? (QUARTERU|PERIOD)", lambda p: Shift("Q", 0, "results")),
    Rule("y:YEAR (QUARTERU|PERIOD)", _of_year),
    Rule("mod:$MOD? THE u:(YEARU|QUARTERU|MONTHU|WEEKU|DECADEU|CENTURYU|DAYU|WEEKENDU)", _the_unit),
    Rule("YEARU POSS END", lambda p: Shift("Y", 0)),
    Rule("YEARU HYPHEN? END", lambda p: Stamp(month=12, day=31)),
    Rule("THE (FISCAL|ADJ)? u:(YEARU|QUARTERU|MONTHU|WEEKU)", _accounted),
    Rule("THIS t:(PAST|LAST|COMING|NEXT) u:$UNIT", lambda p: _this_past(p)),
    Rule("(PAST|PREVIOUS) u:$UNITS", lambda p: _recent(p) if p["u"].word.head.tag == "IN" else None),
    Rule("FUTURE u:($UNITS|$UNIT)", lambda p: _ref("FUTURE_REF")),
    Rule("A LATER (DATEN|TIME)", lambda p: _ref("FUTURE_REF")),
    Rule("(EARLIER|LATER|EARLY|LATE) IN x:(THE u:DAYU)", lambda p: Several((("x", Shift("D", 0, "reference")),))),
    Rule("THE? RECENT u:$UNITS", _recent),
    Rule("THE? COMING u:$UNITS", lambda p: _ref("FUTURE_REF")),
    Rule("RIGHT? PRESENT", lambda p: _ref("PRESENT_REF")),
    Rule("(MORE|VERY|ABOUT)? PASTW !OF", _past),
    Rule("FUTUREW", lambda p: _ref("FUTURE_REF")),
    Rule("SOON !(AFTER|AS)", lambda p: _ref("FUTURE_REF") if direction_of(p.whole()[0].word) == "future" else None),
    Rule("THE PAST !($AMOUNT|$UNITS|$UNIT)", lambda p: _ref("PAST_REF") if p.whole()[-1].word.tag == "NN" else None),
    Rule("THE? NEAR? FUTURE", lambda p: _ref("FUTURE_REF") if p.whole()[-1].word.pos == "NOUN" else None),
    Rule("CURRENT", _current),
    Rule("THIS (ADJ|VERY)? MOMENT", lambda p: _ref("PRESENT_REF")),
    Rule("THE CURRENT PERIOD", lambda p: _ref("PRESENT_REF")),
    Rule("(THIS|THE CURRENT) OTHER_WORD? SEASONN", lambda p: _ref("PRESENT_REF")),
)

HOURS: tuple[Rule, ...] = (
    Rule("c:CLOCK half:AMPM? zone:$LOCAL", lambda p: _clock(p, "c")),
    Rule("h:DAY half:AMPM zone:$LOCAL", lambda p: _clock(p, "h")),
    Rule("h:NUM half:AMPM zone:$LOCAL", lambda p: _clock(p, "h")),
    Rule("h:(DAY|WNUM|ONE) OCLOCK half:AMPM? (IN THE part:PART)?", lambda p: _clock(p, "h")),
    Rule("h:(DAY|WNUM) IN THE part:PART", lambda p: _clock(p, "h")),
    Rule("c:(YEAR|NUM) zone:ZONE", lambda p: _clock(p, "c")),
    Rule("noon:NOON zone:$LOCAL", lambda p: Hour(str(p.whole()[0].value)) if p.whole()[0].word.tag != "NNP" else None),
    Rule("$MOD? THIS HYPHEN? part:PART", lambda p: _part(p, "now")),
    Rule("TONIGHT", lambda p: Hour("TNI", "now")),
    Rule("OVERNIGHT", lambda p: Hour("TNI", "overnight") if p.whole()[0].word.dep in ("advmod", "npadvmod") else None),
    Rule("n:$AMOUNT part:PARTS w:(AGO|EARLIER|BEFORE)", lambda p: _nights_ago(p)),
    Rule("$MOD? IN? (THE|THAT|THE SAME) (FOLLOWING|NEXT)? $MOD? part:PART", lambda p: _the_part(p)),
    Rule("t:LAST part:PART", lambda p: _last_part(p)),
    Rule("MID HYPHEN? part:PART", lambda p: _part(p, "reference", weak=True)),
    Rule("(EARLY|LATE)? part:PART", lambda p: _part(p, "reference", weak=True)),
)


def _part(p: Parts, base: Base, *, weak: bool = False) -> Hour:
    token = p["part"]
    return Hour(f"T{token.value}", base, weak)


def _the_part(p: Parts) -> Meaning | None:
    part = _part(p, "reference")
    before = p.before()
    lead = (
        p.whole()[0].kind == "IN"
        or (before is not None and before.kind in ("IN", "ON", "OF", "BY", "TO"))
        or any(t.kind in ("THAT", "SAME") for t in p.whole())
    )
    if any(t.kind in ("FOLLOWING", "NEXT") for t in p.whole()):
        return Hour(part.value, "reference", days=1)
    return part if lead else Hour(part.value, "reference", weak=True)


def _last_part(p: Parts) -> Meaning | None:
    token = p["part"]
    return Hour(f"T{token.value}", "now", days=-1) if token.value == "NI" else None


def _nights_ago(p: Parts) -> Meaning | None:
    """ "Two nights ago" from today, "two nights earlier" from the day told."""
    count, token = amount(list(p.all("n"))), p["part"]
    if count is None or token.value != "NI":
        return None
    return Hour("TNI", "now" if p["w"].kind == "AGO" else "reference", days=-round(count))


def _clock(p: Parts, name: str) -> Meaning | None:
    token, half, zone, part = p[name], p.get("half"), p.get("zone"), p.get("part")
    suffix = "" if zone is None or zone.kind != "ZONE" else str(zone.value)
    if name == "c" and isinstance(token.value, str):
        value = token.value
        if half is not None and len(value) >= 6:
            value = clock(int(value[1:3]), int(value[4:6]), str(half.value)) or value
        return Hour(value.rstrip("Z") + ("Z" if value.endswith("Z") else suffix)) if value else None
    number = 1 if token.kind == "ONE" else float(token.value)
    if name == "c":
        hour, minute = divmod(int(number), 100)
        value = clock(hour, minute, "")
    else:
        hour, minute = int(number), round(number % 1 * 100)
        if half is None and part is not None and hour <= 12:
            value = clock(hour, minute, "am" if part.value == "MO" or (part.value == "NI" and hour < 6) else "pm")
        else:
            value = clock(hour, minute, str(half.value) if half is not None else "")
    return Hour(value + suffix) if value else None
