"""`as_of` is the newest event that a briefing takes into account, and `reviewed_on` is when a person last checked
all of it. So nothing in the briefing is newer than `as_of`, and the review is not older.

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

from collections.abc import Iterator

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("E411", "dates-in-order", Severity.ERROR, "Dates of a briefing contradict one another.", __doc__)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare the dates of each briefing with what it holds."""
    for briefing in content.corpus.briefings.values():
        about = briefing.about
        if about.lost("as_of"):
            continue
        if not about.lost("reviewed_on") and about.reviewed_on.last_day < about.as_of.first_day:
            yield RULE.at(
                about.location("reviewed_on"),
                f"reviewed on {about.reviewed_on}, before the newest event of {about.as_of}",
                "A review that did not see the newest event does not cover the briefing: correct one of the two dates.",
            )
        for event in about.timeline:
            if event.date.first_day > about.as_of.last_day:
                yield RULE.at(
                    event.location("date"),
                    f"this event of {event.date} is newer than the briefing’s as_of, {about.as_of}",
                    "Move “as_of” of the briefing on, or correct the date.",
                )
    for briefing, _, position in content.positions():
        if (
            position.as_of is not None
            and not briefing.about.lost("as_of")
            and position.as_of.first_day > briefing.about.as_of.last_day
        ):
            yield RULE.at(
                position.location("as_of"),
                f"this position of {position.as_of} is newer than the briefing’s as_of, {briefing.about.as_of}",
                f"Move “as_of” in briefings/{briefing.slug}/briefing.yml on, or correct the date.",
            )
