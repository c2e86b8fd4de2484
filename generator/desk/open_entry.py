"""The entry whose form is open, and the cell of the table that it belongs to."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from werkzeug.exceptions import NotFound

from generator.content.model import Briefing, Corpus, PartialDate, Position
from generator.content.paths import position_path
from generator.desk.entry_answers import has_position
from generator.desk.entry_form import EntryForm
from generator.desk.visit import Visit


@dataclass(frozen=True, eq=False)
class Place:
    """The cell of the table that a request is about."""

    visit: Visit
    slug: str
    party: str
    issue: str

    @cached_property
    def briefing(self) -> Briefing:
        """Return its briefing. Raise NotFound if there is no such cell."""
        found = self.corpus.briefings.get(self.slug)
        if found is None or self.party not in found.about.parties or self.issue not in found.about.issues:
            raise NotFound
        return found

    @property
    def corpus(self) -> Corpus:
        """Return everything that could be read."""
        return self.visit.examined.content.corpus

    @property
    def path(self) -> str:
        """Return the path of the file of the party."""
        return position_path(self.slug, self.party)

    @property
    def entries(self) -> tuple[Position, ...]:
        """Return all entries of the file, in its order."""
        file = self.briefing.positions.get(self.party)
        return file.positions if file else ()

    @cached_property
    def own(self) -> list[int]:
        """Return the numbers of the entries on this issue, the newest first."""
        unknown = PartialDate(0)
        numbers = [number for number, entry in enumerate(self.entries) if entry.issue == self.issue]
        return sorted(
            numbers, key=lambda number: (self.entries[number].date or unknown, number), reverse=True
        )

    def url(self, **values: Any) -> str:
        """Return the address of this screen."""
        return self.visit.url("position", slug=self.slug, party=self.party, issue=self.issue, **values)

    def version(self) -> str:
        """Return the version of the file for a form."""
        return self.visit.workspace.version(self.visit.project.files.get(self.path))


@dataclass(frozen=True, eq=False)
class Open:
    """A form that is open, and its entry's number in the file; None for a new one.

    `made` is the version of the file that it was made from, `version` the one that the editor saw last: in a conflict, a newer one.
    `kept` names the form among those that were left for a text.
    """

    place: Place
    index: int | None
    version: str
    form: EntryForm
    made: str
    kept: str = ""


def title(place: Place) -> str:
    """Return the words for a position: the party and the issue."""
    party = place.corpus.parties.get(place.party)
    issue = place.briefing.about.issues[place.issue].title
    return place.visit.say("%(party)s on %(issue)s", party=party.label if party else place.party, issue=issue)


def cell_words(place: Place) -> str:
    """Return the words for the cell in the list of changes."""
    party = place.corpus.parties.get(place.party)
    return f"{party.label if party else place.party}, {place.briefing.about.issues[place.issue].title}"


def has_position_before(opened: Open) -> bool:
    """Return whether the party has a position on record that an absence in this entry would hide."""
    place = opened.place
    track = place.visit.examined.content.analysis.briefings[place.slug].tracks[place.party, place.issue]
    stored = None
    if opened.index is not None and opened.index < len(place.entries):
        stored = place.entries[opened.index]
    return has_position(track, opened.form.base, stored)
