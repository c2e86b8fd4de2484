"""The block of an issue: its propositions, what was found, a row for each party, and the absences in one line.

Overview, issue, party and comparison pages print the same block, or a part of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from generator.analysis.matrix import Cell
from generator.analysis.results import Result
from generator.analysis.stances import Stance
from generator.content.model import UNCLEAR
from generator.language import capital
from generator.site.pages import links
from generator.site.pages.entries import CellView, Entry
from generator.site.pages.page import Target
from generator.site.pages.results import ResultView
from generator.site.pages.views import Views

MOST_ROWS = 6
"""Positions on a question that are a row each."""
MOST_GROUPED = 12
"""Positions on a question that are grouped by stance with their words; of more, the names are grouped and the words fold."""
MOST_NAMES = 6
"""Parties of an absence that are named in its line; more fold."""
ROOM = 12
"""Rows of a list of blocks that are not folded; the first block never folds."""
MOST_CARDS = 60
"""Passages of rows that a page has in full, to open in place; if there are more, each row leads to the page of its issue."""
MOST_WORDS = 100
"""Rows of a list of blocks with their words; if there are more, folded blocks lead to the pages of their issues instead."""
_STANCE_COST, _REPEATED_COST = 1.25, 0.5
_LETTERS = 26


@dataclass(frozen=True)
class Row:
    """The position of a party on a question. `repeated`: the block shows its words for an earlier proposition.

    `letter` stands for an option or an amount, which has no mark.
    """

    cell: CellView
    entry: Entry
    stance: Stance
    letter: str
    repeated: bool = False

    @property
    def party(self) -> str:
        """Return the name of the party."""
        return self.cell.party

    @property
    def party_target(self) -> Target:
        """Return the place of the position on the page of the party."""
        views, cell = self.cell.views, self.cell.cell
        return links.party_page(cell.party, links.issue_id(views.briefing.slug, cell.issue))

    @property
    def named(self) -> str:
        """Return the name of the party, with a note if the editors inferred the position."""
        if not self.entry.inferred:
            return self.party
        return self.cell.views.language.say("%(party)s (inferred)", party=self.party)


@dataclass(frozen=True)
class Group:
    """The rows with the same stance."""

    stance: Stance
    letter: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Absence:
    """The parties without a position for the same reason: its label, and their names, with a place if there is more to read."""

    stance: Stance
    parties: tuple[tuple[str, Target | None], ...]
    everybody: int

    @property
    def label(self) -> str:
        """Return the reason, as the beginning of a line."""
        return capital(self.stance.label)

    @property
    def folds(self) -> bool:
        """Return whether the line has the number of parties, and their names open in place."""
        return len(self.parties) > MOST_NAMES


@dataclass(frozen=True)
class Question:
    """A proposition of an issue, or its options or amounts, with what was found. `letter` tells propositions of an issue apart."""

    result: ResultView
    letter: str
    rows: tuple[Row, ...]
    absences: tuple[Absence, ...]

    @property
    def text(self) -> str:
        """Return the text of the proposition; empty for options and amounts."""
        result = self.result.result
        issue = self.result.views.about.issues[result.issue]
        return issue.propositions[result.proposition].text if result.proposition else ""

    @cached_property
    def row_of(self) -> Mapping[str, Row]:
        """Return the row of each party that has a position."""
        return {row.cell.cell.party: row for row in self.rows}

    @cached_property
    def absence_of(self) -> Mapping[str, Stance]:
        """Return why each other party has no position."""
        views, result = self.result.views, self.result.result
        return {
            party: views.word(stance)
            for stance, parties in result.not_counted
            for party in parties
            if party not in self.row_of
        }

    @property
    def level(self) -> int:
        """Return how rows are shown: 1, each alone; 2, grouped by stance; 3, by names, with words that open."""
        positions = len(self._first_rows)
        return 1 if positions <= MOST_ROWS else 2 if positions <= MOST_GROUPED else 3

    @property
    def _first_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.repeated)

    @property
    def groups(self) -> list[Group]:
        """Return the rows by stance."""
        return _grouped(self.rows)

    @property
    def first_groups(self) -> list[Group]:
        """Return the rows whose words the block shows here, by stance."""
        return _grouped(self._first_rows)

    @property
    def repeated_groups(self) -> list[Group]:
        """Return the rows whose words the block shows for an earlier proposition, by stance."""
        return _grouped(row for row in self.rows if row.repeated)

    @property
    def cost(self) -> float:
        """Return how much room the rows take."""
        first = len(self.first_groups) * _STANCE_COST if self.level > 2 else len(self._first_rows)  # noqa: PLR2004
        return first + len(self.repeated_groups) * _REPEATED_COST


@dataclass(frozen=True)
class Block:
    """An issue with its number, its questions and their rows.

    `folded`: names by stance, and words that open, or without words (`words`) a link to the page of the issue.
    """

    views: Views
    issue: str
    questions: tuple[Question, ...]
    folded: bool = False
    words: bool = True

    @property
    def number(self) -> int:
        """Return the number of the issue in its briefing."""
        return self.views.number(self.issue)

    @property
    def title(self) -> str:
        """Return the title of the issue."""
        return self.views.about.issues[self.issue].title

    @property
    def id(self) -> str:
        """Return the id of the block on a page."""
        return links.block_id(self.issue)

    @property
    def target(self) -> Target:
        """Return the page of the issue."""
        return links.issue_page(self.views.briefing.slug, self.issue)

    @cached_property
    def cost(self) -> float:
        """Return how much room its rows take."""
        return sum(question.cost for question in self.questions)

    @property
    def first_rows(self) -> Iterator[Row]:
        """Yield each row whose words the block shows."""
        return (row for question in self.questions for row in question.rows if not row.repeated)


def issue_blocks(views: Views, parties: Collection[str] = (), issues: Collection[str] = ()) -> list[Block]:
    """Return the blocks of a briefing in the order of their numbers, with `parties` and `issues` only, if there are any.

    From the block that exceeds the room on, blocks are folded. If there are more than `MOST_WORDS` rows, these have no words.
    """
    blocks: list[Block] = []
    room = float(ROOM)
    for issue in views.analysis.order:
        if issues and issue not in issues:
            continue
        block = issue_block(views, issue, parties)
        room -= block.cost
        blocks.append(replace(block, folded=bool(blocks) and room < 0))
    if sum(1 for block in blocks for _ in block.first_rows) <= MOST_WORDS:
        return blocks
    return [replace(block, words=not block.folded) for block in blocks]


def evidence_opens(rows: Iterable[Row]) -> bool:
    """Return whether the passages of `rows` open in place; on a page with very many, a row leads to the page of its issue."""
    return sum(len(row.entry.position.evidence) for row in rows if not row.repeated) <= MOST_CARDS


def issue_block(views: Views, issue: str, parties: Collection[str] = ()) -> Block:
    """Return the block of an issue, with `parties` only, if there are any."""
    [row] = (row for row in views.analysis.matrix if row.issue == issue)
    cells = {cell.party: cell for cell in row.cells if not parties or cell.party in parties}
    found = [item for item in views.analysis.results if item.issue == issue]
    shown: set[str] = set()
    questions = []
    for index, result in enumerate(found):
        letter = _letter(index).lower() if len(found) > 1 else ""
        rows = tuple(_rows(views, result, cells, shown))
        shown |= {row.cell.cell.party for row in rows}
        questions.append(
            Question(ResultView(views, result), letter, rows, tuple(_absences(views, result, cells)))
        )
    return Block(views, issue, tuple(questions))


def answer_letters(result: Result) -> dict[str, str]:
    """Return a letter for each option or amount that a party names, by code; none for stances, which have marks."""
    named = [answer.code for answer, _ in result.places if answer.named]
    return {code: _letter(index) for index, code in enumerate(named)}


def _letter(index: int) -> str:
    """Return the letter of an index from 0: A to Z, then AA, AB and so on."""
    before, last = divmod(index, _LETTERS)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _rows(views: Views, result: Result, cells: dict[str, Cell], shown: Collection[str]) -> Iterator[Row]:
    """Yield the positions for, between, against, then the unclear ones; inside each stance in the editors' order."""
    unclear = [(stance, parties) for stance, parties in result.not_counted if stance.code == UNCLEAR]
    letters = answer_letters(result)
    for stance, parties in (*result.places, *unclear):
        for party in parties:
            cell = CellView(views, cells[party]) if party in cells else None
            if cell and cell.newest:
                letter = letters.get(stance.code, "")
                yield Row(cell, cell.newest, views.word(stance), letter, repeated=party in shown)


def _absences(views: Views, result: Result, cells: dict[str, Cell]) -> Iterator[Absence]:
    for stance, found in result.not_counted:
        parties = [party for party in found if party in cells]
        if stance.code != UNCLEAR and parties:
            named = tuple((views.party(party), _more_to_read(views, cells[party])) for party in parties)
            yield Absence(views.word(stance), named, len(cells))


def _more_to_read(views: Views, cell: Cell) -> Target | None:
    """Return the place of an absence with evidence or a statement; None if there is nothing more to read."""
    newest = views.analysis.tracks[cell.party, cell.issue].newest
    if newest is None or not (newest.evidence or newest.statement):
        return None
    return links.issue_page(views.briefing.slug, cell.issue, links.party_id(cell.party))


def _grouped(rows: Collection[Row] | Iterator[Row]) -> list[Group]:
    groups = groupby(rows, key=lambda row: (row.stance, row.letter))
    return [Group(stance, letter, tuple(found)) for (stance, letter), found in groups]
