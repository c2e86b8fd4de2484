"""The timeline: events and changes of positions in one order, drawn as an axis and told as a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.content.model import PartialDate
from generator.content.model.uses import Role
from generator.site.pages.changes import ChangeLine, change_lines
from generator.site.pages.sentences import Sentence
from generator.site.pages.views import Views

_WIDTH = 864  # of the axis, in units of its drawing; the width of a page's text on a wide screen
_SIDE_BY_SIDE = 7  # entries that stand below the axis; more are a list
_MOST = 40  # marks on an axis
_LONG = 365  # days after which the axis is broken


@dataclass(frozen=True)
class Entry:
    """An entry: an event, or a change of a position. `x` is where its mark stands on the axis."""

    id: str
    number: int
    date: str
    exact: bool
    event: Sentence | None
    change: ChangeLine | None
    x: float


@dataclass(frozen=True)
class Gap:
    """The way between two neighbouring marks: `same-day`, `unknown` (a date without a day), `broken` (long) or `plain`."""

    start: float
    end: float
    kind: str


def timeline_context(views: Views) -> Mapping[str, Any]:
    """Give what the timeline's templates need. The axis shows the order, not the scale."""
    entries = _entries(views)
    days = [day for day, _, _ in entries]
    step = _WIDTH / max(len(entries), 1)
    placed = [
        Entry(
            event.id if event else f"bb-change-{number}",
            number,
            views.date(day),
            day.day > 0,
            event,
            change,
            round((number - 1) * step + 12, 1),
        )
        for number, (day, event, change) in enumerate(entries, 1)
    ]
    return {
        "timeline": placed,
        "axis": len(placed) in range(2, _MOST + 1),
        "axis_width": _WIDTH,
        "axis_columns": len(placed) <= _SIDE_BY_SIDE,
        "gaps": [
            Gap(one.x, other.x, _gap(before, after))
            for (one, other), (before, after) in zip(pairwise(placed), pairwise(days), strict=True)
        ],
    }


def _entries(views: Views) -> list[tuple[PartialDate, Sentence | None, ChangeLine | None]]:
    """Give events and changes in the order of their days; of one day, events first. A first position is no change."""
    events = [
        (event.date, views.sentence(event.title, event.evidence, f"bb-{Role.TIMELINE}-{item}"), None)
        for item, event in enumerate(views.briefing.about.timeline, 1)
    ]
    changed = [one for one in views.analysis.changes if one.before]
    changes = [(line.day, None, line) for line in change_lines(views, changed)]
    return sorted([*events, *changes], key=lambda entry: (entry[0], entry[1] is None))


def _gap(before: PartialDate, after: PartialDate) -> str:
    if before == after:
        return "same-day" if before.day else "unknown"
    if (after.first_day - before.last_day).days >= _LONG:
        return "broken"
    return "plain" if before.day and after.day else "unknown"
