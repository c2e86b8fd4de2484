"""Home: every briefing with its status, dates and parties, and the newest changes of all."""

from collections.abc import Iterator

from generator.site.pages import links
from generator.site.pages.metadata import home_head
from generator.site.pages.page import PageSpec
from generator.site.pages.position_changes import site_changes
from generator.site.pages.views import Views
from generator.site.site import Site

_NEWEST = 12  # changes on the page


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the home page. Of each briefing it shows the first sentence of the answer."""
    briefings = [Views(site, briefing, language=site.language) for briefing in site.corpus.briefings.values()]
    briefings.sort(key=lambda views: views.about.as_of, reverse=True)
    yield PageSpec(
        uri=links.HOME.uri,
        template="home.md.jinja",
        title=site.language.say("Briefings"),
        description=site.language.say("Each party’s position, with the exact words of the sources."),
        context={
            "briefings": briefings,
            "changes": site_changes(site, site.analysis.changes[:_NEWEST]),
        },
        head=home_head(site),
    )
