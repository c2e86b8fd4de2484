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

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Briefing, PartialDate
from generator.content.model.node import Node

RULE = rule("E411", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the dates of each briefing with those of its review, its events and its positions."""
    for briefing in content.briefings:
        about = briefing.about
        if about.reviewed_on.last_day < about.as_of.first_day:
            message = f"reviewed on {about.reviewed_on}, before the newest event on {about.as_of}"
            hint = "A review must cover the newest event: correct one of the two dates."
            yield RULE.at(about.location("reviewed_on"), message, hint)
        for event in about.timeline:
            yield from _problem(briefing, event, "date", event.date)
    for briefing, _, position in content.positions():
        yield from _problem(briefing, position, "as_of", position.as_of)


def _problem(briefing: Briefing, item: Node, key: str, date: PartialDate | None) -> Diagnostics:
    newest = briefing.about.as_of
    if date is not None and date.first_day > newest.last_day:
        message = f"{date} is later than the newest event of the briefing, {newest}"
        hint = f"Correct this date, or set “as_of” in briefings/{briefing.slug}/briefing.yml to a later day."
        yield RULE.at(item.location(key), message, hint)
