"""How close the parties are on each proposal, computed from their current stances by a fixed rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.history import Tracks
from generator.analysis.matrix import current_code
from generator.analysis.stances import Stance, scale_stances, stance
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


@dataclass(frozen=True)
class Convergence:
    """How close the parties are on one proposal.

    `places` are (level, parties with that stance), for each level of the scale in its order.
    `not_counted` are (stance, parties) off the scale.
    """

    issue: str
    proposal: str
    result: Result
    places: tuple[tuple[Stance, tuple[str, ...]], ...]
    not_counted: tuple[tuple[Stance, tuple[str, ...]], ...]


def convergence(briefing: Briefing, tracks: Tracks) -> tuple[Convergence, ...]:
    """Return the convergence of every proposal, in the order of the briefing."""
    return tuple(
        _convergence_on(briefing, tracks, issue, proposal)
        for issue, about in briefing.about.issues.items()
        for proposal in about.proposals
    )


def _convergence_on(briefing: Briefing, tracks: Tracks, issue: str, proposal: str) -> Convergence:
    parties: dict[Stance, list[str]] = {}
    for party in briefing.about.parties:
        code = current_code(tracks[party, issue], proposal)
        parties.setdefault(stance(briefing, code), []).append(party)
    return Convergence(
        issue=issue,
        proposal=proposal,
        result=result(stance for stance, holders in parties.items() for _ in holders if stance.on_scale),
        places=tuple((level, tuple(parties.get(level, ()))) for level in scale_stances(briefing.about.scale)),
        not_counted=tuple(
            (stance, tuple(holders)) for stance, holders in parties.items() if not stance.on_scale
        ),
    )


def result(stances: Iterable[Stance]) -> Result:
    """Apply the rule to the stances on the scale, one for each party that has one."""
    stances = list(stances)
    sides, forms = {stance.side for stance in stances}, {stance.form for stance in stances}
    if len(stances) < 2:  # noqa: PLR2004 - a comparison needs two parties
        return Result.TOO_LITTLE
    if Side.AGAINST not in sides:
        return Result.WITHIN_REACH if Side.BETWEEN in sides else Result.COMMON_GROUND
    if sides == {Side.AGAINST}:
        return Result.RULED_OUT
    return Result.DEADLOCKED if {"for-end", "against-end"} <= forms else Result.CONTESTED
