"""Who stands where: one row for each issue, one cell for each party, one stance for each proposal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.history import Track
from generator.analysis.stances import WITHDRAWN, Stance, stance
from generator.content.model import NOT_FOUND, Briefing, Kind, PartialDate, Position, Relation


@dataclass(frozen=True)
class Cell:
    """A party on an issue.

    `stances` has one entry for each proposal of the issue, in its order. `position` is None where the
    party holds none: nothing is on record, or it was withdrawn. `counts` are the passages that support
    the position, by kind; background passages are not counted.
    """

    party: str
    issue: str
    stances: tuple[tuple[str, Stance], ...]
    position: Position | None
    searched_until: PartialDate
    counts: tuple[tuple[Kind, int], ...]

    @property
    def empty(self) -> bool:
        """Say whether no proposal has a stance: all are absences."""
        return all(not stance.on_scale and stance.code != "unclear" for _, stance in self.stances)


@dataclass(frozen=True)
class Row:
    """An issue with a cell for each party, in declared order."""

    issue: str
    cells: tuple[Cell, ...]


def matrix(briefing: Briefing, tracks: Mapping[tuple[str, str], Track]) -> tuple[Row, ...]:
    """Lay out the current positions of `briefing`."""
    return tuple(
        Row(issue, tuple(_cell(briefing, tracks[party, issue]) for party in briefing.about.parties))
        for issue in briefing.about.issues
    )


def _cell(briefing: Briefing, track: Track) -> Cell:
    newest = track.newest
    return Cell(
        track.party,
        track.issue,
        tuple(
            (proposal, stance(briefing, current_code(track, proposal)))
            for proposal in briefing.about.issues[track.issue].proposals
        ),
        track.current,
        (newest.searched_until if newest else None) or briefing.about.as_of,
        _counts(track.current),
    )


def current_code(track: Track, proposal: str) -> str:
    """Give the stance code that holds today; an absence where there is no position on `proposal`."""
    if track.newest is not None and track.newest.withdrawn:
        return WITHDRAWN
    return (track.current.code_for(proposal) if track.current else None) or NOT_FOUND


def _counts(position: Position | None) -> tuple[tuple[Kind, int], ...]:
    supporting = [
        evidence.kind
        for evidence in (position.evidence if position else ())
        if evidence.relation is Relation.SUPPORTS
    ]
    return tuple((kind, supporting.count(kind)) for kind in Kind if kind in supporting)
