"""What several page types show alike: markers, cards, sentences with quoted words, stances in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.history import Standing, Track
from generator.analysis.stances import Stance, stance
from generator.language import Language
from generator.model import Basis, Briefing, Claim, Evidence, Kind, Position, Relation, Source, SourceStatus
from generator.model.uses import Role
from generator.pages import links
from generator.pages.page import Target
from generator.pages.sentences import Marker, Piece, Sentence
from generator.pages.sentences import pieces as cut
from generator.site import Site

KIND_NAMES = {
    Kind.QUOTE: "The party’s own words",
    Kind.REPORTED: "Reported by the source",
    Kind.ASSESSMENT: "The source’s own assessment",
}
KIND_SHORT = {Kind.QUOTE: "own words", Kind.REPORTED: "reported", Kind.ASSESSMENT: "assessment"}
RELATION_NAMES = {
    Relation.SUPPORTS: "",
    Relation.QUALIFIES: "Qualifies the statement",
    Relation.CONTRADICTS: "Contradicts the statement",
    Relation.BACKGROUND: "Background, not counted",
}
BASIS_NAMES = {Basis.STATED: "Stated", Basis.REPORTED: "Reported", Basis.INFERRED: "Inferred, not stated"}
ROLE_NAMES = {
    Role.CONDITION: "Conditions",
    Role.RED_LINE: "Red lines",
    Role.INTEREST: "Interests",
    Role.OFFER: "Offers",
}


@dataclass(frozen=True)
class Card:
    """A passage, word for word, with all that is known of it."""

    id: str
    kind: Kind
    kind_name: str
    relation: str
    segments: tuple[str, ...]
    language: str
    lead: str
    speaker: str
    role: str
    said_on: str
    why: str
    translation: str
    translated_by: str
    translation_language: str
    source: str
    place: str
    target: Target
    warning: str


@dataclass(frozen=True)
class EntryView:
    """An entry of a party's track: what it says, since when and on what it rests."""

    id: str
    party: str
    party_name: str
    stances: tuple[tuple[str, Stance], ...]
    date: str
    basis: str
    standing: str
    statement: Sentence | None
    claims: tuple[tuple[str, tuple[Sentence, ...]], ...]
    cards: tuple[Card, ...]
    searched_until: str
    reviewed: str


class Views:
    """Makes what pages show of one briefing: markers count sources as this briefing numbers them."""

    def __init__(self, site: Site, briefing: Briefing) -> None:
        """Look at `briefing` of `site`."""
        self.site, self.briefing = site, briefing
        self.analysis = site.analysis.briefings[briefing.slug]
        self.language = Language(briefing.about.language) if briefing.about.language else site.language

    def marker(self, evidence: Evidence) -> Marker:
        """Give the marker of a piece of evidence."""
        passage = self.site.passages[evidence.selector]
        source = self.site.corpus.sources[evidence.source]
        number = self.analysis.coverage.number(source.id)
        warning = warning_of(source)
        text = f"{number} ¶{passage.paragraph}" + (f" {source.about.status}" if warning else "")
        kind = _lower(KIND_NAMES[evidence.kind])
        return Marker(
            evidence.kind,
            text,
            # It begins with what is seen: who speaks to a computer says that.
            f"{text}, evidence: {kind}, source {number}, paragraph {passage.paragraph}"
            + (f"; this source is {source.about.status}" if warning else ""),
            links.passage_target(passage),
            warning,
        )

    def sentence(self, text: str, evidence: Iterable[Evidence], anchor: str = "") -> Sentence:
        """Give a sentence of the editors, its quoted words in the source's own characters."""
        cited = tuple(evidence)
        names = tuple(dict.fromkeys(one.source for one in cited)) or self.analysis.coverage.sources
        pieces = tuple(cut(text, [self.site.corpus.sources[name] for name in names]))
        return Sentence(anchor, pieces, tuple(dict.fromkeys(self.marker(one) for one in cited)))

    def in_short(self, position: Position) -> tuple[Piece, ...]:
        """Give the line that sums a position up, its quoted words in the source's own characters."""
        return self.sentence(position.summary or position.statement or "", position.evidence).pieces

    def claims(self, claims: Iterable[Claim], role: Role) -> tuple[Sentence, ...]:
        """Give claims of the overview with their ids."""
        return tuple(
            self.sentence(claim.text, claim.evidence, f"bb-{role}-{item}")
            for item, claim in enumerate(claims, 1)
        )

    def card(self, evidence: Evidence, anchor: str, party: str) -> Card:
        """Give the card of a piece of evidence in a position of `party`."""
        passage = self.site.passages[evidence.selector]
        source = self.site.corpus.sources[evidence.source]
        lead, speaker, role = self._speaker(evidence, party)
        translation = evidence.translation
        published = source.about.published
        return Card(
            anchor,
            evidence.kind,
            KIND_NAMES[evidence.kind],
            RELATION_NAMES[evidence.relation],
            passage.texts,
            source.about.language,
            lead,
            speaker,
            role,
            evidence.said_on.words if evidence.said_on else "",
            evidence.why or "",
            translation.text if translation else "",
            (f"{translation.by}, by machine" if translation.machine else translation.by)
            if translation
            else "",
            translation.language if translation else "",
            f"{self.analysis.coverage.number(source.id)} {source.about.title}",
            f"¶{passage.paragraph}, {published.words if published else 'date not recorded'}",
            links.passage_target(passage),
            warning_of(source),
        )

    def _speaker(self, evidence: Evidence, party: str) -> tuple[str, str, str]:
        """Say whose words they are: what leads up to the name, the name, and what is known of it."""
        about = self.site.corpus.parties[party]
        if evidence.kind is Kind.ASSESSMENT:
            return "The source, in its own voice; ", "not a statement by a party", ""
        own = evidence.kind is Kind.QUOTE
        lead = "" if own else "The source, about "
        if evidence.speaker and evidence.speaker in about.speakers:
            speaker = about.speakers[evidence.speaker]
            return lead, speaker.name, speaker.role or ""
        if own:
            return lead, about.name, "in its own name; no speaker named"
        return lead, about.label, "no speaker named"

    def entry(self, track: Track, position: Position) -> EntryView:
        """Give an entry of a track."""
        party = self.site.corpus.parties[track.party]
        anchor = links.entry_id(track.party, position)
        standing = track.standing(position)
        return EntryView(
            anchor,
            track.party,
            party.label,
            self.stances(track.issue, position),
            position.date.words if position.date else "",
            BASIS_NAMES[position.basis],
            "" if standing is Standing.CURRENT else str(standing),
            self.sentence(position.statement, position.evidence) if position.statement else None,
            tuple(self._claims(track.party, position)),
            tuple(
                self.card(one, links.card_id(track.party, position, nth), track.party)
                for nth, one in enumerate(position.evidence, 1)
            ),
            position.searched_until.words if position.searched_until else "",
            position.reviewed_on.words if position.reviewed_on else "",
        )

    def _claims(self, party: str, position: Position) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
        for role, name in ROLE_NAMES.items():
            claims: tuple[Claim, ...] = getattr(position, role)
            if claims:
                yield (
                    name,
                    tuple(
                        self.sentence(one.text, one.evidence, links.claim_id(party, position, role, item))
                        for item, one in enumerate(claims, 1)
                    ),
                )

    def stances(self, issue: str, position: Position) -> tuple[tuple[str, Stance], ...]:
        """Give what `position` says of each proposal of its issue; the name is empty where there is only one."""
        proposals = self.briefing.about.issues[issue].proposals
        return tuple(
            (
                (proposal.title or name.replace("-", " ").capitalize()) if len(proposals) > 1 else "",
                stance(
                    self.briefing,
                    "withdrawn" if position.withdrawn else position.code_for(name) or "not-found",
                ),
            )
            for name, proposal in proposals.items()
        )


def warning_of(source: Source) -> str:
    """Say what is wrong with a source; nothing where it is usable."""
    if source.about.status is SourceStatus.USABLE:
        return ""
    return f"This source is {source.about.status}: {source.about.status_note}"


def proposal_name(briefing: Briefing, issue: str, proposal: str) -> str:
    """Give the name of a proposal in tables, empty where its issue has only one."""
    proposals = briefing.about.issues[issue].proposals
    if len(proposals) == 1:
        return ""
    return proposals[proposal].title or proposal.replace("-", " ").capitalize()


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """Say how many there are: `1 source`, `3 sources`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
