"""Every sentence that is published rests on the exact words of a stored source. Only `unknowns` and the editors'
own `analysis` may stand without.

Wrong:

```yaml
answer:
  - text: The talks have stalled.
```

Right:

```yaml
answer:
  - text: The talks have stalled, the article reports.
    evidence:
      - {source: moscow-talks-2025-12-02, reported: have stalled after a new round of talks}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content, is_meant_absent
from generator.content.model import Claim, Position, TimelineEvent
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("E407", "missing-evidence", Severity.ERROR, "A claim or a position rests on nothing.", __doc__)
HINT = """Add the exact words of a stored source, as quote, reported or assessment:
evidence:
  - source: name-of-the-source
    reported: the exact words"""


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every claim, event and position."""
    for briefing in content.corpus.briefings.values():
        for claim in (*briefing.about.answer, *briefing.about.background):
            yield from _told(claim)
        for event in briefing.about.timeline:
            yield from _told(event)
    for briefing, _, position in content.positions():
        if position.absence is None and not is_meant_absent(briefing, position):
            yield from _told(position, f"the position on “{position.issue}” has no evidence")
        for _, _, claim in position.claims:
            yield from _told(claim)


def _told(
    held: Position | Claim | TimelineEvent, message: str = "this claim has no evidence"
) -> Iterator[Diagnostic]:
    if not held.evidence and not held.lost("evidence") and not held.has_unknown:
        yield RULE.at(held.location(), message, HINT)
