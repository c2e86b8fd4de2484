"""Words before names: titles, offices and first names; and places where every word has a capital letter."""

import re
from collections.abc import Collection

from generator.content.articles import Paragraph
from generator.speech.words import TABLE, words_of

FIRST_NAMES = words_of("women_names") | words_of("men_names")
"""Common first names, in small letters."""
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "herr", "frau", "sir", "lord", "lady"})
"""Titles that are no offices, in small letters."""
_TITLES = words_of("titles")
_PEOPLE = words_of("people") | words_of("aides") | words_of("women") | words_of("men")
_TITLE_ENDINGS = tuple(TABLE["title_endings"].split())
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n•–—―-]|[.!?…][”’»\")\]]+)\s*$|[“„«\"‘(\[]$")
_STARTS_LOOK_BACK = 5  # characters
_SHORTEST_HEADLINE = 4  # words
_HEADLINE_SHARE = 0.6  # of the words have a capital letter


def is_title(word: str) -> bool:
    """Return whether a word is a title or an office, in any case."""
    bare = word.rstrip(".").lower()
    return bare in _TITLES or bare.endswith(_TITLE_ENDINGS)


def is_role(word: str) -> bool:
    """Return whether a word is a title, an office or another word for a person, in any case."""
    return word.lower() in _PEOPLE or is_title(word)


def is_headline(text: str, paragraph: Paragraph) -> bool:
    """Return whether most words of a paragraph without a full stop have a capital letter: Vale Says Harbour Must Close."""
    if text[paragraph.start : paragraph.end].rstrip("\"'’”»“› \u00a0\u202f")[-1:] in ".!?…。,":
        return False
    words = [match.group() for match in _WORD.finditer(text, paragraph.start, paragraph.end)]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _SHORTEST_HEADLINE and capitals >= _HEADLINE_SHARE * len(words)


def starts_sentence(text: str, at: int) -> bool:
    """Return whether a sentence, a quotation or a line starts at `at`."""
    return _SENTENCE_START.search(text, max(0, at - _STARTS_LOOK_BACK), at) is not None or at == 0


def is_the_role(text: str, start: int, word: str) -> bool:
    """Return whether a name that begins at `start` is only an office: the Speaker."""
    return is_role(word) and text.endswith("the ", 0, start)


def is_namesake(full: str, surname: str, names: Collection[str], *, is_certain: bool) -> bool:
    """Return whether a full name has the surname of a person with other `names`: Mark Vale.

    `is_certain`: the first word of the full name is certainly a part of it, even if it is no common first name.
    """
    first, *others = full.split()
    own = {name.split()[0] for name in names if " " in name}
    is_own = first in own or first.rstrip(".") in {name[0] for name in own}
    is_name = first.lower() in FIRST_NAMES or is_certain
    return others[-1:] == [surname] and bool(own) and not is_own and is_name


def gender_of_first_name(word: str) -> str:
    """Return “he” or “she” if a first name tells the gender, else nothing."""
    lower = word.lower().split("-")[0]
    return "she" if lower in words_of("women_names") else "he" if lower in words_of("men_names") else ""
