"""How the answers of two parties compare, question by question: lists of questions, never a single score."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from generator.analysis.history import Tracks
from generator.analysis.matrix import current_answer
from generator.analysis.stances import Stance
from generator.content.model import Briefing, Side
from generator.language import N_


class Relation(StrEnum):
    """How the answers of two parties to one question compare."""

    AGREE = N_("agree")
    """Both are for, or both are against."""
    PARTLY = N_("partly agree")
    """At least one is between: two conditions need not be the same."""
    CONTEST = N_("disagree")
    """One is for, the other is against."""
    SAME = N_("name the same")
    """Both name the same option or amount."""
    DIFFERENT = N_("name different ones")
    """Each names another option or amount."""
    INCOMPARABLE = N_("cannot be compared")
    """At least one has no current answer that counts."""


@dataclass(frozen=True)
class Pair:
    """Two parties, and the questions as (issue, proposition, relation); all in the order of the briefing."""

    first: str
    second: str
    propositions: tuple[tuple[str, str, Relation], ...]

    def having(self, relation: Relation) -> tuple[tuple[str, str], ...]:
        """Return the propositions with this relation as (issue, proposition)."""
        return tuple(
            (issue, proposition) for issue, proposition, found in self.propositions if found is relation
        )


def pairs(briefing: Briefing, tracks: Tracks) -> tuple[Pair, ...]:
    """Compare every two parties of `briefing`."""
    questions = [
        (issue, question) for issue, about in briefing.about.issues.items() for question in about.questions
    ]
    answers = {
        (party, issue, question): current_answer(briefing, tracks[party, issue], question)
        for party in briefing.about.parties
        for issue, question in questions
    }
    return tuple(
        Pair(
            first,
            second,
            tuple((*key, relation(answers[first, *key], answers[second, *key])) for key in questions),
        )
        for first, second in combinations(briefing.about.parties, 2)
    )


def relation(first: Stance, second: Stance) -> Relation:
    """Return how two answers to one question compare."""
    if first.named and second.named:
        return Relation.SAME if first.code == second.code else Relation.DIFFERENT
    if first.side is None or second.side is None:
        return Relation.INCOMPARABLE
    if Side.BETWEEN in (first.side, second.side):
        return Relation.PARTLY
    return Relation.AGREE if first.side is second.side else Relation.CONTEST
