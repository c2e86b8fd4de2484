"""A `quote` is what a party said, word for word. In its source it stands inside quotation marks; words outside them are
the source's own, and are `reported`.

Wrong, where the source has: Ada Vale said the bridge would be “safe enough” in May.

```yaml
- {source: report, quote: the bridge would be “safe enough” in May, speaker: ada-vale}
```

Right: as the words of the source, or the speaker's own words alone:

```yaml
- {source: report, reported: the bridge would be “safe enough” in May}
- {source: report, quote: safe enough, speaker: ada-vale}
```

A quotation that the source interrupts (“We will open it,” she said, “in May”) is a list of its parts. All marks that
papers use count: “ ”, " ", ‘ ’, ' ', « », „ “, 「 」 and others. Where a text gives speech without any marks, as an interview
does, the warning may stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.cited import Cited, cited
from generator.checks.content import Content
from generator.content.articles import Article
from generator.content.model import Kind
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence import Span
from generator.evidence.hint_text import yaml_text
from generator.speech.quotation_marks import quotations, quoted

RULE = Rule(
    "W425",
    "quote-outside-marks",
    Severity.WARNING,
    "A quote does not stand inside quotation marks in its source.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at what stands around each segment of each quote."""
    for name, uses in cited(content).items():
        article = content.corpus.sources[name].article if name in content.corpus.sources else None
        known: dict[tuple[Span, ...], int | None] = {}
        for one in uses if article else ():
            if one.use.evidence.kind is Kind.QUOTE and article:
                spans = content.passages[one.use.evidence.selector].spans
                if spans not in known:
                    known[spans] = next(
                        (i for i, span in enumerate(spans) if not quoted(article, span)), None
                    )
                if (segment := known[spans]) is not None:
                    yield _told(article, one, spans[segment], segment)


def _told(article: Article, one: Cited, span: Span, segment: int) -> Diagnostic:
    location, words = one.use.evidence.segment_location(segment), article.text[span.start : span.end]
    inside = [
        article.text[max(span.start, other.span.start) : min(span.end, other.span.end)]
        for other in quotations(article)
        if other.depth == 1 and other.span.start < span.end and span.start < other.span.end
    ]
    if not inside:
        hint = f"If they are the source’s own words about the party, write:\nreported: {yaml_text(words)}"
        return RULE.at(location, f"these words stand in no quotation marks in {article.id}", hint)
    parts = ", ".join(yaml_text(part) for part in inside)
    parts = f"[{parts}]" if len(inside) > 1 else parts
    hint = f"The party’s own words among them:\nquote: {parts}\nAll of them, as the source’s words: write “reported” for “quote”."
    return RULE.at(location, f"only a part of these words stands in quotation marks in {article.id}", hint)
