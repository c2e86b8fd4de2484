"""Words that take sides, by language: a list that ships with the program, and what a site adds to it or allows."""

from __future__ import annotations

from generator.checks.wording.contested_names import NameList, name_list
from generator.checks.wording.forms import plain
from generator.checks.wording.lists import Found, WordList, loaded_words, shipped, word_list
from generator.checks.wording.places import place_in
from generator.checks.wording.voice import own_voice

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
