"""How positions changed: which entry is current, which are superseded, and what changed when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from generator.content.model import NOT_FOUND, Briefing, PartialDate, Position, Relation, Source

_SEARCH_RESULTS = ("not-stated", NOT_FOUND)
"""Absences that also hold for earlier days, unlike `declined`, which is an answer on a day."""


class Standing(StrEnum):
    """Whether an entry is current."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    """The newest entry, which ends the position."""


@dataclass(frozen=True)
class Track:
    """The entries of a party on an issue, oldest first."""

    party: str
    issue: str
    entries: tuple[Position, ...]

    @property
    def newest(self) -> Position | None:
        """Return the newest entry, also if it is an absence or a withdrawal."""
        return self.entries[-1] if self.entries else None

    @property
    def current(self) -> Position | None:
        """Return the newest entry, or None if there is none or it is a withdrawal."""
        return None if self.newest is None or self.newest.withdrawn else self.newest

    def standing(self, entry: Position) -> Standing:
        """Return whether `entry` is current."""
        if entry is not self.newest:
            return Standing.SUPERSEDED
        return Standing.WITHDRAWN if entry.withdrawn else Standing.CURRENT


Tracks = Mapping[tuple[str, str], Track]
"""Tracks by (party, issue)."""


@dataclass(frozen=True)
class Change:
    """On `date`, the position of a party on an issue became `after`; `before` is None for the first entry."""

    briefing: str
    party: str
    issue: str
    date: PartialDate
    before: Position | None
    after: Position


def tracks(briefing: Briefing) -> Tracks:
    """Return a track for every pair of party and issue; it is empty if nothing is on record."""
    found: dict[tuple[str, str], list[Position]] = {
        (party, issue): [] for party in briefing.about.parties for issue in briefing.about.issues
    }
    for party, file in briefing.positions.items():
        for position in file.positions:
            if (party, position.issue) in found:
                found[party, position.issue].append(position)
    unknown_date = PartialDate(0)
    return {
        key: Track(*key, entries=tuple(sorted(entries, key=lambda entry: entry.date or unknown_date)))
        for key, entries in found.items()
    }


def effective_date(entry: Position, briefing: Briefing, sources: Mapping[str, Source]) -> PartialDate | None:
    """Return the day from which an entry certainly counts, or None if it has no date and always counts.

    If the day or month of its date is unknown, this is the earliest of: the last day that the date can mean; the day
    on which a source of the entry was published, else retrieved; the briefing's newest event; its review. Sources in the
    background do not count, because they may be older.
    """
    if entry.date is None or entry.date.day:
        return entry.date
    about = [
        sources[item.source].about for item in entry.evidence if item.relation is not Relation.BACKGROUND
    ]
    limits = [
        briefing.about.as_of,
        briefing.about.reviewed_on,
        *(source.published or source.retrieved for source in about),
    ]
    possible = [date.last_day for date in limits if date and date.last_day >= entry.date.first_day]
    day = min(entry.date.last_day, *possible)
    return PartialDate(day.year, day.month, day.day)


def tracks_on(found: Tracks, day: PartialDate, briefing: Briefing, sources: Mapping[str, Source]) -> Tracks:
    """Return the tracks as they were on `day`, without later entries.

    If the first entry says that the sources were searched up to a later day without result, it also holds on `day`.
    """
    on_day = {}
    for key, track in found.items():
        dates = [(entry, effective_date(entry, briefing, sources)) for entry in track.entries]
        entries = tuple(entry for entry, date in dates if date is None or date <= day)
        first = tuple(entry for entry in track.entries[:1] if entry.absence in _SEARCH_RESULTS)
        on_day[key] = replace(track, entries=entries or first)
    return on_day


def changes(briefing: Briefing, found: Tracks) -> tuple[Change, ...]:
    """Return every dated entry as a change, newest first. A first entry that is an absence is not a change."""
    news = [
        Change(
            briefing=briefing.slug,
            party=track.party,
            issue=track.issue,
            date=after.date,
            before=before,
            after=after,
        )
        for track in found.values()
        for before, after in pairwise((None, *track.entries))
        if after is not None and after.date is not None and not (before is None and after.absence)
    ]
    return tuple(sorted(news, key=lambda change: change.date, reverse=True))


def changes_by_day(
    found: Iterable[Change], briefing: Briefing, sources: Mapping[str, Source]
) -> Mapping[PartialDate, tuple[Change, ...]]:
    """Return the changes by the day from which they certainly count, newest first.

    If all entries are of one day, nothing has changed since, so the result is empty.
    """
    days: dict[PartialDate, list[Change]] = {}
    for change in found:
        days.setdefault(effective_date(change.after, briefing, sources) or change.date, []).append(change)
    return {day: tuple(days[day]) for day in sorted(days, reverse=True)} if len(days) > 1 else {}
