"""A briefing as it stood on each day on which a position changed: the matrix of that day, under an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis import as_it_stood
from generator.model import PartialDate
from generator.pages import links
from generator.pages.changes import change_lines
from generator.pages.matrix import matrix_context
from generator.pages.page import PageSpec
from generator.pages.views import Views
from generator.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Give a page for each day on which something changed."""
    for slug, briefing in site.corpus.briefings.items():
        today = Views(site, briefing)
        days = dates_of_change(today)
        for day in days:
            views = Views(site, briefing, as_it_stood(briefing, today.analysis, day))
            date = views.date(day)
            yield PageSpec(
                links.as_of_page(slug, day).uri,
                "asof.md.jinja",
                views.language.say(
                    "%(title)s: as it stood on %(date)s", title=briefing.about.title, date=date
                ),
                briefing.about.question,
                {
                    **matrix_context(views, date),
                    "briefing": (briefing.about.title, links.briefing_page(slug)),
                    "date": date,
                    "today": day == days[0],
                    "days": [(views.date(one), links.as_of_page(slug, one), one == day) for one in days],
                    "changes": change_lines(
                        views, [one for one in today.analysis.changes if one.date == day]
                    ),
                    "method": links.METHOD,
                },
                edit_uri=f"briefings/{slug}/briefing.yml",
                searched=False,
                language=views.language,
            )


def dates_of_change(views: Views) -> list[PartialDate]:
    """Give every day on which a position of a briefing changed, the newest first."""
    return sorted({change.date for change in views.analysis.changes}, reverse=True)
