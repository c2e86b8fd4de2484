"""Lists of briefings: home, with the newest changes of all, and the tags, the subjects by which readers find briefings."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.site.pages import links
from generator.site.pages.metadata import home_head
from generator.site.pages.overview import overview
from generator.site.pages.page import PageSpec, PlannedPage, Target
from generator.site.pages.position_changes import site_changes
from generator.site.pages.views import Views
from generator.site.site import Site

_NEWEST = 12  # changes on the page
_FILES = (
    "citation_files",
    "data_files",
    "source_files",
)  # named by their place in the folder of the overview
_WITH_KEY_POINTS = 6  # briefings; the others are a plain list


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the home page, and the list of all tags if a briefing has one."""
    briefings = site.corpus.briefings.values()
    yield PlannedPage(links.HOME.uri, partial(_home_of_one if len(briefings) == 1 else _home, site))
    if any(briefing.about.tags for briefing in briefings):
        yield PlannedPage(links.TAGS.uri, partial(_tags, site))


def _home_of_one(site: Site) -> PageSpec:
    """Build the home page of a site with one briefing: its overview, which stays the page that search engines list."""
    (slug,) = site.corpus.briefings
    page = overview(site, slug)
    folder = links.folder(Target(page.uri))
    files = {kind: {name: folder + file for name, file in page.context[kind].items()} for kind in _FILES}
    # Search engines list the overview, so that scripts do not find the URL of the home page in it.
    context = {**page.context, **files, "listed_elsewhere": True}
    return replace(page, uri=links.HOME.uri, context=context, canonical=page.uri, searched=False)


def _home(site: Site) -> PageSpec:
    """Build the home page of a site with several briefings, or with none yet."""
    briefings = [Views(site, briefing, language=site.language) for briefing in site.corpus.briefings.values()]
    briefings.sort(key=lambda views: views.about.as_of, reverse=True)
    say = site.language.say
    return PageSpec(
        uri=links.HOME.uri,
        template="home.md.jinja",
        title=say("Briefings"),
        description=say("Who stands where, and the exact words it rests on."),
        context={
            "briefings": briefings[:_WITH_KEY_POINTS],
            "others": briefings[_WITH_KEY_POINTS:],
            "tagged": any(views.about.tags for views in briefings),
            "changes": site_changes(site, site.analysis.changes[:_NEWEST]),
        },
        head=home_head(site),
    )


def _tags(site: Site) -> PageSpec:
    """Build the list of all tags with the briefings of each."""
    briefings = [Views(site, briefing, language=site.language) for briefing in site.corpus.briefings.values()]
    by_tag = {
        tag: [views for views in briefings if tag in views.about.tags]
        for tag in sorted({tag for views in briefings for tag in views.about.tags})
    }
    return PageSpec(
        uri=links.TAGS.uri,
        template="tags.md.jinja",
        title=site.language.say("Tags"),
        description=site.language.say("Briefings by subject"),
        context={"tags": by_tag},
    )
