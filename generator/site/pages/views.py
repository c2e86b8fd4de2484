"""What several page types show alike: markers, cards, sentences with quoted words, stances in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.analysis import BriefingAnalysis
from generator.analysis.history import Standing, Track
from generator.analysis.stances import WORDS_OF_STANCES, Stance, stance
from generator.content.model import (
    NOT_FOUND,
    Basis,
    Briefing,
    Claim,
    Evidence,
    Kind,
    PartialDate,
    Position,
    Relation,
    Side,
    Source,
    SourceStatus,
)
from generator.content.model.uses import Role
from generator.language import N_, Language
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.pages.quotation import quotation
from generator.site.pages.sentences import Marker, Sentence
from generator.site.pages.sentences import pieces as cut
from generator.site.site import Site

KIND_NAMES = {
    Kind.QUOTE: N_("The party’s own words"),
    Kind.REPORTED: N_("Reported by the source"),
    Kind.ASSESSMENT: N_("The source’s own assessment"),
}
KIND_SHORT = {Kind.QUOTE: N_("quoted"), Kind.REPORTED: N_("reported"), Kind.ASSESSMENT: N_("assessment")}
RELATION_NAMES = {
    Relation.SUPPORTS: "",
    Relation.QUALIFIES: N_("Qualifies the statement"),
    Relation.CONTRADICTS: N_("Contradicts the statement"),
    Relation.BACKGROUND: N_("Background, not counted"),
}
BASIS_NAMES = {
    Basis.STATED: N_("Stated"),
    Basis.REPORTED: N_("Reported"),
    Basis.INFERRED: N_("Inferred, not stated"),
}
ROLE_NAMES = {
    Role.CONDITION: N_("Conditions"),
    Role.RED_LINE: N_("Red lines"),
    Role.INTEREST: N_("Interests"),
    Role.OFFER: N_("Offers"),
}
_ROLE_OF_ONE = {
    Role.CONDITION: N_("Condition"),
    Role.RED_LINE: N_("Red line"),
    Role.INTEREST: N_("Interest"),
    Role.OFFER: N_("Offer"),
}
ABSENCE_TEXTS = {
    "not-stated": N_("The party has spoken on the matter, and not said where it stands."),
    "declined": N_("The party was asked and declined to say."),
    NOT_FOUND: N_("The stored sources carry no position. This is said of the sources, not of the party."),
}
SIDE_NAMES = {Side.FOR: N_("for"), Side.BETWEEN: N_("between"), Side.AGAINST: N_("against")}
STATUS_NAMES = {
    SourceStatus.USABLE: N_("usable"),
    SourceStatus.CORRECTED: N_("corrected"),
    SourceStatus.WITHHELD: N_("withheld"),
    SourceStatus.CANCELED: N_("canceled"),
}


@dataclass(frozen=True)
class Card:
    """A passage, word for word, with all that is known of it.

    `edit` is the address of its line in the editors' file, empty where none is known, and `edit_at` names the file and
    line on one's own machine.
    """

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
    cited: str
    home: Target
    address: str
    edit: str
    edit_at: str


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

    def __init__(self, site: Site, briefing: Briefing, analysis: BriefingAnalysis | None = None) -> None:
        """Look at `briefing` of `site`: as it stands, or as another `analysis` of it says."""
        self.site, self.briefing = site, briefing
        self.analysis = analysis or site.analysis.briefings[briefing.slug]
        self.language = Language(briefing.about.language) if briefing.about.language else site.language

    def said_in(self, language: Language) -> Views:
        """Say the program's own words in another language: on a page that is not the briefing's alone."""
        self.language = language
        return self

    def marker(self, evidence: Evidence) -> Marker:
        """Give the marker of a piece of evidence."""
        passage = self.site.passages[evidence.selector]
        source = self.site.corpus.sources[evidence.source]
        number = self.analysis.coverage.number(source.id)
        say, warning = self.language.say, warning_of(self.language, source)
        status = say(STATUS_NAMES[source.about.status])
        text = f"{number} ¶{passage.paragraph}" + (f" {status}" if warning else "")
        return Marker(
            evidence.kind,
            text,
            # It begins with what is seen: who speaks to a computer says that.
            say(
                "%(seen)s, evidence: %(kind)s, source %(number)s, paragraph %(paragraph)s",
                seen=text,
                kind=say(KIND_NAMES[evidence.kind]),
                number=number,
                paragraph=passage.paragraph,
            )
            + (say("; this source is %(status)s", status=status) if warning else ""),
            links.passage_target(passage),
            warning,
        )

    def sentence(self, text: str, evidence: Iterable[Evidence], anchor: str = "") -> Sentence:
        """Give a sentence of the editors, its quoted words in the source's own characters."""
        cited = tuple(evidence)
        names = tuple(dict.fromkeys(one.source for one in cited)) or self.analysis.coverage.sources
        pieces = tuple(cut(text, [self.site.corpus.sources[name] for name in names]))
        return Sentence(anchor, pieces, tuple(dict.fromkeys(self.marker(one) for one in cited)))

    def in_short(self, position: Position) -> Sentence:
        """Give the line that sums a position up, its quoted words in the source's own characters."""
        return self.sentence(position.summary or position.statement or "", position.evidence)

    def basis(self, position: Position) -> str:
        """Say what a position is known from."""
        return self.language.say(BASIS_NAMES[position.basis])

    def claims(self, claims: Iterable[Claim], role: Role) -> tuple[Sentence, ...]:
        """Give claims of the overview with their ids."""
        return tuple(
            self.sentence(claim.text, claim.evidence, f"bb-{role}-{item}")
            for item, claim in enumerate(claims, 1)
        )

    def card(self, evidence: Evidence, place: Target, party: str, role: Role = Role.POSITION) -> Card:
        """Give the card, which stands at `place`, of a piece of evidence in a position of `party` or in its claim."""
        passage = self.site.passages[evidence.selector]
        source = self.site.corpus.sources[evidence.source]
        lead, speaker, office = self._speaker(evidence, party)
        say, translation, published = self.language.say, evidence.translation, source.about.published
        warning, number = warning_of(self.language, source), f"¶{passage.paragraph}"
        dated = self.date(published) or say("date not recorded")
        return Card(
            place.anchor,
            evidence.kind,
            say(KIND_NAMES[evidence.kind]),
            ": ".join(
                say(name) for name in (_ROLE_OF_ONE.get(role), RELATION_NAMES[evidence.relation]) if name
            ),
            passage.texts,
            source.about.language,
            lead,
            speaker,
            office,
            self.date(evidence.said_on),
            evidence.why or "",
            translation.text if translation else "",
            (say("%(name)s, by machine", name=translation.by) if translation.machine else translation.by)
            if translation
            else "",
            translation.language if translation else "",
            f"{self.analysis.coverage.number(source.id)} {source.about.title}",
            f"{number}, {dated}",
            links.passage_target(passage),
            warning,
            quotation(
                passage.texts,
                (f"{lead}{speaker}", office, self.date(evidence.said_on)),
                (source.about.title,),
                (source.about.publisher, dated, number),
                (warning,),
            ),
            place,
            links.url(self.site.publication, place),
            *links.edit(self.site.publication, evidence.location()),
        )

    def _speaker(self, evidence: Evidence, party: str) -> tuple[str, str, str]:
        """Say whose words they are: what leads up to the name, the name, and what is known of it."""
        about, say = self.site.corpus.parties[party], self.language.say
        if evidence.kind is Kind.ASSESSMENT:
            return say("The source, in its own voice; "), say("not a statement by a party"), ""
        own = evidence.kind is Kind.QUOTE
        lead = "" if own else say("The source, about ")
        if evidence.speaker and evidence.speaker in about.speakers:
            speaker = about.speakers[evidence.speaker]
            return lead, speaker.name, speaker.role or ""
        if own:
            return lead, about.name, say("in its own name; no speaker named")
        return lead, about.label, say("no speaker named")

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
            self.date(position.date),
            self.basis(position),
            "" if standing is Standing.CURRENT else str(standing),
            self.sentence(position.statement, position.evidence) if position.statement else None,
            tuple(self._claims(track.party, position)),
            tuple(self._cards(track.party, position)),
            self.date(position.searched_until),
            self.date(position.reviewed_on),
        )

    def _cards(self, party: str, position: Position) -> Iterator[Card]:
        """Give the cards of an entry's evidence, then those of its claims that are not among them."""
        slug, shown = self.briefing.slug, {one.selector for one in position.evidence}
        for nth, one in enumerate(position.evidence, 1):
            yield self.card(one, links.card_target(slug, party, position, nth), party)
        for role in ROLE_NAMES:
            claims: tuple[Claim, ...] = getattr(position, role)
            for item, claim in enumerate(claims, 1):
                for nth, one in enumerate(claim.evidence, 1):
                    if one.selector not in shown:
                        shown.add(one.selector)
                        anchor = f"{links.claim_id(party, position, role, item)}--e{nth}"
                        yield self.card(one, links.issue_page(slug, position.issue, anchor), party, role)

    def date(self, date: PartialDate | None) -> str:
        """Write a date in the language of the page; nothing where it is not known."""
        return self.language.date(date) if date else ""

    def word(self, held: Stance) -> Stance:
        """Give a stance under its word in the language of the page; a briefing's own words stay its own."""
        ours = held.label in WORDS_OF_STANCES
        return replace(held, label=self.language.say(held.label)) if ours else held

    def _claims(self, party: str, position: Position) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
        for role, name in ROLE_NAMES.items():
            claims: tuple[Claim, ...] = getattr(position, role)
            if claims:
                yield (
                    self.language.say(name),
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
                proposal_name(self.briefing, issue, name),
                self.word(
                    stance(
                        self.briefing,
                        "withdrawn" if position.withdrawn else position.code_for(name) or "not-found",
                    )
                ),
            )
            for name in proposals
        )


def is_inferred(position: Position | None) -> bool:
    """Say whether editors concluded a position that is taken: no passage states it."""
    return (
        position is not None
        and position.basis is Basis.INFERRED
        and not (position.absence or position.withdrawn)
    )


def warning_of(language: Language, source: Source) -> str:
    """Say what is wrong with a source; nothing where it is usable."""
    if source.about.status is SourceStatus.USABLE:
        return ""
    status = language.say(STATUS_NAMES[source.about.status])
    note = source.about.status_note or ""
    return language.say("This source is %(status)s: %(note)s", status=status, note=note)


def proposal_name(briefing: Briefing, issue: str, proposal: str) -> str:
    """Give the name of a proposal in tables, empty where its issue has only one."""
    proposals = briefing.about.issues[issue].proposals
    if len(proposals) == 1:
        return ""
    return proposals[proposal].title or proposal.replace("-", " ").capitalize()
