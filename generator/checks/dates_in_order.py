"""Dates of a briefing contradict each other.

`as_of` is the date of the newest event in a briefing. `reviewed_on` is the date on which a person last checked all of it.
So nothing in the briefing is newer than `as_of`, and `reviewed_on` is not older.

Wrong:

```yaml
as_of: 2025-12-02
reviewed_on: 2025-11-30
```

Right:

```yaml
as_of: 2025-12-02
reviewed_on: 2025-12-04
```
"""

from __future__ import annotations

from generator.checks.content import Content, Diagnostics, rule

RULE = rule("E411", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the dates of each briefing with those of its review, its events and its positions."""
    for briefing in content.briefings:
        about = briefing.about
        if about.reviewed_on.last_day < about.as_of.first_day:
            yield RULE.at(
                about.location("reviewed_on"),
                f"reviewed on {about.reviewed_on}, before the newest event on {about.as_of}",
                "A review must cover the newest event: correct one of the two dates.",
            )
        for event in about.timeline:
            if event.date.first_day > about.as_of.last_day:
                yield RULE.at(
                    event.location("date"),
                    f"this event of {event.date} is newer than the briefing’s as_of, {about.as_of}",
                    "Set “as_of” of the briefing to a later day, or correct the date.",
                )
    for briefing, _, position in content.positions():
        about = briefing.about
        if position.as_of is not None and position.as_of.first_day > about.as_of.last_day:
            yield RULE.at(
                position.location("as_of"),
                f"this position of {position.as_of} is newer than the briefing’s as_of, {about.as_of}",
                f"Set “as_of” in briefings/{briefing.slug}/briefing.yml to a later day, or correct the date.",
            )
