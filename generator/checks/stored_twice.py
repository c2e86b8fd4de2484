"""Two sources have the same text but no common origin.

An article that is stored under two names counts as two independent sources, so everything that cites both looks better supported than
it is. Often a second editor stored it again, or another paper printed the same wire story.

Wrong: `seeds/report.txt` and `seeds/report-copy.txt` have the same words, and their .yml files do not say so.

Right: keep one of the two and cite it in all evidence. If both papers matter, write in both .yml files:

```yaml
origin: wire story of the Harbour News Agency, 2 May
```

Texts are compared like quotes: kinds of quotation marks, dashes and spaces make no difference.
"""

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.evidence.hint_text import yaml_text

RULE = rule("W442", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare each source with those before it that have the same words."""
    sources = content.corpus.sources.values()
    for same_text in grouped(sources, lambda source: source.article.folded.text.strip()).values():
        first = same_text[0]
        for index, source in enumerate(same_text[1:], 1):
            if source.origin not in {other.origin for other in same_text[:index]}:
                origin = first.about.origin or source.about.origin
                message = f"{source.id} has the same text as {first.id}, and both count as independent"
                hint = "Keep only one of the two and cite it, or write in both the same “origin”: what they are based on."
                hint += f"\norigin: {yaml_text(origin)}" if origin else ""
                yield RULE.at(source.about.location("origin"), message, hint)
