"""The words that attribute: what a cue takes as its content, and whether it is a thought."""

from onrecord.vocabulary.saying.cues import CueEntry, Cues, load_cues

__all__ = ["CueEntry", "Cues", "load_cues"]
