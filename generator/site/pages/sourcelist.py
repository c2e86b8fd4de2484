"""Sources in tables: on a briefing's overview and on the list of all sources."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.model import SourceStatus
from generator.language import Language
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.pages.views import STATUS_NAMES, Views
from generator.site.site import Site


@dataclass(frozen=True)
class SourceRow:
    """A source in a table; `number` is its number in the briefing, `passages` how many of them are cited."""

    number: int
    title: str
    bracketed: bool
    language: str
    publisher: str
    date: str
    status: str
    usable: bool
    passages: int
    briefings: int
    target: Target


def source_row(views: Views, name: str) -> SourceRow:
    """Give the row of a source in a briefing."""
    slug = views.briefing.slug
    return _row(views.site, views.language, name, views.analysis.coverage.number(name), slug)


def site_row(site: Site, name: str) -> SourceRow:
    """Give the row of a source in the whole site."""
    return _row(site, site.language, name, 0, None)


def _row(site: Site, language: Language, name: str, number: int, slug: str | None) -> SourceRow:
    about = site.corpus.sources[name].about
    found = [use for use in site.analysis.uses[name] if slug in (None, use.briefing)]
    return SourceRow(
        number,
        about.title,
        about.title.startswith("[") and about.title.endswith("]"),
        about.language,
        about.publisher or language.say("not recorded"),
        language.date(about.published) if about.published else language.say("not recorded"),
        language.say(STATUS_NAMES[about.status]),
        about.status is SourceStatus.USABLE,
        len({use.evidence.selector for use in found}),
        len({use.briefing for use in found}),
        links.source_page(name),
    )
