"""An article that is stored under two names counts as two independent sources, and what rests on both looks better backed than it is.
Often a second editor stored it again, or it was taken from a paper that printed the same wire story.

Wrong: `seeds/report.txt` and `seeds/report-copy.txt` with the same words, and nothing in their sidecars that tells of it.

Right: one of the two alone, which all evidence cites; or, where both papers are worth naming, in both sidecars

```yaml
origin: wire story of the Harbour News Agency, 2 May
```

Words are compared as quotes are: kinds of quotation marks, dashes and spaces make no difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import Source
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence.hint_text import yaml_text

RULE = Rule(
    "W442",
    "stored-twice",
    Severity.WARNING,
    "Two sources have the same text and no origin in common.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at each source for one before it with the same words; where an origin has faults, it is not known."""
    by_words: dict[str, list[Source]] = {}
    for source in content.corpus.sources.values():
        before = by_words.setdefault(source.article.folded.text.strip(), [])
        known = not any(one.about.lost("origin") for one in (source, *before))
        if before and known and source.origin not in {one.origin for one in before}:
            yield RULE.at(
                source.about.location("origin"),
                f"{source.id} has the same text as {before[0].id}, and both count as independent",
                _hint(before[0].about.origin or source.about.origin),
            )
        before.append(source)


def _hint(origin: str | None) -> str:
    said = "Keep one of the two, and cite it alone; or give both the same “origin”: what they have it from."
    return f"{said}\norigin: {yaml_text(origin)}" if origin else said
