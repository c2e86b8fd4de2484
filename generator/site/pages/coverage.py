"""Coverage: what each position rests on and where that is thin, and how much each party is heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.analysis.backing import Backing, Gap, backing
from generator.analysis.matrix import Cell
from generator.analysis.stances import Stance
from generator.language import N_, capital
from generator.site.pages import links
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.review import overdue
from generator.site.pages.treatment import treatment_context
from generator.site.pages.views import STATUS_NAMES, Views
from generator.site.site import Site

_MEANINGS = {
    Gap.NO_POSITION: N_("The sources carry none, the party did not state one, or it was withdrawn."),
    Gap.UNUSABLE: N_("A source that it cites is not usable as it stands. The source’s page says why."),
    Gap.INFERRED: N_("The editors conclude it: no passage says it in as many words."),
    Gap.ONE_SOURCE: N_("All passages that support it stand in one source."),
    Gap.ONE_ORIGIN: N_("The sources that support it rest on one origin, such as the same wire story."),
}
_SOLID = N_("several independent sources")
_SOLID_MEANING = N_("At least two sources of different origin support it.")
MOST_MARKS = 5  # of the marks for sources in a cell; the words beside them say how many there are
MOST_ISSUES = 12  # in a line of the list before it folds


@dataclass(frozen=True)
class CellView:
    """A cell: what the position rests on. `marks` has one for each source, true where it adds an origin.

    `absences` are given where there is no position. A note is (form, words); forms are `inferred`, `unusable` and
    `overdue`.
    """

    party: str
    absences: tuple[Stance, ...]
    words: str
    marks: tuple[bool, ...]
    notes: tuple[tuple[str, str], ...]
    target: Target


@dataclass(frozen=True)
class GapView:
    """A state of cells: what it is and means, how many are in it, and which, issue by issue."""

    name: str
    meaning: str
    number: str
    issues: tuple[tuple[str, tuple[tuple[str, Target], ...]], ...]
    folded: bool


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the coverage of every briefing."""
    for slug, briefing in site.corpus.briefings.items():
        views, about = Views(site, briefing), briefing.about
        say = views.language.say
        cells = backing(briefing, views.analysis.tracks, site.corpus.sources, site.today)
        yield PageSpec(
            links.coverage_page(slug).uri,
            "coverage.md.jinja",
            say("Coverage: %(title)s", title=about.title),
            say("What each position rests on, and how much each party is heard."),
            {
                "overdue": overdue(site, briefing, views.language),
                "briefing": (about.title, links.briefing_page(slug)),
                "method": links.METHOD,
                "parties": [site.corpus.parties[name].label for name in about.parties],
                "rows": list(_rows(views, cells)),
                "gaps": list(_gaps(views, cells)),
                **treatment_context(views),
            },
            edit=briefing.about.location(),
            language=views.language,
        )


def _rows(views: Views, cells: Iterable[Backing]) -> Iterator[tuple[str, Target, list[CellView]]]:
    found = {(cell.party, cell.issue): cell for cell in cells}
    for row in views.analysis.matrix:
        yield (
            views.briefing.about.issues[row.issue].title,
            links.issue_page(views.briefing.slug, row.issue),
            [_cell(views, cell, found[cell.party, cell.issue]) for cell in row.cells],
        )


def _cell(views: Views, cell: Cell, rests: Backing) -> CellView:
    say = views.language.say
    missing = Gap.NO_POSITION in rests.gaps
    notes = [("inferred", say(Gap.INFERRED))] if Gap.INFERRED in rests.gaps else []
    notes += [("unusable", say("source %(status)s", status=say(STATUS_NAMES[one]))) for one in rests.statuses]
    notes += [("overdue", say(Gap.STALE))] if Gap.STALE in rests.gaps else []
    shown = min(rests.sources, MOST_MARKS)
    return CellView(
        views.site.corpus.parties[cell.party].label,
        tuple(dict.fromkeys(views.word(held) for _, held in cell.stances)) if missing else (),
        _sources(views, rests),
        tuple(place < rests.independent for place in range(shown)),
        tuple(notes),
        _place(views, rests),
    )


def _sources(views: Views, rests: Backing) -> str:
    """Say how many sources support a position, and how many origins they have."""
    language = views.language
    if rests.sources == rests.independent > 1:
        return language.count("%(num)s independent source", "%(num)s independent sources", rests.independent)
    sources = language.count("%(num)s source", "%(num)s sources", rests.sources)
    if rests.sources == rests.independent:
        return sources
    return language.count(
        "%(sources)s, %(num)s origin", "%(sources)s, %(num)s origins", rests.independent, sources=sources
    )


def _gaps(views: Views, cells: tuple[Backing, ...]) -> Iterator[GapView]:
    """Give every state that is looked for, those in which no cell is too."""
    say = views.language.say
    of = len(cells)
    for gap, meaning in _MEANINGS.items():
        yield _state(views, gap, say(meaning), [cell for cell in cells if gap in cell.gaps], of)
    yield _stale(views, [cell for cell in cells if Gap.STALE in cell.gaps], of)
    yield _state(views, _SOLID, say(_SOLID_MEANING), [cell for cell in cells if cell.solid], of)


def _state(views: Views, name: str, meaning: str, found: list[Backing], of: int) -> GapView:
    language = views.language
    issues = tuple(
        _on_issue(views, issue, list(group)) for issue, group in groupby(found, key=lambda one: one.issue)
    )
    return GapView(
        capital(language.say(name)),
        meaning,
        language.say("%(num)s of %(all)s", num=language.number(len(found)), all=language.number(of)),
        issues,
        len(issues) > MOST_ISSUES,
    )


def _on_issue(views: Views, issue: str, found: list[Backing]) -> tuple[str, tuple[tuple[str, Target], ...]]:
    """Give an issue and the parties found on it: all of them in one word."""
    about = views.briefing.about
    title = about.issues[issue].title
    if len(found) == len(about.parties) > 1:
        return title, ((views.language.say("all parties"), links.issue_page(views.briefing.slug, issue)),)
    return title, tuple((views.site.corpus.parties[one.party].label, _place(views, one)) for one in found)


def _stale(views: Views, found: list[Backing], of: int) -> GapView:
    """Give the cells of which the review is overdue, or why that is not counted."""
    language, today, every = views.language, views.site.today, views.briefing.about.review_every
    if every is None:
        reason = language.say("The briefing names no time after which a review is due.")
    elif today is None:
        reason = language.say("Not counted here: this site was built without a date.")
    else:
        meaning = language.count(
            "It was last reviewed more than %(num)s day before %(date)s.",
            "It was last reviewed more than %(num)s days before %(date)s.",
            every,
            date=language.date(today),
        )
        return _state(views, Gap.STALE, meaning, found, of)
    return GapView(capital(language.say(Gap.STALE)), reason, language.say("not counted"), (), folded=False)


def _place(views: Views, cell: Backing) -> Target:
    return links.issue_page(views.briefing.slug, cell.issue, links.party_id(cell.party))
