"""A briefing as it stood on each day on which a position changed: the matrix of that day, under an address of its own.

A briefing of which nothing has changed since its first entries has no such page. An entry without an exact day stands
in the tables from the day on which the position had certainly been taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.analysis import as_it_stood
from generator.analysis.history import changes_by_day
from generator.content.model import PartialDate
from generator.site.pages import links
from generator.site.pages.changes import change_lines
from generator.site.pages.matrix import matrix_context
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.review import overdue
from generator.site.pages.views import Views
from generator.site.site import Site

_FOLDED = 12  # days from which on the list of them is folded


def pages(site: Site) -> Iterator[PageSpec]:
    """Give a page for each day on which something changed."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        found = changes_by_day(views.analysis.changes, briefing, site.corpus.sources)
        days = list(found)
        for index, day in enumerate(days):
            heading = views.language.say("As it stood on %(date)s", date=views.date(day))
            yield PageSpec(
                links.as_of_page(slug, day).uri,
                "asof.md.jinja",
                views.language.say("%(heading)s: %(title)s", heading=heading, title=briefing.about.title),
                briefing.about.question,
                {
                    **_table(views, day),
                    "overdue": overdue(site, briefing, views.language),
                    "briefing": (briefing.about.title, links.briefing_page(slug)),
                    "heading": heading,
                    "earlier": _day(views, days[index + 1 : index + 2]),
                    "later": _day(views, days[max(index - 1, 0) : index]),
                    "days": [(views.date(one), links.as_of_page(slug, one), one == day) for one in days],
                    "folded": len(days) > _FOLDED,
                    "changes": change_lines(views, found[day]),
                    "method": links.METHOD,
                },
                edit=briefing.about.location(),
                searched=False,
                language=views.language,
            )


def _table(today: Views, day: PartialDate) -> dict[str, Any]:
    """Give the matrix and the convergence of a day, and whether they are still those of today."""
    site, briefing = today.site, today.briefing
    then = as_it_stood(briefing, today.analysis, day, site.corpus.sources)
    views = Views(site, briefing, then)
    return {
        **matrix_context(views, today.date(min(day, briefing.about.as_of))),
        "still": then.matrix == today.analysis.matrix,
        "exact": all(
            one.date is None or one.date.day for track in then.tracks.values() for one in track.entries
        ),
    }


def _day(views: Views, days: Sequence[PartialDate]) -> tuple[str, Target] | None:
    """Give a day and its page; None where there is none."""
    return next(((views.date(day), links.as_of_page(views.briefing.slug, day)) for day in days), None)
