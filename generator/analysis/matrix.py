"""What each party answers: one row for each issue, one cell for each party, one answer for each question."""

from dataclasses import dataclass

from generator.analysis.history import Track, Tracks
from generator.analysis.stances import Stance, answer
from generator.content.model import UNCLEAR, Briefing, Kind, PartialDate, Position, Relation


@dataclass(frozen=True)
class Cell:
    """The position of a party on an issue.

    `stances` are (question, answer), in the order of the questions. `position` is None if the party has no
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
        """Return whether the answers to all questions are absences."""
        return all(not answer.counts and answer.code != UNCLEAR for _, answer in self.stances)


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
            (question, current_answer(briefing, track, question))
            for question in briefing.about.issues[track.issue].questions
        ),
        position=position,
        searched_until=track.checked_until,
        counts=tuple((kind, kinds.count(kind)) for kind in Kind if kind in kinds),
    )


def current_answer(briefing: Briefing, track: Track, question: str) -> Stance:
    """Return the current answer of a party to a question; an absence if it has none."""
    return answer(briefing, track.issue, question, track.newest)
