"""Positions as pages show them: an entry with its claims and cards, and a party's cell on an issue."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.basis import basis_of, is_inferred
from generator.analysis.matrix import Cell
from generator.analysis.stances import Stance, answer
from generator.content.model import (
    UNCLEAR,
    Basis,
    Evidence,
    Kind,
    Position,
    Relation,
    Selector,
    Source,
    SourceStatus,
)
from generator.content.model.uses import Role, position_uses
from generator.evidence import Passage
from generator.evidence.row_words import row_words
from generator.language import N_
from generator.site.pages import links
from generator.site.pages.attribution import speaker_name
from generator.site.pages.cards import Card, card
from generator.site.pages.labels import LABELS
from generator.site.pages.page import Target
from generator.site.pages.sentences import Marker, Sentence
from generator.site.pages.views import Views

_RULED_OUT, _DECLARED = N_("Rules out, as reported"), N_("Says it will not accept")


@dataclass(frozen=True)
class ShownWords:
    """The words of a source that a row shows for a position, with the marker of their place.

    `passage` has the words; `own` says whether they are the party's own. `speaker` is who said them, or of whom the source
    reports them; empty if nobody is named. `translation` is that of the whole passage of which they are a part.
    """

    passage: Passage
    own: bool
    speaker: str
    source: Source
    translation: str
    marker: Marker

    @property
    def place(self) -> str:
        """Return the source of the words and their place in its text, by which the built page is checked."""
        return f"{self.source.id}:{links.passage_id(self.passage)}"


@dataclass(frozen=True)
class Entry:
    """What a party holds on an issue from one day on."""

    views: Views
    party: str
    position: Position

    @property
    def id(self) -> str:
        """Return the id of the entry on the page of its issue."""
        return links.entry_id(self.party, self.position)

    @property
    def superseded(self) -> bool:
        """Return whether a later entry took its place."""
        return self.position is not self.views.analysis.tracks[self.party, self.position.issue].newest

    @property
    def basis(self) -> Basis:
        """Return how the position is known."""
        return basis_of(self.views.site.corpus, self.party, self.position)

    @property
    def inferred(self) -> bool:
        """Return whether the editors concluded the position."""
        return is_inferred(self.position)

    @property
    def stances(self) -> tuple[tuple[str, Stance], ...]:
        """Return the answer to each question as (name, answer); the name is empty for an only question."""
        views, issue = self.views, self.position.issue
        return tuple(
            (
                views.proposition_name(issue, question),
                views.word(answer(views.briefing, issue, question, self.position)),
            )
            for question in views.about.issues[issue].questions
        )

    @cached_property
    def statement(self) -> Sentence | None:
        """Return the statement, if there is one."""
        statement = self.position.statement
        return self.views.sentence(statement, self.position.evidence) if statement else None

    @property
    def reason(self) -> Sentence | None:
        """Return why the editors chose the stance, if they say so."""
        reason = self.position.reason
        return self.views.sentence(reason, self.position.evidence) if reason else None

    @cached_property
    def row(self) -> ShownWords | None:
        """Return the words that a row shows; None if no evidence supports the position."""
        site = self.views.site
        found = row_words(self.position, site.passages, site.corpus.sources)
        if found is None:
            return None
        evidence, passage = found
        source, translation = site.corpus.sources[evidence.source], evidence.translation
        return ShownWords(
            passage=passage,
            own=evidence.kind is Kind.QUOTE,
            speaker=speaker_name(site, self.views.language, self.party, evidence),
            source=source,
            translation=translation.text if translation else "",
            marker=self.views.marker(evidence),
        )

    @property
    def sure(self) -> str:
        """Return how sure the position is, in words: whose words it rests on, and how many sources have them."""
        say, count = self.views.language.say, self.views.language.count
        supporting = [item for item in self.position.evidence if item.relation is Relation.SUPPORTS]
        sources = len({item.source for item in supporting})
        quoted = any(item.kind is Kind.QUOTE for item in supporting)
        if self.basis is Basis.INFERRED:
            return say("Quoted; stance inferred") if quoted else say("Inferred by editors")
        if self.basis is Basis.STATED and self.row and self.row.own:
            return say("Own words")
        if self.basis is Basis.STATED:
            return count("Quoted in part, one source", "Quoted in part, %(num)s sources", sources)
        return count("Reported by one source", "Reported by %(num)s sources", sources)

    @property
    def since(self) -> str:
        """Return the date from which the position counts, in short words, or that it is not dated."""
        date, language = self.position.date, self.views.language
        return language.short_date(date) if date else language.say("not dated")

    @cached_property
    def more_markers(self) -> int:
        """Return how many places in sources support or limit the position besides that of its row."""
        return sum(self.row is None or marker.text != self.row.marker.text for marker in self.markers)

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """Return the markers of its evidence."""
        return self.views.markers(self.position.evidence)

    @property
    def target(self) -> Target:
        """Return where the issue's page shows the entry: under its party, or in a fold of its own once superseded."""
        slug, issue = self.views.briefing.slug, self.position.issue
        newest = self.views.site.analysis.briefings[slug].tracks[self.party, issue].newest
        current = self.position is newest
        return links.issue_page(slug, issue, links.party_id(self.party) if current else self.id)

    @cached_property
    def claims(self) -> Mapping[str, tuple[Sentence, ...]]:
        """Return its conditions, red lines, interests and offers; a role without claims is left out."""
        found: dict[str, tuple[Sentence, ...]] = {}
        for role, index, claim in self.position.claims:
            anchor = links.claim_id(self.party, self.position, role, index + 1)
            found[role] = (*found.get(role, ()), self.views.sentence(claim.text, claim.evidence, anchor))
        return found

    @property
    def claim_groups(self) -> list[tuple[str, tuple[Sentence, ...]]]:
        """Return its claims as (label, claims). What a party rules out has another label if its own words say so."""
        groups: list[tuple[str, tuple[Sentence, ...]]] = []
        for role, claims in self.claims.items():
            if role != Role.RED_LINE:
                groups.append((LABELS.claim[role], claims))
                continue
            for claim, sentence in zip(self.position.red_lines, claims, strict=True):
                declared = any(item.kind is Kind.QUOTE for item in claim.evidence)
                groups.append((_DECLARED if declared else _RULED_OUT, (sentence,)))
        return groups

    @property
    def position_cards(self) -> tuple[Card, ...]:
        """Return the cards of its evidence, without those of its claims."""
        uses = position_uses(self.views.briefing.slug, self.party, self.position)
        return tuple(card(self.views, self.party, use) for use in uses if use.role is Role.POSITION)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards of its evidence, then those of claims that cite further passages."""
        shown: set[Selector] = set()
        cards: list[Card] = []
        for use in position_uses(self.views.briefing.slug, self.party, self.position):
            if use.role is Role.POSITION or use.evidence.selector not in shown:
                cards.append(card(self.views, self.party, use))
            shown.add(use.evidence.selector)
        return tuple(cards)


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
    def entries(self) -> list[Entry]:
        """Return every entry, the oldest first."""
        cell = self.cell
        track = self.views.analysis.tracks[cell.party, cell.issue]
        return [Entry(self.views, cell.party, position) for position in track.entries]

    @cached_property
    def newest(self) -> Entry | None:
        """Return the newest entry, if there is one."""
        return next(reversed(self.entries), None)

    @property
    def current(self) -> Entry | None:
        """Return the entry behind the stances; None when there is no stance."""
        return None if self.cell.empty else self.newest

    @cached_property
    def stances(self) -> tuple[tuple[str, Stance], ...]:
        """Return the answer to each question as (name, answer); an absence on all propositions comes once, without a name."""
        found = [
            (self.views.proposition_name(self.cell.issue, proposition), self.views.word(stance))
            for proposition, stance in self.cell.stances
        ]
        if self.cell.empty and len({stance for _, stance in found}) == 1:
            return (("", found[0][1]),)
        return tuple(found)

    @property
    def inferred(self) -> bool:
        """Return whether the editors concluded the position."""
        return self.current is not None and self.current.inferred

    @property
    def source_statuses(self) -> list[SourceStatus]:
        """Return the statuses of cited sources that are not usable, each once."""
        found = {self.views.site.corpus.sources[item.source].about.status for item in self._evidence}
        return [status for status in SourceStatus if status in found - {SourceStatus.USABLE}]

    @property
    def unclear(self) -> bool:
        """Return whether a stance is unclear."""
        return any(stance.code == UNCLEAR for _, stance in self.stances)

    @property
    def more_to_say(self) -> bool:
        """Return whether there is an entry that says more than that there is no position."""
        newest = self.newest
        return newest is not None and bool(
            newest.position.withdrawn or newest.position.evidence or newest.statement
        )

    @property
    def _evidence(self) -> tuple[Evidence, ...]:
        return self.cell.position.evidence if self.cell.position else ()
