"""The cells of the desk's table: what each party answers on each issue, and what an editor should look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.backing import Gap, backing
from generator.analysis.matrix import Cell
from generator.analysis.stances import Stance
from generator.content.model import Briefing, Kind, PartialDate, Position
from generator.content.paths import position_path
from generator.desk.visit import Visit
from generator.diagnostics import Diagnostic
from generator.language import N_, capital
from generator.location import Location
from generator.pipeline import Examined
from generator.site.pages.labels import LABELS


class State(StrEnum):
    """What an editor can filter cells by."""

    EMPTY = N_("empty")
    ERROR = N_("with errors")
    DRAFT = N_("drafts")
    ONE_SOURCE = N_("on one source")
    CORRECTED = N_("on corrected sources")
    OVERDUE = N_("review overdue")


_OF_GAP = {
    Gap.ONE_SOURCE: State.ONE_SOURCE,
    Gap.ONE_ORIGIN: State.ONE_SOURCE,
    Gap.UNUSABLE: State.CORRECTED,
    Gap.STALE: State.OVERDUE,
}


@dataclass(frozen=True)
class Answer:
    """The answer to one question of an issue: its title if the issue has several, and the stance."""

    title: str
    stance: Stance


@dataclass(frozen=True)
class DeskCell:
    """A party on an issue. `line` is where its newest entry begins; the first line of its file if it has none.

    `gaps` are the words for what is weak. `published` is what readers see while a draft is newer; None if they see the same.
    """

    party: str
    issue: str
    answers: tuple[Answer, ...]
    states: frozenset[State]
    has_entry: bool
    statement: str
    counts: tuple[tuple[Kind, int], ...]
    gaps: tuple[str, ...]
    sources: frozenset[str]
    checked_until: PartialDate | None
    line: Location
    errors: int
    published: tuple[Answer, ...] | None

    @property
    def is_empty(self) -> bool:
        """Return whether there is no entry, and no error that may hide one."""
        return State.EMPTY in self.states

    @property
    def is_draft(self) -> bool:
        """Return whether one of its entries is a draft."""
        return State.DRAFT in self.states

    @property
    def side(self) -> str:
        """Return the side of the scale if all answers are on it, else an empty text."""
        sides = {str(answer.stance.side or "") for answer in self.answers}
        return sides.pop() if len(sides) == 1 else ""


def cells(examined: Examined, slug: str) -> Mapping[tuple[str, str], DeskCell]:
    """Return every cell of a briefing by (party, issue)."""
    content = examined.content
    briefing, analysis = content.corpus.briefings[slug], content.analysis.briefings[slug]
    weak = {
        (item.party, item.issue): item.gaps
        for item in backing(briefing, analysis.tracks, content.corpus.sources, content.today)
    }
    errors = dict(_errors(examined, briefing))
    published = examined.published.analysis.briefings.get(slug)
    read = (
        {(cell.party, cell.issue): cell for row in published.matrix for cell in row.cells}
        if published
        else {}
    )
    found = {}
    for row in analysis.matrix:
        for cell in row.cells:
            key = cell.party, cell.issue
            newest = analysis.tracks[key].newest
            is_draft = any(entry.draft for entry in analysis.tracks[key].entries)
            own_errors = errors.get(key, ())
            states = {_OF_GAP[gap] for gap in weak[key] if gap in _OF_GAP and newest}
            states |= {State.DRAFT} if is_draft else set()
            states |= {State.ERROR} if own_errors else set()
            states |= {State.EMPTY} if newest is None and not own_errors else set()
            before = read.get(key)
            found[key] = DeskCell(
                party=cell.party,
                issue=cell.issue,
                answers=_answers(briefing, cell),
                states=frozenset(states),
                has_entry=newest is not None,
                statement=(newest.statement or "") if newest else "",
                counts=cell.counts,
                gaps=tuple(gap for gap in weak[key] if gap is not Gap.NO_POSITION and newest),
                sources=_sources(newest),
                checked_until=cell.searched_until,
                line=newest.location() if newest else Location(position_path(slug, cell.party)),
                errors=len(own_errors),
                published=_answers(briefing, before) if is_draft and before else None,
            )
    return found


def _answers(briefing: Briefing, cell: Cell) -> tuple[Answer, ...]:
    propositions = briefing.about.issues[cell.issue].propositions
    titles = (
        {name: item.title or item.text for name, item in propositions.items()}
        if len(propositions) > 1
        else {}
    )
    return tuple(Answer(titles.get(question, ""), stance) for question, stance in cell.stances)


def _sources(position: Position | None) -> frozenset[str]:
    if position is None:
        return frozenset()
    claims = (item for _, _, claim in position.claims for item in claim.evidence)
    return frozenset(item.source for item in (*position.evidence, *claims))


def _errors(
    examined: Examined, briefing: Briefing
) -> Iterator[tuple[tuple[str, str], tuple[Diagnostic, ...]]]:
    """Yield the errors of each entry by (party, issue). Those before the first entry, or in none, are in all cells of the file."""
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in examined.diagnostics:
        if diagnostic.is_error_rule:
            by_file.setdefault(diagnostic.location.file, []).append(diagnostic)
    for party in briefing.about.parties:
        diagnostics = by_file.get(position_path(briefing.slug, party), [])
        file = briefing.positions.get(party)
        entries = (
            sorted(((entry.location().line, entry.issue) for entry in file.positions), reverse=True)
            if file
            else []
        )
        of_issue: dict[str, list[Diagnostic]] = {}
        is_unread = position_path(briefing.slug, party) in examined.content.corpus.unread
        for diagnostic in diagnostics:
            issue = next((name for line, name in entries if line <= diagnostic.location.line), "")
            of_issue.setdefault("" if is_unread else issue, []).append(diagnostic)
        for issue in briefing.about.issues:
            if found := (*of_issue.get(issue, ()), *of_issue.get("", ())):
                yield (party, issue), found


def stance_word(visit: Visit, stance: Stance) -> str:
    """Return the words for a stance. Those of a briefing's own scale are never translated."""
    own = stance.on_scale and LABELS.stances.get(stance.code) != stance.label
    return stance.label if own or stance.named else capital(visit.say(stance.label))


def offered_day(visit: Visit, slug: str) -> str:
    """Return the day that is offered for absences, else that of the briefing.

    It is that of the newest source that was read to the end or that the briefing cites.
    """
    content = visit.examined.content
    cited = {use.evidence.source for use in content.analysis.briefings[slug].uses}
    days = [
        source.about.published.last_day
        for name, source in content.corpus.sources.items()
        if (name in cited or source.about.read_on) and source.about.published and source.about.published.day
    ]
    return str(max(days, default=content.corpus.briefings[slug].about.as_of))
