"""Coverage: how much evidence each position has, where it is weak, and how much is cited of each party."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.analysis.backing import Backing, Gap, backing
from generator.language import N_, capital
from generator.site.pages import links
from generator.site.pages.entries import CellView
from generator.site.pages.page import PageSpec, PlannedPage, Target
from generator.site.pages.views import Views
from generator.site.parts import NOTHING, TODAY, parts
from generator.site.site import Site

_SOLID = N_("several independent sources")
_MEANINGS = {
    Gap.NO_POSITION: N_("The sources contain no position, the party did not state it, or it was withdrawn."),
    Gap.UNUSABLE: N_("A cited source is corrected, withheld or cancelled. The source’s page says why."),
    Gap.INFERRED: N_("The editors concluded it. No passage states it directly."),
    Gap.ONE_SOURCE: N_("All supporting passages come from one source."),
    Gap.ONE_ORIGIN: N_("The supporting sources have one origin, such as the same wire report."),
    Gap.STALE: "",  # depends on the briefing
    _SOLID: N_("At least two sources with different origins support it."),
}
MOST_ISSUES = 12  # issues in a list of gaps before it folds


@dataclass(frozen=True)
class State:
    """A state of positions: its name and meaning, how many are in it, and which, by issue."""

    name: str
    meaning: str
    number: str
    issues: list[tuple[str, list[tuple[str, Target]]]]


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the coverage of every briefing."""
    for slug, briefing in site.corpus.briefings.items():
        uri = links.coverage_page(slug).uri
        day = TODAY if briefing.about.review_every is not None else NOTHING
        yield PlannedPage(uri, partial(_page, Views(site, briefing)), parts(briefings=[slug]) | day)


def _page(views: Views) -> PageSpec:
    briefing, site, say = views.briefing, views.site, views.language.say
    cells = backing(briefing, views.analysis.tracks, site.corpus.sources, site.today)
    by_place = {(cell.party, cell.issue): cell for cell in cells}
    return views.page(
        links.coverage_page(briefing.slug),
        "coverage.md.jinja",
        say("What we looked for: %(title)s", title=briefing.about.title),
        {
            "rows": {
                row.issue: [(CellView(views, cell), by_place[cell.party, cell.issue]) for cell in row.cells]
                for row in views.analysis.matrix
            },
            "gap": Gap,
            "all_stale": all(Gap.STALE in cell.gaps for cell in cells),
            "most_issues": MOST_ISSUES,
            "states": list(_states(views, cells)),
        },
        description=say("How much evidence each position has, and how often each party is cited."),
    )


def _states(views: Views, cells: tuple[Backing, ...]) -> Iterator[State]:
    """Yield every state, also those without a position in them. Of a state that all positions are in, no list is needed."""
    say, number = views.language.say, views.language.number
    counts_overdue = views.about.review_every is not None
    for state, meaning in _MEANINGS.items():
        found = [cell for cell in cells if (cell.solid if state == _SOLID else state in cell.gaps)]
        counted = counts_overdue or state is not Gap.STALE
        yield State(
            name=capital(say(state)),
            meaning=say(meaning) if meaning else _overdue(views),
            number=say("%(num)s of %(all)s", num=number(len(found)), all=number(len(cells)))
            if counted
            else say("not counted"),
            issues=[
                (views.about.issues[issue].title, _places(views, list(group)))
                for issue, group in groupby(found, key=lambda cell: cell.issue)
                if len(found) < len(cells)
            ],
        )


def _overdue(views: Views) -> str:
    """Return what it means that a review is overdue, or why such reviews are not counted."""
    every, today = views.about.review_every, views.site.today
    if every is None:
        return views.language.say("The briefing sets no review period.")
    return views.language.count(
        "It was last reviewed more than %(num)s day before %(date)s.",
        "It was last reviewed more than %(num)s days before %(date)s.",
        every,
        date=views.language.date(today),
    )


def _places(views: Views, cells: list[Backing]) -> list[tuple[str, Target]]:
    """Return the parties of cells of one issue, each with its place on the issue's page; all of them as one item."""
    slug, issue = views.briefing.slug, cells[0].issue
    if len(cells) == len(views.about.parties) > 1:
        return [(views.language.say("all parties"), links.issue_page(slug, issue))]
    return [
        (views.party(cell.party), links.issue_page(slug, issue, links.party_id(cell.party))) for cell in cells
    ]
