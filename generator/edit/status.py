"""What is left to do in a project: reviews that are due, positions that rest on little, texts whose hash is not recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from generator.analysis.backing import Backing, Gap, backing, is_overdue, next_review
from generator.content.model import Briefing
from generator.diagnostics import Severity
from generator.pipeline import Examined


def status(examined: Examined, today: dt.date) -> Iterator[str]:
    """Tell, line by line, what an editor should look at next, counted on the day `today`."""
    corpus, analysis = examined.content.corpus, examined.content.analysis
    for slug, briefing in corpus.whole().briefings.items():
        cells = backing(briefing, analysis.briefings[slug].tracks, corpus.sources, today)
        yield f"{slug}: {briefing.about.title}"
        yield from (f"  {line}" for line in (*_review(briefing, today), *_cells(cells)))
        yield ""
    if not corpus.briefings:
        yield "There is no briefing yet: briefing new briefing begins one."
        yield ""
    yield from _sources(examined)
    faults = {one: sum(found.severity is one for found in examined.diagnostics) for one in Severity}
    told = ", ".join(
        f"{number} {one}{'' if number == 1 else 's'}" for one, number in faults.items() if number
    )
    yield f"Faults: {f'{told}; briefing check tells them.' if told else 'none.'}"


def _review(briefing: Briefing, today: dt.date) -> Iterator[str]:
    about = briefing.about
    reviewed = about.reviewed_on
    if about.review_every is None:
        yield f"Reviewed {reviewed}; no time is set after which a review is due (review_every)."
    else:
        due = next_review(reviewed, about.review_every)
        late = (today - due).days
        yield f"Reviewed {reviewed}; the next review {f'was due on {due}, {late} days ago.' if late > 0 else f'is due on {due}.'}"
    for party, file in briefing.positions.items():
        for one in file.positions:
            if one.date and one.date > reviewed and not one.reviewed_on:
                yield f"Not reviewed since it was written: {party} on {one.issue}, {one.date}."
            elif one.reviewed_on and is_overdue(briefing, one, today):
                yield f"Review overdue: {party} on {one.issue}, last on {one.reviewed_on}."


def _cells(cells: tuple[Backing, ...]) -> Iterator[str]:
    """Tell, for each gap, in which cells it is; an overdue review is told for the briefing."""
    yield f"Positions: {len(cells)} cells of the table."
    for gap in Gap:
        found = [cell for cell in cells if gap in cell.gaps]
        if found and gap is not Gap.STALE:
            by_issue = groupby(found, key=lambda cell: cell.issue)
            where = "; ".join(f"{issue}: {', '.join(one.party for one in some)}" for issue, some in by_issue)
            yield f"  {gap} ({len(found)}): {where}"


def _sources(examined: Examined) -> Iterator[str]:
    sources, uses = examined.content.corpus.sources, examined.content.analysis.uses
    yield f"Sources: {len(sources)} stored."
    unlocked = [name for name, one in sources.items() if one.about.sha256 is None]
    uncited = [name for name in sources if not uses.get(name)]
    if unlocked:
        yield f"  No hash recorded ({len(unlocked)}): {', '.join(unlocked)}. Record it: briefing lock"
    if uncited:
        yield f"  Nothing rests on ({len(uncited)}): {', '.join(uncited)}"
