"""Two sources have the same text and no origin in common.

An article that is stored under two names counts as two independent sources, and what rests on both looks better backed than it is.
Often a second editor stored it again, or it was taken from a paper that printed the same wire story.

Wrong: `seeds/report.txt` and `seeds/report-copy.txt` with the same words, and nothing in their sidecars that tells of it.

Right: one of the two alone, which all evidence cites; or, where both papers are worth naming, in both sidecars

```yaml
origin: wire story of the Harbour News Agency, 2 May
```

Words are compared as quotes are: kinds of quotation marks, dashes and spaces make no difference.
"""

from __future__ import annotations

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
                hint = "Keep and cite only one of the two, or write the same “origin” in both: what they are based on."
                yield RULE.at(
                    source.about.location("origin"),
                    f"{source.id} has the same text as {first.id}, and both count as independent",
                    f"{hint}\norigin: {yaml_text(origin)}" if origin else hint,
                )
