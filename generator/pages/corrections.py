"""The log of corrections: every mistake that was published on the site, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import links
from generator.pages.page import PageSpec
from generator.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the log."""
    found = [
        (one, briefing) for briefing in site.corpus.briefings.values() for one in briefing.about.corrections
    ]
    yield PageSpec(
        links.CORRECTIONS.uri,
        "corrections.md.jinja",
        site.language.say("Corrections"),
        site.language.say("Mistakes that were published, and what stands there now."),
        {
            "corrections": [
                (site.language.date(one.date), briefing.about.title, links.briefing_page(briefing.slug), one)
                for one, briefing in sorted(found, key=lambda pair: pair[0].date, reverse=True)
            ]
        },
        language=site.language,
    )
