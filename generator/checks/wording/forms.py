"""Exact forms of words, and the pattern that finds them as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from generator.word_boundaries import is_unspaced

# A hyphen or an apostrophe joins words: “pro-regime” is another word than “regime”. That of a possessive does not.
_BEGINS = r"(?<![\w\-‐‑])(?<!\w['’])"
_ENDS = r"(?![\w]|[\-‐‑]\w|['’](?!s\b)\w)"


def plain(form: str) -> str:
    """Give `form` as it is compared: in small letters, with single spaces and straight apostrophes."""
    return " ".join(form.lower().replace("’", "'").split())


def pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Give the pattern that finds `forms`, which are plain: the longest first, and as whole words where words are spaced.

    They are joined by their first letter, so that most places of a text are left after one look.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    for letter, group in groupby(sorted(forms), key=lambda form: form[0]):
        rests = "|".join(map(_rest, sorted(group, key=len, reverse=True)))
        (unspaced if is_unspaced(letter) else spaced).append(f"{re.escape(letter)}(?:{rests})")
    whole = [f"{_BEGINS}(?:{'|'.join(spaced)}){_ENDS}"] if spaced else []
    return re.compile("|".join(whole + unspaced), re.IGNORECASE)


def _rest(form: str) -> str:
    return r"\s+".join(re.escape(word).replace("'", "['’]") for word in form[1:].split(" "))
