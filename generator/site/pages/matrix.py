"""The matrix of stances and the convergence table: of today, or of an earlier day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.convergence import Convergence, Result
from generator.analysis.stances import WITHDRAWN, Stance, scale_stances
from generator.analysis.stances import stance as stance_of
from generator.content.model import ABSENCES, UNCLEAR
from generator.site.pages.entries import CellView, is_inferred
from generator.site.pages.views import Views

_MANY_PARTIES = 6  # from here on a cell holds only the mark and the word of a stance
_MANY_ISSUES = 20
_TOO_WIDE = 9  # more parties than this do not fit on a wide screen, so the table scrolls
_FILTERS_HELP = 5  # issues or parties from which on the table has filters
_RESULTS = (*(result for result in Result if result is not Result.TOO_LITTLE), Result.TOO_LITTLE)
"""From the most agreement to the least, then the result that says too little is known."""


@dataclass(frozen=True)
class ConvergenceRow:
    """How close the parties are on a proposal; `name` is empty when the issue has only one proposal."""

    views: Views
    convergence: Convergence

    @property
    def name(self) -> str:
        """Return the name of the proposal, if its issue has several."""
        return self.views.proposal_name(self.convergence.issue, self.convergence.proposal)

    @property
    def title(self) -> str:
        """Return the title of the issue, with the name of the proposal."""
        return self.views.proposal_title(self.convergence.issue, self.convergence.proposal)

    @property
    def counted(self) -> str:
        """Return how many parties the result is computed from, in words."""
        parties = [party for _, level in self.convergence.places for party in level]
        inferred, language = sum(map(self._is_inferred, parties)), self.views.language
        words = language.say(
            "Counted: %(num)s of %(all)s parties",
            num=language.number(len(parties)),
            all=language.number(len(self.views.about.parties)),
        )
        return f"{words}, {language.say('%(num)s inferred', num=inferred)}." if inferred else f"{words}."

    @property
    def places(self) -> list[tuple[Stance, list[str]]]:
        """Return each level of the scale with the names of the parties on it."""
        return [
            (self.views.word(level), [self._name(party) for party in parties])
            for level, parties in self.convergence.places
        ]

    @property
    def not_counted(self) -> list[tuple[Stance, list[str]]]:
        """Return the stances off the scale, each with the names of its parties."""
        return [
            (self.views.word(stance), [self.views.party(party) for party in parties])
            for stance, parties in self.convergence.not_counted
        ]

    def _name(self, party: str) -> str:
        name = self.views.party(party)
        inferred = self._is_inferred(party)
        return self.views.language.say("%(party)s (inferred)", party=name) if inferred else name

    def _is_inferred(self, party: str) -> bool:
        return is_inferred(self.views.analysis.tracks[party, self.convergence.issue].current)


@dataclass(frozen=True)
class RowView:
    """An issue in the matrix, with the convergence of its proposals."""

    cells: list[CellView]
    results: list[ConvergenceRow]

    @property
    def rank(self) -> int:
        """Return the place of the closest result among all results, from 0."""
        return min((_RESULTS.index(item.convergence.result) for item in self.results), default=0)

    @property
    def absent(self) -> bool:
        """Return whether several parties have the same absence, so that one cell shows it for all."""
        same = len({cell.stances for cell in self.cells}) == 1
        return len(self.cells) > 1 and same and all(cell.cell.empty for cell in self.cells)


def matrix_context(views: Views) -> Mapping[str, Any]:
    """Build what the templates of the matrix and the convergence table need."""
    parties = [(party, views.party(party)) for party in views.about.parties]
    convergence = [ConvergenceRow(views, item) for item in views.analysis.convergence]
    rows = {
        row.issue: RowView(
            cells=[CellView(views, cell) for cell in row.cells],
            results=[
                item for item in convergence if item.convergence.issue == row.issue and len(parties) > 1
            ],
        )
        for row in views.analysis.matrix
    }
    counts = Counter(item.convergence.result for item in convergence)
    return {
        "parties": parties,
        "rows": rows,
        "compact": len(parties) > _MANY_PARTIES or len(rows) > _MANY_ISSUES,
        "wide": len(parties) > _TOO_WIDE,
        "filters": max(len(parties), len(rows)) >= _FILTERS_HELP,
        "legend": legend(views),
        "results": [result for result in _RESULTS if result in counts and len(parties) > 1],
        "result_counts": {result: counts[result] for result in Result if result in counts},
        "sides": Counter(level.side for level in views.about.scale),
        "convergence": convergence,
    }


def legend(views: Views) -> list[Stance]:
    """Return every stance that the matrix may show, in the order of the scale; `withdrawn` only where it occurs."""
    shown = {stance.code for row in views.analysis.matrix for cell in row.cells for _, stance in cell.stances}
    others = (UNCLEAR, *ABSENCES, *({WITHDRAWN} & shown))
    stances = (*scale_stances(views.about.scale), *(stance_of(views.briefing, code) for code in others))
    return [views.word(stance) for stance in stances]
