"""An issue: what is proposed, all parties side by side, the evidence word for word, and how positions changed."""

from collections.abc import Iterator, Mapping

from generator.analysis.history import later_entries
from generator.content.model import Relation
from generator.site.pages import links
from generator.site.pages.cite import FILES, citation
from generator.site.pages.description import issue_description
from generator.site.pages.entries import CellView
from generator.site.pages.labels import LABELS
from generator.site.pages.metadata import issue_head
from generator.site.pages.page import PageSpec
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.results import ResultView
from generator.site.pages.views import Views
from generator.site.site import Site

_SIDE_BY_SIDE = 6  # columns of the comparison; more parties are rows


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the page of every issue."""
    for briefing in site.corpus.briefings.values():
        views = Views(site, briefing)
        for row in views.analysis.matrix:
            yield _issue_page(views, row.issue, [CellView(views, cell) for cell in row.cells])


def _issue_page(views: Views, name: str, columns: list[CellView]) -> PageSpec:
    briefing, issue = views.briefing, views.about.issues[name]
    names, number = views.analysis.order, views.number(name)
    shown_claims = [
        role
        for role in LABELS.claims
        if any(column.newest and role in column.newest.claims for column in columns)
    ]
    return views.page(
        links.issue_page(briefing.slug, name),
        "issue.md.jinja",
        issue.title,
        {
            "number": number,
            "issue": issue,
            "results": [
                (issue.propositions.get(item.proposition), ResultView(views, item))
                for item in views.analysis.results
                if item.issue == name
            ],
            "evidence": _evidence_counts(views, columns),
            "columns": columns,
            "claim_roles": shown_claims,
            "has_reasons": any(column.newest and column.newest.reason for column in columns),
            "answer_name": views.answer_name(name),
            "rows": len(columns) > _SIDE_BY_SIDE,
            "changes": [
                (column, [ChangeView(views, change) for change in reversed(found)])
                for column in columns
                if (found := list(later_entries(briefing, views.analysis.tracks[column.cell.party, name])))
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


def _evidence_counts(views: Views, columns: list[CellView]) -> Mapping[str, int]:
    """Return how many passages and sources support the current positions."""
    current = [column.cell.position for column in columns if column.cell.position]
    evidence = [item for position in current for item in position.evidence]
    of_claims = [item for position in current for *_, claim in position.claims for item in claim.evidence]
    supporting = sum(item.relation is Relation.SUPPORTS for item in evidence)
    sources = {item.source for item in (*evidence, *of_claims)}
    return {
        "supporting": supporting,
        "other": len(evidence) - supporting,
        "of_claims": len(of_claims),
        "sources": len(sources),
        "independent": len({views.site.corpus.sources[name].origin for name in sources}),
    }
