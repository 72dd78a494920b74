"""All phrases of a text that name an actor, in order, each knowing its owner. Linear in the number of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model.span import Span
from onrecord.reading.actors.acting import land_is_meant
from onrecord.reading.actors.describe import is_definite, is_plural
from onrecord.reading.actors.from_names import draft_of_name
from onrecord.reading.actors.from_nouns import draft_of_noun, is_title_of_name
from onrecord.reading.actors.from_pronouns import draft_of_pronoun
from onrecord.reading.actors.gazetteer import Gazetteer
from onrecord.reading.actors.home import countries_by_sentence, home_state, is_at_home, with_bodies
from onrecord.reading.actors.lands import Lands
from onrecord.reading.actors.names import Name, find_names
from onrecord.reading.actors.phrase import GROUND, THING, Draft, Phrase, Traits
from onrecord.reading.actors.scene import Scene
from onrecord.reading.parse import Parse, Word
from onrecord.vocabulary.actors.given_names import given_names
from onrecord.vocabulary.actors.nouns import nouns
from onrecord.vocabulary.actors.words import words_of
from onrecord.vocabulary.lists import word_list

_CALLED = word_list("actors", "find.called")

_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_TIMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_DONE_TO_GROUND = word_list("actors", "find.done_to_ground")
_ON_THE_WAY = word_list("actors", "find.on_the_way")
_UNSURE = frozenset(("organisation", "capital"))
"""Names that do not say that the report speaks of their country: "Tripoli" is in Lebanon too."""
_PRONOUN_TAGS = frozenset(("PRP", "PRP$", "WP", "WDT", "WP$"))


def build_scene(parse: Parse, gazetteer: Gazetteer, lands: Lands, published: str | None) -> Scene:
    names = tuple(find_names(parse, gazetteer))
    at = {i: name for name in names for i in range(name.first, name.last)}
    known = frozenset(
        parse.words[i].text
        for name in names
        if (name.label == "PERSON" or name.entry("leader")) and name.last - name.first > 1
        for i in (name.last - 1,)
    )
    labels = Counter((name.text, name.label in _PLACES) for name in names if name.last - name.first == 1 and name.label)
    places = {text for (text, is_place), n in labels.items() if is_place and n > labels[text, False]}
    ground = {name.text for name in names if name.label in ("PERSON", *_PLACES) and not name.entries and _is_where(parse, name, lands)}
    ground |= {name.text for name in names if name.label == "ORG" and not name.entries and _is_called_a_place(name)}
    spoken = {name.text for name in names if name.head.dep == "nsubj" and name.head.head.lemma.lower() in words_of().saying}
    countries = frozenset(e.country for name in names for e in (*name.entries, *name.inside) if e.country and e.what not in _UNSURE)
    ground -= known | spoken
    places = (places - known - spoken) | ground
    return Scene(parse, names, at, nouns(), known, frozenset(places), frozenset(ground), countries, lands, published)


def _is_where(parse: Parse, name: Name, lands: Lands) -> bool:
    """ "near Debre Example", "the town of Debre Example", "the Example corridor": a place, whatever the parser takes it for."""
    above = name.head.head
    if _is_called_a_place(name):
        return True
    if parse.words[name.first].text in given_names():
        return False
    first = name.head
    while first.dep == "conj" and first.head.pos == "PROPN":
        first = first.head
    if first.dep in ("dobj", "nsubjpass") and first.head.lemma in _DONE_TO_GROUND:
        return True
    if name.head.dep == "pobj" and name.first > 0 and parse.words[name.first - 1] is above:
        if above.lower in ("from", "to"):
            return (name.label == "PERSON" and lands.knows(name.text)) or above.head.lemma.lower() in _ON_THE_WAY
        return above.lower in words_of().where or (above.lower == "of" and above.head.lemma.lower() in words_of().settlements)
    return name.head.dep == "compound" and above.i == name.last and land_is_meant(above) and above.tag == "NN"


def _is_called_a_place(name: Name) -> bool:
    """ "Debre Example, the regional capital"."""
    beside = (child.lemma.lower() for child in name.head.children_by("appos"))
    return any(lemma == "capital" or lemma in words_of().settlements for lemma in beside)


def find_phrases(scene: Scene) -> tuple[Phrase, ...]:
    """Every phrase, numbered in order of text; `owner` and `same` point at other phrases."""
    drafts = sorted(_drafts(scene), key=lambda draft: (draft.span.start, -draft.span.end, draft.head.i))
    at: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        at.setdefault(draft.head.i, n)
    phrases = [
        Phrase(
            n, d.head, d.span, d.form, d.traits, d.key, d.name,
            _other(at, d.owner_at, n), _other(at, d.same_at if d.same_at is not None else _same_at(scene, d), n),
        )
        for n, d in enumerate(drafts)
    ]  # fmt: skip
    phrases = [_inherit(phrases, phrase) for phrase in phrases]
    seen = countries_by_sentence(phrases)
    home = home_state(seen, with_bodies(phrases))
    if home is None:
        return tuple(phrases)
    at_home = [is_at_home(p, home, scene.published, seen.get(p.head.sentence.index, ())) for p in phrases]
    return tuple(replace(p, traits=replace(p.traits, country=home)) if own else p for p, own in zip(phrases, at_home, strict=True))


def _other(at: dict[int, int], word: int | None, n: int) -> int | None:
    found = None if word is None else at.get(word)
    return None if found == n else found


def _drafts(scene: Scene) -> Iterator[Draft]:
    seen: Name | None = None
    for word in scene.parse.words:
        name = scene.name_at.get(word.i)
        if name is not None:
            if name is not seen:
                seen = name
                draft = draft_of_name(scene, name) or _thing(scene, name.head, name.text, name)
                if draft is not None:
                    yield draft
            continue
        draft = None
        if word.tag in _NOUN_TAGS or (word.pos == "ADJ" and word.dep in ("nsubj", "compound")):
            draft = draft_of_noun(scene, word) or _bare_count(scene, word) or _thing(scene, word, word.text if word.pos == "PROPN" else "")
        elif word.tag in _PRONOUN_TAGS or word.lower == "that":
            draft = draft_of_pronoun(word)
        if draft is not None:
            yield draft


def _thing(scene: Scene, head: Word, name: str, known: Name | None = None) -> Draft | None:
    """What heads a noun phrase and is no actor: a pronoun may mean it."""
    if head.dep in ("compound", "amod", "nmod", "npadvmod", "det", "nummod") or head.tag not in _NOUN_TAGS or head.entity in _TIMES:
        return None
    if not head.text[0].isalpha():
        return None
    if (found := scene.noun(head)) is not None and (head.i + 1 < found.last or is_title_of_name(scene, found)):
        return None
    if name and known is None and _bracketed(scene, head) is not None:
        return Draft(head, head.span, "name", Traits("other", one=True), "", name)
    if name and head.dep == "nsubj" and head.head.lemma.lower() in words_of().saying and head.tag == "NNP":
        return _named_speaker(scene, head)
    place = known.entry("adjective") if known is not None else None
    country = place.country if place is not None else scene.country_of_name(known) if known is not None else None
    traits = Traits(country=country, one=not is_plural(head), definite=is_definite(scene.parse, head.i, head))
    is_ground = known is not None and known.text in scene.ground
    own = "" if is_ground or head.entity in _PLACES else name
    return Draft(head, head.span, "description", traits, f"{GROUND if is_ground else THING}{head.lower}", own)


def _bare_count(scene: Scene, head: Word) -> Draft | None:
    """ "Hundreds of thousands" beside a verb of people: those people. Where a noun follows, that noun is the actor."""
    lists = words_of()
    if head.lemma.lower() not in lists.quantities or head.tag != "NNS":
        return None
    verbs = [head.head, *(head.head.children_by("xcomp", "ccomp") if head.dep == "dobj" else [])]
    if head.dep not in ("nsubj", "nsubjpass", "dobj") or not any(verb.lemma.lower() in lists.people_verbs for verb in verbs):
        return None
    last = head
    for of in head.children_by("prep"):
        inner = of.child("pobj") if of.lower == "of" and of.i == head.i + 1 else None
        if inner is None or inner.lemma.lower() not in lists.quantities:
            return None
        last = inner
    words = scene.parse.words
    first = head.i
    while first > head.sentence.first and words[first - 1].head is head and words[first - 1].dep in ("quantmod", "nummod", "det", "amod"):
        first -= 1
    return Draft(head, Span(words[first].start, last.end), "description", Traits("population", code="CVL", one=False, human=False))


def _named_speaker(scene: Scene, head: Word) -> Draft:
    """A name that the parser did not mark, but that says something: someone, of what kind the words do not tell."""
    first = head.i
    while first - 1 >= head.sentence.first and scene.parse.words[first - 1].tag == "NNP" and scene.parse.words[first - 1].head is head:
        first -= 1
    span = Span(scene.parse.words[first].start, head.end)
    return Draft(head, span, "name", Traits("other", one=True), "", span.of(scene.parse.text))


def _same_at(scene: Scene, draft: Draft) -> int | None:
    """The word whose phrase grammar says is the same: apposition, a name in brackets, "X is the president of Y"."""
    head = draft.head
    if draft.form == "pronoun" or draft.form == "adjective":
        return None
    if draft.form == "name" and (outside := _bracketed(scene, head)) is not None:
        return outside.head.i
    if draft.form == "name" and (own := scene.name_at.get(head.i)) is not None and not draft.traits.human:
        sort = scene.body_before(own)
        if sort is not None:
            return sort.i
    if head.dep == "appos" and head.head.i < head.i:
        return head.head.i
    if (alias := _alias_of(head)) is not None:
        return alias.i
    if head.dep == "attr" and draft.traits.definite and head.head.lemma == "be" and not any(c.dep == "neg" for c in head.head.children):
        subject = head.head.child("nsubj")
        return subject.i if subject is not None else None
    return None


def _bracketed(scene: Scene, head: Word) -> Name | None:
    """The name that a name alone in brackets repeats: "Northern Relief Committee" before "(NRC)"."""
    words, i = scene.parse.words, head.i
    if i < 2 or i + 1 >= len(words) or words[i - 1].text != "(" or words[i + 1].text != ")":
        return None
    return scene.name_at.get(i - 2)


def _serves(traits: Traits, above: Traits) -> bool:
    """The role is the owner's rather than the noun's: an agency's officer, a party's president, a parliament's speaker."""
    if traits.office == "serves":
        return above.one is True
    if traits.code not in ("GOV", "BUS") or not (traits.human or traits.noun in words_of().arms):
        return False
    return above.code == "LEG" or above.kind in ("ngo", "igo", "party", "company", "armed_group", "media")


def _alias_of(head: Word) -> Word | None:
    """The noun in "an agency known as X", "a group called X"."""
    word = (
        head.head
        if head.dep in ("oprd", "dobj", "attr", "ccomp")
        else head.head.head
        if head.dep == "pobj" and head.head.lower == "as"
        else None
    )
    if word is not None and word.lemma in _CALLED and word.dep == "acl" and word.head.i < word.i:
        return word.head
    return None


def _inherit(phrases: list[Phrase], phrase: Phrase) -> Phrase:
    """A phrase takes what its own words leave open from its owner: "army spokesman" is MIL, "Kremlin spokesman" is of Russia."""
    traits, owner, steps = phrase.traits, phrase.owner, 0
    while owner is not None and steps < 4:
        above = phrases[owner].traits
        if traits.country is None and above.country is not None:
            traits = replace(traits, country=above.country)
        if above.code and traits.noun and (not traits.code or _serves(traits, above)):
            traits = replace(traits, code=above.code, kind=traits.kind if traits.human or not traits.code else above.kind)
        owner, steps = phrases[owner].owner, steps + 1
    return phrase if traits is phrase.traits else replace(phrase, traits=traits)
