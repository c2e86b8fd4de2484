"""How close the parties are on each question, computed from their current answers by a fixed rule.

Options and amounts are only counted: which of them are close is not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.history import Tracks
from generator.analysis.matrix import current_answer
from generator.analysis.stances import Stance, options, scale_stances
from generator.content.model import Briefing, Side
from generator.language import N_


class Result(StrEnum):
    """The result of the rule."""

    TOO_LITTLE = N_("too little evidence")
    COMMON_GROUND = N_("common ground")
    WITHIN_REACH = N_("within reach")
    CONTESTED = N_("contested")
    DEADLOCKED = N_("deadlocked")
    RULED_OUT = N_("ruled out")
    SAME = N_("all name the same")
    SOME_SAME = N_("some name the same")
    DIFFERENT = N_("each names a different one")


@dataclass(frozen=True)
class Convergence:
    """How close the parties are on one question: a proposition, or the empty one of an issue with options or amounts.

    `places` are (answer, parties with it), for each level of the scale, each option, or each amount that a party names,
    in their order. `not_counted` are (stance, parties) of absences and unclear positions.
    """

    issue: str
    proposition: str
    result: Result
    places: tuple[tuple[Stance, tuple[str, ...]], ...]
    not_counted: tuple[tuple[Stance, tuple[str, ...]], ...]


def convergence(briefing: Briefing, tracks: Tracks) -> tuple[Convergence, ...]:
    """Return the convergence of every question, in the order of the briefing."""
    return tuple(
        _convergence_on(briefing, tracks, issue, question)
        for issue, about in briefing.about.issues.items()
        for question in about.questions
    )


def _convergence_on(briefing: Briefing, tracks: Tracks, issue: str, question: str) -> Convergence:
    answers: dict[str, Stance] = {}
    parties: dict[str, list[str]] = {}
    for party in briefing.about.parties:
        found = current_answer(briefing, tracks[party, issue], question)
        answers.setdefault(found.code, found)
        parties.setdefault(found.code, []).append(party)
    counted = [found for found in answers.values() if found.counts]
    about = briefing.about.issues[issue]
    possible = options(about) or scale_stances(briefing.scale_of(issue)) or _in_order(counted)
    places = tuple((place, tuple(parties.get(place.code, ()))) for place in possible)
    return Convergence(
        issue=issue,
        proposition=question,
        result=result(found for found, holders in places for _ in holders),
        places=places,
        not_counted=tuple(
            (found, tuple(parties[code])) for code, found in answers.items() if not found.counts
        ),
    )


def _in_order(amounts: list[Stance]) -> tuple[Stance, ...]:
    """Return amounts in the order of their numbers; texts follow in the order of the parties."""
    return tuple(sorted(amounts, key=lambda amount: (amount.number is None, amount.number or 0)))


def result(answers: Iterable[Stance]) -> Result:
    """Apply the rule to the answers that count, one for each party that has one."""
    answers = list(answers)
    if len(answers) < 2:  # noqa: PLR2004 - a comparison needs two parties
        return Result.TOO_LITTLE
    if answers[0].named:
        different = len({answer.code for answer in answers})
        if different == 1:
            return Result.SAME
        return Result.DIFFERENT if different == len(answers) else Result.SOME_SAME
    sides, forms = {answer.side for answer in answers}, {answer.form for answer in answers}
    if Side.AGAINST not in sides:
        return Result.WITHIN_REACH if Side.BETWEEN in sides else Result.COMMON_GROUND
    if sides == {Side.AGAINST}:
        return Result.RULED_OUT
    return Result.DEADLOCKED if {"for-end", "against-end"} <= forms else Result.CONTESTED
