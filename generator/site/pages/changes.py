"""Lists of changes: every change of a position word by word for a briefing, and in one line each for the site.

The list of the site ends after some hundred changes, and then leads to the lists of the briefings. The list of corrections has every mistake that was published, and what replaced it. A list with nothing in it has no page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from generator.analysis.history import Change, days_of_tables, effective_date
from generator.content.model import Correction, PartialDate
from generator.site.pages import links
from generator.site.pages.page import PageSpec, PlannedPage, Target
from generator.site.pages.position_changes import ChangeView, site_changes
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

MOST_CHANGES = 200
"""Changes and corrections in the list of the site: with twice as many, it would be slow on a phone."""


@dataclass(frozen=True)
class CorrectionView:
    """A correction of a briefing; `number` counts those of one date, from 1."""

    views: Views
    correction: Correction
    number: int

    @property
    def date(self) -> PartialDate:
        """Return the date of the correction."""
        return self.correction.date

    @property
    def briefing(self) -> str:
        """Return the briefing that was corrected."""
        return self.views.briefing.slug

    @property
    def listed(self) -> Target:
        """Return the place of the correction in its briefing's list of changes."""
        anchor = links.correction_id(self.correction.date, self.number)
        return links.changes_page(self.views.briefing.slug, anchor)


@dataclass(frozen=True)
class Older:
    """What the list of the site leaves out: the newest `date`, and the (title, list of changes) of each briefing that has more."""

    date: PartialDate
    briefings: tuple[tuple[str, Target], ...]


@dataclass(frozen=True)
class Day:
    """What happened on a date. `table` is the page of the positions on that day, if there is one."""

    date: PartialDate
    table: Target | None = None
    changed: list[ChangeView] = field(default_factory=list)
    corrections: list[CorrectionView] = field(default_factory=list)


def has_changes(site: Site, slug: str = "") -> bool:
    """Return whether a briefing, or any briefing, has a change or a correction, so that there is a list of them."""
    slugs = (slug,) if slug else tuple(site.corpus.briefings)
    return any(
        site.analysis.briefings[name].changes or site.corpus.briefings[name].about.corrections
        for name in slugs
    )


def has_corrections(site: Site) -> bool:
    """Return whether a mistake was corrected, so that there is a list of corrections."""
    return any(briefing.about.corrections for briefing in site.corpus.briefings.values())


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of changes of each briefing and of the site, and the list of corrections, the newest first."""
    for slug, briefing in site.corpus.briefings.items():
        if has_changes(site, slug):
            make = partial(_briefing_page, Views(site, briefing))
            yield PlannedPage(links.changes_page(slug).uri, make, parts(briefings=[slug]))
    if has_changes(site):
        yield PlannedPage(links.CHANGES.uri, partial(_site_page, site))
    if has_corrections(site):
        yield PlannedPage(links.CORRECTIONS.uri, partial(_corrections, site))


def _site_page(site: Site) -> PageSpec:
    listed, left = _newest([*site.analysis.changes, *all_corrections(site)])
    changes = site_changes(site, [item for item in listed if isinstance(item, Change)])
    corrections = [item for item in listed if isinstance(item, CorrectionView)]
    return PageSpec(
        uri=links.CHANGES.uri,
        template="allchanges.md.jinja",
        title=site.language.say("Changes"),
        description=site.language.say("Every change of a position, newest first."),
        context={
            "days": _days(changes, corrections),
            "older": _older(site, left) if left else None,
            "several": len(site.corpus.briefings) > 1,
        },
    )


def _newest(
    found: Iterable[Change | CorrectionView],
) -> tuple[list[Change | CorrectionView], list[Change | CorrectionView]]:
    """Divide changes and corrections into the newest, which are listed, and the others.

    A day is listed whole or not at all, unless it is the newest and has too many.
    """
    ordered = sorted(found, key=lambda item: item.date, reverse=True)
    first, rest = ordered[:MOST_CHANGES], ordered[MOST_CHANGES:]
    whole = [item for item in first if not rest or item.date > rest[0].date] or first
    return whole, ordered[len(whole) :]


def _older(site: Site, left: Sequence[Change | CorrectionView]) -> Older:
    briefings = site.corpus.briefings
    slugs = sorted({item.briefing for item in left}, key=list(briefings).index)
    return Older(
        left[0].date, tuple((briefings[slug].about.title, links.changes_page(slug)) for slug in slugs)
    )


def _corrections(site: Site) -> PageSpec:
    return PageSpec(
        uri=links.CORRECTIONS.uri,
        template="corrections.md.jinja",
        title=site.language.say("Corrections"),
        description=site.language.say("Published mistakes and their corrections."),
        context={"corrections": all_corrections(site)},
    )


def _briefing_page(views: Views) -> PageSpec:
    briefing, analysis = views.briefing, views.analysis
    days = _days([ChangeView(views, change) for change in analysis.changes], corrections_of(views))
    tables = days_of_tables(analysis.tracks, briefing, views.site.corpus.sources)
    dates = frozenset(tables)
    return views.page(
        links.changes_page(briefing.slug),
        "changes.md.jinja",
        views.language.say("Changes: %(title)s", title=briefing.about.title),
        {
            "days": [replace(day, table=_table(views, day, dates)) for day in days],
            "tables": tables,
            "older": None,
        },
        description=views.language.say("Every change of a position, newest first."),
    )


def _table(views: Views, day: Day, dates: frozenset[PartialDate]) -> Target | None:
    """Return the page of the positions after the changes of a date; None if they count from several days, or from none of `dates`."""
    briefing, sources = views.briefing, views.site.corpus.sources
    found = {effective_date(view.change.after, briefing, sources) for view in day.changed}
    return links.as_of_page(briefing.slug, *found) if len(found) == 1 and found <= dates else None


def corrections_of(views: Views) -> list[CorrectionView]:
    """Return the corrections of a briefing, the newest first."""
    counted: Counter[PartialDate] = Counter()
    found = []
    for item in views.about.corrections:
        counted[item.date] += 1
        found.append(CorrectionView(views, item, counted[item.date]))
    return sorted(found, key=lambda view: view.correction.date, reverse=True)


def all_corrections(site: Site) -> list[CorrectionView]:
    """Return the corrections of all briefings, in the language of the site, the newest first."""
    found = [
        item
        for briefing in site.corpus.briefings.values()
        for item in corrections_of(Views(site, briefing, language=site.language))
    ]
    return sorted(found, key=lambda view: view.correction.date, reverse=True)


def _days(changes: Sequence[ChangeView], corrections: Sequence[CorrectionView]) -> list[Day]:
    """Group changes and corrections by date, the newest first."""
    dates = {view.date for view in changes} | {view.correction.date for view in corrections}
    days = {date: Day(date) for date in sorted(dates, reverse=True)}
    for view in changes:
        days[view.date].changed.append(view)
    for item in corrections:
        days[item.correction.date].corrections.append(item)
    return list(days.values())
