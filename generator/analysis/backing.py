"""How well sources support each position. Readers can judge it, and editors see where to search further."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.history import Track, Tracks
from generator.content import model
from generator.content.model.uses import position_uses
from generator.language import N_


class Gap(StrEnum):
    """A weakness of a position that readers should know."""

    NO_POSITION = N_("no position recorded")
    UNUSABLE = N_("source corrected, withheld or cancelled")
    INFERRED = N_("inferred, not stated")
    ONE_SOURCE = N_("one source")
    ONE_ORIGIN = N_("several sources, one origin")
    STALE = N_("review overdue")


@dataclass(frozen=True)
class Backing:
    """The support for a party's position on an issue.

    `sources` is the number of sources with a passage that supports the position, `independent` the number of their
    origins. `statuses` are those of cited sources that are not usable, each once, in the order of the format.
    """

    party: str
    issue: str
    gaps: tuple[Gap, ...]
    sources: int = 0
    independent: int = 0
    statuses: tuple[model.SourceStatus, ...] = ()

    @property
    def solid(self) -> bool:
        """Return whether several independent sources support the position."""
        return self.independent > 1


def backing(
    briefing: model.Briefing, tracks: Tracks, sources: Mapping[str, model.Source], today: dt.date
) -> tuple[Backing, ...]:
    """Return the backing of every position, issue by issue, on the day `today`."""
    return tuple(
        _backing_of(tracks[party, issue], briefing, sources, today)
        for issue in briefing.about.issues
        for party in briefing.about.parties
    )


def has_stance(position: model.Position) -> bool:
    """Return whether an entry names an option or an amount, or has a stance on a proposition that is not an absence."""
    if position.option or position.amount:
        return True
    stance = position.stance
    codes = stance.values() if isinstance(stance, dict) else [stance] if stance else []
    return any(code not in model.ABSENCES for code in codes)


def is_overdue(briefing: model.Briefing, position: model.Position | None, today: dt.date) -> bool:
    """Return whether the review of an entry is overdue. An entry without its own review has the briefing's."""
    about = briefing.about
    if about.review_every is None:
        return False
    own_review = position.reviewed_on if position else None
    return today > next_review(own_review or about.reviewed_on, about.review_every)


def overdue_reviews(briefing: model.Briefing, today: dt.date) -> int:
    """Return how many of the dates of reviews in a briefing are too long ago."""
    about = briefing.about
    if about.review_every is None:
        return 0
    files = briefing.positions.values()
    reviews = {about.reviewed_on, *(item.reviewed_on for file in files for item in file.positions)} - {None}
    return sum(today > next_review(date, about.review_every) for date in reviews if date)


def next_review(reviewed: model.PartialDate, every: int) -> dt.date:
    """Return the day of the next review, `every` days after `reviewed`; at most the last day of the calendar."""
    try:
        return reviewed.last_day + dt.timedelta(days=every)
    except OverflowError:
        return dt.date.max


def _backing_of(
    track: Track, briefing: model.Briefing, sources: Mapping[str, model.Source], today: dt.date
) -> Backing:
    position, overdue = track.current, is_overdue(briefing, track.newest, today)
    if position is None or not has_stance(position):
        gaps = (Gap.NO_POSITION, Gap.STALE) if overdue else (Gap.NO_POSITION,)
        return Backing(track.party, track.issue, gaps)
    supporting = {item.source for item in position.evidence if item.relation is model.Relation.SUPPORTS}
    # `briefing status` also reports on projects in which a cited source has errors.
    origins = {sources[name].origin for name in supporting if name in sources}
    cited = {use.evidence.source for use in position_uses("", track.party, position)}
    statuses = {sources[name].about.status for name in cited if name in sources} - {model.SourceStatus.USABLE}
    has_gap = {
        Gap.UNUSABLE: bool(statuses),
        Gap.INFERRED: position.basis is model.Basis.INFERRED,
        Gap.ONE_SOURCE: len(supporting) == 1,
        Gap.ONE_ORIGIN: len(supporting) > 1 and len(origins) == 1,
        Gap.STALE: overdue,
    }
    return Backing(
        party=track.party,
        issue=track.issue,
        gaps=tuple(gap for gap, found in has_gap.items() if found),
        sources=len(supporting),
        independent=len(origins),
        statuses=tuple(status for status in model.SourceStatus if status in statuses),
    )
