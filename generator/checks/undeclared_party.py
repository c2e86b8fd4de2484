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
from generator.content.validation import meant
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E402",
    "undeclared-party",
    Severity.ERROR,
    "A position file belongs to a party that its briefing does not list.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare position files with the briefing's list; one that stands there misspelt is told as unknown."""
    known = {name: about.names for name, about in content.corpus.parties.items()}
    for briefing in content.corpus.briefings.values():
        misspelt = {meant(name, known) for name in briefing.about.parties if name not in known}
        for party, file in briefing.positions.items():
            listed = party in briefing.about.parties or briefing.about.lost("parties")
            if not listed and party not in misspelt:
                yield RULE.at(
                    file.location("party"),
                    f"“{party}” is not among the parties of {briefing.slug}",
                    f"Add {party} to “parties” in briefings/{briefing.slug}/briefing.yml.",
                )
