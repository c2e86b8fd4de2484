"""Where a passage crosses the end of a paragraph of its text."""

import re
from itertools import pairwise

from generator.content.articles import Article
from generator.evidence.span import Span

_EMPTY_LINE = re.compile(r"(?:\r\n?+|[\n\x85\u2028])[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]|\u2029")
_AFTER_SENTENCE = re.compile(r"[.!?…:”“\"’»«)]\s*$")


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
