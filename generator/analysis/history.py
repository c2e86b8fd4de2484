"""How positions changed: which entry is current, which are superseded, and what changed when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.analysis.stances import answer
from generator.content.model import NOT_FOUND, Briefing, PartialDate, Position, Relation, Source
from generator.content.model.attribution import date_of_words

MOST_DAYS = 60
"""Days with a table of their own, the newest; of the months before, only the last day."""
_NOT_STATED = "not-stated"


class Standing(StrEnum):
    """Whether an entry is current."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    """The newest entry, which ends the position."""


@dataclass(frozen=True)
class Track:
    """The entries of a party on an issue, oldest first.

    `checks` are entries that change nothing: the sources were searched again, and had nothing newer than an entry before.
    """

    party: str
    issue: str
    entries: tuple[Position, ...]
    checks: tuple[Position, ...] = ()

    @property
    def newest(self) -> Position | None:
        """Return the newest entry, also if it is an absence or a withdrawal."""
        return self.entries[-1] if self.entries else None

    @property
    def current(self) -> Position | None:
        """Return the newest entry, or None if there is none or it is a withdrawal."""
        return None if self.newest is None or self.newest.withdrawn else self.newest

    @property
    def checked_until(self) -> PartialDate | None:
        """Return the date up to which the sources had nothing newer than the newest entry; None if it is not known."""
        newest = self.newest
        if newest is None:
            return None
        own = newest.searched_until or (newest.date if newest.absence else None)
        dates = [
            date
            for date in (own, *(check.date for check in self.checks))
            if date and (newest.date is None or date >= newest.date)
        ]
        if own and newest.absence:  # it also holds for the days before
            dates.append(own)
        return max(dates, default=None)

    def standing(self, entry: Position) -> Standing:
        """Return whether `entry` is current."""
        if entry is not self.newest:
            return Standing.SUPERSEDED
        return Standing.WITHDRAWN if entry.withdrawn else Standing.CURRENT


Tracks = Mapping[tuple[str, str], Track]
"""Tracks by (party, issue)."""


@dataclass(frozen=True)
class Change:
    """On `date`, the position of a party on an issue became `after`."""

    briefing: str
    party: str
    issue: str
    date: PartialDate
    before: Position
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
        key: _track(*key, sorted(entries, key=lambda entry: entry.date or unknown_date))
        for key, entries in found.items()
    }


def _track(party: str, issue: str, found: Iterable[Position]) -> Track:
    """Return the track of sorted entries. Not finding something newer is no change, so that such entries are checks."""
    entries: list[Position] = []
    checks: list[Position] = []
    for entry in found:
        changes_nothing = bool(entries) and finds_nothing_newer(entries[-1], entry)
        (checks if changes_nothing else entries).append(entry)
    return Track(party, issue, tuple(entries), tuple(checks))


def finds_nothing_newer(before: Position, entry: Position) -> bool:
    """Return whether `entry` only says that the sources had nothing newer than the entry `before`."""
    if any(entry.claims) or (before.date and entry.date and entry.date <= before.date):
        return False
    return entry.absence == NOT_FOUND or (
        entry.absence == _NOT_STATED and before.absence in (None, _NOT_STATED)
    )


def effective_date(entry: Position, briefing: Briefing, sources: Mapping[str, Source]) -> PartialDate:
    """Return the day from which an entry certainly counts.

    If its date, or the day or month of it, is unknown, this is the earliest of: the last day that the date can mean; the
    day on which words of the entry were said, else published, else retrieved; the briefing's newest event; its review.
    Sources in the background do not count, because they may be older.
    """
    if entry.date is not None and entry.date.day:
        return entry.date
    evidence = [item for item in entry.evidence if item.relation is not Relation.BACKGROUND]
    limits = [
        briefing.about.as_of,
        briefing.about.reviewed_on,
        *(
            date_of_words(sources[item.source], item) or sources[item.source].about.retrieved
            for item in evidence
        ),
    ]
    days = [date.last_day for date in limits if date]
    if entry.date is not None:
        first, last = entry.date.first_day, entry.date.last_day
        days = [last, *(day for day in days if day >= first)]
    day = min(days)
    return PartialDate(day.year, day.month, day.day)


def dated_entries(
    track: Track, briefing: Briefing, sources: Mapping[str, Source]
) -> list[tuple[PartialDate, Position]]:
    """Return the entries of a track, oldest first, each with the day from which it certainly counts."""
    return [(effective_date(entry, briefing, sources), entry) for entry in track.entries]


def held_on(dated: Iterable[tuple[PartialDate, Position]], day: PartialDate) -> Position | None:
    """Return the position that a party held on `day`, by its dated entries; None before the first and after a withdrawal."""
    newest = next(reversed([entry for since, entry in dated if since <= day]), None)
    return None if newest is None or newest.withdrawn or newest.absence else newest


def changes(briefing: Briefing, found: Tracks) -> tuple[Change, ...]:
    """Return every dated change of a position, newest first.

    A later entry with the same answers, conditions and other claims is not a change.
    """
    news = [
        change
        for track in found.values()
        for change in later_entries(briefing, track)
        if _content(briefing, change.before) != _content(briefing, change.after)
    ]
    return tuple(sorted(news, key=lambda change: change.date, reverse=True))


def later_entries(briefing: Briefing, track: Track) -> Iterator[Change]:
    """Yield each dated entry after the first with the entry that it superseded, oldest first, also if nothing changed."""
    for before, after in pairwise(track.entries):
        if after.date is not None:
            yield Change(briefing.slug, track.party, track.issue, after.date, before, after)


def _content(briefing: Briefing, entry: Position) -> tuple[list[str], set[tuple[str, str]]]:
    """Return what an entry says: the code of its answer to each question, and the texts of its claims by field."""
    questions = briefing.about.issues[entry.issue].questions
    codes = [answer(briefing, entry.issue, question, entry).code for question in questions]
    return codes, {(field, claim.text) for field, _, claim in entry.claims}


def days_of_tables(
    found: Tracks, briefing: Briefing, sources: Mapping[str, Source]
) -> tuple[PartialDate, ...]:
    """Return the days from which a dated position certainly counts, newest first: on each, the table was another one.

    If no position has changed, earlier tables have nothing that today's has not, so the result is empty. A long history has its newest days
    and, before these, the last day of each month: tables of all days would grow with the square of the history.
    """
    if not changes(briefing, found):
        return ()
    dated = (
        entry
        for track in found.values()
        for index, entry in enumerate(track.entries)
        if entry.date is not None and (index or not entry.absence)
    )
    days = sorted({effective_date(entry, briefing, sources) for entry in dated}, reverse=True)
    ends_of_months = {(day.year, day.month): day for day in reversed(days)}.values()
    return tuple(sorted({*days[:MOST_DAYS], *ends_of_months}, reverse=True))
