"""How the stances of two parties compare, proposal by proposal: lists of proposals, never a single score."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from generator.analysis.history import Tracks
from generator.analysis.matrix import current_code
from generator.analysis.stances import Stance, stance
from generator.content.model import Briefing, Side
from generator.language import N_


class Relation(StrEnum):
    """How the stances of two parties on one proposal compare."""

    AGREE = N_("agree")
    """Both are for, or both are against."""
    PARTLY = N_("partly agree")
    """At least one is between: two conditions need not be the same."""
    CONTEST = N_("disagree")
    """One is for, the other is against."""
    INCOMPARABLE = N_("cannot be compared")
    """At least one has no current stance on the scale."""


@dataclass(frozen=True)
class Pair:
    """Two parties, and the proposals as (issue, proposal, relation); all in the order of the briefing."""

    first: str
    second: str
    proposals: tuple[tuple[str, str, Relation], ...]

    def having(self, relation: Relation) -> tuple[tuple[str, str], ...]:
        """Return the proposals with this relation as (issue, proposal)."""
        return tuple((issue, proposal) for issue, proposal, found in self.proposals if found is relation)


def pairs(briefing: Briefing, tracks: Tracks) -> tuple[Pair, ...]:
    """Compare every two parties of `briefing`."""
    proposals = [
        (issue, proposal) for issue, about in briefing.about.issues.items() for proposal in about.proposals
    ]
    stances = {
        (party, issue, proposal): stance(briefing, current_code(tracks[party, issue], proposal))
        for party in briefing.about.parties
        for issue, proposal in proposals
    }
    return tuple(
        Pair(
            first,
            second,
            tuple((*key, relation(stances[first, *key], stances[second, *key])) for key in proposals),
        )
        for first, second in combinations(briefing.about.parties, 2)
    )


def relation(first: Stance, second: Stance) -> Relation:
    """Return how two stances on one proposal compare."""
    if first.side is None or second.side is None:
        return Relation.INCOMPARABLE
    if Side.BETWEEN in (first.side, second.side):
        return Relation.PARTLY
    return Relation.AGREE if first.side is second.side else Relation.CONTEST
