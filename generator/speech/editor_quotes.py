"""Quotation marks in editors' sentences: the words inside them, and whether a source has these words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.articles import Article
from generator.evidence import Span
from generator.evidence.matching import occurrences

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]|«\s*([^«»]+?)\s*»")


def quoted_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield all words in double quotation marks as (start, end, words); the span includes the marks.

    A comma or full stop before the closing mark does not belong to the words.
    """
    for match in _QUOTED.finditer(text):
        words = next(group for group in match.groups() if group is not None)
        yield match.start(), match.end(), words.rstrip(",.").strip()


def find_words(article: Article, words: str) -> Span | None:
    """Return the first place of `words` in a stored text, after the typographic fold; no word is cut."""
    return next(iter(occurrences(article, words)), None)
