"""A briefing's overview: the answer first, then positions, convergence, unknowns, timeline and sources."""

from collections.abc import Iterator, Mapping

from generator.analysis.backing import Gap, backing
from generator.analysis.history import days_of_tables
from generator.analysis.pairwise import Relation, pairs
from generator.content.model import Briefing
from generator.site.pages import links
from generator.site.pages.cite import DATA_FILES, FILES, SOURCE_FILES, citation
from generator.site.pages.matrix import matrix_context
from generator.site.pages.metadata import briefing_head
from generator.site.pages.page import PageSpec
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.printed import printed_paragraphs
from generator.site.pages.source import source_rows
from generator.site.pages.timeline import timeline_context
from generator.site.pages.views import Views
from generator.site.site import Site

_DAYS = 6  # links to tables of earlier days on the page
_LATEST = 3  # changes on the page
_ON_A_SCALE = (Relation.AGREE, Relation.PARTLY, Relation.CONTEST)
_NAMED = (Relation.SAME, Relation.DIFFERENT)


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the overview of every briefing."""
    for slug, briefing in site.corpus.briefings.items():
        views, about = Views(site, briefing), briefing.about
        analysis, named = views.analysis, _named_answers(views)
        days = days_of_tables(analysis.tracks, briefing, site.corpus.sources)
        yield views.page(
            links.briefing_page(slug),
            "overview.md.jinja",
            about.title,
            {
                **matrix_context(views),
                **timeline_context(views),
                "pairs": {(pair.first, pair.second): pair for pair in pairs(briefing, analysis.tracks)},
                "relations": _relations(briefing),
                "named": named,
                "weak": _weak_cells(views),
                "latest": [ChangeView(views, change) for change in analysis.changes[:_LATEST]],
                "days": days[:_DAYS],
                "older_days": max(len(days) - _DAYS, 0),
                "printed": printed_paragraphs(views),
                "sources": source_rows(site, analysis.coverage.sources, views.language, slug),
                "citation": citation(site, briefing),
                "citation_files": FILES,
                "data_files": DATA_FILES,
                "source_files": SOURCE_FILES,
            },
            head=briefing_head(views),
        )


def _relations(briefing: Briefing) -> list[Relation]:
    """Return how two answers can compare: on a scale, or as options and amounts."""
    on_a_scale = _ON_A_SCALE if briefing.scales else ()
    named = _NAMED if not all(map(briefing.scale_of, briefing.about.issues)) else ()
    return [*on_a_scale, *named, Relation.INCOMPARABLE]


def _named_answers(views: Views) -> Mapping[tuple[str, str], str]:
    """Return the options and amounts that parties name, by party and issue."""
    return {
        (cell.party, cell.issue): answer.label
        for row in views.analysis.matrix
        for cell in row.cells
        for _, answer in cell.stances
        if answer.named
    }


def _weak_cells(views: Views) -> Mapping[str, int]:
    """Return how many positions are missing, and how many have only one source or origin."""
    site = views.site
    cells = backing(views.briefing, views.analysis.tracks, site.corpus.sources, site.today)
    return {
        "all": len(cells),
        "missing": sum(Gap.NO_POSITION in cell.gaps for cell in cells),
        "single": sum(Gap.ONE_SOURCE in cell.gaps or Gap.ONE_ORIGIN in cell.gaps for cell in cells),
    }
