"""Home: every briefing with its status, dates and parties, and the newest changes of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.model.uses import Role
from generator.site.pages import links
from generator.site.pages.changes import newest
from generator.site.pages.heads import home_head
from generator.site.pages.overview import strip
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.sentences import Sentence
from generator.site.pages.tags import tag_links
from generator.site.pages.views import Views
from generator.site.site import Site

NEWEST = 12  # changes on the page


@dataclass(frozen=True)
class BriefingLine:
    """A briefing in the list: its answer in one sentence, its facts, and each party with the way to its page."""

    id: str
    title: str
    question: str
    lead: Sentence | None
    target: Target
    strip: list[tuple[str, str, str]]
    tags: list[tuple[str, Target]]
    parties: list[tuple[str, Target]]


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the home page."""
    briefings = sorted(site.corpus.briefings.values(), key=lambda one: one.about.as_of, reverse=True)
    yield PageSpec(
        links.HOME.uri,
        "home.md.jinja",
        site.language.say("Briefings"),
        site.language.say("Who stands where, and the exact words it rests on."),
        {
            "briefings": [
                BriefingLine(
                    links.briefing_id(one.slug),
                    one.about.title,
                    one.about.question,
                    _lead(Views(site, one).said_in(site.language)),
                    links.briefing_page(one.slug),
                    strip(site, one, site.language),
                    tag_links(one.about.tags),
                    [(site.corpus.parties[name].label, links.party_page(name)) for name in one.about.parties],
                )
                for one in briefings
            ],
            "changes": newest(site, site.analysis.changes[:NEWEST]),
            "named": len(briefings) > 1,
            "changes_page": links.CHANGES,
            "method": links.METHOD,
        },
        language=site.language,
        head=home_head(site),
    )


def _lead(views: Views) -> Sentence | None:
    """Give the first sentence of a briefing's answer."""
    return next(iter(views.claims(views.briefing.about.answer, Role.ANSWER)), None)
