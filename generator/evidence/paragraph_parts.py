"""Where a passage crosses the end of a paragraph of its text."""

import re
from itertools import pairwise

from generator.content.articles import Article
from generator.evidence.inner_words import has_stray_mark
from generator.evidence.span import Span

_EMPTY_LINE = re.compile(r"(?:\r\n?+|[\n\x85\u2028])[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]|\u2029")
_AFTER_SENTENCE = re.compile(r"[.!?…:”“\"’»«)]\s*$")
_OPENING_MARKS = '“„«»「"'
_ALL_MARKS = _OPENING_MARKS + "”』」『‘"


def paragraph_parts(article: Article, span: Span) -> tuple[Span, ...]:
    """Return `span`, cut at the ends of paragraphs. A line break within a sentence is no end."""
    first, last = article.paragraph_at(span.start), article.paragraph_at(span.end - 1)
    if first == last:
        return (span,)
    parts: list[Span] = []
    start = span.start
    for paragraph, after in pairwise(article.paragraphs[first.number - 1 : last.number]):
        gap, next_words = article.text[paragraph.end : after.start], article.text[after.start : after.end]
        in_sentence = next(filter(str.isalnum, next_words), "").islower() or not _AFTER_SENTENCE.search(
            article.text, paragraph.start, paragraph.end
        )
        if _EMPTY_LINE.search(gap) or not in_sentence:
            parts.append(Span(start, min(paragraph.end, span.end)))
            start = after.start
    return (*parts, Span(start, span.end))


def citable_parts(article: Article, span: Span, *, is_quote: bool) -> tuple[Span, ...]:
    """Return the parts of `span` as segments to cite: of a quote, without the marks that open it, and without unpaired marks.

    A quotation over several paragraphs has an opening mark in each; the page adds the marks of a quote.
    """
    return tuple(_without_marks(article, part, is_quote=is_quote) for part in paragraph_parts(article, span))


def _without_marks(article: Article, part: Span, *, is_quote: bool) -> Span:
    words = article.text[part.start : part.end]
    if has_stray_mark(words):
        start = len(words) - len(words.lstrip(_ALL_MARKS))
        return Span(part.start + start, part.start + max(start, len(words.rstrip(_ALL_MARKS))))
    return Span(part.start + len(words) - len(words.lstrip(_OPENING_MARKS if is_quote else "")), part.end)
