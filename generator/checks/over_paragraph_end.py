"""The page prints a passage as one run of words. Where the source ends a paragraph in the middle of it, readers see as one
sentence, or as one breath, what the source has parted.

Wrong, where a paragraph of the source ends behind “in May.” and the next one begins with “The club”:

```yaml
- {source: report, reported: The bridge opens in May. The club wants it to be wider}
```

Right: the words of each paragraph as a segment, between which the page shows that something parts them,

```yaml
- {source: report, reported: [The bridge opens in May., The club wants it to be wider]}
```

or each as evidence of its own. A paragraph ends at an empty line; in a text that has none, at each end of a line where a
sentence ends and the next line does not go on in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.cited import cited
from generator.checks.content import Content
from generator.content.articles import Article
from generator.content.model import Kind
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence import Passage
from generator.evidence.hint_text import yaml_text
from generator.evidence.matching import locate

RULE = Rule(
    "W434",
    "over-paragraph-end",
    Severity.WARNING,
    "Words that are cited as one run over the end of a paragraph.",
    __doc__,
)
_EMPTY_LINE = re.compile(r"(?:\r\n?+|[\n\x85\u2028])[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]\s*|\u2029\s*")
# Without an empty line a text has a line for each paragraph, or lines cut at some width: those end within sentences.
_LINE = re.compile(r"(?<=[.!?…:”“\"’»«)])[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]\s*")
_OPENING = '“„«»「"'


def check(content: Content) -> Iterator[Diagnostic]:
    """Look for ends of paragraphs within the segments of each piece of evidence."""
    for name, uses in cited(content).items():
        article = content.corpus.sources[name].article if name in content.corpus.sources else None
        end = _LINE if article and not _EMPTY_LINE.search(article.text.strip()) else _EMPTY_LINE
        for one in uses if article else ():
            passage = content.passages[one.use.evidence.selector]
            over = next((i for i, text in enumerate(passage.texts) if len(_parts(text, end)) > 1), None)
            if article and over is not None:
                number = article.paragraph_at(passage.spans[over].start).number
                yield RULE.at(
                    one.use.evidence.segment_location(over),
                    f"these words run over the end of paragraph {number} of {name}",
                    _hint(article, passage, end),
                )


def _parts(text: str, end: re.Pattern[str]) -> list[str]:
    """Give the words of each paragraph in `text`. A line that small letters follow ends within a sentence: “(from the east side)”."""
    parts, start = [], 0
    for match in end.finditer(text):
        first = next(filter(str.isalnum, text[match.end() :]), "")
        if end is _EMPTY_LINE or not first.islower():
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _hint(article: Article, passage: Passage, end: re.Pattern[str]) -> str:
    """Offer the words of each paragraph as a segment, where these are found."""
    said = "Cite the words of each paragraph by themselves: as segments, or as evidence of their own."
    selector = passage.selector
    # A quotation over several paragraphs is opened anew in each; of a quote the page sets the marks.
    opened = _OPENING if selector.kind is Kind.QUOTE else ""
    parts = [
        part.lstrip(opened) if nth else part
        for text in passage.texts
        for nth, part in enumerate(_parts(text, end))
    ]
    selector = selector._replace(segments=tuple(parts))
    if not isinstance(locate(article, selector), Passage):
        return said
    return f"{said}\n{selector.kind}: [{', '.join(map(yaml_text, parts))}]"
