"""A briefing's overview: the answer first, then who stands where, then all that a reader asks next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.backing import Gap, backing
from generator.analysis.history import changes_by_day
from generator.content.model import AnalysisKind, Briefing, BriefingStatus, Confidence
from generator.content.model.uses import Role
from generator.language import N_, Language
from generator.site.pages import links
from generator.site.pages.changes import change_lines
from generator.site.pages.cite import DATA, briefing_citation, cite_view
from generator.site.pages.heads import briefing_head
from generator.site.pages.matrix import matrix_context
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.pairs import pairs_context
from generator.site.pages.printed import printed_passages
from generator.site.pages.review import overdue
from generator.site.pages.sentences import Marker
from generator.site.pages.sourcelist import source_row
from generator.site.pages.tags import tag_links
from generator.site.pages.timeline import timeline_context
from generator.site.pages.views import KIND_NAMES, Views
from generator.site.site import Site

_DAYS = 6  # days with a table of their own on the page; all are on each of those
_LATEST = 3  # changes on the page; all are on a page of their own
STATUS_WORDS = {
    BriefingStatus.EXPLORATORY: N_("Exploratory"),
    BriefingStatus.ACTIVE: N_("Active"),
    BriefingStatus.STALLED: N_("Stalled"),
    BriefingStatus.AGREED: N_("Agreed"),
    BriefingStatus.COLLAPSED: N_("Collapsed"),
    BriefingStatus.CLOSED: N_("Closed"),
}
_NOTE_KINDS = {
    AnalysisKind.ASSESSMENT: N_("Assessment"),
    AnalysisKind.ASSUMPTION: N_("Assumption"),
    AnalysisKind.GAP: N_("Gap"),
    AnalysisKind.UNKNOWN: N_("Not known"),
    AnalysisKind.OUTLOOK: N_("Outlook"),
}
_CONFIDENCE = {
    Confidence.LOW: N_("Confidence: low"),
    Confidence.MODERATE: N_("Confidence: moderate"),
    Confidence.HIGH: N_("Confidence: high"),
}


@dataclass(frozen=True)
class NoteView:
    """An editors' note: what it is, the text with inline Markdown, and who signs it."""

    id: str
    kind: str
    text: str
    about: tuple[tuple[str, Target], ...]
    signed: str
    confidence: str
    markers: tuple[Marker, ...]


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the overview of every briefing."""
    for slug, briefing in site.corpus.briefings.items():
        views, about = Views(site, briefing), briefing.about
        days = list(changes_by_day(views.analysis.changes, briefing, site.corpus.sources))
        yield PageSpec(
            links.briefing_page(slug).uri,
            "overview.md.jinja",
            about.title,
            about.question,
            {
                **matrix_context(views, views.date(about.as_of)),
                **timeline_context(views),
                **pairs_context(views),
                "about": about,
                "cite": cite_view(briefing_citation(site, briefing), DATA),
                "strip": strip(site, briefing, views.language),
                "tags": tag_links(about.tags),
                "kinds": KIND_NAMES,
                "answer": views.claims(about.answer, Role.ANSWER),
                "background": views.claims(about.background, Role.BACKGROUND),
                "unknowns": views.claims(about.unknowns, Role.UNKNOWN),
                "thin": _thin(site, briefing),
                "coverage_page": links.coverage_page(slug),
                "latest": change_lines(views, [one for one in views.analysis.changes if one.before])[
                    :_LATEST
                ],
                "changes_page": links.changes_page(slug),
                "as_of": [(views.date(day), links.as_of_page(slug, day)) for day in days[:_DAYS]],
                "older_days": max(len(days) - _DAYS, 0),
                "notes": [_note(views, item) for item in range(len(about.analysis))],
                "method": links.METHOD,
                "corrections": [
                    (views.date(one.date), one)
                    for one in sorted(about.corrections, key=lambda one: one.date, reverse=True)
                ],
                "printed": printed_passages(views),
                "sources": [source_row(views, name) for name in views.analysis.coverage.sources],
                "independent": views.analysis.coverage.independent,
            },
            edit=briefing.about.location(),
            language=views.language,
            head=briefing_head(views),
        )


def strip(site: Site, briefing: Briefing, language: Language) -> list[tuple[str, str, str]]:
    """Give the status strip: label, value, and a badge in words where one is due."""
    about, coverage = briefing.about, site.analysis.briefings[briefing.slug].coverage
    say = language.say
    return [
        (say("Status"), say(STATUS_WORDS[about.status]), ""),
        (say("As of"), language.date(about.as_of), ""),
        (say("Reviewed"), language.date(about.reviewed_on), overdue(site, briefing, language)),
        (say("Sources"), language.number(len(coverage.sources)), ""),
        (say("Independent sources"), language.number(coverage.independent), ""),
    ]


def _thin(site: Site, briefing: Briefing) -> dict[str, int]:
    """Count the positions that are missing, and those that rest on one source."""
    cells = backing(briefing, site.analysis.briefings[briefing.slug].tracks, site.corpus.sources, site.today)
    return {
        "all": len(cells),
        "missing": sum(Gap.NO_POSITION in cell.gaps for cell in cells),
        "one": sum(Gap.ONE_SOURCE in cell.gaps or Gap.ONE_ORIGIN in cell.gaps for cell in cells),
    }


def _note(views: Views, item: int) -> NoteView:
    note, say = views.briefing.about.analysis[item], views.language.say
    return NoteView(
        f"bb-{Role.ANALYSIS}-{item + 1}",
        say(_NOTE_KINDS[note.kind]),
        note.text,
        tuple(
            (views.briefing.about.issues[name].title, links.issue_page(views.briefing.slug, name))
            for name in note.about
        ),
        f"{note.author}, {views.date(note.date)}",
        say(_CONFIDENCE[note.confidence]) if note.confidence else "",
        tuple(views.marker(one) for one in note.evidence),
    )
