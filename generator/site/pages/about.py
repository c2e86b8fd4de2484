"""The page About: who publishes the site, how it works, how to report a mistake, and what else there is."""

from collections.abc import Iterator
from functools import partial

from generator.site.pages import links
from generator.site.pages.changes import has_changes, has_corrections
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.parts import EVERYTHING, FILES
from generator.site.site import Site


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the page."""
    yield PlannedPage(links.ABOUT.uri, partial(_page, site), EVERYTHING | FILES)


def _page(site: Site) -> PageSpec:
    briefings = site.corpus.briefings.values()
    return PageSpec(
        uri=links.ABOUT.uri,
        template="about.md.jinja",
        title=site.language.say("About"),
        description=site.language.say("Who publishes this site, and how to report a mistake."),
        context={
            "publisher": site.publication.publisher,
            "own_text": site.publication.about,
            "in_repository": bool(site.publication.repository.report),
            "manuals": site.publication.manuals,
            "changes": has_changes(site),
            "corrections": has_corrections(site),
            "tags": any(briefing.about.tags for briefing in briefings),
            "glossary": bool(site.corpus.names),
        },
    )
