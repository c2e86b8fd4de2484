"""Sources in tables: on a briefing's overview and on the list of all sources."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages import links
from generator.pages.page import Target
from generator.site import Site


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
    passages: int
    briefings: int
    target: Target


def source_row(site: Site, name: str, slug: str | None = None) -> SourceRow:
    """Give the row of a source: in the briefing `slug`, or in the whole site."""
    about = site.corpus.sources[name].about
    found = [use for use in site.analysis.uses[name] if slug in (None, use.briefing)]
    return SourceRow(
        site.analysis.briefings[slug].coverage.number(name) if slug else 0,
        about.title,
        about.title.startswith("[") and about.title.endswith("]"),
        about.language,
        about.publisher or "not recorded",
        about.published.words if about.published else "not recorded",
        str(about.status),
        len({use.evidence.selector for use in found}),
        len({use.briefing for use in found}),
        links.source_page(name),
    )
