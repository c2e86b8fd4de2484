"""The table at a glance: a mark for each party on each proposition, and what was found."""

from dataclasses import dataclass, replace

from generator.analysis.stances import Stance
from generator.content.paths import position_path
from generator.location import Location
from generator.site.pages import links
from generator.site.pages.blocks import Block, Question
from generator.site.pages.results import legend
from generator.site.pages.views import Views

MOST_LEVEL = 5
"""Parties whose names are level; the names of more are turned, and on a phone the table is turned on its side."""
MOST_LETTERS = 26
"""Letters of the longest words in all names that fit side by side on a phone; with more, the table is turned on its side."""
MOST_WITH_RESULT = 9
"""Parties beside which the table has a column for what was found."""


@dataclass(frozen=True)
class GlanceCell:
    """The answer of a party: a mark, or a letter for an option or an amount."""

    stance: Stance
    letter: str
    inferred: bool
    edit: str = ""
    """Where the position is edited, in a preview beside the desk."""


@dataclass(frozen=True)
class GlanceRow:
    """A proposition, or the only question of an issue: its number, its title, the place of its block and the answers."""

    number: str
    title: str
    anchor: str
    cells: tuple[GlanceCell, ...]
    found: str


@dataclass(frozen=True)
class Glance:
    """The table; `parties` are (identifier, name)."""

    parties: tuple[tuple[str, str], ...]
    rows: tuple[GlanceRow, ...]
    key: tuple[Stance, ...]

    @property
    def turned(self) -> bool:
        """Return whether the names of the parties are turned."""
        return len(self.parties) > MOST_LEVEL

    @property
    def on_side(self) -> bool:
        """Return whether narrow screens show parties below each other, and issues beside each other by number."""
        longest = (max(map(len, name.split()), default=0) for _, name in self.parties)
        return self.turned or sum(longest) > MOST_LETTERS

    @property
    def has_results(self) -> bool:
        """Return whether there is room for a column that says what was found."""
        return len(self.parties) <= MOST_WITH_RESULT

    @property
    def inferred(self) -> bool:
        """Return whether the editors inferred an answer."""
        return any(cell.inferred for row in self.rows for cell in row.cells)

    @property
    def letters(self) -> bool:
        """Return whether letters stand for options or amounts."""
        return any(cell.letter for row in self.rows for cell in row.cells)


def glance(views: Views, blocks: list[Block]) -> Glance:
    """Return the table of all parties on the issues of `blocks`."""
    rows = tuple(_row(views, block, question) for block in blocks for question in block.questions)
    used = {cell.stance for row in rows for cell in row.cells}
    return Glance(
        parties=tuple((party, views.party(party)) for party in views.about.parties),
        rows=rows,
        key=tuple(dict.fromkeys((*(stance for stance in legend(views) if stance in used), *_others(rows)))),
    )


def _others(rows: tuple[GlanceRow, ...]) -> list[Stance]:
    """Return the answers that are in no legend: cells without an entry."""
    return [cell.stance for row in rows for cell in row.cells if not cell.letter]


def _row(views: Views, block: Block, question: Question) -> GlanceRow:
    answers: dict[str, GlanceCell] = {}
    for row in question.rows:
        answers[row.cell.cell.party] = GlanceCell(row.stance, row.letter, row.entry.inferred)
    for stance, parties in question.result.result.not_counted:
        for party in parties:
            answers.setdefault(party, GlanceCell(views.word(stance), "", inferred=False))
    return GlanceRow(
        number=f"{block.number}{question.letter}",
        title=question.result.title,
        anchor=block.id,
        cells=tuple(_with_edit(views, block.issue, party, answers[party]) for party in views.about.parties),
        found=question.result.words,
    )


def _with_edit(views: Views, issue: str, party: str, cell: GlanceCell) -> GlanceCell:
    """Return a cell with the address at which it is edited, if that is in the desk."""
    publication = views.site.publication
    if not publication.repository.is_desk:
        return cell
    newest = views.analysis.tracks[party, issue].newest
    place = newest.location() if newest else Location(position_path(views.briefing.slug, party))
    return replace(cell, edit=links.edit(publication, place)[0])
