"""What the pages of a briefing, of a source and the home page say of themselves to programs."""

from __future__ import annotations

from dataclasses import replace

from generator.content.model import Source
from generator.site.pages import links
from generator.site.pages.linked_data import briefing_data, home_data, issue_data, source_data
from generator.site.pages.page import Head
from generator.site.pages.views import Views
from generator.site.site import Site

PICTURE = "social.png"
"""The picture of a page, in its folder."""


def briefing_head(views: Views) -> Head:
    """Give what an overview says of itself."""
    return _article(views, briefing_data(views))


def issue_head(views: Views, issue: str) -> Head:
    """Give what an issue's page says of itself; its picture is the briefing's."""
    return replace(_article(views, issue_data(views, issue)), within=views.briefing.about.title)


def source_head(site: Site, source: Source) -> Head:
    """Give what a source's page says of itself."""
    return Head(linked_data=source_data(site, source))


def home_head(site: Site) -> Head:
    """Give what the home page says of the site."""
    return Head(linked_data=home_data(site))


def _article(views: Views, linked_data: dict[str, object]) -> Head:
    about = views.briefing.about
    return Head(
        "article",
        str(about.reviewed_on),
        links.folder(links.briefing_page(views.briefing.slug)) + PICTURE,
        views.language.say(
            "%(title)s. %(question)s As of %(date)s.",
            title=about.title,
            question=about.question,
            date=views.date(about.as_of),
        ),
        linked_data,
    )
