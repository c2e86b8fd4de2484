"""Corrections: every mistake that was published on the site, and what replaced it."""

from collections.abc import Iterator

from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the list of corrections, the newest first."""
    found = [
        (item, briefing) for briefing in site.corpus.briefings.values() for item in briefing.about.corrections
    ]
    yield PageSpec(
        uri=links.CORRECTIONS.uri,
        template="corrections.md.jinja",
        title=site.language.say("Corrections"),
        description=site.language.say("Published mistakes and their corrections."),
        context={"corrections": sorted(found, key=lambda pair: pair[0].date, reverse=True)},
    )
