"""Positions as pages show them: an entry with its claims and cards, and a party's cell on an issue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.history import Standing, Track
from generator.analysis.matrix import Cell
from generator.analysis.stances import Stance
from generator.content.model import Kind, Position, SourceStatus
from generator.content.model.uses import Role
from generator.site.pages import links
from generator.site.pages.cards import Card, card
from generator.site.pages.page import Target
from generator.site.pages.sentences import Marker, Sentence
from generator.site.pages.views import Views, is_inferred


@dataclass(frozen=True)
class Entry:
    """What a party holds on an issue from one day on."""

    views: Views
    track: Track
    position: Position

    @property
    def id(self) -> str:
        """Return the id of the entry on the page of its issue."""
        return links.entry_id(self.track.party, self.position)

    @property
    def superseded(self) -> bool:
        """Return whether a later entry took its place."""
        return self.track.standing(self.position) is Standing.SUPERSEDED

    @property
    def inferred(self) -> bool:
        """Return whether the editors concluded the position."""
        return is_inferred(self.position)

    @property
    def stances(self) -> tuple[tuple[str, Stance], ...]:
        """Return the stance on each proposal as (name, stance)."""
        return self.views.stances(self.track.issue, self.position)

    @cached_property
    def statement(self) -> Sentence | None:
        """Return the statement, if there is one."""
        return self.views.statement(self.position)

    @property
    def markers(self) -> tuple[Marker, ...]:
        """Return the markers of its evidence."""
        return self.views.markers(self.position.evidence)

    @property
    def target(self) -> Target:
        """Return where the issue's page shows the entry: under its party, or in a fold of its own once superseded."""
        slug, party, issue = self.views.briefing.slug, self.track.party, self.track.issue
        today = self.views.site.analysis.briefings[slug].tracks[party, issue]
        superseded = today.standing(self.position) is Standing.SUPERSEDED
        return links.issue_page(slug, issue, self.id if superseded else links.party_id(party))

    @cached_property
    def claims(self) -> Mapping[Role, tuple[Sentence, ...]]:
        """Return its conditions, red lines, interests and offers; a role without claims is left out."""
        found: dict[Role, tuple[Sentence, ...]] = {}
        for name, index, claim in self.position.claims:
            role = Role(name)
            anchor = links.claim_id(self.track.party, self.position, role, index + 1)
            found[role] = (*found.get(role, ()), self.views.sentence(claim.text, claim.evidence, anchor))
        return found

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards of its evidence, then those of claims that cite further passages."""
        return tuple(self._cards())

    def _cards(self) -> Iterator[Card]:
        slug, party, position = self.views.briefing.slug, self.track.party, self.position
        shown = {evidence.selector for evidence in position.evidence}
        for nth, evidence in enumerate(position.evidence, 1):
            yield card(self.views, evidence, links.card_target(slug, party, position, nth), party)
        for name, index, claim in position.claims:
            role = Role(name)
            anchor = links.claim_id(party, position, role, index + 1)
            for nth, evidence in enumerate(claim.evidence, 1):
                if evidence.selector not in shown:
                    shown.add(evidence.selector)
                    home = links.issue_page(slug, position.issue, f"{anchor}--e{nth}")
                    yield card(self.views, evidence, home, party, role)


@dataclass(frozen=True)
class CellView:
    """A party on an issue: a cell of the matrix, a column of a comparison or a section of the party's page."""

    views: Views
    cell: Cell

    @property
    def party(self) -> str:
        """Return the party's name in tables."""
        return self.views.party(self.cell.party)

    @property
    def position(self) -> Position | None:
        """Return the position behind the stances; None when there is no stance."""
        return None if self.cell.empty else self.cell.position

    @cached_property
    def stances(self) -> tuple[tuple[str, Stance], ...]:
        """Return the stance on each proposal as (name, stance); an absence on all proposals comes once, without a name."""
        found = [
            (self.views.proposal_name(self.cell.issue, proposal), self.views.word(stance))
            for proposal, stance in self.cell.stances
        ]
        if self.cell.empty and len({stance for _, stance in found}) == 1:
            return (("", found[0][1]),)
        return tuple(found)

    @property
    def side(self) -> str:
        """Return the side that all stances share; empty when they differ or one has none."""
        sides = {stance.side for _, stance in self.stances}
        return next(iter(sides)) or "" if len(sides) == 1 else ""

    @property
    def inferred(self) -> bool:
        """Return whether the editors concluded the position."""
        return is_inferred(self.position)

    @cached_property
    def summary(self) -> Sentence | None:
        """Return the position in one short line."""
        return self.views.summary(self.position) if self.position else None

    @cached_property
    def statement(self) -> Sentence | None:
        """Return the statement of the position."""
        return self.views.statement(self.position)

    @property
    def source_statuses(self) -> list[SourceStatus]:
        """Return the statuses of cited sources that are not usable, each once."""
        evidence = self.cell.position.evidence if self.cell.position else ()
        found = {self.views.site.corpus.sources[item.source].about.status for item in evidence}
        return [status for status in SourceStatus if status in found - {SourceStatus.USABLE}]

    @property
    def entries(self) -> list[Entry]:
        """Return every entry, the oldest first."""
        track = self.views.analysis.tracks[self.cell.party, self.cell.issue]
        return [Entry(self.views, track, position) for position in track.entries]

    @cached_property
    def newest(self) -> Entry | None:
        """Return the newest entry, if there is one."""
        return next(reversed(self.entries), None)

    @property
    def own_words(self) -> int:
        """Return how many passages of the current position quote the party."""
        evidence = self.cell.position.evidence if self.cell.position else ()
        return sum(item.kind is Kind.QUOTE for item in evidence)

    @property
    def target(self) -> Target:
        """Return where the issue's page shows the cell's position, or the party when it has none."""
        party, issue = self.cell.party, self.cell.issue
        if self.cell.position is not None:
            return Entry(self.views, self.views.analysis.tracks[party, issue], self.cell.position).target
        return links.issue_page(self.views.briefing.slug, issue, links.party_id(party))
