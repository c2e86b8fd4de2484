"""What is around every screen: the tabs with their numbers, the errors of the project, and the way to the preview."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.desk.unread import unread_sources
from generator.diagnostics import Severity
from generator.language import N_

if TYPE_CHECKING:
    from generator.desk.visit import Visit

_TABS = {
    "table": N_("Table"),
    "sources": N_("Sources"),
    "parties": N_("Parties"),
    "changes": N_("Changes"),
}


@dataclass(frozen=True)
class Tab:
    """A link of the header: its screen, its words, its address and a number beside it; 0 for none."""

    endpoint: str
    label: str
    url: str
    number: int = 0
    explained: str = ""


@dataclass(frozen=True)
class Frame:
    """The header of a page."""

    name: str
    tabs: tuple[Tab, ...]
    errors: int
    preview: str


def frame(visit: "Visit") -> Frame:
    """Return the header for the project as it is now."""
    count = visit.language.count
    unread, steps = len(unread_sources(visit.examined)), len(visit.workspace.steps)
    numbers = {
        "sources": (unread, count("%(num)s to read", "%(num)s to read", unread)),
        "changes": (steps, count("%(num)s step", "%(num)s steps", steps)),
    }
    return Frame(
        name=visit.settings.name,
        tabs=tuple(
            Tab(endpoint, visit.say(label), visit.url(endpoint), *numbers.get(endpoint, (0, "")))
            for endpoint, label in _TABS.items()
        ),
        errors=sum(item.count for item in visit.examined.diagnostics if item.severity is Severity.ERROR),
        preview=visit.settings.preview,
    )
