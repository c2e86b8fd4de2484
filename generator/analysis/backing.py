"""What each position rests on, and where that is thin: for readers who weigh it, and editors who go on looking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.history import Track
from generator.language import N_
from generator.model import Basis, Briefing, Position, Relation, Source, SourceStatus


class Gap(StrEnum):
    """Something that a reader should know of what a position rests on."""

    NO_POSITION = N_("no position")
    UNUSABLE = N_("rests on a source that is not usable")
    INFERRED = N_("inferred, not stated")
    ONE_SOURCE = N_("one source")
    ONE_ORIGIN = N_("several sources of one origin")
    STALE = N_("review overdue")


@dataclass(frozen=True)
class Backing:
    """A party's position on an issue, the gaps in what it rests on, and the number of independent sources for it."""

    party: str
    issue: str
    gaps: tuple[Gap, ...]
    independent: int


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


def _backing(
    briefing: Briefing, track: Track, sources: Mapping[str, Source], today: dt.date | None
) -> Backing:
    position = track.current
    if position is None or position.absence:
        return Backing(track.party, track.issue, (Gap.NO_POSITION,), 0)
    named = {one.source for one in position.evidence if one.relation is Relation.SUPPORTS}
    origins = {sources[name].origin for name in named}
    found = {
        Gap.UNUSABLE: any(
            sources[one.source].about.status is not SourceStatus.USABLE for one in position.evidence
        ),
        Gap.INFERRED: position.basis is Basis.INFERRED,
        Gap.ONE_SOURCE: len(named) == 1,
        Gap.ONE_ORIGIN: len(named) > 1 and len(origins) == 1,
        Gap.STALE: is_overdue(briefing, position, today),
    }
    return Backing(
        track.party, track.issue, tuple(gap for gap, there in found.items() if there), len(origins)
    )


def is_overdue(briefing: Briefing, position: Position, today: dt.date | None) -> bool:
    """Say whether the review of a position is overdue: its own, else the briefing's."""
    about = briefing.about
    if today is None or about.review_every is None:
        return False
    reviewed = (position.reviewed_on or about.reviewed_on).last_day
    return today > reviewed + dt.timedelta(days=about.review_every)
