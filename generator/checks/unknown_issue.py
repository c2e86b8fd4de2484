"""Issues are defined in the briefing's own `briefing.yml`; positions and analysis name them by identifier.

Wrong, where the briefing defines `occupied-territory`:

```yaml
- issue: ocupied-territory
```

Right:

```yaml
- issue: occupied-territory
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import Briefing
from generator.content.model.positions import is_left
from generator.content.validation import suggest_named
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E403", "unknown-issue", Severity.ERROR, "An issue is named that the briefing does not define.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the issues of positions and of analysis."""
    for briefing, _, position in content.positions():
        known = briefing.about.issues
        left_out = briefing.about.lost("issues", position.issue)
        if position.issue not in known and not left_out and not is_left(position.issue):
            yield RULE.at(
                position.location("issue"),
                f"this briefing has no issue “{position.issue}”",
                suggest_named(position.issue, _titles(briefing)),
            )
    for briefing in content.corpus.briefings.values():
        known = briefing.about.issues
        for note in briefing.about.analysis:
            for index, issue in enumerate(note.about):
                if issue not in known and not briefing.about.lost("issues", issue):
                    yield RULE.at(
                        note.location("about", index),
                        f"this briefing has no issue “{issue}”",
                        suggest_named(issue, _titles(briefing)),
                    )


def _titles(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    return {name: (issue.title,) for name, issue in briefing.about.issues.items()}
