"""A briefing shows the parties of its `parties` list, in that order. A position file of any other party would
never be seen.

Wrong: `positions/poland.yml` beside a briefing.yml with

```yaml
parties: [ukraine, russia]
```

Right:

```yaml
parties: [ukraine, russia, poland]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E402",
    "undeclared-party",
    Severity.ERROR,
    "A position file belongs to a party that its briefing does not list.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare position files with the briefing's list."""
    for briefing in content.corpus.briefings.values():
        for party, file in briefing.positions.items():
            if party not in briefing.about.parties:
                yield RULE.at(
                    file.mark("party"),
                    f"“{party}” is not among the parties of {briefing.slug}",
                    f"Add {party} to “parties” in briefings/{briefing.slug}/briefing.yml.",
                )
