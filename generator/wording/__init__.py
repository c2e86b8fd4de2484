"""Words that take sides, by language: a list that ships with the program, and what a site adds to it or allows."""

from __future__ import annotations

from generator.wording.forms import plain
from generator.wording.lists import Found, WordList, loaded_words, shipped, word_list
from generator.wording.names import NameList, name_list
from generator.wording.places import place_in
from generator.wording.voice import own_voice

__all__ = [
    "Found",
    "NameList",
    "WordList",
    "loaded_words",
    "name_list",
    "own_voice",
    "place_in",
    "plain",
    "shipped",
    "word_list",
]
