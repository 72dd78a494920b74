"""The gazetteer: every country, first and second order division, town of 500 people, and what conflict reports name besides.

Built once on a machine from packages of the registry (see NOTICE) into one file, then opened in milliseconds.
"""

from onrecord.codes.places.gazetteer import Gazetteer, gazetteer_version, open_gazetteer
from onrecord.codes.places.names import name_key
from onrecord.codes.places.row import Candidate, Feature, Known

__all__ = ["Candidate", "Feature", "Gazetteer", "Known", "gazetteer_version", "name_key", "open_gazetteer"]
