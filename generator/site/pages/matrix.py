"""The matrix of stances and the convergence table: of today, or of an earlier day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.convergence import Convergence, Result
from generator.analysis.stances import Stance, scale_stances
from generator.analysis.stances import stance as stance_of
from generator.content.model import ABSENCES, UNCLEAR, WITHDRAWN, Side
from generator.language import N_
from generator.site.pages.entries import CellView, is_inferred
from generator.site.pages.labels import LABELS
from generator.site.pages.views import Views

_UNNAMED = N_("Fewer than two parties name an option or an amount.")
_BOTH = 2
_MANY_PARTIES = 6  # from here on a cell holds only the mark and the word of a stance
_MANY_ISSUES = 20
_TOO_WIDE = 9  # more parties than this do not fit on a wide screen, so the table scrolls
_FILTERS_HELP = 5  # issues or parties from which on the table has filters
_RESULTS = (*(result for result in Result if result is not Result.TOO_LITTLE), Result.TOO_LITTLE)
"""From the most agreement to the least, then the result that says too little is known."""


@dataclass(frozen=True)
class ConvergenceRow:
    """How close the parties are on a proposition; `name` is empty when the issue has only one proposition."""

    views: Views
    convergence: Convergence

    @property
    def name(self) -> str:
        """Return the name of the proposition, if its issue has several."""
        return self.views.proposition_name(self.convergence.issue, self.convergence.proposition)

    @property
    def title(self) -> str:
        """Return the title of the issue, with the name of the proposition."""
        return self.views.proposition_title(self.convergence.issue, self.convergence.proposition)

    @property
    def named(self) -> bool:
        """Return whether parties name options or amounts."""
        return not self.views.briefing.scale_of(self.convergence.issue)

    @property
    def words(self) -> str:
        """Return the result in words; of options and amounts, how many parties name the same."""
        convergence, say = self.convergence, self.views.language.say
        if convergence.result not in {Result.SAME, Result.SOME_SAME}:
            return say(convergence.result)
        number, everybody = self.views.language.number, len(self.views.about.parties)
        shared = [(answer.label, len(parties)) for answer, parties in convergence.places if parties[1:]]
        if shared[0][1] == everybody:
            words = N_("all %(num)s name “%(answer)s”") if everybody > _BOTH else N_("both name “%(answer)s”")
            return say(words, num=number(everybody), answer=shared[0][0])
        return "; ".join(
            say("%(num)s of %(all)s name “%(answer)s”", num=number(num), all=number(everybody), answer=label)
            for label, num in shared
        )

    @property
    def rule(self) -> str:
        """Return the rule behind the result."""
        result = self.convergence.result
        unnamed = self.named and result is Result.TOO_LITTLE
        return self.views.language.say(_UNNAMED if unnamed else LABELS.convergence_rules[result])

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
        """Return each level of the scale, option or named amount with the names of its parties."""
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
    """An issue in the matrix, with the convergence of its propositions."""

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


@dataclass(frozen=True)
class ConvergenceTable:
    """The results of the questions that have the same scale, or of all that ask for options or amounts."""

    rows: list[ConvergenceRow]

    @property
    def named(self) -> bool:
        """Return whether parties name options or amounts."""
        return self.rows[0].named

    @property
    def label(self) -> str:
        """Return what the table shows, for readers who do not see it."""
        views = self.rows[0].views
        if self.named:
            return views.language.say("Agreement on options and amounts")
        if len(views.briefing.scales) > 1:
            issues = dict.fromkeys(views.about.issues[row.convergence.issue].title for row in self.rows)
            return views.language.say("Agreement on each proposition: %(issues)s", issues=", ".join(issues))
        return views.language.say("Agreement on each proposition")

    @property
    def levels(self) -> list[Stance]:
        """Return the levels of the scale."""
        return [stance for stance, _ in self.rows[0].places]

    @property
    def sides(self) -> Mapping[Side | None, int]:
        """Return the number of levels of each side."""
        return Counter(level.side for level in self.levels)


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
        "meanings": _meanings(views),
        "results": [result for result in _RESULTS if result in counts and len(parties) > 1],
        "result_counts": {result: counts[result] for result in Result if result in counts},
        "convergence": _tables(views, convergence),
    }


def _tables(views: Views, rows: list[ConvergenceRow]) -> list[ConvergenceTable]:
    """Return a table for each scale, and last a table of options and amounts."""
    scales = (*views.briefing.scales, ())
    by_scale = {
        scale: [row for row in rows if views.briefing.scale_of(row.convergence.issue) == scale]
        for scale in scales
    }
    return [ConvergenceTable(found) for found in by_scale.values() if found]


def _meanings(views: Views) -> list[tuple[list[str], list[Stance]]]:
    """Return every stance with its definition, by scale: the titles of its issues if there are several scales, its stances.

    Stances off the scale come last.
    """
    scales, all_stances = views.briefing.scales, legend(views)
    found = [
        (
            [views.about.issues[issue].title for issue in issues] if len(scales) > 1 else [],
            [views.word(level) for level in scale_stances(scale)],
        )
        for scale, issues in scales.items()
    ]
    return [*found, ([], [stance for stance in all_stances if not stance.on_scale])]


def legend(views: Views) -> list[Stance]:
    """Return every stance that the matrix may show, scale by scale; `withdrawn` only where it occurs."""
    shown = {stance.code for row in views.analysis.matrix for cell in row.cells for _, stance in cell.stances}
    others = (UNCLEAR, *ABSENCES, *({WITHDRAWN} & shown))
    levels = (level for scale in views.briefing.scales for level in scale_stances(scale))
    stances = (*levels, *(stance_of(views.briefing, "", code) for code in others))
    return [views.word(stance) for stance in dict.fromkeys(stances)]
