"""The timeline: events and changes of positions in one order, as an axis and as a list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from generator.content.model import PartialDate
from generator.content.model.uses import Role
from generator.site.pages import links
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.sentences import Sentence
from generator.site.pages.views import Views

_WIDTH = 864  # of the axis, in units of its drawing; the width of a page's text on a wide screen
_SIDE_BY_SIDE = 7  # entries that fit below the axis; more are a list
_MOST = 40  # marks on an axis
_LONG = 365  # days after which the axis is broken


@dataclass(frozen=True)
class TimelineEntry:
    """An event or a change of a position, with its number in the timeline. `x` is the place of its mark on the axis."""

    date: PartialDate
    event: Sentence | None = None
    change: ChangeView | None = None
    number: int = 0
    x: float = 0

    @property
    def id(self) -> str:
        """Return the id of the entry on the page."""
        return self.event.id if self.event else f"bb-change-{self.number}"


def timeline_context(views: Views) -> Mapping[str, Any]:
    """Build what the timeline's templates need. The axis shows the order, not the scale.

    `gaps` are the ways between neighbouring marks as (start, end, kind); kinds are `same-day`, `unknown` (a date
    without a day), `broken` (long) and `plain`.
    """
    found = _entries(views)
    step = _WIDTH / max(len(found), 1)
    entries = [
        replace(entry, number=number, x=round((number - 1) * step + 12, 1))
        for number, entry in enumerate(found, 1)
    ]
    return {
        "timeline": entries,
        "axis": len(entries) in range(2, _MOST + 1),
        "axis_width": _WIDTH,
        "axis_columns": len(entries) <= _SIDE_BY_SIDE,
        "gaps": [(left.x, right.x, _gap(left.date, right.date)) for left, right in pairwise(entries)],
    }


def _entries(views: Views) -> list[TimelineEntry]:
    """Return events and changes by date; on one date, events come first."""
    events = [
        TimelineEntry(
            date=event.date,
            event=views.sentence(event.title, event.evidence, links.overview_item_id(Role.TIMELINE, item)),
        )
        for item, event in enumerate(views.about.timeline, 1)
    ]
    changes = [
        TimelineEntry(date=change.date, change=ChangeView(views, change)) for change in views.analysis.changes
    ]
    return sorted([*events, *changes], key=lambda entry: (entry.date, entry.event is None))


def _gap(before: PartialDate, after: PartialDate) -> str:
    if before == after:
        return "same-day" if before.day else "unknown"
    if (after.first_day - before.last_day).days >= _LONG:
        return "broken"
    return "plain" if before.day and after.day else "unknown"
