"""Parse once: words, sentences and their grammar, for every room after this one."""

from onrecord.reading.parse.model import LanguageModel, load_model
from onrecord.reading.parse.words import Entity, Parse, Sentence, Word

__all__ = ["Entity", "LanguageModel", "Parse", "Sentence", "Word", "load_model"]
