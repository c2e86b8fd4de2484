"""How positions came about: which entry is current, which are superseded, and what changed when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.content.model import NOT_FOUND, Briefing, PartialDate, Position, Relation, Source

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


def counts_from(entry: Position, briefing: Briefing, sources: Mapping[str, Source]) -> PartialDate | None:
    """Give the day from which an entry certainly counts; None where it has no date, and counts from the beginning.

    Of a date whose day or month is not known this is the last day that it can mean, the day on which a source of the
    entry was published or else retrieved, the newest day of the briefing, or the day of its review, whichever is the earliest: by then the
    position had been taken. Sources in the background do not count: they may be older.
    """
    if entry.date is None or entry.date.day:
        return entry.date
    about = [sources[one.source].about for one in entry.evidence if one.relation is not Relation.BACKGROUND]
    bounds = [
        briefing.about.as_of,
        briefing.about.reviewed_on,
        *(one.published or one.retrieved for one in about),
    ]
    possible = [one.last_day for one in bounds if one and one.last_day >= entry.date.first_day]
    day = min(entry.date.last_day, *possible)
    return PartialDate(day.year, day.month, day.day)


def tracks_on(
    found: Mapping[tuple[str, str], Track],
    day: PartialDate,
    briefing: Briefing,
    sources: Mapping[str, Source],
) -> Mapping[tuple[str, str], Track]:
    """Give the tracks as they stood on `day`: later entries are not there yet, and what they superseded is current.

    What was searched for and not found until a later day was not there on `day` either: such a first entry stays.
    """
    return {
        key: replace(
            track,
            entries=tuple(
                one
                for one in track.entries
                if (since := counts_from(one, briefing, sources)) is None or since <= day
            )
            or tuple(one for one in track.entries[:1] if one.absence in _SEARCHED),
        )
        for key, track in found.items()
    }


def changes(briefing: Briefing, found: Mapping[tuple[str, str], Track]) -> tuple[Change, ...]:
    """Give every dated entry as a change, the newest first; first absences are no news and left out."""
    news = [
        Change(briefing.slug, track.party, track.issue, after.date, before, after)
        for track in found.values()
        for before, after in zip((None, *track.entries), track.entries, strict=False)
        if after.date is not None and not (before is None and after.absence)
    ]
    return tuple(sorted(news, key=lambda change: change.date, reverse=True))


def changes_by_day(
    found: Iterable[Change], briefing: Briefing, sources: Mapping[str, Source]
) -> Mapping[PartialDate, tuple[Change, ...]]:
    """Group the changes of `briefing` by the day from which they certainly count, the newest first.

    There is no day where all entries are of one: nothing has changed since.
    """
    days: dict[PartialDate, list[Change]] = {}
    for change in found:
        days.setdefault(counts_from(change.after, briefing, sources) or change.date, []).append(change)
    return {day: tuple(days[day]) for day in sorted(days, reverse=True)} if len(days) > 1 else {}
