"""The matrix as a table for spreadsheets: one row for each party on each proposition, or on an issue without propositions."""

import csv
import io
from collections.abc import Iterator, Mapping
from functools import partial

from generator.analysis.basis import basis_of
from generator.analysis.matrix import Cell
from generator.analysis.stances import Stance
from generator.content.model import Kind
from generator.escape import csv_cell
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.cite import MATRIX_CSV
from generator.site.pages.results import ResultView
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

COLUMNS = (
    "issue", "issue_title", "proposition", "proposition_text", "party", "party_name", "stance", "stance_word", "side",
    "option", "amount", "unit", "reason", "basis", "as_of", "searched_until", "statement", "own_words", "reported", "assessment", "result", "counted", "page",
)  # fmt: skip


def exports(site: Site) -> Iterator[Export]:
    """Yield the table of each briefing. Its first character tells spreadsheets that it is Unicode."""
    for slug, briefing in site.corpus.briefings.items():
        path = links.folder(links.briefing_page(slug)) + MATRIX_CSV
        yield Export(path, partial(_file, Views(site, briefing)), parts(briefings=[slug]))


def _file(views: Views) -> bytes:
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    table.writerows(_rows(views))
    return text.getvalue().encode("utf-8-sig")


def _rows(views: Views) -> Iterator[Mapping[str, str]]:
    results = {(item.issue, item.proposition): ResultView(views, item) for item in views.analysis.results}
    for row in views.analysis.matrix:
        for cell in row.cells:
            for proposition, stance in cell.stances:
                values = _row(views, cell, proposition, stance) | {
                    "result": results[cell.issue, proposition].words,
                    "counted": results[cell.issue, proposition].counted,
                }
                yield {column: csv_cell(str(value or "")) for column, value in values.items()}


def _row(views: Views, cell: Cell, proposition: str, stance: Stance) -> dict[str, object]:
    """Return the values of a row, except the result: codes as editors wrote them, words in the briefing's language."""
    issue, position, counts = views.about.issues[cell.issue], cell.position, dict(cell.counts)
    has_basis = position and position.absence is None
    return {
        "issue": cell.issue,
        "issue_title": issue.title,
        "proposition": proposition,
        "proposition_text": issue.propositions[proposition].text if proposition else None,
        "party": cell.party,
        "party_name": views.site.corpus.parties[cell.party].name,
        "stance": None if stance.named else stance.code,
        "stance_word": views.word(stance).label,
        "side": stance.side,
        "option": position and position.option,
        "amount": position and position.amount,
        "unit": issue.unit,
        "reason": position and position.reason,
        "basis": basis_of(views.site.corpus, cell.party, position) if position and has_basis else None,
        "as_of": position and position.as_of,
        "searched_until": cell.searched_until,
        "statement": position and position.statement,
        "own_words": str(counts.get(Kind.QUOTE, 0)),
        "reported": str(counts.get(Kind.REPORTED, 0)),
        "assessment": str(counts.get(Kind.ASSESSMENT, 0)),
        "page": links.url(views.site.publication, links.issue_page(views.briefing.slug, cell.issue)),
    }
