"""A date is after today.

Nobody has reviewed a briefing, published an article or taken a position on a day that has not come yet. Usually the year or the month is
a slip of the pen.

Wrong, in May 2031:

```yaml
reviewed_on: 2032-05-03
```

Right:

```yaml
reviewed_on: 2031-05-03
```

Dates are compared with the day of the check: that of `--today`, else of `BRIEFING_TODAY`, else of `SOURCE_DATE_EPOCH`, else
today's date (UTC). The next day is allowed, because it has begun in some time zones. A month or a year counts only if all of it is later.
If most dates of a project are later, it is an example from the future: then only dates that are much later than the others are reported.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Briefing, PartialDate
from generator.content.model.node import Node

RULE = rule("W447", __name__, __doc__)

_A_DAY, _A_YEAR = dt.timedelta(days=1), dt.timedelta(days=366)


class _Dated(NamedTuple):
    """A date that cannot be in the future: the mapping that has it, its key, and the date."""

    node: Node
    key: str
    date: PartialDate


def check(content: Content) -> Diagnostics:
    """Compare every date with the day of the check."""
    dated = tuple(_dates(content))
    days = [item.date.first_day for item in dated]
    last, reason = _last_day(content.today, days)
    for (node, key, date), day in zip(dated, days, strict=True):
        if day > last:
            hint = "Correct the date; perhaps the year or the month is wrong."
            yield RULE.at(node.location(key), f"“{key}” is {date}, {reason}", hint)


def _last_day(today: dt.date, days: list[dt.date]) -> tuple[dt.date, str]:
    """Return the last day that a date can have, and what is wrong with later ones; `days` are those of all dates."""
    last = _later(today, _A_DAY)
    middle = sorted(days)[len(days) // 2] if days else last
    if middle <= last:
        return last, f"which is after the day of this check, {today}"
    return _later(middle, _A_YEAR), "which is much later than the other dates"


def _later(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return a later day; at most the last day of the calendar."""
    return min(day, dt.date.max - by) + by


def _dates(content: Content) -> Iterator[_Dated]:
    for source in content.corpus.sources.values():
        yield from _dates_of(source.about, "published", "retrieved", "read_on")
    for briefing in content.briefings:
        yield from _dates_of_briefing(briefing)
    for use in content.uses():
        if date := use.evidence.said_on:
            yield _Dated(use.evidence, "said_on", date)


def _dates_of_briefing(briefing: Briefing) -> Iterator[_Dated]:
    about = briefing.about
    yield from _dates_of(about, "as_of", "reviewed_on")
    for node in (*about.timeline, *about.analysis, *about.corrections):
        yield from _dates_of(node, "date")
    for file in briefing.positions.values():
        for position in file.positions:
            yield from _dates_of(position, "as_of", "reviewed_on", "searched_until")


def _dates_of(node: Node, *keys: str) -> Iterator[_Dated]:
    for key in keys:
        if date := getattr(node, key):
            yield _Dated(node, key, date)
