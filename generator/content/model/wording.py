"""Loaded words: why they are loaded, what to write instead, and those that a site allows."""

from __future__ import annotations

from generator.content.model.node import Node
from generator.content.model.values import Language, Segments, Text


class LoadedWord(Node):
    """A word that takes sides, in all its forms."""

    forms: Segments
    """The word as it stands in a text, or a list of its forms; each may be several words."""
    not_in: tuple[Text, ...] = ()
    """Longer words in which a form means something else, so that it is not noted."""
    reason: Text
    """Why it is loaded, in one sentence that holds whoever it is said of."""
    instead: Segments
    """What can be written instead, or a list of it."""
    language: Language | None = None
    """The language of the word (BCP 47), where it is not the site's."""


class AllowedWord(Node):
    """A word of the lists that is not noted on this site."""

    word: Text
    """One form of the word; its other forms are allowed with it."""
    reason: Text
    """Why it may be written here."""
    language: Language | None = None
    """The language of the word (BCP 47), where it is not the site's."""


class WordingFile(Node):
    """What this site adds to the list of loaded words, and what it takes out."""

    words: tuple[LoadedWord, ...] = ()
    """Words that are noted on this site."""
    allow: tuple[AllowedWord, ...] = ()
    """Words that are not noted on this site."""
