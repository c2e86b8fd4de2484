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

or each as its own evidence. A paragraph ends at an empty line. In a text without empty lines it ends at each line break after a
sentence, unless the next line begins in lower case.
"""

import re

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Kind
from generator.evidence import Passage
from generator.evidence.hint_text import yaml_text

RULE = rule("W434", __name__, __doc__)
_EMPTY_LINE = re.compile(r"(?:\r\n?+|[\n\x85\u2028])[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]\s*|\u2029\s*")
# A text without empty lines has one line for each paragraph, or lines cut at a fixed width that end within sentences.
_LINE_AFTER_SENTENCE = re.compile(r"(?<=[.!?…:”“\"’»«)])[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]\s*")
_OPENING_MARKS = '“„«»「"'


def check(content: Content) -> Diagnostics:
    """Look for ends of paragraphs within the segments of each piece of evidence."""
    for source, citations in content.citations:
        article = source.article
        end = _EMPTY_LINE if _EMPTY_LINE.search(article.text.strip()) else _LINE_AFTER_SENTENCE
        for citation in citations:
            passage = citation.passage
            for index, text in enumerate(passage.texts):
                if len(_paragraphs(text, end)) > 1:
                    number = article.paragraph_at(passage.spans[index].start).number
                    message = f"these words cross the end of paragraph {number} of {source.id}"
                    location = citation.evidence.segment_location(index)
                    yield RULE.at(location, message, _hint(passage, end))
                    break


def _paragraphs(text: str, end: re.Pattern[str]) -> list[str]:
    """Split `text` at the ends of its paragraphs. A line break before a lower-case letter is within a sentence."""
    parts, start = [], 0
    for match in end.finditer(text):
        first_letter = next(filter(str.isalnum, text[match.end() :]), "")
        if end is _EMPTY_LINE or not first_letter.islower():
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _hint(passage: Passage, end: re.Pattern[str]) -> str:
    """Suggest the words of each paragraph as a segment."""
    kind = passage.selector.kind
    # A quotation over several paragraphs has an opening mark in each; the page adds the marks of a quote.
    marks = _OPENING_MARKS if kind is Kind.QUOTE else ""
    parts = [part for text in passage.texts for part in _paragraphs(text, end)]
    words = ", ".join(yaml_text(part.lstrip(marks)) for part in parts)
    return f"Cite the words of each paragraph as a segment, or as its own evidence:\n{kind}: [{words}]"
