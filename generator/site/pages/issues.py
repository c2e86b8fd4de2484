"""The list of the issues of a briefing that has more than its navigation holds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.pages.views import Views
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Give a list for each briefing of many issues."""
    for slug, briefing in site.corpus.briefings.items():
        if len(briefing.about.issues) <= links.MOST:
            continue
        views = Views(site, briefing)
        yield PageSpec(
            links.issues_page(slug).uri,
            "issues.md.jinja",
            views.language.say("Issues: %(title)s", title=briefing.about.title),
            briefing.about.question,
            {
                "briefing": (briefing.about.title, links.briefing_page(slug)),
                "issues": [
                    (issue.title, issue.question, links.issue_page(slug, name))
                    for name, issue in briefing.about.issues.items()
                ],
            },
            edit=briefing.about.location(),
            language=views.language,
        )
