"""Minimal pairs: an act that happened, and its twin that did not, or not yet, or only by someone's word. All sentences are ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model.record import Record


@dataclass(frozen=True)
class Deed:
    """An act by its forms: base, past, -ing, participle."""

    doer: str
    base: str
    past: str
    ing: str
    done: str
    other: str

    @property
    def twin(self) -> str:
        return f"{self.doer} {self.past} {self.other}."


DEEDS = (
    Deed("Chad", "attack", "attacked", "attacking", "attacked", "the rebels"),
    Deed("The army", "shell", "shelled", "shelling", "shelled", "the Kurdish militia"),
    Deed("Kenya", "expel", "expelled", "expelling", "expelled", "the Sudanese ambassador"),
    Deed("The rebels", "release", "released", "releasing", "released", "the French hostages"),
    Deed("Police", "arrest", "arrested", "arresting", "arrested", "the opposition leader"),
    Deed("Algeria", "sanction", "sanctioned", "sanctioning", "sanctioned", "Mali"),
    Deed("The militia", "kidnap", "kidnapped", "kidnapping", "kidnapped", "two Spanish diplomats"),
    Deed("The militants", "bomb", "bombed", "bombing", "bombed", "the Turkish embassy"),
)
VERBAL = (
    ("denied", "{doer} did not {base} {other}."),
    ("denied", "{doer} has never {done} {other}."),
    ("denied", "{doer} denied {ing} {other}."),
    ("denied", "{doer} denied that it had {done} {other}."),
    ("possible", "{doer} may {base} {other}."),
    ("possible", "{doer} could {base} {other} next week."),
    ("possible", "{doer} is considering {ing} {other}."),
    ("conditional", "If {doer} {past} {other}, the talks would end."),
    ("failed", "{doer} failed to {base} {other}."),
    ("failed", "{doer} tried to {base} {other}."),
    ("requested", "Norway urged {doer} to {base} {other}."),
    ("ordered", "The president ordered {doer} to {base} {other}."),
    ("predicted", "Analysts expect {doer} to {base} {other}."),
    ("ongoing", "{doer} is {ing} {other}."),
    ("ongoing", "{doer} continued {ing} {other}."),
    ("announced|threatened", "{doer} will {base} {other}."),
    ("announced|threatened", "{doer} plans to {base} {other}."),
    ("announced|threatened", "{doer} vowed to {base} {other}."),
    ("threatened|announced", "{doer} threatened to {base} {other}."),
    ("conditional|threatened|announced", "{doer} would {base} {other} if the talks failed."),
    ("denied", "{doer} refused to {base} {other}."),
)
NOMINAL = (
    ("actual", "Rwanda launched an offensive against the rebels.", "denied", "Rwanda did not launch an offensive against the rebels."),
    ("actual", "Rwanda launched an offensive against the rebels.", "announced", "Rwanda will launch an offensive against the rebels."),
    ("actual", "Rwanda launched an offensive against the rebels.", "possible", "Rwanda may launch an offensive against the rebels."),
    (
        "actual",
        "Rwanda launched an offensive against the rebels.",
        "possible",
        "Generals discussed a possible offensive against the rebels.",
    ),
    (
        "actual",
        "Rwanda launched an offensive against the rebels.",
        "announced",
        "Rwanda prepared its planned offensive against the rebels.",
    ),
    ("actual", "Rwanda launched an offensive against the rebels.", "failed", "Rwanda's failed offensive against the rebels cost it dear."),
    (
        "actual",
        "The army's raid on the Kurdish camp was over by noon.",
        "ongoing",
        "The army's ongoing raid on the Kurdish camp drew protests.",
    ),
    ("actual", "The army's raid on the Kurdish camp was over by noon.", "requested", "Senators called for a raid on the Kurdish camp."),
    ("actual", "The army's raid on the Kurdish camp was over by noon.", "failed", "Police foiled a raid on the Kurdish camp."),
    ("actual", "The army's raid on the Kurdish camp was over by noon.", "denied", "There was no raid on the Kurdish camp."),
    (
        "actual",
        "The two armies agreed on a truce in the Tigray war.",
        "requested",
        "Egypt demanded a truce between Ethiopia and the rebels.",
    ),
    ("actual", "Ethiopia declared a ceasefire on Monday.", "requested", "The pope called for a ceasefire between Ethiopia and the rebels."),
    ("actual", "Mali held talks with the rebels.", "denied", "Mali has not held talks with the rebels."),
    ("actual", "Mali held talks with the rebels.", "conditional", "If Mali held talks with the rebels, the army would object."),
    ("actual", "Mali held talks with the rebels.", "ongoing", "Mali is holding talks with the rebels."),
    ("actual", "Mali held talks with the rebels.", "announced", "Mali will hold talks with the rebels."),
    ("actual", "The envoys were arrested by the Libyan police.", "denied", "The envoys were not arrested by the Libyan police."),
    ("actual", "The envoys were arrested by the Libyan police.", "possible", "The envoys might be arrested by the Libyan police."),
)


def statuses(record: Record, text: str, words: tuple[str, ...]) -> set[str]:
    """The statuses of the events whose anchor or evidence holds one of the words."""
    anchored = {event.status for event in record.events if any(word in record.words(event.anchor) for word in words)}
    return anchored or {event.status for event in record.events}


def lower_first(text: str) -> str:
    return (
        text.replace("If The", "If the")
        .replace("urged The", "urged the")
        .replace("ordered The", "ordered the")
        .replace("expect The", "expect the")
    )


def test_an_act_and_its_twin(read: Callable[..., Record]) -> None:
    wrong: list[str] = []
    pairs = 0
    for deed in DEEDS:
        twin = read(deed.twin)
        happened = "actual" in statuses(twin, deed.twin, (deed.past,))
        for wanted, template in VERBAL:
            text = lower_first(
                template.format(doer=deed.doer, base=deed.base, past=deed.past, ing=deed.ing, done=deed.done, other=deed.other)
            )
            got = statuses(read(text), text, (deed.base, deed.past, deed.ing, deed.done, "threatened", "vowed", "refused", "plans"))
            pairs += 1
            if not happened or not got & set(wanted.split("|")):
                wrong.append(f"{text} -> {sorted(got)}, not {wanted}" + ("" if happened else " (and its twin)"))
    for status, sentence, other_status, other in NOMINAL:
        pairs += 1
        one, two = statuses(read(sentence), sentence, ()), statuses(read(other), other, ())
        if status not in one or other_status not in two:
            wrong.append(f"{sentence} -> {sorted(one)} / {other} -> {sorted(two)}, not {other_status}")
    assert pairs >= 150
    assert len(wrong) <= pairs * 0.05, f"{len(wrong)} of {pairs}\n" + "\n".join(wrong)
