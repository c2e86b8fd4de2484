"""Lists of changes: every change of a position word by word for a briefing, and in one line each for the site.

The list of corrections has every mistake that was published, and what replaced it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.analysis.history import changes_by_day
from generator.content.model import Briefing, Correction, PartialDate
from generator.site.pages import links
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.position_changes import ChangeView, site_changes
from generator.site.pages.views import Views
from generator.site.site import Site


@dataclass(frozen=True)
class Day:
    """What happened on a date. `table` is the matrix of that day, if there is one; corrections come with their briefing."""

    date: PartialDate
    table: Target | None
    changed: list[ChangeView] = field(default_factory=list)
    first: list[ChangeView] = field(default_factory=list)
    corrections: list[tuple[Briefing, Correction]] = field(default_factory=list)


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the list of changes of each briefing and of the site, and the list of corrections, the newest first."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        changes = [ChangeView(views, change) for change in views.analysis.changes]
        yield views.page(
            links.changes_page(slug),
            "changes.md.jinja",
            views.language.say("Changes: %(title)s", title=briefing.about.title),
            {"days": _days(changes, [briefing], _tables(views))},
        )
    briefings = list(site.corpus.briefings.values())
    yield PageSpec(
        uri=links.CHANGES.uri,
        template="allchanges.md.jinja",
        title=site.language.say("Changes"),
        description=site.language.say("Every change of a position, newest first."),
        context={
            "days": _days(site_changes(site, site.analysis.changes), briefings, {}),
            "several": len(briefings) > 1,
        },
    )
    corrections = [(item, briefing) for briefing in briefings for item in briefing.about.corrections]
    yield PageSpec(
        uri=links.CORRECTIONS.uri,
        template="corrections.md.jinja",
        title=site.language.say("Corrections"),
        description=site.language.say("Published mistakes and their corrections."),
        context={"corrections": sorted(corrections, key=lambda pair: pair[0].date, reverse=True)},
    )


def _tables(views: Views) -> Mapping[PartialDate, Target]:
    """Return the matrix of each date of changes; none for an inexact date whose changes count from several days."""
    days: dict[PartialDate, set[PartialDate]] = defaultdict(set)
    by_day = changes_by_day(views.analysis.changes, views.briefing, views.site.corpus.sources)
    for day, changes in by_day.items():
        for change in changes:
            days[change.date].add(day)
    return {
        date: links.as_of_page(views.briefing.slug, *found) for date, found in days.items() if len(found) == 1
    }


def _days(
    changes: list[ChangeView], briefings: list[Briefing], tables: Mapping[PartialDate, Target]
) -> list[Day]:
    """Group changes, and the corrections of `briefings`, by date, the newest first."""
    corrections = [(briefing, item) for briefing in briefings for item in briefing.about.corrections]
    dates = {view.change.date for view in changes} | {item.date for _, item in corrections}
    days = {date: Day(date, tables.get(date)) for date in sorted(dates, reverse=True)}
    for view in changes:
        day = days[view.change.date]
        (day.changed if view.before else day.first).append(view)
    for briefing, item in corrections:
        days[item.date].corrections.append((briefing, item))
    return list(days.values())
