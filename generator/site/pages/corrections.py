"""The log of corrections: every mistake that was published on the site, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.pages import links
from generator.site.pages.page import PageSpec, Target
from generator.site.site import Site


@dataclass(frozen=True)
class CorrectionView:
    """A correction in the words of a briefing's editors, in the briefing's `language`."""

    date: str
    briefing: str
    target: Target
    language: str
    was: str
    now: str
    reason: str


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the log, the newest correction first."""
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
                CorrectionView(
                    site.language.date(one.date),
                    briefing.about.title,
                    links.briefing_page(briefing.slug, "bb-corrections"),
                    briefing.about.language or site.language.code,
                    one.was,
                    one.now,
                    one.reason,
                )
                for one, briefing in sorted(found, key=lambda pair: pair[0].date, reverse=True)
            ],
            "changes": links.CHANGES,
        },
        language=site.language,
    )
