"""What to do next in a project: overdue reviews, positions with little support or without a date, drafts, sources without a hash or a use."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.analysis.backing import Backing, Gap, backing, is_overdue, next_review
from generator.content.model import Briefing
from generator.diagnostics import Severity
from generator.pipeline import Examined


def status(examined: Examined) -> Iterator[str]:
    """Yield the lines of a report for the editors on the day of the check."""
    corpus, analysis, today = examined.content.corpus, examined.content.analysis, examined.content.today
    for slug, briefing in corpus.briefings.items():
        cells = backing(briefing, analysis.briefings[slug].tracks, corpus.sources, today)
        draft = " (draft, not published)" if briefing.about.draft else ""
        yield f"{slug}: {briefing.about.title}{draft}"
        lines = (
            *_reviews(briefing, today),
            *_gaps(cells),
            *_undated(briefing),
            *_drafts(briefing),
            *_notes(briefing),
        )
        yield from (f"  {line}" for line in lines)
        yield ""
    if not corpus.briefings:
        yield "No briefing yet. Run in this order: briefing new source FILE, briefing new party, briefing new briefing"
        yield ""
    yield from _sources(examined)
    counts = Counter(diagnostic.severity for diagnostic in examined.diagnostics)
    problems = ", ".join(
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity in Severity
        if (count := counts[severity])
    )
    yield f"Check: {problems}. Run `briefing check` to see them." if problems else "Check: no problems."


def _reviews(briefing: Briefing, today: dt.date) -> Iterator[str]:
    about = briefing.about
    if about.review_every is None:
        yield f"Reviewed on {about.reviewed_on}; review_every does not say when the next review is due."
    else:
        due = next_review(about.reviewed_on, about.review_every)
        days_late = (today - due).days
        next_due = f"was due on {due}, {days_late} days ago" if days_late > 0 else f"is due on {due}"
        yield f"Reviewed on {about.reviewed_on}; the next review {next_due}."
    for party, file in briefing.positions.items():
        for position in file.positions:
            if position.date and position.date > about.reviewed_on and not position.reviewed_on:
                yield f"Not reviewed yet: {party} on {position.issue}, {position.date}."
            elif position.reviewed_on and is_overdue(briefing, position, today):
                yield f"Review overdue: {party} on {position.issue}, last reviewed on {position.reviewed_on}."


def _gaps(cells: tuple[Backing, ...]) -> Iterator[str]:
    """Yield for each gap the positions that have it; `_reviews` reports overdue reviews."""
    yield f"Positions: {len(cells)} cells in the table."
    for gap in Gap:
        found = [cell for cell in cells if gap in cell.gaps]
        if found and gap is not Gap.STALE:
            by_issue = groupby(found, key=lambda cell: cell.issue)
            places = [f"{issue}: {', '.join(cell.party for cell in group)}" for issue, group in by_issue]
            yield f"  {gap} ({len(found)}): {'; '.join(places)}"


def _drafts(briefing: Briefing) -> Iterator[str]:
    """Yield a line with the draft positions, if there are any."""
    places = [
        f"{party} on {position.issue}"
        for party, file in briefing.positions.items()
        for position in file.positions
        if position.draft
    ]
    if places:
        yield f"Draft positions, not published ({len(places)}): {', '.join(places)}"


def _undated(briefing: Briefing) -> Iterator[str]:
    """Yield a line with the positions that have no date, if there are any."""
    places = [
        f"{party} on {position.issue}"
        for party, file in briefing.positions.items()
        for position in file.positions
        if position.date is None
    ]
    if places:
        yield f"Positions without a date ({len(places)}): {', '.join(places)}"


def _notes(briefing: Briefing) -> Iterator[str]:
    """Yield each internal note of a briefing, with its place."""
    notes = [("Note", note) for note in briefing.about.internal]
    for name, issue in briefing.about.issues.items():
        notes += [(f"Note on {name}", note) for note in issue.internal]
    for party, file in briefing.positions.items():
        for position in file.positions:
            notes += [(f"Note, {party} on {position.issue}", note) for note in position.internal]
    yield from (f"{place}: {' '.join(note.split())}" for place, note in notes)


def _sources(examined: Examined) -> Iterator[str]:
    sources, uses = examined.content.corpus.sources, examined.content.analysis.uses
    yield f"Sources: {len(sources)} stored."
    unlocked = [name for name, source in sources.items() if source.about.sha256 is None]
    uncited = [name for name in sources if not uses.get(name)]
    if unlocked:
        yield f"  Without a hash ({len(unlocked)}): {', '.join(unlocked)}. Record it: briefing lock"
    if uncited:
        yield f"  Not cited ({len(uncited)}): {', '.join(uncited)}"
