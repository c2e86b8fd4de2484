"""The timeline: events and the newest changes of positions in one order."""

from dataclasses import dataclass, replace

from generator.content.model import PartialDate
from generator.content.model.uses import Role
from generator.site.pages import links
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.sentences import Sentence
from generator.site.pages.views import Views

MOST_CHANGES = 40
"""Changes on the timeline; the list of changes has all of them."""


@dataclass(frozen=True)
class TimelineEntry:
    """An event or a change of a position, with its number in the timeline."""

    date: PartialDate
    event: Sentence | None = None
    change: ChangeView | None = None
    number: int = 0

    @property
    def id(self) -> str:
        """Return the id of the entry on the page."""
        return self.event.id if self.event else f"bb-change-{self.number}"


def timeline_entries(views: Views) -> list[TimelineEntry]:
    """Return events and the newest changes by date; on one date, events come first."""
    events = [
        TimelineEntry(
            date=event.date,
            event=views.sentence(event.title, event.evidence, links.overview_item_id(Role.TIMELINE, item)),
        )
        for item, event in enumerate(views.about.timeline, 1)
    ]
    changes = [
        TimelineEntry(date=change.date, change=ChangeView(views, change))
        for change in views.analysis.changes[:MOST_CHANGES]
    ]
    entries = sorted([*events, *changes], key=lambda entry: (entry.date, entry.event is None))
    return [replace(entry, number=number) for number, entry in enumerate(entries, 1)]
