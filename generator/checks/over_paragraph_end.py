"""Cited words cross the end of a paragraph.

The page prints the words of a segment without a gap. If the source ends a paragraph in the middle of it, readers see one sentence, or one
train of thought, where the source has two.

Wrong, if a paragraph of the source ends after “in May.” and the next one begins with “The club”:

```yaml
- {source: report, reported: The bridge opens in May. The club wants it to be wider}
```

Right: the words of each paragraph as a segment (the page shows a gap between segments),

```yaml
- {source: report, reported: [The bridge opens in May., The club wants it to be wider]}
```

or each as its own evidence. A paragraph ends at an empty line, and at each line break after a sentence, unless the text is hard-wrapped
(lines cut at a width) or the next line begins in lower case.
"""

import re
from itertools import pairwise

from generator.checks.content import Content, Diagnostics, rule
from generator.content.articles import Article
from generator.content.model import Kind
from generator.evidence import Passage, Span
from generator.evidence.hint_text import yaml_text
from generator.evidence.inner_words import has_stray_mark

RULE = rule("W434", __name__, __doc__)
_EMPTY_LINE = re.compile(r"(?:\r\n?+|[\n\x85\u2028])[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]|\u2029")
_AFTER_SENTENCE = re.compile(r"[.!?…:”“\"’»«)]\s*$")
_OPENING_MARKS = '“„«»「"'
_ALL_MARKS = _OPENING_MARKS + "”』」『‘"


def check(content: Content) -> Diagnostics:
    """Look for ends of paragraphs within the segments of each piece of evidence."""
    for source, citations in content.quotations:
        article = source.article
        for citation in citations:
            passage = citation.passage
            for index, span in enumerate(passage.spans):
                if len(_parts(article, span)) > 1:
                    number = article.paragraph_at(span.start).number
                    message = f"these words cross the end of paragraph {number} of {source.id}"
                    location = citation.segment_location(index)
                    yield RULE.at(location, message, _hint(article, passage))
                    break


def _parts(article: Article, span: Span) -> list[str]:
    """Return the words at `span`, cut at the ends of paragraphs. A line break within a sentence is no end."""
    first, last = article.paragraph_at(span.start), article.paragraph_at(span.end - 1)
    if first == last:
        return [article.text[slice(*span)]]
    parts, start = [], span.start
    for paragraph, after in pairwise(article.paragraphs[first.number - 1 : last.number]):
        gap, next_words = article.text[paragraph.end : after.start], article.text[after.start : after.end]
        in_sentence = next(filter(str.isalnum, next_words), "").islower() or not _AFTER_SENTENCE.search(
            article.text, paragraph.start, paragraph.end
        )
        if _EMPTY_LINE.search(gap) or not in_sentence:
            parts.append(article.text[start : min(paragraph.end, span.end)])
            start = after.start
    return [*parts, article.text[start : span.end]]


def _hint(article: Article, passage: Passage) -> str:
    """Suggest the words of each paragraph as a segment."""
    kind = passage.selector.kind
    # A quotation over several paragraphs has an opening mark in each; the page adds the marks of a quote.
    marks = _OPENING_MARKS if kind is Kind.QUOTE else ""
    parts = [part for span in passage.spans for part in _parts(article, span)]
    words = ", ".join(
        yaml_text(part.strip(_ALL_MARKS) if has_stray_mark(part) else part.lstrip(marks)) for part in parts
    )
    return f"Cite the words of each paragraph as a segment, or as its own evidence:\n{kind}: [{words}]"
