"""How two parties stand to each other, proposal by proposal: counts with their proposals, never one score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from generator.analysis.history import Track
from generator.analysis.matrix import current_code
from generator.analysis.stances import Stance, stance
from generator.content.model import Briefing, Side
from generator.language import N_


class Relation(StrEnum):
    """How the stances of two parties on one proposal stand to each other."""

    AGREE = N_("agree")
    """Both for or both against."""
    PARTLY = N_("partly")
    """One of them at least between: two conditions need not be the same."""
    CONTEST = N_("contest")
    """One for, the other against."""
    INCOMPARABLE = N_("cannot be compared")
    """One of them at least has no current stance on the scale."""


@dataclass(frozen=True)
class Pair:
    """Two parties in declared order, and each proposal as (issue, proposal, relation), in declared order."""

    one: str
    other: str
    proposals: tuple[tuple[str, str, Relation], ...]

    def having(self, relation: Relation) -> tuple[tuple[str, str], ...]:
        """Give the proposals on which they stand to each other as `relation` says."""
        return tuple((issue, proposal) for issue, proposal, held in self.proposals if held is relation)


def pairs(briefing: Briefing, tracks: Mapping[tuple[str, str], Track]) -> tuple[Pair, ...]:
    """Compare every two parties of `briefing`."""
    proposals = [
        (issue, proposal) for issue, about in briefing.about.issues.items() for proposal in about.proposals
    ]
    held = {
        party: [
            stance(briefing, current_code(tracks[party, issue], proposal)) for issue, proposal in proposals
        ]
        for party in briefing.about.parties
    }
    return tuple(
        Pair(
            one,
            other,
            tuple(
                (*proposal, relation(*both))
                for proposal, *both in zip(proposals, held[one], held[other], strict=True)
            ),
        )
        for one, other in combinations(briefing.about.parties, 2)
    )


def relation(one: Stance, other: Stance) -> Relation:
    """Say how two stances on one proposal stand to each other."""
    if one.side is None or other.side is None:
        return Relation.INCOMPARABLE
    if Side.BETWEEN in (one.side, other.side):
        return Relation.PARTLY
    return Relation.AGREE if one.side is other.side else Relation.CONTEST
