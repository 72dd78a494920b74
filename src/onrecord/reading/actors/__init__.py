"""Who is who in a report: mentions, coreference, kinds, countries, roles and codes.

Names and nouns become phrases (`find`), phrases become clusters (`link`, `pronouns`), clusters become actors (`make`).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.codes.places.gazetteer import open_gazetteer
from onrecord.reading.actors.cluster import Clusters
from onrecord.reading.actors.find import build_scene, find_phrases
from onrecord.reading.actors.gazetteer import build_gazetteer
from onrecord.reading.actors.gender import load_genders
from onrecord.reading.actors.lands import Lands
from onrecord.reading.actors.link import link_named, link_owned
from onrecord.reading.actors.make import actors_of
from onrecord.reading.actors.pronouns import link_pronouns, load_ranker
from onrecord.reading.actors.quoted import find_quotations
from onrecord.reading.stage import Reading, Stage
from onrecord.reading.tools import Tools


def build(tools: Tools) -> Stage:
    """The stage, with the tables cut into the parser's tokens."""
    tokenizer = tools.model.nlp.tokenizer
    gazetteer = build_gazetteer(lambda name: [token.text for token in tokenizer(name)])

    lands = Lands(open_gazetteer())
    genders = load_genders(tools.model.vector)
    choose = load_ranker().choose

    def read(reading: Reading) -> Reading:
        published = reading.document.published[:10] if reading.document.published else None
        clusters = Clusters(
            find_phrases(build_scene(reading.parse, gazetteer, lands, published)), published, genders, find_quotations(reading.parse)
        )
        link_named(clusters)
        link_pronouns(clusters, choose)
        link_owned(clusters)
        return replace(reading, actors=actors_of(clusters))

    return Stage("actors", needs=frozenset({"parse"}), gives=frozenset({"actors"}), read=read)
