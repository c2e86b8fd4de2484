"""Pins: the words directly before or after a passage that tell it from the same words in other places."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.articles import Article
from generator.evidence.matching import Span
from generator.fold import folded_words
from generator.word_boundaries import cuts_word

_LONGEST = 120  # characters


def unique_prefix(article: Article, span: Span) -> str | None:
    """Return the shortest words before `span` that make it unique in `article`; None if there are none."""
    starts = range(span.start - 1, max(-1, span.start - 1 - _LONGEST), -1)
    widened = (Span(start, span.end) for start in starts if not article.text[start].isspace())
    return next((article.text[wide.start : span.start] for wide in _unique(article, span, widened)), None)


def unique_suffix(article: Article, span: Span) -> str | None:
    """Return the shortest words after `span` that make it unique in `article`; None if there are none."""
    ends = range(span.end + 1, min(len(article.text), span.end + _LONGEST) + 1)
    widened = (Span(span.start, end) for end in ends if not article.text[end - 1].isspace())
    return next((article.text[span.end : wide.end] for wide in _unique(article, span, widened)), None)


def _unique(article: Article, span: Span, widened: Iterator[Span]) -> Iterator[Span]:
    """Yield each of `widened` that adds a letter or digit to `span`, cuts no word and occurs once in the text."""
    text, folded = article.text, article.folded.text
    for wide in widened:
        added = text[wide.start : span.start] + text[span.end : wide.end]
        if any(map(str.isalnum, added)) and not cuts_word(text, *wide):
            words = folded_words(text[slice(*wide)])
            first = folded.find(words)
            if first >= 0 and folded.find(words, first + 1) < 0:
                yield wide
