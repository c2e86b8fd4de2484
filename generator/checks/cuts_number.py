"""A passage begins or ends in the middle of a number that the source groups with spaces: “1 500 000 shells” are not 500 000.

Wrong, where the source has “1 500 000 shells”:

```yaml
- {source: report, reported: 500 000 shells}
```

Right:

```yaml
- {source: report, reported: 1 500 000 shells}
```

With no-break spaces, points or commas between the groups this is an error: nothing else can be meant. An ordinary space may part
two numbers too, as in “on 5 200 people came”; the warning may stand then.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.checks.cited import cited
from generator.checks.content import Content
from generator.content.articles import Article
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence import Span
from generator.evidence.hint_text import excerpt, yaml_text
from generator.location import Location

RULE = Rule(
    "W435",
    "cuts-number",
    Severity.WARNING,
    "The words begin or end in the middle of a number that has spaces in it.",
    __doc__,
)
# One to three digits, then groups of three: no year, no part of a date, of a decimal or of a name such as T-34.
_GROUPED = re.compile(r"(?<![\w.,:/'’])(?<![^\W\d]-)(?<!-\d\d-)[1-9]\d{0,2}(?: \d{3})+(?!\d)")


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at both ends of each segment of each piece of evidence."""
    for name, uses in cited(content).items():
        article = content.corpus.sources[name].article if name in content.corpus.sources else None
        numbers = [Span(*match.span()) for match in _GROUPED.finditer(article.text)] if article else []
        for one in uses if article and numbers else ():
            for index, span in enumerate(one.spans):
                cut = [number for at in span if (number := _around(numbers, at))]
                if article and cut:
                    yield _told(article, one.use.evidence.segment_location(index), span, cut)


def _around(numbers: Sequence[Span], at: int) -> Span | None:
    """Give the one of `numbers` in the middle of which `at` lies."""
    before = bisect_left(numbers, Span(at, at)) - 1
    return numbers[before] if before >= 0 and numbers[before].end > at else None


def _told(article: Article, location: Location, span: Span, cut: Sequence[Span]) -> Diagnostic:
    words = article.text[min(span.start, cut[0].start) : max(span.end, cut[-1].end)]
    numbers = " and ".join(dict.fromkeys(f"“{article.text[slice(*number)]}”" for number in cut))
    return RULE.at(
        location,
        f"these words may begin or end in the middle of a number of {article.id}: {numbers}",
        f"The source: {excerpt(article, span)}\nTo paste:   {yaml_text(words)}\n"
        "If two numbers stand side by side there, the warning may stand.",
    )
