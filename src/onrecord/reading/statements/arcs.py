"""What a cue could attribute: the parts of the tree beside, below and above it, each a candidate for its content."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.parse import Word
from onrecord.reading.statements.ground import Ground, Range, subtract
from onrecord.reading.statements.source import aside_of

WHOLE, INNER, SIBLING, SIBLING_INNER, HOST, ANTECEDENT = range(6)
OPTIONS = 6
_CLAUSAL = frozenset(("ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "pcomp", "xcomp", "csubj"))
_NEVER = frozenset(("punct", "aux", "auxpass", "neg", "prt", "cc", "det", "expl", "case"))
_BESIDE = frozenset(("nsubj", "nsubjpass", "attr", "acomp", "dobj", "pobj", "oprd", "advmod", "xcomp", "pcomp"))
_MOST_CHILDREN = 24
_MOST_HOSTS = 3
_MOST_CUTS = 40


@dataclass(frozen=True, slots=True)
class Arc:
    """`word` heads the part; `option` says how much of it and from where; `ranges` are its words."""

    option: int
    word: Word
    ranges: tuple[Range, ...]


def arcs_of(cue: Word, ground: Ground) -> list[Arc]:
    """The candidates, those below the cue first; at most some sixty, whatever the tree."""
    out: list[Arc] = []
    _below(cue, WHOLE, ground, out, None)
    branch = cue
    if cue.dep in _BESIDE and not cue.is_root:
        above = cue.head
        if above.dep in ("prep", "agent") and not above.is_root:
            branch, above = above, above.head
        _below(above, SIBLING, ground, out, branch)
    _above(cue, ground, out)
    return out


def _below(word: Word, option: int, ground: Ground, out: list[Arc], without: Word | None) -> None:
    for child in word.children[:_MOST_CHILDREN]:
        if child.dep in _NEVER or child is without:
            continue
        first, last = ground.left[child.i], ground.right[child.i] + 1
        out.append(Arc(option, child, ((first, last),)))
        if last > child.i + 1:
            out.append(Arc(option + 1, child, ((child.i + 1, last),)))


def _above(cue: Word, ground: Ground, out: list[Arc]) -> None:
    branch, hosts = cue, 0
    for _ in range(8):
        if branch.is_root:
            return
        above = branch.head
        if branch.dep in ("relcl", "acl"):
            first, last = ground.left[above.i], max(above.i + 1, min(ground.left[branch.i], cue.i))
            out.append(Arc(ANTECEDENT, above, ((first, last),)))
        if above.dep in _CLAUSAL or above.is_root:
            rest = subtract(ground.below(above), [aside_of(branch, ground)])
            if rest:
                out.append(Arc(HOST, above, tuple(rest)))
                hosts += 1
                if hosts == _MOST_HOSTS:
                    return
        branch = above


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a part may end early: before the subtree of `word`, `depth` steps down its right edge."""

    word: Word
    at: int
    depth: int


def cuts_of(arc: Arc, cue: Word, ground: Ground) -> list[Cut]:
    """Where the content may end before its part does, from left to right: all that hangs on the part's right edge."""
    out: list[Cut] = []
    node, depth = arc.word, 0
    start = arc.ranges[0][0]
    while len(out) < _MOST_CUTS:
        right = [child for child in node.children if child.i > node.i]
        for child in right[:_MOST_CHILDREN]:
            at = ground.left[child.i]
            if at > start and child.dep not in _NEVER and not at <= cue.i <= ground.right[child.i]:
                out.append(Cut(child, at, depth))
        plain = [child for child in right if child.dep != "punct"]
        if not plain or depth > 30:
            return out
        node, depth = plain[-1], depth + 1
    return out
