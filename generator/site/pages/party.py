"""A party: who it is, who speaks for it, and its row of each issue in all briefings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.stances import Stance
from generator.language import small
from generator.location import Location
from generator.site.pages import links
from generator.site.pages.blocks import Block, Question, Row, issue_blocks
from generator.site.pages.description import party_description
from generator.site.pages.entries import CellView
from generator.site.pages.page import PageSpec
from generator.site.pages.views import Views
from generator.site.site import Site

MOST_OTHERS = 8
"""Other parties in the line below a position; of more, the line has the counts of all parties."""


@dataclass(frozen=True)
class Answer:
    """What a party holds on a question: its row, or the reason why it has none; and the rows of the other parties.

    If none of them has a position, `no_others` says why; it is empty if there is no other party.
    """

    question: Question
    row: Row | None
    absence: Stance | None
    others: tuple[Row, ...]
    no_others: str


@dataclass(frozen=True)
class Held:
    """An issue on which a party has a position."""

    block: Block
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class PartyBriefing:
    """A briefing on the page of a party: the issues on which it has a position, and the others."""

    views: Views
    party: str
    held: tuple[Held, ...]
    absent: tuple[CellView, ...]

    @property
    def others(self) -> list[str]:
        """Return the other parties of the briefing."""
        return [party for party in self.views.about.parties if party != self.party]

    @property
    def counted(self) -> str:
        """Return on how many issues the party has a position."""
        say, number = self.views.language.say, self.views.language.number
        held, everything = len(self.held), len(self.held) + len(self.absent)
        if not held:
            return say("No position found on any of the %(num)s issues.", num=number(everything))
        return say("Position on %(num)s of %(all)s issues.", num=number(held), all=number(everything))


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the page of every party, the list of all parties, and that of each briefing."""
    parties, say = site.corpus.parties, site.language.say
    views = [Views(site, briefing, language=site.language) for briefing in site.corpus.briefings.values()]
    blocks = {view.briefing.slug: issue_blocks(view) for view in views}
    briefings = {name: [view for view in views if name in view.about.parties] for name in parties}
    for name, party in parties.items():
        yield PageSpec(
            uri=links.party_page(name).uri,
            template="party.md.jinja",
            title=party.label,
            description=party_description(site.language, party, briefings[name]),
            context={
                "party": party,
                "blocs": {bloc: parties[bloc] for bloc in party.part_of},
                "members": {key: other for key, other in parties.items() if name in other.part_of},
                "briefings": [_of_party(item, blocks[item.briefing.slug], name) for item in briefings[name]],
                "most_others": MOST_OTHERS,
            },
            edit=party.location(),
        )
    yield PageSpec(
        uri=links.PARTIES.uri,
        template="parties.md.jinja",
        title=say("Parties"),
        description=site.language.count("%(num)s party.", "%(num)s parties.", len(parties)),
        context={"parties": parties, "briefings": briefings},
        edit=Location("briefings/parties.yml") if parties else None,
    )
    for slug, briefing in site.corpus.briefings.items():
        own = Views(site, briefing)
        yield own.page(
            links.briefing_parties(slug),
            "briefingparties.md.jinja",
            own.language.say("Parties: %(title)s", title=briefing.about.title),
            {"parties": [(name, parties[name], _positions(own, name)) for name in briefing.about.parties]},
            description=own.language.say(
                "The parties of this briefing, and on how many issues each has a position."
            ),
        )


def _positions(views: Views, party: str) -> int:
    """Return the number of issues on which a party has a position."""
    return sum(not cell.empty for row in views.analysis.matrix for cell in row.cells if cell.party == party)


def _of_party(views: Views, blocks: Sequence[Block], party: str) -> PartyBriefing:
    cells = {
        row.issue: CellView(views, cell)
        for row in views.analysis.matrix
        for cell in row.cells
        if cell.party == party
    }
    held = []
    for block in blocks:
        answers = tuple(_answer(views, question, party) for question in block.questions)
        if any(answer.row for answer in answers):
            held.append(Held(block, answers))
    on_record = {item.block.issue for item in held}
    absent = tuple(cells[block.issue] for block in blocks if block.issue not in on_record)
    return PartyBriefing(views, party, tuple(held), absent)


def _answer(views: Views, question: Question, party: str) -> Answer:
    row, not_counted = question.row_of.get(party), question.result.result.not_counted
    others = tuple(other for other in question.rows if other is not row)
    reasons = [views.word(stance).label for stance, parties in not_counted if set(parties) - {party}]
    no_others = small(views.language.say("No position")) if reasons[1:] else "".join(reasons)
    return Answer(question, row, question.absence_of.get(party), others, no_others)
