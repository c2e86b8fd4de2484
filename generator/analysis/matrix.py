"""Which stance each party takes: one row for each issue, one cell for each party, one stance for each proposal."""

from dataclasses import dataclass

from generator.analysis.history import Track, Tracks
from generator.analysis.stances import WITHDRAWN, Stance, stance
from generator.content.model import NOT_FOUND, Briefing, Kind, PartialDate, Position, Relation


@dataclass(frozen=True)
class Cell:
    """The position of a party on an issue.

    `stances` are (proposal, stance), in the order of the proposals. `position` is None if the party has no
    position: nothing is on record, or it was withdrawn. `searched_until` is None if no entry says how far the sources were
    searched. `counts` are the passages that support the position, by kind.
    """

    party: str
    issue: str
    stances: tuple[tuple[str, Stance], ...]
    position: Position | None
    searched_until: PartialDate | None
    counts: tuple[tuple[Kind, int], ...]

    @property
    def empty(self) -> bool:
        """Return whether the stances on all proposals are absences."""
        return all(not stance.on_scale and stance.code != "unclear" for _, stance in self.stances)


@dataclass(frozen=True)
class Row:
    """An issue with a cell for each party, in the order of the briefing."""

    issue: str
    cells: tuple[Cell, ...]


def matrix(briefing: Briefing, tracks: Tracks) -> tuple[Row, ...]:
    """Return the current positions of `briefing`, issue by issue."""
    return tuple(
        Row(issue, tuple(_cell(briefing, tracks[party, issue]) for party in briefing.about.parties))
        for issue in briefing.about.issues
    )


def _cell(briefing: Briefing, track: Track) -> Cell:
    position = track.current
    evidence = position.evidence if position else ()
    kinds = [item.kind for item in evidence if item.relation is Relation.SUPPORTS]
    return Cell(
        party=track.party,
        issue=track.issue,
        stances=tuple(
            (proposal, stance(briefing, current_code(track, proposal)))
            for proposal in briefing.about.issues[track.issue].proposals
        ),
        position=position,
        searched_until=track.checked_until,
        counts=tuple((kind, kinds.count(kind)) for kind in Kind if kind in kinds),
    )


def current_code(track: Track, proposal: str) -> str:
    """Return the current stance code on `proposal`; an absence if there is no position on it."""
    if track.newest is not None and track.newest.withdrawn:
        return WITHDRAWN
    return (track.current.code_for(proposal) if track.current else None) or NOT_FOUND
