"""A party: who it is, who speaks for it, and its row of each issue in all briefings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from generator.analysis.stances import Stance
from generator.language import small
from generator.location import Location
from generator.site.pages import links
from generator.site.pages.blocks import Block, Question, Row, evidence_opens, issue_blocks
from generator.site.pages.description import party_description
from generator.site.pages.entries import CellView
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

MOST_OTHERS = 8
"""Other parties in the line below a position; of more, the line has the counts of all parties."""


@dataclass(frozen=True)
class Answer:
    """What a party holds on a question: its row, or the reason why it has none; and the rows of the other parties.

    If these are very many, they are `counted` and left out. If none of them has a position, `no_others` says why; it is empty if there
    is no other party.
    """

    question: Question
    row: Row | None
    absence: Stance | None
    others: tuple[Row, ...]
    counted: bool
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
    def rows(self) -> Iterator[Row]:
        """Yield the rows of the party."""
        return (answer.row for held in self.held for answer in held.answers if answer.row)

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


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every party, the list of all parties, and that of each briefing."""
    briefings = _by_party(site)
    blocks = cache(issue_blocks)  # of a briefing, on the pages of all its parties
    for name in site.corpus.parties:
        make = partial(_page, site, name, briefings[name], blocks)
        slugs = [views.briefing.slug for views in briefings[name]]
        yield PlannedPage(links.party_page(name).uri, make, parts(briefings=slugs))
    yield PlannedPage(links.PARTIES.uri, partial(_list, site, briefings))
    for slug, briefing in site.corpus.briefings.items():
        make = partial(_list_of_briefing, Views(site, briefing))
        yield PlannedPage(links.briefing_parties(slug).uri, make, parts(briefings=[slug]))


def _by_party(site: Site) -> Mapping[str, list[Views]]:
    """Return the briefings of each party."""
    found: dict[str, list[Views]] = {name: [] for name in site.corpus.parties}
    for briefing in site.corpus.briefings.values():
        views = Views(site, briefing, language=site.language)
        for name in briefing.about.parties:
            found[name].append(views)
    return found


def _page(
    site: Site, name: str, briefings: Sequence[Views], blocks: Callable[[Views], Sequence[Block]]
) -> PageSpec:
    parties, party = site.corpus.parties, site.corpus.parties[name]
    found = [_of_party(views, blocks(views), name) for views in briefings]
    return PageSpec(
        uri=links.party_page(name).uri,
        template="party.md.jinja",
        title=party.label,
        description=party_description(site.language, party, briefings),
        context={
            "party": party,
            "blocs": {bloc: parties[bloc] for bloc in party.part_of},
            "members": {key: other for key, other in parties.items() if name in other.part_of},
            "briefings": found,
            "evidence_opens": evidence_opens(row for item in found for row in item.rows),
        },
        edit=party.location(),
    )


def _list(site: Site, briefings: Mapping[str, list[Views]]) -> PageSpec:
    parties = site.corpus.parties
    return PageSpec(
        uri=links.PARTIES.uri,
        template="parties.md.jinja",
        title=site.language.say("Parties"),
        description=site.language.count("%(num)s party.", "%(num)s parties.", len(parties)),
        context={"parties": parties, "briefings": briefings},
        edit=Location("briefings/parties.yml") if parties else None,
    )


def _list_of_briefing(views: Views) -> PageSpec:
    briefing, parties, say = views.briefing, views.site.corpus.parties, views.language.say
    return views.page(
        links.briefing_parties(briefing.slug),
        "briefingparties.md.jinja",
        say("Parties: %(title)s", title=briefing.about.title),
        {"parties": [(name, parties[name], _positions(views, name)) for name in briefing.about.parties]},
        description=say("The parties of this briefing, and on how many issues each has a position."),
    )


def _positions(views: Views, party: str) -> int:
    """Return the number of issues on which a party has a position."""
    return sum(not cell.empty for row in views.analysis.matrix for cell in row.cells if cell.party == party)


def _of_party(views: Views, blocks: Sequence[Block], party: str) -> PartyBriefing:
    column = views.about.parties.index(party)
    cells = {row.issue: CellView(views, row.cells[column]) for row in views.analysis.matrix}
    held = []
    for block in blocks:
        answers = tuple(_answer(views, question, party) for question in block.questions)
        if any(answer.row for answer in answers):
            held.append(Held(block, answers))
    on_record = {item.block.issue for item in held}
    absent = tuple(cells[block.issue] for block in blocks if block.issue not in on_record)
    return PartyBriefing(views, party, tuple(held), absent)


def _answer(views: Views, question: Question, party: str) -> Answer:
    found, absence = question.row_of.get(party), question.absence_of.get(party)
    # A copy, because the pages of all parties keep the question, and no other page needs what this one computes.
    row = replace(found, entry=replace(found.entry)) if found else None
    if len(question.rows) - (row is not None) > MOST_OTHERS:
        return Answer(question, row, absence, (), counted=True, no_others="")
    others = tuple(other for other in question.rows if other is not found)
    reasons = [
        views.word(stance).label
        for stance, parties in question.result.result.not_counted
        if any(other != party for other in parties)
    ]
    no_others = small(views.language.say("No position")) if reasons[1:] else "".join(reasons)
    return Answer(question, row, absence, others, counted=False, no_others=no_others)
