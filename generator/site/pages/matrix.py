"""The matrix and the convergence table as pages show them: of today, or as they stood on another day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.convergence import Convergence, Result
from generator.analysis.history import Standing
from generator.analysis.matrix import Cell
from generator.analysis.stances import WITHDRAWN, Stance, scale_stances, stance
from generator.content.model import ABSENCES, UNCLEAR, SourceStatus
from generator.language import capital
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.pages.sentences import Sentence
from generator.site.pages.views import KIND_SHORT, SIDE_NAMES, STATUS_NAMES, Views, is_inferred, proposal_name

_MANY_PARTIES = 6  # from here on a cell has room for the mark and its word alone
_MANY_ISSUES = 20
_TOO_WIDE = 9  # parties that fit on a wide screen; the table of more scrolls
_HARD_TO_SURVEY = 5  # issues or parties from which on filters help
_RESULTS = (*(result for result in Result if result is not Result.TOO_LITTLE), Result.TOO_LITTLE)
"""From the most agreement to the least, then where nothing can be said."""


@dataclass(frozen=True)
class CellView:
    """A cell of the matrix: one line for each proposal, what it says in short and in full, and what it rests on."""

    party: str
    key: str
    side: str
    lines: tuple[tuple[str, Stance], ...]
    absent: bool
    summary: Sentence | None
    statement: Sentence | None
    basis: str
    since: str
    inferred: bool
    counts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    target: Target


@dataclass(frozen=True)
class RowView:
    """A row of the matrix; `rank` is the place of its closest result among all results.

    `proposals` have a name where there are several, and their text. `results` hold a proposal, the result's name in addresses, its word and what it was computed from; one party has
    none. `absent` is a row in which nobody has a position.
    """

    id: str
    title: str
    target: Target
    proposals: tuple[tuple[str, str], ...]
    results: tuple[tuple[str, str, str, Convergence], ...]
    rank: int
    cells: tuple[CellView, ...]
    absent: bool


@dataclass(frozen=True)
class ConvergenceView:
    """A row of the convergence table; `counted` says how many parties it is computed from."""

    title: str
    target: Target
    result: str
    rule: str
    counted: str
    places: tuple[tuple[Stance, tuple[str, ...]], ...]
    not_counted: tuple[tuple[str, str], ...]


def matrix_context(views: Views, searched: str) -> Mapping[str, Any]:
    """Give what `matrix.html.jinja` and `convergence.html.jinja` need."""
    briefing, analysis = views.briefing, views.analysis
    parties = [(name, views.site.corpus.parties[name].label) for name in briefing.about.parties]
    rows = [_row(views, index) for index in range(len(analysis.matrix))]
    return {
        "matrix_id": "bb-matrix",
        "parties": parties,
        "rows": rows,
        "compact": len(parties) > _MANY_PARTIES or len(rows) > _MANY_ISSUES,
        "legend": legend(views),
        "wide": len(parties) > _TOO_WIDE,
        "tools": max(len(parties), len(rows)) >= _HARD_TO_SURVEY,
        "levels": len(briefing.about.scale),
        "results": [
            (_key(result), views.language.say(result))
            for result in _RESULTS
            if any(key == _key(result) for row in rows for _, key, _, _ in row.results)
        ],
        "counts_of_results": [
            (views.language.say(result), number)
            for result in Result
            if (number := sum(one.result is result for one in analysis.convergence))
        ],
        "searched": searched,
        "sides": sides(views),
        "convergence": [convergence_row(views, one) for one in analysis.convergence],
    }


def legend(views: Views) -> list[Stance]:
    """Give every mark that the matrix may show, in the order of the scale; a withdrawn position's where there is one."""
    briefing = views.briefing
    found = {one.code for row in views.analysis.matrix for cell in row.cells for _, one in cell.stances}
    others = (UNCLEAR, *ABSENCES, *({WITHDRAWN} & found))
    held = (*scale_stances(briefing), *(stance(briefing, code) for code in others))
    return [views.word(one) for one in held]


def sides(views: Views) -> list[tuple[str, int]]:
    """Give the sides of the scale in order, with how many levels each has."""
    held = [level.side for level in views.briefing.about.scale]
    return [(views.language.say(SIDE_NAMES[side]), held.count(side)) for side in dict.fromkeys(held)]


def _key(result: Result) -> str:
    """Name a result in addresses, in every language alike."""
    return result.name.lower().replace("_", "-")


def _row(views: Views, index: int) -> RowView:
    row, briefing = views.analysis.matrix[index], views.briefing
    found = [one for one in views.analysis.convergence if one.issue == row.issue and len(row.cells) > 1]
    cells = tuple(_cell(views, cell) for cell in row.cells)
    return RowView(
        f"bb-row-{row.issue}",
        briefing.about.issues[row.issue].title,
        links.issue_page(briefing.slug, row.issue),
        tuple(
            (proposal_name(briefing, row.issue, name), proposal.text)
            for name, proposal in briefing.about.issues[row.issue].proposals.items()
        ),
        tuple(
            (
                proposal_name(briefing, row.issue, one.proposal),
                _key(one.result),
                views.language.say(one.result),
                one,
            )
            for one in found
        ),
        min((_RESULTS.index(one.result) for one in found), default=0),
        cells,
        len(cells) > 1 and all(cell.absent for cell in cells) and len({cell.lines for cell in cells}) == 1,
    )


def _cell(views: Views, cell: Cell) -> CellView:
    held = [(name, views.word(one)) for name, one in cell.stances]
    found = {one.side for _, one in held}
    side = next(iter(found)) if len(found) == 1 else None
    lines = tuple((proposal_name(views.briefing, cell.issue, name), one) for name, one in held)
    position = None if cell.empty else cell.position
    return CellView(
        views.site.corpus.parties[cell.party].label,
        cell.party,
        str(side) if side else "",
        # What is absent for all proposals is said once.
        (("", lines[0][1]),) if cell.empty and len({one for _, one in lines}) == 1 else lines,
        cell.empty,
        views.in_short(position) if position else None,
        views.sentence(position.statement, position.evidence) if position and position.statement else None,
        views.basis(position) if position else "",
        views.date(position.date) if position else "",
        is_inferred(position),
        tuple((str(kind), f"{count} {views.language.say(KIND_SHORT[kind])}") for kind, count in cell.counts),
        _warnings(views, cell),
        _target(views, cell),
    )


def _warnings(views: Views, cell: Cell) -> tuple[str, ...]:
    """Name what is wrong with the sources of a position, each status once; nothing where all are usable."""
    sources, say = views.site.corpus.sources, views.language.say
    found = {sources[one.source].about.status for one in (cell.position.evidence if cell.position else ())}
    return tuple(
        say("source %(status)s", status=say(STATUS_NAMES[status]))
        for status in SourceStatus
        if status in found - {SourceStatus.USABLE}
    )


def _target(views: Views, cell: Cell) -> Target:
    """Give the party's place on the page of the issue; of a position that was superseded since, its own."""
    slug, position = views.briefing.slug, cell.position
    today = views.site.analysis.briefings[slug].tracks[cell.party, cell.issue]
    if position is not None and today.standing(position) is Standing.SUPERSEDED:
        return links.issue_page(slug, cell.issue, links.entry_id(cell.party, position))
    return links.issue_page(slug, cell.issue, links.party_id(cell.party))


def convergence_row(views: Views, one: Convergence) -> ConvergenceView:
    """Give a row of the convergence table."""
    briefing = views.briefing
    title = briefing.about.issues[one.issue].title
    proposal = proposal_name(briefing, one.issue, one.proposal)
    inferred = _inferred(views, one.issue)

    def names(parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(views.site.corpus.parties[party].label for party in parties)

    def standing(parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            views.language.say("%(party)s (inferred)", party=label) if party in inferred else label
            for party, label in zip(parties, names(parties), strict=True)
        )

    return ConvergenceView(
        f"{title}: {proposal}" if proposal else title,
        links.issue_page(briefing.slug, one.issue),
        capital(views.language.say(one.result)),
        views.language.say(one.rule),
        _counted(views, one),
        tuple((views.word(level), standing(parties)) for level, parties in one.places),
        tuple(
            (capital(views.word(held).label), ", ".join(names(parties))) for held, parties in one.not_counted
        ),
    )


def _inferred(views: Views, issue: str) -> frozenset[str]:
    """Give the parties whose current position on an issue editors concluded."""
    tracks = views.analysis.tracks
    return frozenset(
        party for party in views.briefing.about.parties if is_inferred(tracks[party, issue].current)
    )


def _counted(views: Views, one: Convergence) -> str:
    counted = [party for _, parties in one.places for party in parties]
    inferred, language = len(_inferred(views, one.issue).intersection(counted)), views.language
    said = language.say(
        "Counted: %(num)s of %(all)s parties",
        num=language.number(len(counted)),
        all=language.number(len(views.briefing.about.parties)),
    )
    return f"{said}, {language.say('%(num)s inferred', num=inferred)}." if inferred else f"{said}."
