"""How programs follow a page: which feeds of changes and calendars there are.

There is a feed of the site and of each briefing, issue and party. Programs know entries by full URLs, so there are feeds only if
the URL of the site is known. A calendar of a briefing has its events on exact days, and its next review.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.backing import next_review
from generator.content.model import Briefing, TimelineEvent
from generator.language import Language
from generator.site.pages import links
from generator.site.pages.page import Feed, Follow
from generator.site.site import Site


def all_feeds(site: Site) -> Iterator[Feed]:
    """Yield every feed."""
    if site.publication.home_url:
        yield _site_feed(site)
        for briefing in site.corpus.briefings.values():
            yield _briefing_feed(site, briefing)
            yield from (_issue_feed(site, briefing, issue) for issue in briefing.about.issues)
        yield from (_party_feed(site, party) for party in site.corpus.parties)


def follow_of(site: Site, uri: str) -> Follow:
    """Return how programs follow the page at `uri`."""
    feeds, calendar = [], ""
    match uri.removesuffix(".md").split("/"):
        case ["briefings", slug, *rest]:
            briefing = site.corpus.briefings[slug]
            if dated_events(briefing):
                calendar = calendar_file(slug)
            if rest[0] == "issues" and rest[1] in briefing.about.issues:
                feeds.append(_issue_feed(site, briefing, rest[1]))
            feeds.append(_briefing_feed(site, briefing))
        case ["parties", party] if party in site.corpus.parties:
            feeds.append(_party_feed(site, party))
    feeds.append(_site_feed(site))
    return Follow(tuple(feeds) if site.publication.home_url else (), calendar)


def calendar_file(slug: str) -> str:
    """Return the path of the calendar of a briefing below the site."""
    return links.folder(links.briefing_page(slug)) + links.CALENDAR


class DatedEvent(NamedTuple):
    """An event of a briefing on a day: the item of its timeline by number, from 1, or its next review."""

    day: dt.date
    item: int = 0
    event: TimelineEvent | None = None


def dated_events(briefing: Briefing) -> list[DatedEvent]:
    """Return the events of a briefing on exact days, in the order of its timeline, and its next review if one is planned."""
    about = briefing.about
    found = [
        DatedEvent(event.date.first_day, item, event)
        for item, event in enumerate(about.timeline, 1)
        if event.date.day
    ]
    if about.review_every is not None:
        found.append(DatedEvent(next_review(about.reviewed_on, about.review_every)))
    return found


def _site_feed(site: Site) -> Feed:
    return Feed(_title(site.language, site.publication.name), links.HOME, site.language)


def _briefing_feed(site: Site, briefing: Briefing) -> Feed:
    language, page = _language(site, briefing), links.briefing_page(briefing.slug)
    return Feed(_title(language, briefing.about.title), page, language, briefing=briefing.slug)


def _issue_feed(site: Site, briefing: Briefing, issue: str) -> Feed:
    language, page = _language(site, briefing), links.issue_page(briefing.slug, issue)
    title = _title(language, f"{briefing.about.title}, {briefing.about.issues[issue].title}")
    return Feed(title, page, language, briefing=briefing.slug, issue=issue)


def _party_feed(site: Site, party: str) -> Feed:
    title = _title(site.language, site.corpus.parties[party].label)
    return Feed(title, links.party_page(party), site.language, party=party)


def _title(language: Language, name: str) -> str:
    what = language.say("Changes of position")
    return f"{name}: {what}" if name else what


def _language(site: Site, briefing: Briefing) -> Language:
    return Language(briefing.about.language) if briefing.about.language else site.language
