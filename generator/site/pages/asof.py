"""A briefing on each day on which a position changed: the matrix of that day, at a URL of its own.

A briefing without changes since its first entries has no such page. An entry without a date, or without an exact day, appears
in the tables from the first day on which the party certainly held the position.
"""

from collections.abc import Iterator

from generator.analysis import analysis_on
from generator.analysis.history import changes_by_day
from generator.site.pages import links
from generator.site.pages.matrix import matrix_context
from generator.site.pages.page import PageSpec
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.views import Views
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield a page for each day on which something changed, the newest first."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        by_day = changes_by_day(views.analysis.changes, briefing, site.corpus.sources)
        days = list(by_day)
        for index, (day, changes) in enumerate(by_day.items()):
            then = analysis_on(briefing, views.analysis, day, site.corpus.sources)
            heading = views.language.say("Positions on %(date)s", date=views.date(day))
            title = views.language.say("%(heading)s: %(title)s", heading=heading, title=briefing.about.title)
            entries = [entry for track in then.tracks.values() for entry in track.entries]
            yield views.page(
                links.as_of_page(slug, day),
                "asof.md.jinja",
                title,
                {
                    **matrix_context(Views(site, briefing, then)),
                    "unchanged": then.matrix == views.analysis.matrix,
                    "exact": all(entry.date and entry.date.day for entry in entries),
                    "heading": heading,
                    "day": day,
                    "days": days,
                    "earlier": days[index + 1] if index + 1 < len(days) else None,
                    "later": days[index - 1] if index else None,
                    "changes": [ChangeView(views, change) for change in changes],
                },
                searched=False,
            )
