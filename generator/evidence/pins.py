"""Pins: the words directly before or after a passage that tell it from the same words in other places."""

from generator.content.articles import Article
from generator.content.damage import first_damage
from generator.evidence.inner_words import BLANK_AND_MARKS, has_stray_mark
from generator.evidence.span import Span
from generator.fold import folded_words
from generator.word_boundaries import cuts_word

_LONGEST = 120  # characters


def unique_prefix(article: Article, span: Span) -> str | None:
    """Return the shortest words before `span` that make it unique in `article`; None if there are none."""
    for start in range(span.start - 1, max(-1, span.start - 1 - _LONGEST), -1):
        added = article.text[start : span.start]
        if _is_unique(article, Span(start, span.end), added):
            return added.rstrip(BLANK_AND_MARKS)
    return None


def unique_suffix(article: Article, span: Span) -> str | None:
    """Return the shortest words after `span` that make it unique in `article`; None if there are none."""
    for end in range(span.end + 1, min(len(article.text), span.end + _LONGEST) + 1):
        added = article.text[span.end : end]
        if _is_unique(article, Span(span.start, end), added):
            return added.lstrip(BLANK_AND_MARKS)
    return None


def _is_unique(article: Article, span: Span, added: str) -> bool:
    """Return whether `span` occurs once in the text, cuts no word, and the words that were `added` have a letter or digit."""
    if not any(map(str.isalnum, added)) or has_stray_mark(added.strip(BLANK_AND_MARKS)):
        return False
    if cuts_word(article.text, *span) or first_damage(added):
        return False
    words, folded = folded_words(article.text[slice(*span)]), article.folded.text
    first = folded.find(words)
    return first >= 0 and folded.find(words, first + 1) < 0
