"""Coverage: what each position rests on and where that is thin, and how much each party is heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.backing import Backing, Gap, backing
from generator.analysis.treatment import Treatment
from generator.model import Kind
from generator.pages import links
from generator.pages.page import PageSpec, Target
from generator.pages.views import KIND_NAMES, Views
from generator.site import Site


@dataclass(frozen=True)
class BackingView:
    """A cell: what is to be known of what the position rests on."""

    party: str
    empty: bool
    words: tuple[str, ...]
    target: Target


@dataclass(frozen=True)
class TreatmentView:
    """A party in the table of equal treatment, in words."""

    party: str
    target: Target
    positions: str
    passages: tuple[str, ...]
    words: str
    sources: str
    oldest: str
    newest: str
    speakers: tuple[str, ...]


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the coverage of every briefing."""
    for slug, briefing in site.corpus.briefings.items():
        views, about = Views(site, briefing), briefing.about
        say = views.language.say
        cells = backing(briefing, views.analysis.tracks, site.corpus.sources, site.today)
        yield PageSpec(
            links.coverage_page(slug).uri,
            "coverage.md.jinja",
            say("Coverage: %(title)s", title=about.title),
            say("What each position rests on, and how much each party is heard."),
            {
                "briefing": (about.title, links.briefing_page(slug)),
                "today": site.today is not None and about.review_every is not None,
                "parties": [site.corpus.parties[name].label for name in about.parties],
                "rows": [
                    (
                        issue.title,
                        links.issue_page(slug, name),
                        [_cell(views, cell) for cell in cells if cell.issue == name],
                    )
                    for name, issue in about.issues.items()
                ],
                "gaps": [
                    (say(gap), found)
                    for gap in Gap
                    if (found := [_named(views, cell) for cell in cells if gap in cell.gaps])
                ],
                "kinds": [say(KIND_NAMES[kind]) for kind in Kind],
                "treatment": [_treatment(views, one) for one in views.analysis.treatment],
            },
            edit_uri=f"briefings/{slug}/briefing.yml",
            language=views.language,
        )


def _cell(views: Views, cell: Backing) -> BackingView:
    language = views.language
    words = [language.say(gap) for gap in cell.gaps]
    if cell.independent > 1:
        words.append(
            language.count("%(num)s independent source", "%(num)s independent sources", cell.independent)
        )
    return BackingView(
        views.site.corpus.parties[cell.party].label,
        Gap.NO_POSITION in cell.gaps,
        tuple(words),
        links.issue_page(views.briefing.slug, cell.issue, links.party_id(cell.party)),
    )


def _named(views: Views, cell: Backing) -> tuple[str, Target]:
    party = views.site.corpus.parties[cell.party].label
    issue = views.briefing.about.issues[cell.issue].title
    return f"{party}, {issue}", links.issue_page(views.briefing.slug, cell.issue, links.party_id(cell.party))


def _treatment(views: Views, one: Treatment) -> TreatmentView:
    language, party = views.language, views.site.corpus.parties[one.party]
    speakers = []
    for name, number in one.speakers:
        who = party.speakers.get(name)
        role = f"{who.name}, {who.role}" if who and who.role else who.name if who else name
        speakers.append(f"{role} ({language.number(number)})")
    return TreatmentView(
        party.label,
        links.party_page(one.party),
        language.say("%(num)s of %(all)s", num=one.positions, all=len(views.briefing.about.issues)),
        tuple(language.number(one.passages.get(kind, 0)) for kind in Kind),
        language.number(one.words),
        language.say("%(num)s, %(independent)s independent", num=one.sources, independent=one.independent),
        views.date(one.oldest),
        views.date(one.newest),
        tuple(speakers),
    )
