"""Lists of briefings: home, with the newest changes of all, and the tags, the subjects by which readers find briefings."""

from collections.abc import Iterator

from generator.site.pages import links
from generator.site.pages.metadata import home_head
from generator.site.pages.page import PageSpec
from generator.site.pages.position_changes import site_changes
from generator.site.pages.views import Views
from generator.site.site import Site

_NEWEST = 12  # changes on the page


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the home page, and the list of all tags if a briefing has one.

    The home page shows the first sentence of the answer of each briefing.
    """
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
    by_tag = {
        tag: [item for item in site.corpus.briefings.values() if tag in item.about.tags]
        for tag in sorted({tag for views in briefings for tag in views.about.tags})
    }
    if by_tag:
        yield PageSpec(
            uri=links.TAGS.uri,
            template="tags.md.jinja",
            title=site.language.say("Tags"),
            description=site.language.say("Briefings by subject."),
            context={"tags": by_tag},
        )
