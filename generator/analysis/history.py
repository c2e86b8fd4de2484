"""How positions came about: which entry is current, which are superseded, and what changed when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model import NOT_FOUND, Briefing, PartialDate, Position

_SEARCHED = ("not-stated", NOT_FOUND)
"""Absences that hold for the days before as well: unlike an answer that was declined on a day."""


class Standing(StrEnum):
    """What an entry is today."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    """It is the newest entry and ends the position."""


@dataclass(frozen=True)
class Track:
    """A party's entries on an issue, the oldest first."""

    party: str
    issue: str
    entries: tuple[Position, ...]

    @property
    def newest(self) -> Position | None:
        """Give the newest entry, whatever it says."""
        return self.entries[-1] if self.entries else None

    @property
    def current(self) -> Position | None:
        """Give the position held today; None where there is none on record or it was withdrawn."""
        return None if self.newest is None or self.newest.withdrawn else self.newest

    def standing(self, entry: Position) -> Standing:
        """Say what `entry` is today."""
        if entry is not self.newest:
            return Standing.SUPERSEDED
        return Standing.WITHDRAWN if entry.withdrawn else Standing.CURRENT


@dataclass(frozen=True)
class Change:
    """A party's position on an issue became `after` on `date`; `before` is None for the first entry."""

    briefing: str
    party: str
    issue: str
    date: PartialDate
    before: Position | None
    after: Position


def tracks(briefing: Briefing) -> Mapping[tuple[str, str], Track]:
    """Give every track of `briefing` by (party, issue): one for each pair, empty where nothing is on record."""
    found: dict[tuple[str, str], list[Position]] = {
        (party, issue): [] for party in briefing.about.parties for issue in briefing.about.issues
    }
    for party, file in briefing.positions.items():
        for position in file.positions:
            if (party, position.issue) in found:
                found[party, position.issue].append(position)
    unknown_date = PartialDate(0)
    return {
        key: Track(*key, tuple(sorted(entries, key=lambda entry: entry.date or unknown_date)))
        for key, entries in found.items()
    }


def tracks_on(found: Mapping[tuple[str, str], Track], date: PartialDate) -> Mapping[tuple[str, str], Track]:
    """Give the tracks as they stood on `date`: later entries are not there yet, and what they superseded is current.

    An entry of which the day or the month is not known counts from the first day that it can mean. What was searched
    for and not found until a later day was not there on `date` either: such a first entry stays.
    """
    return {key: Track(track.party, track.issue, _entries_on(track, date)) for key, track in found.items()}


def _entries_on(track: Track, date: PartialDate) -> tuple[Position, ...]:
    then = tuple(one for one in track.entries if not one.date or one.date <= date)
    first = track.entries[:1]
    return first if not then and first and first[0].absence in _SEARCHED else then


def changes(briefing: Briefing, found: Mapping[tuple[str, str], Track]) -> tuple[Change, ...]:
    """Give every dated entry as a change, the newest first; first absences are no news and left out."""
    news = [
        Change(briefing.slug, track.party, track.issue, after.date, before, after)
        for track in found.values()
        for before, after in zip((None, *track.entries), track.entries, strict=False)
        if after.date is not None and not (before is None and after.absence)
    ]
    return tuple(sorted(news, key=lambda change: change.date, reverse=True))


def days_of_change(found: Iterable[Change]) -> tuple[PartialDate, ...]:
    """Give the days on which the positions of a briefing became others, the newest first.

    There are none where all entries are of one day: nothing has changed since.
    """
    days = sorted({change.date for change in found}, reverse=True)
    return tuple(days) if len(days) > 1 else ()
