"""How close the parties are on each proposal, computed from current declared stances by a fixed rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.history import Track
from generator.analysis.matrix import current_code
from generator.analysis.stances import Stance, scale_stances, stance
from generator.content.model import Briefing, Side
from generator.language import N_


class Result(StrEnum):
    """The computed word."""

    TOO_LITTLE = N_("too little evidence")
    COMMON_GROUND = N_("common ground")
    WITHIN_REACH = N_("within reach")
    CONTESTED = N_("contested")
    DEADLOCKED = N_("deadlocked")
    RULED_OUT = N_("ruled out")


RULES_IN_WORDS: Mapping[Result, str] = {
    Result.TOO_LITTLE: N_("Fewer than two parties have a current stance on the scale."),
    Result.COMMON_GROUND: N_("Every stance on the scale is for."),
    Result.WITHIN_REACH: N_("No stance on the scale is against, and at least one is between."),
    Result.CONTESTED: N_("At least one stance is for or between, and at least one is against."),
    Result.DEADLOCKED: N_("Stances are on both sides, and both ends of the scale are taken."),
    Result.RULED_OUT: N_("Every stance on the scale is against."),
}


@dataclass(frozen=True)
class Convergence:
    """How close the parties are on one proposal.

    `places` has one entry for each level of the scale, in its order, with the parties that stand there;
    `not_counted` the parties off the scale, by their stance.
    """

    issue: str
    proposal: str
    result: Result
    places: tuple[tuple[Stance, tuple[str, ...]], ...]
    not_counted: tuple[tuple[Stance, tuple[str, ...]], ...]

    @property
    def rule(self) -> str:
        """Give the rule that led to the result, in words."""
        return RULES_IN_WORDS[self.result]


def convergence(briefing: Briefing, tracks: Mapping[tuple[str, str], Track]) -> tuple[Convergence, ...]:
    """Compute the convergence of every proposal of `briefing`, in declared order."""
    return tuple(
        _on_proposal(briefing, tracks, issue, proposal)
        for issue in briefing.about.issues
        for proposal in briefing.about.issues[issue].proposals
    )


def _on_proposal(
    briefing: Briefing, tracks: Mapping[tuple[str, str], Track], issue: str, proposal: str
) -> Convergence:
    taken: dict[Stance, list[str]] = {}
    for party in briefing.about.parties:
        taken.setdefault(stance(briefing, current_code(tracks[party, issue], proposal)), []).append(party)
    return Convergence(
        issue,
        proposal,
        result([held for held, parties in taken.items() for _ in parties if held.on_scale]),
        tuple((level, tuple(taken.get(level, ()))) for level in scale_stances(briefing)),
        tuple((held, tuple(parties)) for held, parties in taken.items() if not held.on_scale),
    )


def result(stances: Iterable[Stance]) -> Result:
    """Apply the rule to the stances on the scale, one for each party that has one."""
    held = list(stances)
    sides, forms = {one.side for one in held}, {one.form for one in held}
    if len(held) < 2:  # noqa: PLR2004 - two parties make a comparison
        return Result.TOO_LITTLE
    if Side.AGAINST not in sides:
        return Result.WITHIN_REACH if Side.BETWEEN in sides else Result.COMMON_GROUND
    if sides == {Side.AGAINST}:
        return Result.RULED_OUT
    return Result.DEADLOCKED if {"for-end", "against-end"} <= forms else Result.CONTESTED
