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

`briefing check`, `build` and `render` compare dates with the day of `--today` or `BRIEFING_TODAY`, else with that of `SOURCE_DATE_EPOCH`, else with the
current date. A month or a year counts only if all of it is after that day. If most dates of a project are after the current date, it
is an example from the future: then only dates that are much later than the others are reported.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Briefing, PartialDate
from generator.content.model.node import Node
from generator.content.model.uses import uses

RULE = rule("W447", __name__, __doc__)

_A_YEAR = dt.timedelta(days=366)


class _Dated(NamedTuple):
    """A date that cannot be in the future: the mapping that has it, its key, and the date."""

    node: Node
    key: str
    date: PartialDate


def check(content: Content) -> Diagnostics:
    """Compare every date with the day of the check, if it is known."""
    dated = tuple(_dates(content))
    last, reason = _last_day(content, dated)
    for node, key, date in dated:
        if date.first_day > last:
            hint = "Correct the date; perhaps the year or the month is wrong."
            yield RULE.at(node.location(key), f"“{key}” is {date}, {reason}", hint)


def _last_day(content: Content, dated: tuple[_Dated, ...]) -> tuple[dt.date, str]:
    """Return the last day that a date can have, and what is wrong with later ones; the last of all if it is not known."""
    if content.today:
        return content.today, f"which is after the day of this check, {content.today}"
    if content.clock is None or not dated:
        return dt.date.max, ""
    middle = sorted(item.date.first_day for item in dated)[len(dated) // 2]
    if middle <= content.clock:
        return content.clock, "which is after today"
    return min(middle, dt.date.max - _A_YEAR) + _A_YEAR, "which is much later than the other dates"


def _dates(content: Content) -> Iterator[_Dated]:
    for source in content.corpus.sources.values():
        yield from _dates_of(source.about, "published", "retrieved")
    for briefing in content.briefings:
        yield from _dates_of_briefing(briefing)


def _dates_of_briefing(briefing: Briefing) -> Iterator[_Dated]:
    about = briefing.about
    yield from _dates_of(about, "as_of", "reviewed_on")
    for node in (*about.timeline, *about.analysis, *about.corrections):
        yield from _dates_of(node, "date")
    for file in briefing.positions.values():
        for position in file.positions:
            yield from _dates_of(position, "as_of", "reviewed_on", "searched_until")
    for use in uses(briefing):
        yield from _dates_of(use.evidence, "said_on")


def _dates_of(node: Node, *keys: str) -> Iterator[_Dated]:
    for key in keys:
        if date := getattr(node, key):
            yield _Dated(node, key, date)
