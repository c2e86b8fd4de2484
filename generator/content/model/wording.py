"""Loaded words: why they are loaded, what to write instead, and the words that a site allows."""

from __future__ import annotations

from generator.content.model.node import Node
from generator.content.model.values import Language, Segments, Text


class LoadedWord(Node):
    """A word that takes sides, in all its forms."""

    forms: Segments
    """The word, or a list of its forms. Each form may be several words."""
    not_in: tuple[Text, ...] = ()
    """Longer words in which a form means something else and is not reported."""
    reason: Text
    """Why it is loaded, in one sentence that is true for every party."""
    instead: Segments
    """What to write instead, or a list of alternatives."""
    language: Language | None = None
    """The language of the word (BCP 47), if it is not the language of the site."""


class AllowedWord(Node):
    """A word of the lists that is not reported on this site."""

    word: Text
    """A form of the word; its other forms are allowed too."""
    reason: Text
    """Why this site allows it."""
    language: Language | None = None
    """The language of the word (BCP 47), if it is not the language of the site."""


class WordingFile(Node):
    """What this site adds to the lists of loaded words, and removes from them."""

    words: tuple[LoadedWord, ...] = ()
    """Words that are also reported on this site."""
    allow: tuple[AllowedWord, ...] = ()
    """Words that are not reported on this site."""
