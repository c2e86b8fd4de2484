"""Home: every briefing with its status, dates and parties, and the newest changes of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.history import Change
from generator.analysis.stances import Stance
from generator.pages import links
from generator.pages.overview import strip
from generator.pages.page import PageSpec, Target
from generator.pages.sentences import Piece
from generator.pages.views import Views
from generator.site import Site

NEWEST = 12  # changes on the page


@dataclass(frozen=True)
class BriefingLine:
    """A briefing in the list: its facts, and each party with the way to its page."""

    id: str
    title: str
    question: str
    target: Target
    strip: list[tuple[str, str, str]]
    parties: list[tuple[str, Target]]


@dataclass(frozen=True)
class ChangeLine:
    """A change of a position: each proposal on which the stance changed, with the one before (none at first)."""

    date: str
    briefing: str
    party: str
    issue: str
    moves: tuple[tuple[str, Stance | None, Stance], ...]
    summary: tuple[Piece, ...]
    target: Target


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the home page."""
    briefings = sorted(site.corpus.briefings.values(), key=lambda one: one.about.as_of, reverse=True)
    yield PageSpec(
        links.HOME.uri,
        "home.md.jinja",
        "Briefings",
        "Who stands where, and the exact words it rests on.",
        {
            "briefings": [
                BriefingLine(
                    links.briefing_id(one.slug),
                    one.about.title,
                    one.about.question,
                    links.briefing_page(one.slug),
                    strip(site, one),
                    [(site.corpus.parties[name].label, links.party_page(name)) for name in one.about.parties],
                )
                for one in briefings
            ],
            "changes": [change_line(site, one) for one in site.analysis.changes[:NEWEST]],
            "method": links.METHOD,
        },
    )


def change_line(site: Site, change: Change) -> ChangeLine:
    """Give a change in a reader's words."""
    briefing = site.corpus.briefings[change.briefing]
    views = Views(site, briefing)
    before = dict(views.stances(change.issue, change.before)) if change.before else {}
    after = views.stances(change.issue, change.after)
    return ChangeLine(
        change.date.words,
        briefing.about.title if len(site.corpus.briefings) > 1 else "",
        site.corpus.parties[change.party].label,
        briefing.about.issues[change.issue].title,
        tuple((name, before.get(name), held) for name, held in after if before.get(name) != held),
        views.in_short(change.after),
        links.issue_page(change.briefing, change.issue, links.party_id(change.party)),
    )
