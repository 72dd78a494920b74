"""Rules for the calendar: dates, months, years, decades, centuries, seasons, quarters, named days, ranges."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.times.grammar import Parts, Rule
from onrecord.reading.times.meaning import Fixed, Meaning, Several, Shift, Stamp, Turn
from onrecord.reading.times.tokens import Token
from onrecord.vocabulary.lists import word_list

_NUMBERED = word_list("times", "dates.numbered")

MACROS = {
    "MOD": "(THE? (EARLY|MID|MIDDLE|LATE|EARLIER|LATER) (IN|OF|ON)? HYPHEN?"
    " | THE? (EARLY|LATE) HALFW OF | THE? VERY? (END|BEGIN|MIDDLE|MID) OF)",
    "DAYN": "(DAY|ORD)",
    "TURN": "(THIS|LAST|NEXT|COMING|PAST|CURRENT|PREVIOUS|FOLLOWING)",
    "UNIT": "(YEARU|QUARTERU|MONTHU|WEEKU|FORTNIGHTU|WEEKENDU|DAYU|HOURU|MINUTEU|DECADEU|CENTURYU|MILLENNIUMU)",
    "UNITS": "(UNITS|QUARTERSU)",
    "APPROX": "(ABOUT | AT ABOUT | (NO|NOT)? (MORE|LESS) THAN | UP TO | AS VAGUE AS)",
    "ABOUT": "($APPROX $APPROX?)?",
}
"""Shared by all rule files."""

TURNS: dict[str, Turn] = {
    "LAST": "last",
    "PAST": "last",
    "PREVIOUS": "last",
    "NEXT": "next",
    "COMING": "next",
    "FOLLOWING": "next",
    "THIS": "this",
    "CURRENT": "this",
}


def turn_of(token: Token | None) -> Turn:
    return "" if token is None else TURNS.get(token.kind, "")


def _date(p: Parts) -> Meaning | None:
    day, month = p.number("d"), p.number("m")
    if day is not None and not 1 <= day <= 31:
        return None
    written = p["d"].word
    if written.text.isalpha() and (month is None or (written.text[0].isupper() and written.dep in ("amod", "compound", "nmod"))):
        return None  # "Friday, the fourth decline", "by May the Second Squadron"
    if month is None and written.dep == "amod":
        return None
    return Stamp(
        year=p.number("y"), month=month, day=day, weekday=p.number("wd"), turn=turn_of(p.get("t")), year_shift=_year_shift(p), era=_era(p)
    )


def _era(p: Parts) -> str:
    return "BC" if (token := p.get("era")) is not None and token.value == "BC" else ""


def _month(p: Parts) -> Meaning | None:
    token = p["m"]
    return Stamp(month=int(token.value), turn=turn_of(p.get("t")), year_shift=_year_shift(p))


def _year_shift(p: Parts) -> int | None:
    """ "last year's", "of next year", "that year": years from the publication's."""
    if (token := p.get("ys")) is None:
        return None
    return {"LAST": -1, "PREVIOUS": -1, "THIS": 0, "CURRENT": 0, "THE": 0, "NEXT": 1, "COMING": 1, "FOLLOWING": 1}.get(token.kind, 0)


def _year(p: Parts) -> Meaning | None:
    """A bare four-figure number that its place in the sentence shows to be a year."""
    token = p["y"]
    year, word = int(token.value), token.word
    before, after = p.before(), p.after()
    if before is not None and (before.kind in ("MONEY", "HASH") or before.word.lower in _NUMBERED):
        return None
    if after is not None and (
        after.kind in ("PERCENT", "UNITS", "ZONE", "AMPM", "WNUM", "NUM") or (after.kind == "HYPHEN" and year < 1900)
    ):
        return None
    counted = (
        word.dep == "nummod"
        and word.head.tag == "NNS"
        and (word.entity in ("CARDINAL", "QUANTITY") or (before is not None and before.kind in ("ABOUT", "VAGUE", "THAN")))
    )
    if counted:
        return None
    if token.word.text.isalpha() or p.get("modern") is not None:
        return Stamp(year=year)
    lead = (
        word.i - 1 >= 0
        and before is not None
        and before.kind in ("IN", "SINCE", "BY", "TO", "OF", "BETWEEN", "FROM", "AND", "AFTER", "BEFORE", "EARLY", "LATE", "MID")
    )
    if year >= 1500 and before is not None and before.word.text == "(" and after is not None and after.word.text in (")", ",", ";"):
        return Stamp(year=year)
    if 1900 <= year <= 2060:
        if word.dep == "nummod" and word.head.tag == "NNS" and not lead and word.head.i == word.i + 1 and year not in range(1950, 2051):
            return None
        return Stamp(year=year)
    if (
        lead
        and word.dep in ("pobj", "conj", "npadvmod", "nummod", "pcomp", "dobj")
        and not (word.dep == "nummod" and word.head.tag == "NNS")
    ):
        return Stamp(year=year)
    return None


def _era_year(p: Parts) -> Meaning | None:
    year = p.number("y")
    if year is None or not 1 <= year <= 9999:
        return None
    return Stamp(year=year, era=_era(p), month=p.number("m"), season=_season_value(p), day=p.number("d"))


def _two_era_years(p: Parts) -> Several | None:
    """ "264 to 241 BC": the era is written once."""
    first, second = _era_year(p), p.number("until")
    if not isinstance(first, Stamp) or second is None or not 1 <= second <= 9999:
        return None
    return Several((("a", first), ("b", replace(first, year=second))))


def _season_value(p: Parts) -> str | None:
    return str(token.value) if (token := p.get("s")) is not None else None


def _decade(p: Parts) -> Meaning | None:
    before, token = p.before(), p["de"]
    if before is not None and before.word.tag == "PRP$":
        return None  # "in his 90s" is an age
    value = int(token.value)
    if value < 10 and p["the"] is None:
        return None  # "temperatures in seventies"
    return Stamp(decade=value if value >= 10 else 190 + value)


def _century(p: Parts) -> Meaning | None:
    number = p.number("o")
    return None if number is None else Stamp(century=number - 1, era=_era(p))


def _season(p: Parts) -> Meaning | None:
    token = p["s"]
    stamp = Stamp(season=str(token.value), year=p.number("y"), turn=turn_of(p.get("t")), year_shift=_year_shift(p))
    if token.word.lower not in ("fall", "spring"):
        return stamp
    told = stamp.year or stamp.turn or stamp.year_shift is not None or len(p.whole()) > 1
    return stamp if (told and token.word.pos in ("NOUN", "PROPN") and token.word.child("prep") is None) or stamp.year else None


def _quarter(p: Parts) -> Meaning | None:
    named = p.get("qn")
    year = p.number("y")
    fiscal = any(token.kind == "FISCAL" for token in p.whole())
    if named is not None:
        letter, number = str(named.value)[0], int(str(named.value)[1])
        return Stamp(
            quarter=number if letter == "Q" else None,
            half=number if letter == "H" and number <= 2 else None,
            year=year,
            year_shift=_year_shift(p),
        )
    number_ = p.number("o")
    if number_ is None or number_ > 4:
        return None
    return Stamp(quarter=number_, year=year, year_shift=_year_shift(p), fiscal=fiscal)


def _half(p: Parts) -> Meaning | None:
    number = p.number("o")
    return None if number not in (1, 2) else Stamp(half=number, year=p.number("y"), year_shift=_year_shift(p))


def _holiday(p: Parts) -> Meaning | None:
    token = p["h"]
    unit = {"WEEKU": "week", "WEEKENDU": "weekend"}.get(p["u"].kind, "") if p.get("u") is not None else ""
    return Stamp(holiday=str(token.value), year=p.number("y"), turn=turn_of(p.get("t")), year_shift=_year_shift(p), value=unit)


def _value(p: Parts) -> Meaning | None:
    token = p["v"]
    return Stamp(value=str(token.value)) if token.value else None


def _iso(p: Parts) -> Meaning | None:
    return Stamp(year=p.number("y"), month=p.number("m"), day=p.number("d")) if int(p["m"].value) <= 12 else None


def _listed_days(p: Parts) -> Several | None:
    """ "6-7 May", "from 7 to 9 September", "April 24 and 25", "3, 4 and 5 June": days of one month."""
    month, year = p.number("m"), p.number("y")
    days = [(name, day) for name, part in (("z", "d0"), ("a", "d1"), ("b", "d2")) if (day := p.number(part)) is not None]
    if max(day for _, day in days) > 31:
        return None
    return Several(tuple((name, Stamp(year=year, month=month, day=day)) for name, day in days))


def _two_years(p: Parts) -> Several | None:
    """ "1914–18", "1990/91"."""
    first, second = p["y1"], p["y2"]
    start, end = int(first.value), int(second.value)
    if end < 100 and second.end - second.start == 2:
        end += start // 100 * 100
        if end < start:
            end += 100
    if not 0 < end - start < 120 or not 1000 <= start <= 2100:
        return None
    return Several((("a", Stamp(year=start)), ("b", Stamp(year=end))))


def _two_quarters(p: Parts) -> Several | None:
    """ "the third and fourth quarters of 1990"."""
    first, second = p.number("o1"), p.number("o2")
    if first is None or second is None or max(first, second) > 4:
        return None
    stamp = Stamp(quarter=first, year=p.number("y"), year_shift=_year_shift(p))
    return Several((("a", stamp), ("b", replace(stamp, quarter=second))))


def _fiscal_year(p: Parts) -> Meaning | None:
    return Stamp(year=p.number("y"), fiscal=True)


def _weekday(p: Parts) -> Meaning | None:
    token = p["wd"]
    if (token.word.lower.endswith("days") and token.word.lower != "wednesdays") or token.word.lower == "wednesdays":
        return None  # "Fridays" is a set
    return Stamp(weekday=int(token.value), turn=turn_of(p.get("t")))


def _some_weekday(p: Parts) -> Meaning | None:
    """ "on a Friday", but not "a Friday raid"."""
    token = p["wd"]
    own = any(child.lower in ("a", "an") for child in token.word.children)
    return Fixed("DATE", f"XXXX-WXX-{token.value}") if own else None


def _weekday_from_there(p: Parts) -> Meaning | None:
    """ "the previous Friday", "the next Monday": from the day that is spoken of."""
    token = p["wd"]
    return None if token.word.lower.endswith("days") else Stamp(weekday=int(token.value), turn=turn_of(p.get("t")), value="reference")


def _nth_weekday(p: Parts) -> Meaning | None:
    """ "the fourth Thursday in November", "the last Sunday of March 2021"."""
    nth = -1 if p["n"].kind == "LAST" else p.number("n")
    if nth is None or nth > 5:
        return None
    return Stamp(year=p.number("y"), month=p.number("m"), weekday=p.number("wd"), nth=nth, year_shift=_year_shift(p))


def _weekday_week(p: Parts) -> Meaning | None:
    """ "Tuesday of last week", "last week Tuesday"."""
    token, turn = p["wd"], turn_of(p.get("t"))
    return Stamp(weekday=int(token.value), turn={"last": "last", "next": "next"}.get(turn, "this"), value="week")  # type: ignore[arg-type]


def _ordinal_day(p: Parts) -> Meaning | None:
    """ "the 28th" of the month that is spoken of."""
    token = p["d"]
    form = token.word.text
    head_noun = token.word.dep in ("pobj", "conj", "npadvmod", "appos") and not any(child.i > token.word.i for child in token.word.children)
    return Stamp(day=int(token.value)) if form[0].isdigit() and head_noun and 1 <= int(token.value) <= 31 else None


def _that_year_month(p: Parts) -> Meaning | None:
    """ "October of that year": the year of the reference time, which a month without a year takes in any case."""
    return Stamp(month=p.number("m"), day=p.number("d"), turn="", value="reference")


def _weekend_shift(p: Parts) -> Meaning | None:
    turn = turn_of(p.get("t"))
    return Shift("WE", {"last": -1, "next": 1}.get(turn, 0), exact=turn == "this", weekend=True)


_LEAD = "(wd:WEEKDAY DOT? COMMA?)?"
_THEN = "(COMMA? (OF|IN)? y:YEAR | (OF|COMMA)? ys:(LAST|THIS|NEXT) YEARU)"
_OF_YEAR = "((COMMA|OF|IN)? THE? $MOD? (FISCAL YEARU?)? y:YEAR | (OF|IN|COMMA)? ys:(LAST|THIS|NEXT|CURRENT|PREVIOUS|COMING) FISCAL? YEARU)"

RULES: tuple[Rule, ...] = (
    Rule(f"{_LEAD} THE? $MOD? t:(LAST|NEXT|THIS)? m:MONTH THE? d:$DAYN ({_THEN} !$UNITS)?", _date),
    Rule(f"{_LEAD} THE? d:$DAYN HYPHEN? OF? m:MONTH ({_THEN})?", _date),
    Rule("(wd:WEEKDAY) (COMMA|PAREN)? THE? d:ORD", _date),
    Rule("THE? m:MONTH (COMMA|OF)? y:YEAR", lambda p: Stamp(year=p.number("y"), month=p.number("m"))),
    Rule("$MOD m:MONTH (COMMA|OF)? y:YEAR", lambda p: Stamp(year=p.number("y"), month=p.number("m"))),
    Rule("m:MONTH COMMA? OF? y:(YEAR|NUM|DAY) era:ERA", _era_year),
    Rule("m:MONTH d:$DAYN COMMA? y:(YEAR|NUM|DAY) era:ERA", _era_year),
    Rule("THE? $MOD? s:SEASON OF? y:(YEAR|NUM|DAY) era:ERA", _era_year),
    Rule("a:y:(YEAR|NUM|DAY) (TO|HYPHEN|AND) b:(until:(YEAR|NUM|DAY) era:ERA)", _two_era_years),
    Rule("$MOD? y:(YEAR|NUM|DAY) era:ERA", _era_year),
    Rule("THE? $MOD? t:$TURN? m:MONTH (&(COMMA? WEEKDAY)| (OF|IN|COMMA)? ys:(LAST|THIS|NEXT|CURRENT|PREVIOUS|COMING) YEARU)?", _month),
    Rule("m:MONTH d:$DAYN? (OF|IN|COMMA)? (THAT|THE? SAME) YEARU", _that_year_month),
    Rule("$MOD modern:y:YEAR", _year),
    Rule("(THE YEARU OF?)  y:(YEAR|WNUM)", lambda p: Stamp(year=p.number("y")) if (p.number("y") or 0) >= 1000 else None),
    Rule("y:YEAR", _year),
    Rule("FISCAL YEARU? y:YEAR", _fiscal_year),
    Rule("FISCALYEAR", lambda p: Stamp(year=int(p.whole()[0].value), fiscal=True)),
    Rule("$MOD? the:THE? $MOD? APOS? de:DECADE", _decade),
    Rule("$MOD? THE? $MOD? o:ORD HYPHEN? CENTURYU era:ERA?", _century),
    Rule("THE? $MOD? t:$TURN? s:SEASON", lambda p: _season_only(p)),
    Rule(f"THE? $MOD? s:SEASON ({_OF_YEAR})", _season),
    Rule(f"THE? $MOD? FISCAL? HYPHEN? o:ORD (HYPHEN|FISCAL)? FISCAL? QUARTERU ({_OF_YEAR})?", _quarter),
    Rule("(y:YEAR | ys:(LAST|THIS|NEXT) YEARU) POSS? HYPHEN? FISCAL? HYPHEN? o:ORD (HYPHEN|FISCAL)? FISCAL? QUARTERU", _quarter),
    Rule(f"THE? qn:QUARTERN ({_OF_YEAR})?", _quarter),
    Rule("y:YEAR qn:QUARTERN", _quarter),
    Rule(f"THE? a:o1:ORD HYPHEN? (AND|TO|OR|COMMA) THE? b:(o2:ORD (HYPHEN)? QUARTERU ({_OF_YEAR})?)", _two_quarters),
    Rule(f"THE? a:o1:ORD HYPHEN? (AND|TO|OR|COMMA) THE? b:(o2:ORD (HYPHEN)? QUARTERSU ({_OF_YEAR})?)", _two_quarters),
    Rule(f"THE? $MOD? o:ORD HYPHEN? HALFW {_OF_YEAR}", _half),
    Rule("FISCAL? o:ORD HYPHEN HALFW", lambda p: Stamp(half=p.number("o")) if p.number("o") in (1, 2) else None),
    Rule("ys:(LAST|THIS|NEXT) YEARU POSS o:ORD HYPHEN? HALFW", lambda p: Stamp(half=p.number("o"), year_shift=_year_shift(p))),
    Rule(f"THE? t:$TURN? h:HOLIDAY ({_OF_YEAR})?", _holiday),
    Rule("THE? t:$TURN? h:HOLIDAY u:(WEEKU|WEEKENDU)", _holiday),
    Rule("v:DATE", _value),
    Rule("y:YEAR HYPHEN m:DAY HYPHEN d:DAY", _iso),
    Rule("(z:d0:$DAYN COMMA)? a:d1:$DAYN COMMA? (HYPHEN|TO|AND|OR) THE? b:(d2:$DAYN OF? m:MONTH (COMMA? y:YEAR)?)", _listed_days),
    Rule(
        "z:(m:MONTH d0:$DAYN) COMMA a:d1:$DAYN COMMA? (AND|OR) b:(d2:$DAYN (COMMA? y:YEAR)?) !($UNITS|$UNIT|MONTH|AMPM|NUM|PERCENT)",
        _listed_days,
    ),
    Rule(
        "a:(m:MONTH d1:$DAYN) (HYPHEN|TO|AND|OR) THE? b:(d2:$DAYN (COMMA? y:YEAR)?) !($UNITS|$UNIT|MONTH|AMPM|NUM|PERCENT)",
        _listed_days,
    ),
    Rule("a:y1:YEAR (HYPHEN|SLASH) b:y2:(YEAR|DAY|NUM)", _two_years),
    Rule("$MOD? (THIS &(PAST|LAST|COMING|NEXT))? t:$TURN? wd:WEEKDAY", _weekday),
    Rule("THE t:(PREVIOUS|FOLLOWING|NEXT) wd:WEEKDAY", _weekday_from_there),
    Rule(f"THE? n:(ORD|LAST) wd:WEEKDAY (OF|IN) m:MONTH ({_THEN})?", _nth_weekday),
    Rule("THE? EVE OF &(THE? (HOLIDAY|MONTH|WEEKDAY|DAY|ORD))", lambda p: Shift("D", -1, "reference", exact=True)),
    Rule("A wd:WEEKDAY", _some_weekday),
    Rule("$MOD? wd:WEEKDAY (OF|COMMA)? t:(LAST|THIS|NEXT) WEEKU", _weekday_week),
    Rule("t:(LAST|THIS|NEXT) WEEKU (ON|COMMA)? wd:WEEKDAY", _weekday_week),
    Rule("THE? WEEKU OF m:MONTH d:DAY", lambda p: Stamp(month=p.number("m"), day=p.number("d"), value="weekof")),
    Rule("THE d:ORD", _ordinal_day),
    Rule("$MOD? THE? t:(THIS|LAST|NEXT|PAST|COMING)? WEEKENDU", _weekend_shift),
)


def _season_only(p: Parts) -> Meaning | None:
    token = p["s"]
    stamp = Stamp(season=str(token.value), turn=turn_of(p.get("t")))
    word = token.word
    if word.lower in ("fall", "spring"):
        if word.pos not in ("NOUN", "PROPN") or not (stamp.turn or word.dep in ("pobj", "npadvmod")):
            return None
        before = p.before()
        if not stamp.turn and (
            before is None or before.word.lower not in ("in", "by", "during", "since", "until", "for", "of", "before", "after")
        ):
            return None
        return None if word.child("prep") is not None and not stamp.turn else stamp
    return stamp
