"""From counts to tolls: ids, the victims' words, actors, events, statements and days, all by the words they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.codes.cameo import VIOLENT
from onrecord.model.record import Actor, Event, Mention, Statement, Time, Toll
from onrecord.model.span import Span, SpanIndex
from onrecord.reading.parse.grammar import noun_phrase
from onrecord.reading.parse.words import Word
from onrecord.reading.stage import Reading
from onrecord.reading.tolls.count import Counted
from onrecord.reading.tolls.standing import disclaimer, hedge, is_cumulative, is_running, status
from onrecord.vocabulary.counts import CountWords
from onrecord.vocabulary.lists import word_list

_BEGINNING = word_list("counts", "link.beginning")


@dataclass(frozen=True, slots=True)
class Linker:
    """What a report's tolls may be tied to, by place. Built once a report that has tolls."""

    reading: Reading
    words: CountWords
    mentions: SpanIndex[tuple[Actor, Mention]]
    statements: SpanIndex[Statement]
    events: SpanIndex[Event]
    suffered: SpanIndex[Event]
    times: SpanIndex[Time]
    days: Mapping[str, tuple[str | None, str | None]]
    """First and last day of each event that has a time, by the event's id."""
    fighting_since: str | None
    """The day since which the report says there has been fighting, when it names just one."""

    @staticmethod
    def of(reading: Reading, words: CountWords) -> Linker:
        return Linker(
            reading,
            words,
            reading.actor_mentions(),
            SpanIndex((span, statement) for statement in reading.statements for span in statement.content),
            SpanIndex((event.evidence, event) for event in reading.events),
            SpanIndex((event.spans[target], event) for event in reading.events for target in event.targets if target in event.spans),
            SpanIndex((time.span, time) for time in reading.times),
            days_of(reading),
            fighting_since(reading) or war_began(reading, words),
        )

    def tolls(self, found: list[Counted]) -> tuple[Toll, ...]:
        ids = {(one.figure.first, one.figure.last): f"n{n}" for n, one in enumerate(found)}
        standing, parse = self.words.standing, self.reading.parse
        told_in = dict.fromkeys(one.trigger.sentence for one in found)
        running = {sentence.index: is_running(sentence, standing) for sentence in told_in}
        doubts = {sentence.index: disclaimer(parse, sentence, standing) for sentence in told_in}
        counting = [is_cumulative(one, standing, running=running[one.trigger.sentence.index]) for one in found]
        wholes = {(one.figure.first, one.figure.last) for one, flag in zip(found, counting, strict=True) if flag}
        out: list[Toll] = []
        for n, (one, flag) in enumerate(zip(found, counting, strict=True)):
            of_running = one.whole is not None and (one.whole.first, one.whole.last) in wholes
            doubt = hedge(one, standing) or doubts[one.trigger.sentence.index]
            out.append(self._toll(one, f"n{n}", ids, doubt, cumulative=flag or of_running))
        return tuple(out)

    def _toll(self, one: Counted, name: str, ids: dict[tuple[int, int], str], doubt: Span | None, *, cumulative: bool) -> Toll:
        figure, of_span, victims = one.figure, self._of(one), self._victims(one)
        event = self._event(one)
        begin, end = self._period(one) if cumulative else self.days.get(event or "", (None, None))
        statement = self._statement(figure.span)
        whole = ids.get((one.whole.first, one.whole.last)) if one.whole is not None else None
        return Toll(
            id=name,
            span=figure.span,
            kind=one.kind,
            low=figure.low,
            high=figure.high,
            number=figure.number,
            qualifier=figure.qualifier,
            qualifier_span=figure.qualifier_span,
            implicit=one.implicit,
            of=None if of_span is None else self.reading.words(of_span),
            of_span=of_span,
            victims=victims,
            perpetrators=tuple(name for name in self._perpetrators(one) if name not in victims),
            civilians=self._civilians(one),
            part_of=whole,
            status=status(one, self.words.standing),
            cumulative=cumulative,
            begin=begin,
            end=end,
            event=event,
            statement=None if statement is None else statement.id,
            hedge_span=doubt,
        )

    def _of(self, one: Counted) -> Span | None:
        """The words for the victims, without their number."""
        if one.names:
            return one.figure.span
        if one.figure.first <= one.head.i < one.figure.last and not one.implicit:
            return None
        phrase = [word for word in noun_phrase(one.head) if word.i >= one.figure.last or one.implicit or word.i > one.head.i]
        phrase = [word for word in phrase if word.lower not in ("a", "an", "the") or word.i > phrase[0].i]
        return Span(phrase[0].start, phrase[-1].end) if phrase else None

    def _victims(self, one: Counted) -> tuple[str, ...]:
        heads = one.names or (one.head,)
        return tuple(dict.fromkeys(name for head in heads for name in self._actors_at(head)))

    def _actors_at(self, head: Word) -> list[str]:
        """The actor whose mention ends with this word or holds it: the shortest such mention."""
        holding = sorted((span.length, actor.id) for span, (actor, _) in self.mentions.overlapping(head.span) if span.end <= head.end)
        return [holding[0][1]] if holding else []

    def _perpetrators(self, one: Counted) -> tuple[str, ...]:
        """Who did it: the doer, or for "Israeli strikes" and "an attack by the group" the one named in its phrase."""
        if one.by is None or one.by is one.head:
            return ()
        direct = self._actors_at(one.by)
        if direct:
            return tuple(direct)
        inner = [child for child in one.by.children if child.dep in ("amod", "compound", "poss", "nmod")]
        agents = [child.child("pobj") for child in one.by.children_by("prep") if child.lower in ("by", "from")]
        inner.extend(agent for agent in agents if agent is not None)
        return tuple(dict.fromkeys(name for child in inner for name in self._actors_at(child)))

    def _civilians(self, one: Counted) -> bool | None:
        people, heads = self.words.people, [one.head, *(child for child in one.head.children if child.dep in ("amod", "compound", "conj"))]
        lemmas = {word.lemma.lower() for word in heads} | {word.lower for word in heads}
        civilian, fighter = bool(lemmas & people.civilians), bool(lemmas & people.fighters)
        return True if civilian and not fighter else False if fighter and not civilian else None

    def _statement(self, span: Span) -> Statement | None:
        """The statement that claims the figure: the innermost whose content holds it."""
        holding = [(where.length, statement.id, statement) for where, statement in self.statements.overlapping(span) if where.holds(span)]
        return min(holding)[2] if holding else None

    def _event(self, one: Counted) -> str | None:
        """The event that the word of harm names; else the violent event whose clause holds the figure, or whose targets are the victims:
        "six were killed when the army bombed the camp" is one act."""
        near = [(event.evidence.length, event.anchor, event.id, event) for _, event in self.events.overlapping(one.figure.span)]
        near += [(event.evidence.length, event.anchor, event.id, event) for _, event in self.events.overlapping(one.trigger.span)]
        named = [x for x in near if x[3].anchor.overlaps(one.trigger.span)]
        if named:
            return min(named)[2]
        near += [(event.evidence.length, event.anchor, event.id, event) for _, event in self.suffered.overlapping(one.head.span)]
        violent = [x for x in near if x[3].cameo[:2] in VIOLENT and one.kind in ("killed", "injured", "killed_or_injured")]
        return min(violent)[2] if violent else None

    def _period(self, one: Counted) -> tuple[str | None, str | None]:
        """First and last day of a running count: what the sentence dates with "since", "in", "so far"; up to the report."""
        sentence = one.trigger.sentence
        begin, end = None, (self.reading.document.published or "")[:10] or None
        for span, time in self.times.inside(sentence.span):
            before = self.reading.parse.words_at(span)[:1]
            opener = self._opener(before[0]) if before else ""
            since = opener in ("since", "from", "after") or (bool(before) and _in_since_clause(before[0]))
            if since and time.begin is not None:
                begin = time.begin
            elif time.type in ("DURATION", "DATE") and time.begin is not None and time.end is not None and time.begin < time.end:
                begin, end = time.begin, min(time.end, end or time.end)
        if begin is None and (self._by_war(one.trigger) or any(_opens_war(word, self.words) for word in sentence.words)):
            begin = self.fighting_since
        return (begin, end) if begin is None or end is None or begin <= end else (None, None)

    def _by_war(self, trigger: Word) -> bool:
        """The doer is a war, the fighting, "hostilities, which have claimed …"."""
        doers = [*trigger.children_by("nsubj"), *([trigger.head] if trigger.dep == "relcl" else [])]
        return any(word.lemma.lower() in self.words.standing.wars for word in doers)

    def _opener(self, first: Word) -> str:
        """The preposition that stands before a time."""
        before = self.reading.parse.words[first.i - 1] if first.i > first.sentence.first else first
        return before.lower


def days_of(reading: Reading) -> dict[str, tuple[str | None, str | None]]:
    """What the times of a reading's events say of their days, by the event's id."""
    times = {time.id: (time.begin, time.end) for time in reading.times}
    return {event.id: times[event.time] for event in reading.events if event.time in times}


def fighting_since(reading: Reading) -> str | None:
    """The day of "since fighters attacked on Saturday": a violent act in a since-clause with a day of its own.

    None when the report names no such day, or several.
    """
    dated = {time.id: time for time in reading.times}
    days: set[str] = set()
    for event in reading.events:
        time = dated.get(event.time or "")
        if event.cameo[:2] not in VIOLENT or event.status != "actual" or time is None or time.begin is None or time.begin != time.end:
            continue
        anchor = reading.parse.words_at(event.anchor)
        if any(child.lower == "since" for word in anchor for child in word.children if child.dep == "mark"):
            days.add(time.begin)
    return days.pop() if len(days) == 1 else None


def _in_since_clause(word: Word) -> bool:
    """ "since the army took power in May 2021": the time of what began it."""
    return any(child.dep == "mark" and child.lower == "since" for above in word.ancestors() for child in above.children)


def _opens_war(verb: Word, words: CountWords) -> bool:
    """ "the war began"."""
    own = verb.child("nsubj") if verb.lemma in _BEGINNING else None
    return own is not None and own.lemma.lower() in words.standing.wars


def war_began(reading: Reading, words: CountWords) -> str | None:
    """The day of "the war began on 7 October 2023". None when the report names no such day, or several."""
    times = SpanIndex((time.span, time) for time in reading.times)
    days: set[str] = set()
    for sentence in reading.parse.sentences:
        if any(_opens_war(word, words) for word in sentence.words):
            dated = [time for _, time in times.inside(sentence.span) if time.begin is not None and time.begin == time.end]
            days.update(time.begin for time in dated[:1] if time.begin is not None)
    return days.pop() if len(days) == 1 else None
