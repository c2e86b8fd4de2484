"""Quotation marks in editors' sentences: which words they hold, and where a source has those words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.articles import Article
from generator.evidence import Span
from generator.evidence.matching import occurrences

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]|«\s*([^«»]+?)\s*»")


def quotations(text: str) -> Iterator[tuple[int, int, str]]:
    """Give every run of words in double quotation marks as (start, end, words), marks included in the span.

    A comma or full stop that the sentence puts before the closing mark does not count as quoted.
    """
    for match in _QUOTED.finditer(text):
        words = next(group for group in match.groups() if group is not None)
        yield match.start(), match.end(), words.rstrip(",.").strip()


def words_in(article: Article, words: str) -> Span | None:
    """Find `words` in a stored text, after the typographic fold; the first place is as good as any.

    As in the gate, no word is cut: “we can” is not in “we can’t”.
    """
    return next(iter(occurrences(article, words)), None)
