"""The page sets quotation marks around a `quote`. Marks that stand around it in the file would be shown twice.

Wrong:

```yaml
- {source: report, quote: “We will open the bridge in May”, speaker: ada-vale}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.cited import cited
from generator.checks.content import Content
from generator.content.model import Kind
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence.hint_text import yaml_text

RULE = Rule(
    "W433",
    "marks-around-quote",
    Severity.WARNING,
    "Quotation marks stand around the words of a quote.",
    __doc__,
)
_PAIRS = ("“”", '""', "„“", "„”", "«»", "»«", "‘’", "「」")


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at both ends of each segment of each quote."""
    for uses in cited(content).values():
        for one in uses:
            evidence = one.use.evidence
            for index, words in enumerate(evidence.selector.segments if evidence.kind is Kind.QUOTE else ()):
                inner = words[1:-1]
                if words[:1] + words[-1:] in _PAIRS and not set(inner) & {words[0], words[-1]}:
                    location = evidence.segment_location(index)
                    message = "the page sets quotation marks around a quote: these would be shown twice"
                    yield RULE.at(location, message, f"Leave them out:\n{yaml_text(inner)}")
