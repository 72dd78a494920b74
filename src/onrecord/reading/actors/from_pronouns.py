"""Phrases that are pronouns, with what the form itself says of gender and number."""

from __future__ import annotations

from onrecord.reading.actors.phrase import Draft, Traits
from onrecord.reading.parse import Word

HE, SHE, IT, THEY, I, WE = "he", "she", "it", "they", "i", "we"  # noqa: E741 - the words themselves
SETS: dict[str, str] = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), THEY),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), I),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), WE),
}
_TRAITS: dict[str, Traits] = {
    HE: Traits(one=True, human=True, gender="m"),
    SHE: Traits(one=True, human=True, gender="f"),
    IT: Traits(one=True),
    THEY: Traits(one=False),
    I: Traits(one=True, human=True),
    WE: Traits(one=False, human=True),
}


def draft_of_pronoun(word: Word) -> Draft | None:
    """A personal, possessive, reflexive or relative pronoun; None for the "it" of weather and of "it is clear that"."""
    pronoun = SETS.get(word.lower)
    if pronoun is not None and word.tag in ("PRP", "PRP$"):
        if word.dep == "expl" or (pronoun == IT and _is_empty(word)):
            return None
        return Draft(word, word.span, "pronoun", _TRAITS[pronoun], key=pronoun)
    if word.tag in ("WP", "WDT", "WP$") or (
        word.lower == "that" and word.dep in ("nsubj", "nsubjpass", "dobj") and word.tag in ("WDT", "IN")
    ):
        antecedent = _relative(word)
        if antecedent is not None:
            return Draft(word, word.span, "pronoun", Traits(), key="who", same_at=antecedent.i)
    return None


def _relative(word: Word) -> Word | None:
    """The noun that a relative pronoun stands for."""
    here = word
    for _ in range(6):
        if here.dep == "relcl":
            return here.head if here.head.i < word.i else None
        if here.is_root:
            return None
        here = here.head
    return None


def _is_empty(word: Word) -> bool:
    """ "It is clear that …", "it is raining", "it remains to be seen"."""
    if word.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = word.head
    if verb.lemma == "be":
        return any(child.dep in ("ccomp", "csubj", "xcomp", "advcl") and child.i > verb.i for child in verb.children) and any(
            child.dep in ("acomp", "attr") for child in verb.children
        )
    return verb.lemma in ("seem", "appear", "rain", "snow") or (
        word.dep == "nsubjpass" and any(child.dep == "ccomp" for child in verb.children)
    )
