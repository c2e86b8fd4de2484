"""How the positions on an issue came about: a line for each party, and each change word by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.history import Standing, Track
from generator.analysis.stances import Stance
from generator.model import Position
from generator.pages import links
from generator.pages.changes import ChangeLine, change_lines
from generator.pages.page import Target
from generator.pages.views import EntryView, Views


@dataclass(frozen=True)
class Step:
    """An entry on a party’s line: superseded by a later one, or the end of the position."""

    date: str
    stances: tuple[tuple[str, Stance], ...]
    superseded: bool
    ended: bool
    target: Target


@dataclass(frozen=True)
class Line:
    """A party's entries, the oldest first."""

    party: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class PartyHistory:
    """A party with more than one entry: its changes, the newest first, and its superseded entries with their evidence."""

    id: str
    party: str
    changes: list[ChangeLine]
    superseded: list[EntryView]


def history_context(views: Views, issue: str) -> Mapping[str, Any]:
    """Give what the section on changes of an issue's page needs."""
    found = [views.analysis.tracks[party, issue] for party in views.briefing.about.parties]
    return {
        "lines": [_line(views, track) for track in found],
        "histories": [_history(views, track) for track in found if len(track.entries) > 1],
    }


def _line(views: Views, track: Track) -> Line:
    return Line(
        views.site.corpus.parties[track.party].label,
        tuple(
            _step(views, track, entry)
            for entry in track.entries
            if not (entry.absence and len(track.entries) == 1)
        ),
    )


def _step(views: Views, track: Track, entry: Position) -> Step:
    standing = track.standing(entry)
    anchor = (
        links.entry_id(track.party, entry) if standing is Standing.SUPERSEDED else links.party_id(track.party)
    )
    return Step(
        views.date(entry.date),
        views.stances(track.issue, entry),
        standing is Standing.SUPERSEDED,
        standing is Standing.WITHDRAWN,
        links.issue_page(views.briefing.slug, track.issue, anchor),
    )


def _history(views: Views, track: Track) -> PartyHistory:
    changes = [
        change
        for change in views.analysis.changes
        if (change.party, change.issue) == (track.party, track.issue)
    ]
    return PartyHistory(
        f"bb-history-{track.party}",
        views.site.corpus.parties[track.party].label,
        change_lines(views, changes),
        [
            views.entry(track, one)
            for one in reversed(track.entries)
            if track.standing(one) is Standing.SUPERSEDED
        ],
    )
