"""What each position rests on, and where that is thin: for readers who weigh it, and editors who go on looking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.history import Track
from generator.content.model import (
    ABSENCES,
    Basis,
    Briefing,
    PartialDate,
    Position,
    Relation,
    Source,
    SourceStatus,
)
from generator.content.model.uses import position_uses
from generator.language import N_


class Gap(StrEnum):
    """Something that a reader should know of what a position rests on."""

    NO_POSITION = N_("no position on record")
    UNUSABLE = N_("source corrected, withheld or canceled")
    INFERRED = N_("inferred, not stated")
    ONE_SOURCE = N_("one source")
    ONE_ORIGIN = N_("several sources, one origin")
    STALE = N_("review overdue")


@dataclass(frozen=True)
class Backing:
    """A party's position on an issue, and what it rests on.

    `sources` counts those with a passage that supports it (no position stands without), `independent` their origins. `statuses` are those of cited
    sources that are not usable, each once, in the order of the format.
    """

    party: str
    issue: str
    gaps: tuple[Gap, ...]
    sources: int
    independent: int
    statuses: tuple[SourceStatus, ...] = ()

    @property
    def solid(self) -> bool:
        """Say whether it rests on several independent sources."""
        return self.independent > 1


def backing(
    briefing: Briefing,
    tracks: Mapping[tuple[str, str], Track],
    sources: Mapping[str, Source],
    today: dt.date | None,
) -> tuple[Backing, ...]:
    """Look at every cell of `briefing`, issue by issue. Without `today` no review is overdue."""
    return tuple(
        _backing(briefing, tracks[party, issue], sources, today)
        for issue in briefing.about.issues
        for party in briefing.about.parties
    )


def has_stance(position: Position) -> bool:
    """Say whether an entry takes a stance on any proposal: all others are absences or withdrawals."""
    held = position.stance
    codes = held.values() if isinstance(held, dict) else [held] if held else []
    return any(code not in ABSENCES for code in codes)


def is_overdue(briefing: Briefing, position: Position | None, today: dt.date | None) -> bool:
    """Say whether the review of an entry is overdue: its own, else the briefing's, as where there is no entry."""
    about = briefing.about
    if today is None or about.review_every is None:
        return False
    own = position.reviewed_on if position else None
    return today > next_review(own or about.reviewed_on, about.review_every)


def next_review(reviewed: PartialDate, every: int) -> dt.date:
    """Give the day on which a review is due, `every` days after the one of `reviewed`; the calendar’s last day, where it ends before."""
    try:
        return reviewed.last_day + dt.timedelta(days=every)
    except OverflowError:
        return dt.date.max


def _backing(
    briefing: Briefing, track: Track, sources: Mapping[str, Source], today: dt.date | None
) -> Backing:
    position, stale = track.current, is_overdue(briefing, track.newest, today)
    if position is None or not has_stance(position):
        gaps = (Gap.NO_POSITION, Gap.STALE) if stale else (Gap.NO_POSITION,)
        return Backing(track.party, track.issue, gaps, 0, 0)
    named = {one.source for one in position.evidence if one.relation is Relation.SUPPORTS}
    origins = {sources[name].origin for name in named}
    cited = {
        sources[use.evidence.source].about.status for use in position_uses("", track.party, position)
    } - {SourceStatus.USABLE}
    found = {
        Gap.UNUSABLE: bool(cited),
        Gap.INFERRED: position.basis is Basis.INFERRED,
        Gap.ONE_SOURCE: len(named) == 1,
        Gap.ONE_ORIGIN: len(named) > 1 and len(origins) == 1,
        Gap.STALE: stale,
    }
    return Backing(
        track.party,
        track.issue,
        tuple(gap for gap, there in found.items() if there),
        len(named),
        len(origins),
        tuple(status for status in SourceStatus if status in cited),
    )
