"""Who stands where as a table for spreadsheets: one row for each party on each proposal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.analysis.matrix import Cell
from generator.analysis.stances import Stance
from generator.content.model import Kind
from generator.escape import csv_cell
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.cite import MATRIX_CSV
from generator.site.pages.views import Views
from generator.site.site import Site

COLUMNS = (
    "issue", "issue_title", "proposal", "proposal_text", "party", "party_name", "stance", "stance_word", "side",
    "basis", "as_of", "searched_until", "statement", "own_words", "reported", "assessment", "convergence", "page",
)  # fmt: skip


def exports(site: Site) -> Iterator[Export]:
    """Give the table of each briefing. Its first character says to spreadsheets that it is Unicode."""
    for briefing in site.corpus.briefings.values():
        written = io.StringIO(newline="")
        table = csv.writer(written, lineterminator="\r\n")
        table.writerow(COLUMNS)
        table.writerows([csv_cell(text) for text in row] for row in rows(Views(site, briefing)))
        folder = links.folder(links.briefing_page(briefing.slug))
        yield Export(folder + MATRIX_CSV, written.getvalue().encode("utf-8-sig"))


def rows(views: Views) -> Iterator[tuple[str, ...]]:
    """Give the rows, in declared order; codes as editors wrote them, words in the language of the briefing."""
    results = {(one.issue, one.proposal): one.result for one in views.analysis.convergence}
    for row in views.analysis.matrix:
        for cell in row.cells:
            for proposal, held in cell.stances:
                yield (
                    *_where(views, cell, proposal),
                    *_what(views, cell, held),
                    views.language.say(results[row.issue, proposal]),
                    links.url(views.site.publication, links.issue_page(views.briefing.slug, row.issue)),
                )


def _where(views: Views, cell: Cell, proposal: str) -> Iterator[str]:
    issue = views.briefing.about.issues[cell.issue]
    yield from (cell.issue, issue.title, proposal, issue.proposals[proposal].text)
    yield from (cell.party, views.site.corpus.parties[cell.party].name)


def _what(views: Views, cell: Cell, held: Stance) -> Iterator[str]:
    position, counts = cell.position, dict(cell.counts)
    yield from (held.code, views.word(held).label, str(held.side or ""))
    held_by_party = position is not None and position.absence is None
    yield str(position.basis) if position and held_by_party else ""
    yield str(position.as_of or "") if position else ""
    yield str(cell.searched_until)
    yield (position.statement or "") if position else ""
    yield from (str(counts.get(kind, 0)) for kind in Kind)
