"""How the positions on an issue came about: a line for each party, and each change word by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.history import Change, Standing, Track
from generator.analysis.stances import Stance
from generator.site.pages.changes import ChangeLine, change_lines, place_of
from generator.site.pages.page import Target
from generator.site.pages.views import EntryView, Views, is_inferred


@dataclass(frozen=True)
class Step:
    """An entry on a party’s line: superseded by a later one, or the end of the position."""

    date: str
    stances: tuple[tuple[str, Stance], ...]
    inferred: bool
    superseded: bool
    ended: bool
    target: Target


@dataclass(frozen=True)
class Line:
    """A party's entries, the oldest first; `absent` where it has at most one entry, an absence."""

    party: str
    steps: tuple[Step, ...]
    absent: str


@dataclass(frozen=True)
class PartyHistory:
    """A party with more than one entry: its changes, the newest first, each with the entry that it superseded."""

    id: str
    party: str
    changes: list[tuple[ChangeLine, EntryView]]


def history_context(views: Views, issue: str) -> Mapping[str, Any]:
    """Give what the section on changes of an issue's page needs."""
    found = [views.analysis.tracks[party, issue] for party in views.briefing.about.parties]
    changes = [change for change in views.analysis.changes if change.issue == issue]
    return {
        "lines": [_line(views, track) for track in found],
        "histories": [_history(views, track, changes) for track in found if len(track.entries) > 1],
    }


def _line(views: Views, track: Track) -> Line:
    party = views.site.corpus.parties[track.party].label
    if not track.entries[1:] and all(entry.absence for entry in track.entries):
        row = next(one for one in views.analysis.matrix if one.issue == track.issue)
        cell = next(one for one in row.cells if one.party == track.party)
        return Line(party, (), views.word(cell.stances[0][1]).label)
    return Line(
        party,
        tuple(
            Step(
                views.date(entry.date),
                views.stances(track.issue, entry),
                is_inferred(entry),
                track.standing(entry) is Standing.SUPERSEDED,
                track.standing(entry) is Standing.WITHDRAWN,
                place_of(views, track.party, entry),
            )
            for entry in track.entries
        ),
        "",
    )


def _history(views: Views, track: Track, on_the_issue: list[Change]) -> PartyHistory:
    changes = [change for change in on_the_issue if change.party == track.party]
    return PartyHistory(
        f"bb-history-{track.party}",
        views.site.corpus.parties[track.party].label,
        [
            (line, views.entry(track, change.before))
            for change, line in zip(changes, change_lines(views, changes), strict=True)
            if change.before is not None
        ],
    )
