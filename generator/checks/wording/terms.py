"""Exact terms with a value each, and the search for them in a text as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.word_boundaries import is_unspaced

Value = TypeVar("Value")

# A hyphen or an apostrophe joins words: “pro-regime” does not contain “regime”, but the possessive “regime’s” does.
_WORD_START = r"(?<![\w\-‐‑])(?<!\w['’])"
_WORD_END = r"(?![\w]|[\-‐‑]\w|['’](?!s\b)\w)"


def normalise(term: str) -> str:
    """Return `term` in lower case, with single spaces and straight apostrophes, for comparison."""
    return " ".join(term.lower().replace("’", "'").split())


@dataclass(frozen=True)
class Terms(Generic[Value]):
    """Terms by their normalised form. A term without a value is a longer one that hides the terms in it."""

    values: Mapping[str, Value | None]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, values: Mapping[str, Value | None]) -> Terms[Value]:
        """Build the search for terms given by their form."""
        normalised = {normalise(term): value for term, value in values.items()}
        return cls(normalised, _pattern(normalised) if normalised else re.compile(r"(?!)"))

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Yield every term in `text` as (start, end, value), in order."""
        for match in self.pattern.finditer(text):
            if value := self.values.get(normalise(match.group())):
                yield *match.span(), value


def _pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """Compile normalised terms, the longest first; they are whole words in languages that put spaces between words.

    Terms are grouped by their first letter, so that most places of a text are rejected after one comparison.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    for letter, group in groupby(sorted(terms), key=lambda term: term[0]):
        rests = "|".join(map(_rest_pattern, sorted(group, key=len, reverse=True)))
        (unspaced if is_unspaced(letter) else spaced).append(f"{re.escape(letter)}(?:{rests})")
    whole_words = [f"{_WORD_START}(?:{'|'.join(spaced)}){_WORD_END}"] if spaced else []
    return re.compile("|".join(whole_words + unspaced), re.IGNORECASE)


def _rest_pattern(term: str) -> str:
    return r"\s+".join(re.escape(word).replace("'", "['’]") for word in term[1:].split(" "))
