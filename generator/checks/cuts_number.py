"""Cited words begin or end inside a number that contains spaces, or leave out its unit.

The source groups a number with spaces, and the cited words have only a part of it: “1 500 000 shells” are not 500 000 shells. Or they
end with a number, and the source has its unit, a second number or a word such as “million” behind it: “30 metres”, “12 - 3”, “two million”.

Wrong, if the source has “1 500 000 shells”:

```yaml
- {source: report, reported: 500 000 shells}
```

Right:

```yaml
- {source: report, reported: 1 500 000 shells}
```

A part of a number that can only be one is an error (E209): groups separated by no-break spaces, points or commas, ranges such as
“10–15”, percentages, currencies, and words such as “million”. An ordinary space may also separate two numbers, as in “on 5 200 people
came”; then you can ignore the warning.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.articles import Article
from generator.evidence import Span
from generator.evidence.cut_numbers import cut_numbers
from generator.evidence.hint_text import excerpt, yaml_text

RULE = rule("W435", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for a number at both ends of each segment of evidence."""
    for source, citations in content.quotations:
        for citation in citations:
            for index, span in enumerate(citation.spans):
                if cut := list(cut_numbers(source.article.text, span)):
                    names = dict.fromkeys(
                        f"“{' '.join(source.article.text[slice(*number)].split())}”" for number in cut
                    )
                    message = f"these words may cut a number in {source.id}: {' and '.join(names)}"
                    location = citation.segment_location(index)
                    yield RULE.at(location, message, _hint(source.article, span, cut))


def _hint(article: Article, span: Span, cut: list[Span]) -> str:
    words = article.text[min(span.start, cut[0].start) : max(span.end, cut[-1].end)]
    return (
        f"The source: {excerpt(article, span)}\nTo paste:   {yaml_text(words)}\n"
        "If the number is complete without the rest, ignore this warning."
    )
