"""Two sources have the same text, or nearly, but no common origin.

An article that is stored under two names looks like two independent sources, so everything that cites both looks better supported than
it is. Often a second editor stored it again, or another paper printed the same wire story, perhaps with one paragraph changed.

Wrong: `seeds/report.txt` and `seeds/report-copy.txt` have nearly the same words, and their .yml files do not say so.

Right: keep one of the two and cite it in all evidence. If both papers matter, write in both .yml files:

```yaml
origin: wire story of the Harbour News Agency, 2 May
```

Such sources count as one origin in any case. The warning is on the later source. A text is nearly the same if half of its runs of five words
are in the other text, and also much of what stands outside quotation marks. Two reports that quote the same words are not.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.evidence.hint_text import yaml_text

RULE = rule("W442", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Report each source that copies an earlier one without saying that both have the same origin."""
    sources = content.corpus.sources
    for source in sources.values():
        copied = [sources[name] for name in source.copies]
        origin = source.about.origin
        if copied and not (origin and origin in {other.about.origin for other in copied}):
            first = copied[0]
            is_equal = first.article.folded.text.strip() == source.article.folded.text.strip()
            message = f"{source.id} has {'' if is_equal else 'nearly '}the same text as {first.id}, so both count as one source"
            hint = "Keep only one of the two and cite it, or write in both the same “origin”: what they are based on."
            known = first.about.origin or origin
            hint += f"\norigin: {yaml_text(known)}" if known else ""
            yield RULE.at(source.about.location("origin"), message, hint)
