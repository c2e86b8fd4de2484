"""Cited words begin or end inside a number that contains spaces.

The source groups a number with spaces, and the cited words have only a part of it: “1 500 000 shells” are not 500 000 shells.

Wrong, if the source has “1 500 000 shells”:

```yaml
- {source: report, reported: 500 000 shells}
```

Right:

```yaml
- {source: report, reported: 1 500 000 shells}
```

If the groups are separated by no-break spaces, points or commas, this is an error, because they can only be one number. An ordinary
space may also separate two numbers, as in “on 5 200 people came”; then you can ignore the warning.
"""

import re
from collections.abc import Iterator

from generator.checks.content import Content, Diagnostics, rule
from generator.content.articles import Article
from generator.evidence import Span
from generator.evidence.hint_text import excerpt, yaml_text

RULE = rule("W435", __name__, __doc__)
# One to three digits, then groups of three. Not a year or a part of a date, a decimal or a name such as T-34.
_GROUPED_NUMBER = re.compile(r"(?<![\w.,:/'’])(?<![^\W\d]-)(?<!-\d\d-)[1-9]\d{0,2}(?: \d{3})+(?!\d)")
_LONGEST = 40  # characters of a number


def check(content: Content) -> Diagnostics:
    """Look for a number at both ends of each segment of evidence."""
    for source, citations in content.citations:
        for citation in citations:
            for index, span in enumerate(citation.spans):
                if cut := list(_cut_numbers(source.article.text, span)):
                    names = dict.fromkeys(f"“{source.article.text[slice(*number)]}”" for number in cut)
                    message = (
                        f"these words may begin or end inside a number in {source.id}: {' and '.join(names)}"
                    )
                    location = citation.evidence.segment_location(index)
                    yield RULE.at(location, message, _hint(source.article, span, cut))


def _cut_numbers(text: str, span: Span) -> Iterator[Span]:
    """Yield each number that contains the start or the end of `span`."""
    for offset in span:
        for match in _GROUPED_NUMBER.finditer(text, max(0, offset - _LONGEST), offset + _LONGEST):
            if match.start() < offset < match.end():
                yield Span(*match.span())


def _hint(article: Article, span: Span, cut: list[Span]) -> str:
    words = article.text[min(span.start, cut[0].start) : max(span.end, cut[-1].end)]
    return (
        f"The source: {excerpt(article, span)}\nTo paste:   {yaml_text(words)}\n"
        "If these are two numbers side by side, ignore this warning."
    )
