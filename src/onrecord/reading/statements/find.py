"""Every word that attributes, by the lexicon, with what the tree gives it."""

from __future__ import annotations

from onrecord.reading.parse import Word
from onrecord.reading.statements.frames import Found, read_according, read_adjective, read_noun, read_verb
from onrecord.reading.statements.ground import Ground
from onrecord.vocabulary.saying import CueEntry, load_cues

_ACCORDING = CueEntry(frozenset({"clause"}), False, False)


def find_attributions(ground: Ground) -> list[Found]:
    """In order of cue."""
    cues = load_cues()
    out: list[Found] = []
    for word in ground.parse.words:
        found: Found | None = None
        if word.lower == "according":
            found = read_according(word, _ACCORDING, ground)
        elif word.pos == "VERB":
            entry = cues.verbs.get(word.lemma)
            if entry is not None and not _not_cue(word):
                found = read_verb(word, entry, ground)
        elif word.pos == "NOUN":
            entry = cues.nouns.get(word.lemma)
            if entry is not None:
                found = read_noun(word, entry, ground)
        elif word.pos == "ADJ":
            entry = cues.adjectives.get(word.lemma)
            if entry is not None:
                found = read_adjective(word, entry, ground)
        if found is not None:
            out.append(found)
    return out


def _not_cue(verb: Word) -> bool:
    return verb.dep in ("aux", "auxpass", "amod", "compound", "case")
