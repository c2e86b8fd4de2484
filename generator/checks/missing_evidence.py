"""A claim or a position has no evidence.

Every published sentence cites the exact words of a stored source. Only `unknowns` and the editors' own `analysis` need no
evidence.

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

from generator.checks.content import Content, Diagnostics, has_unknown_stance, rule
from generator.content.model import Claim, Position, TimelineEvent

RULE = rule("E407", __name__, __doc__)
_HINT = """Add the exact words of a stored source, as quote, reported or assessment:
evidence:
  - source: name-of-the-source
    reported: the exact words"""


def check(content: Content) -> Diagnostics:
    """Check every claim, event and position."""
    for briefing in content.briefings:
        about = briefing.about
        claims: list[Claim | TimelineEvent] = [
            about.key_points.where_it_stands,
            *filter(None, [about.key_points.what_is_new]),
            *about.background,
            *about.timeline,
        ]
        for claim in claims:
            yield from _problem(claim, "this claim")
    for briefing, _, position in content.positions():
        if position.absence is None and not has_unknown_stance(briefing, position):
            yield from _problem(position, f"the position on “{position.issue}”")
        for _, _, claim in position.claims:
            yield from _problem(claim, "this claim")


def _problem(item: Position | Claim | TimelineEvent, description: str) -> Diagnostics:
    if not item.evidence:
        yield RULE.at(item.location(), f"{description} has no evidence", _HINT)
