"""One source through another: "Tass quoted the spokesman as saying …", "the spokesman was quoted by Tass as saying …"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from onrecord.reading.parse import Word
from onrecord.reading.parse.grammar import is_passive
from onrecord.reading.statements.frames import Found, cue_words
from onrecord.reading.statements.ground import Ground, subtract
from onrecord.reading.statements.source import aside_of, may_speak, source_words
from onrecord.vocabulary.lists import word_list

_CITING = word_list("saying", "chains.citing")
_NEAR = 4
_MOST = 20


def settle_chains(found: list[Found], ground: Ground) -> list[Found]:
    """Gives what is quoted to the one who is quoted. An active "Tass quoted …" stays as a statement of its own around it."""
    by_cue = {one.cue.i: n for n, one in enumerate(found)}
    out = list(found)
    dropped: set[int] = set()
    added: list[Found] = []
    for n, one in enumerate(found):
        inner = said_through(one.cue)
        if inner is None:
            continue
        passive = is_passive(one.cue)
        who = one.cue.child("nsubjpass") if passive else one.cue.child("dobj")
        if who is None:
            continue
        known = by_cue.get(inner.i)
        first = cue_words(one.cue)[0] if passive and inner.i - one.cue.i < _NEAR else inner.i
        base = out[known] if known is not None else replace(one, cue=inner, content=(), clausal=False)
        content = base.content or (one.content if passive else ())
        said = replace(
            base,
            cue_words=(first, inner.i + 1),
            content=content,
            source=who,
            source_words=source_words(who, inner, ground),
            weak=one.weak and base.weak,
        )
        if known is not None:
            out[known] = said
        else:
            added.append(said)
        if passive or not one.content:
            dropped.add(n)
    return sorted([one for n, one in enumerate(out) if n not in dropped] + added, key=lambda one: one.cue.i)


def settle_citing(found: list[Found], ground: Ground) -> list[Found]:
    """In "the road was cut, according to an agency, citing a soldier" the soldier says what the agency says, one step further back."""
    out = []
    for one in found:
        cited = one.cue.child("dobj") if one.cue.lemma in _CITING and one.cue.tag == "VBG" else None
        told = _cited_for(one, found) if cited is not None and may_speak(cited) else None
        if cited is not None and told is not None:
            words = source_words(cited, one.cue, ground)
            content = tuple(piece for part in told.content for piece in subtract(part, [(one.cue.i, words[1])]))
            one = replace(one, content=content, source=cited, source_words=words, clausal=True, weak=False)
        out.append(one)
    return out


def _cited_for(citing: Found, found: list[Found]) -> Found | None:
    """What the one who cites says: the attribution in the same clause that has the same source or whose cue the participle hangs on."""
    if citing.cue.is_root or citing.cue.dep != "advcl" or citing.source is None:
        return None
    near = [one for one in found if one.content and one.cue is not citing.cue and one.cue.sentence is citing.cue.sentence]
    return next((one for one in near if one.cue is citing.cue.head or one.source is citing.source), None)


def settle_swallowed(one: Found, ground: Ground) -> Found:
    """In "a shell killed four people, the rescuers and a doctor said" the parser may take all three for speakers."""
    words = ground.parse.words
    if one.source is None or one.source_words is None or not one.content or one.source.dep != "nsubj" or one.source.i > one.cue.i:
        return one
    first, source = one.source_words[0], one.source
    speakers = [child for child in source.children_by("conj") if words[ground.left[child.i] - 1].text == ","]
    told = [part for part in one.content if part[1] == first]
    if not speakers or not told or words[first - 1].tag not in ("VBD", "VBN") or any(child.dep == "cc" for child in source.children):
        return one
    end = ground.left[speakers[0].i] - 1
    content = tuple((part[0], end) if part[1] == first else part for part in one.content if part[0] < first)
    return replace(one, content=content, source=speakers[0], source_words=source_words(speakers[0], one.cue, ground))


def settle_headline(one: Found, ground: Ground) -> Found:
    """In "Rebels deny killing envoy, say army shelled own convoy" the parser takes the first clause for what is said."""
    cue, words = one.cue, ground.parse.words
    if one.source is not None or cue.i == 0 or words[cue.i - 1].text != "," or cue.tag not in ("VBZ", "VBP", "VBD"):
        return one
    first = next((child for child in cue.children if child.dep == "ccomp" and child.i < cue.i), None)
    source = first.child("nsubj") if first is not None and first.tag == cue.tag else None
    content = tuple(part for part in one.content if part[0] > cue.i)
    if source is None or not content or ground.left[source.i] != cue.sentence.first:
        return one
    return replace(one, content=content, source=source, source_words=source_words(source, cue, ground))


def said_through(cue: Word) -> Word | None:
    """The "saying" of "quoted … as saying"."""
    for child in cue.children:
        if child.dep == "prep" and child.lower == "as":
            inner = child.child("pcomp")
            if inner is not None and inner.tag == "VBG":
                return inner
    return None


def without_asides(found: list[Found], ground: Ground) -> list[Found]:
    """In "the army said it had won, according to a paper", the army did not say "according to a paper"."""
    asides = sorted(aside_of(one.cue, ground) for one in found if one.cue.lower == "according" and one.content)
    if not asides:
        return found
    starts = [first for first, _ in asides]
    out = []
    for one in found:
        inside = [
            words
            for first, last in one.content
            for words in asides[bisect_right(starts, first) : bisect_left(starts, last)][:_MOST]
            if words[1] <= last and not words[0] <= one.cue.i < words[1]
        ]
        if inside:
            one = replace(one, content=tuple(piece for part in one.content for piece in subtract(part, inside)))
        out.append(one)
    return out
