"""An issue: its block, then each party with all the evidence, the parties without a position, and what changed."""

from collections.abc import Iterator
from functools import partial

from generator.analysis.history import later_entries
from generator.analysis.matrix import Row
from generator.analysis.stances import Stance
from generator.site.pages import links
from generator.site.pages.blocks import issue_block
from generator.site.pages.cite import FILES, citation
from generator.site.pages.compare import has_comparison
from generator.site.pages.description import issue_description
from generator.site.pages.entries import CellView
from generator.site.pages.metadata import issue_head
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every issue."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        for row in views.analysis.matrix:
            uri = links.issue_page(slug, row.issue).uri
            yield PlannedPage(uri, partial(_issue_page, views, row), parts(briefings=[slug]))


def _issue_page(views: Views, row: Row) -> PageSpec:
    name, briefing = row.issue, views.briefing
    issue, cells = views.about.issues[name], {cell.party: CellView(views, cell) for cell in row.cells}
    names, number, block = views.analysis.order, views.number(name), issue_block(views, name)
    held = dict.fromkeys(row.cell.cell.party for question in block.questions for row in question.rows)
    return views.page(
        links.issue_page(briefing.slug, name),
        "issue.md.jinja",
        issue.title,
        {
            "issue": issue,
            "block_of": block,
            "comparable": has_comparison(views),
            "meanings": _meanings(list(cells.values())),
            "held": [cells[party] for party in held],
            "absent": _absent([cell for party, cell in cells.items() if party not in held]),
            "changes": [
                (cell, [ChangeView(views, change) for change in reversed(found)])
                for party, cell in cells.items()
                if (found := list(later_entries(briefing, views.analysis.tracks[party, name])))
            ],
            "previous": names[number - 2] if number > 1 else None,
            "following": names[number] if number < len(names) else None,
            "citation": citation(views.site, briefing, name),
            "citation_files": FILES,
            "data_files": {},
        },
        description=issue_description(views, name),
        edit=views.about.key_location("issues", name),
        head=issue_head(views, name),
    )


def _absent(cells: list[CellView]) -> list[tuple[Stance, list[CellView]]]:
    """Return the parties without a position by reason, in the order in which they come."""
    found: dict[Stance, list[CellView]] = {}
    for cell in cells:
        found.setdefault(cell.stances[0][1], []).append(cell)
    return list(found.items())


def _meanings(cells: list[CellView]) -> list[Stance]:
    """Return every stance of the parties that has a definition, each once."""
    found = dict.fromkeys(stance for cell in cells for _, stance in cell.stances)
    return [stance for stance in found if stance.definition]
