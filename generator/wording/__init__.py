"""Words that take sides, by language: a list that ships with the program, and what a site adds to it or allows."""

from __future__ import annotations

from generator.wording.lists import Found, WordList, shipped, word_list
from generator.wording.names import NameList, name_list
from generator.wording.places import place_in
from generator.wording.voice import own_voice

__all__ = ["Found", "NameList", "WordList", "name_list", "own_voice", "place_in", "shipped", "word_list"]
