"""What the current answers to each question show, counted by a fixed rule. Results count positions; they predict nothing.

A question is a proposition, or the only question of an issue with options or amounts. Options and amounts are only counted:
which of them are close is not known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.basis import is_inferred
from generator.analysis.history import Tracks
from generator.analysis.matrix import current_answer
from generator.analysis.stances import Stance, options, scale_stances
from generator.content.model import UNCLEAR, Briefing, Side
from generator.language import N_

_SEVERAL = 2


class Finding(StrEnum):
    """The words of a result."""

    FOR_AND_AGAINST = N_("For and against")
    NONE_FOR = N_("No one for so far")
    NONE_AGAINST = N_("No one against so far")
    SAME = N_("All name the same")
    SOME_SAME = N_("Some name the same")
    DIFFERENT = N_("Each names a different one")
    ONE_POSITION = N_("Only one position found")
    UNCLEAR = N_("No clear position found")
    NOTHING = N_("No position found")


_RANKS = {Finding.FOR_AND_AGAINST: 0, Finding.ONE_POSITION: 2, Finding.UNCLEAR: 3, Finding.NOTHING: 4}
_SEVERAL_POSITIONS = 1
"""The rank of every finding that is not in `_RANKS`."""


@dataclass(frozen=True)
class Result:
    """What the answers to one question show: to a proposition, or to the empty question of an issue with options or amounts.

    `places` are (answer, parties with it), for each level of the scale, each option, or each amount that a party names,
    in their order. `not_counted` are (stance, parties) of unclear positions and absences. `inferred` are the parties whose
    position the editors inferred, clear or unclear.
    """

    issue: str
    proposition: str
    finding: Finding
    places: tuple[tuple[Stance, tuple[str, ...]], ...]
    not_counted: tuple[tuple[Stance, tuple[str, ...]], ...]
    inferred: frozenset[str]

    @property
    def positions(self) -> int:
        """Return how many parties have a clear position."""
        return sum(len(parties) for _, parties in self.places)

    @property
    def unclear(self) -> tuple[str, ...]:
        """Return the parties whose position is unclear."""
        return tuple(party for stance, found in self.not_counted if stance.code == UNCLEAR for party in found)

    @property
    def sides(self) -> Mapping[Side, tuple[tuple[Stance, ...], int]]:
        """Return the levels that parties have on each side of the proposition, and how many parties; empty sides are left out."""
        found: dict[Side, tuple[tuple[Stance, ...], int]] = {}
        for level, parties in self.places:
            if level.side and parties:
                levels, number = found.get(level.side, ((), 0))
                found[level.side] = ((*levels, level), number + len(parties))
        return {side: found[side] for side in Side if side in found}


def results(briefing: Briefing, tracks: Tracks) -> tuple[Result, ...]:
    """Return the result of every question, in the order of the briefing."""
    return tuple(
        _result(briefing, tracks, issue, question)
        for issue, about in briefing.about.issues.items()
        for question in about.questions
    )


def issue_order(briefing: Briefing, found: Iterable[Result]) -> tuple[str, ...]:
    """Return the issues in the order in which pages number them: the disputed ones first.

    First those with positions for and against, then with several positions, with one, with unclear ones only, with none.
    Of issues with the same rank, those with more positions come first, then the editors' order counts. An issue with several
    propositions has the rank of its most disputed one.
    """
    ranks: dict[str, tuple[int, int]] = {}
    for item in found:
        rank = (_RANKS.get(item.finding, _SEVERAL_POSITIONS), -item.positions)
        ranks[item.issue] = min(rank, ranks.get(item.issue, rank))
    return tuple(sorted(briefing.about.issues, key=ranks.__getitem__))


def _result(briefing: Briefing, tracks: Tracks, issue: str, question: str) -> Result:
    groups: dict[tuple[str, str], tuple[Stance, list[str]]] = {}
    for party in briefing.about.parties:
        answer = current_answer(briefing, tracks[party, issue], question)
        # Equal amounts are one group, however they are written; “no position recorded” is not “no position found”.
        key = (answer.code, "" if answer.counts else answer.label)
        groups.setdefault(key, (answer, []))[1].append(party)
    counted = [answer for answer, _ in groups.values() if answer.counts]
    off_scale = tuple((answer, tuple(found)) for answer, found in groups.values() if not answer.counts)
    about = briefing.about.issues[issue]
    possible = options(about) or scale_stances(briefing.scale_of(issue)) or _in_order(counted)
    holders = {answer.code: tuple(found) for answer, found in groups.values() if answer.counts}
    places = tuple((place, holders.get(place.code, ())) for place in possible)
    unclear = [party for answer, found in off_scale if answer.code == UNCLEAR for party in found]
    has_stance = [*(party for found in holders.values() for party in found), *unclear]
    return Result(
        issue=issue,
        proposition=question,
        finding=finding((answer for answer, found in places for _ in found), unclear=bool(unclear)),
        places=places,
        not_counted=off_scale,
        inferred=frozenset(party for party in has_stance if is_inferred(tracks[party, issue].current)),
    )


def _in_order(amounts: list[Stance]) -> tuple[Stance, ...]:
    """Return amounts in the order of their numbers; texts follow in the order of the parties."""
    return tuple(sorted(amounts, key=lambda amount: (amount.number is None, amount.number or 0)))


def finding(answers: Iterable[Stance], *, unclear: bool = False) -> Finding:
    """Apply the rule to the answers that count, one for each party that has one; `unclear`: a party's position is unclear."""
    answers = list(answers)
    if not answers:
        return Finding.UNCLEAR if unclear else Finding.NOTHING
    sides = {answer.side for answer in answers}
    if {Side.FOR, Side.AGAINST} <= sides:
        return Finding.FOR_AND_AGAINST
    if len(answers) < _SEVERAL:
        return Finding.ONE_POSITION
    if answers[0].named:
        different = len({answer.code for answer in answers})
        if different == 1:
            return Finding.SAME
        return Finding.DIFFERENT if different == len(answers) else Finding.SOME_SAME
    return Finding.NONE_FOR if Side.AGAINST in sides else Finding.NONE_AGAINST
