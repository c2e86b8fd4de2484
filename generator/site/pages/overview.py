"""A briefing's overview: the summary, the table at a glance, a block for each issue, and the rest behind short heads."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.analysis.backing import next_review
from generator.analysis.history import days_of_tables
from generator.language import N_
from generator.site.pages import links
from generator.site.pages.attribution import joined, voice
from generator.site.pages.blocks import evidence_opens, issue_blocks
from generator.site.pages.cite import DATA_FILES, FILES, SOURCE_FILES, citation
from generator.site.pages.description import briefing_description
from generator.site.pages.glance import glance
from generator.site.pages.labels import LABELS
from generator.site.pages.metadata import briefing_head
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.printed import printed_paragraphs
from generator.site.pages.source import source_rows
from generator.site.pages.timeline import MOST_CHANGES, timeline_entries
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

_DAYS = 6  # links to tables of earlier days on the page
_LATEST = 3  # changes on the page


@dataclass(frozen=True)
class Caveat:
    """How far to trust a briefing: its sources, what is known about an only source, and its dates."""

    sources: str
    details: str
    dates: str


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the overview of every briefing."""
    for slug in site.corpus.briefings:
        yield PlannedPage(
            links.briefing_page(slug).uri, partial(overview, site, slug), parts(briefings=[slug])
        )


def overview(site: Site, slug: str) -> PageSpec:
    """Return the overview of a briefing."""
    briefing = site.corpus.briefings[slug]
    views = Views(site, briefing)
    analysis, blocks = views.analysis, issue_blocks(views)
    days = days_of_tables(analysis.tracks, briefing, site.corpus.sources)
    return views.page(
        links.briefing_page(slug),
        "overview.md.jinja",
        briefing.about.title,
        {
            "caveat": caveat(views),
            "blocks": blocks,
            "evidence_opens": evidence_opens(
                row for block in blocks if block.words for row in block.first_rows
            ),
            "glance": glance(views, blocks),
            "timeline": timeline_entries(views),
            "timeline_ends": len(analysis.changes) > MOST_CHANGES,
            "changes": len(analysis.changes),
            "latest": [ChangeView(views, change) for change in analysis.changes[:_LATEST]],
            "days": days[:_DAYS],
            "older_days": max(len(days) - _DAYS, 0),
            "printed": printed_paragraphs(views, {block.issue for block in blocks if block.words}),
            "sources": source_rows(site, analysis.coverage.sources, views.language, slug),
            "citation": citation(site, briefing),
            "citation_files": FILES,
            "data_files": DATA_FILES,
            "source_files": SOURCE_FILES,
        },
        description=briefing_description(views),
        head=briefing_head(views),
    )


def caveat(views: Views) -> Caveat:
    """Return how far to trust a briefing, in words."""
    about, language = views.about, views.language
    sources, independent = len(views.analysis.coverage.sources), views.analysis.coverage.independent
    dates = [language.say("Sources checked up to %(date)s.", date=views.date(about.as_of))]
    reviewed = views.date(about.reviewed_on)
    if about.review_every is None:
        dates.append(language.say("Reviewed %(date)s.", date=reviewed))
    else:
        due = language.date(next_review(about.reviewed_on, about.review_every))
        dates.append(language.say("Reviewed %(date)s, next review due %(due)s.", date=reviewed, due=due))
    details = ""
    if sources == 0:
        text = language.say("No source cited.")
    elif sources == 1:
        text, details = language.say("Only one source:"), _only_source(views)
    elif independent == sources:
        text = language.count(
            "%(num)s source, independent.", "%(num)s sources, all independent of each other.", sources
        )
    else:
        text = language.count(
            "%(num)s source, %(independent)s of them independent.",
            "%(num)s sources, %(independent)s of them independent of each other.",
            sources,
            independent=language.number(independent),
        )
    return Caveat(text, details, " ".join(dates))


def _only_source(views: Views) -> str:
    """Return what is known about the only source, and what is not recorded."""
    say, source = views.language.say, views.site.corpus.sources[views.analysis.coverage.sources[0]]
    about, kind = source.about, say(LABELS.a_source[source.about.kind])
    facts = {
        N_("publisher"): about.publisher,
        N_("author"): voice(views.site, views.language, source) or about.byline,
        N_("date"): views.date(about.published),
    }
    known = ", ".join(filter(None, facts.values()))
    missing = joined(views.language, [say(name) for name, value in facts.items() if not value])
    if not known:
        return say("%(kind)s whose %(missing)s are not recorded.", kind=kind, missing=missing)
    if not missing:
        return say("%(kind)s (%(known)s).", kind=kind, known=known)
    return say("%(kind)s (%(known)s; not recorded: %(missing)s).", kind=kind, known=known, missing=missing)
