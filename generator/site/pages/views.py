"""What the pages of a briefing show: its names and dates in words, and sentences with their markers."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.analysis.backing import next_review
from generator.analysis.stances import NO_ENTRY, Stance
from generator.content.model import (
    DEFAULT_SCALE,
    DEFINITIONS,
    Briefing,
    Evidence,
    Kind,
    PartialDate,
    Source,
    SourceStatus,
)
from generator.content.model.attribution import speaks_for
from generator.content.model.uses import Role
from generator.language import Language, small
from generator.site.pages import links
from generator.site.pages.labels import LABELS
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.sentences import Marker, Sentence, pieces
from generator.site.site import Site

_BUILT_IN = frozenset({
    NO_ENTRY,
    *LABELS.stances.values(),
    *DEFINITIONS.values(),
    *(level.definition for level in DEFAULT_SCALE),
})  # fmt: skip
"""The labels and definitions of stances that are translated."""


@dataclass(frozen=True)
class KeyPointView:
    """A point of the summary: its key, its sentence, and the sentence in the past tense if there is one."""

    name: str
    now: Sentence
    past: Sentence | None


class Views:
    """Builds what pages show of one briefing, in one language. Markers count sources as this briefing numbers them.

    `language` is that of the briefing unless another is passed.
    """

    def __init__(
        self,
        site: Site,
        briefing: Briefing,
        language: Language | None = None,
    ) -> None:
        """Store what the views are built from."""
        self.site, self.briefing, self.about = site, briefing, briefing.about
        self.analysis = site.analysis.briefings[briefing.slug]
        own = Language(self.about.language) if self.about.language else site.language
        self.language = language or own

    def page(
        self,
        target: Target,
        template: str,
        title: str,
        context: Mapping[str, Any],
        *,
        description: str,
        **fields: Any,
    ) -> PageSpec:
        """Build a page of the briefing. Its templates also see `views` and `briefing`."""
        shared: dict[str, Any] = {
            "edit": self.about.location(),
            "language": self.language,
        }
        return PageSpec(
            uri=target.uri,
            template=template,
            title=title,
            description=description,
            context={"views": self, "briefing": self.briefing, **context},
            **shared | fields,
        )

    @property
    def summary(self) -> str:
        """Return where it stands, in the words of the overview."""
        point = self.about.key_points.where_it_stands
        return point.past_text if self.is_overdue and point.past_text else point.text

    @property
    def due(self) -> dt.date | None:
        """Return the day of the next review; None if the briefing sets no review period."""
        about = self.about
        return next_review(about.reviewed_on, about.review_every) if about.review_every else None

    @property
    def is_overdue(self) -> bool:
        """Return whether the review is overdue on the day of the build."""
        return self.due is not None and self.site.today > self.due

    def party(self, party: str) -> str:
        """Return the name of a party in tables."""
        return self.site.corpus.parties[party].label

    def speaker(self, party: str, speaker: str | None) -> tuple[str, str] | None:
        """Return the name and the role of a speaker for a party, as the briefing has them; the speaker may be a member's."""
        parties = self.site.corpus.parties
        speaks = speaks_for(parties, party, speaker) if speaker else None
        if speaks is None:
            return None
        role = speaks.speaker.role_on(self.about.as_of)
        own = parties[speaks.party].label if speaks.party != party else ""
        return speaks.speaker.name, ", ".join(filter(None, (role, own)))

    def date(self, date: PartialDate | None) -> str:
        """Return a date in the language of the page; empty when it is not known."""
        return self.language.date(date) if date else ""

    def when(self, date: PartialDate | dt.date) -> str:
        """Return a date as a part of a sentence: `on 2 December 2025`, `in December 2025` or `in 2025`."""
        words = self.language.date(date)
        if isinstance(date, dt.date) or date.day:
            return self.language.say("on %(date)s", date=words)
        if date.month:
            return self.language.say("in %(month)s", month=words)
        return self.language.say("in %(year)s", year=words)

    def word(self, stance: Stance) -> Stance:
        """Return a stance with its words translated; those of editors stay: of their own scales, options and amounts."""
        if stance.named:
            return stance
        label, definition = (
            self.language.say(text) if text in _BUILT_IN else text
            for text in (stance.label, stance.definition)
        )
        same = (label, definition) == (stance.label, stance.definition)
        return stance if same else replace(stance, label=label, definition=definition)

    def number(self, issue: str) -> int:
        """Return the number of an issue in the briefing, from 1."""
        return self.analysis.order.index(issue) + 1

    def verb(self, stance: Stance) -> str:
        """Return the label of a stance as it follows the name of a party: a label of the editors stays as it is."""
        built_in = stance.label in map(self.language.say, LABELS.stances.values())
        return small(stance.label) if built_in else stance.label

    def proposition_name(self, issue: str, proposition: str) -> str:
        """Return the name of a proposition in tables; empty when its issue has only one, or none."""
        propositions = self.about.issues[issue].propositions
        if len(propositions) < 2:  # noqa: PLR2004 - several
            return ""
        return propositions[proposition].title or proposition.replace("-", " ").capitalize()

    def proposition_title(self, issue: str, proposition: str) -> str:
        """Return the title of an issue, with the name of the proposition when it has several."""
        name, title = self.proposition_name(issue, proposition), self.about.issues[issue].title
        return f"{title}: {name}" if name else title

    def marker(self, evidence: Evidence) -> Marker:
        """Return the marker of a piece of evidence: source number and paragraph, such as `3 ¶12`."""
        passage = self.site.passages[evidence.selector]
        source = self.site.corpus.sources[evidence.source]
        number = self.analysis.coverage.number(source.id)
        say, warning = self.language.say, warning_of(self.language, source)
        status = say(LABELS.source_statuses[source.about.status])
        text = f"{number} ¶{passage.paragraph}" + (f" {status}" if warning else "")
        # The label begins with the visible text, so that voice control finds the link by it.
        label = say(
            "%(seen)s, evidence: %(kind)s, source %(number)s, paragraph %(paragraph)s",
            seen=text,
            kind=say(LABELS.kinds[evidence.kind]),
            number=number,
            paragraph=passage.paragraph,
        ) + (say("; this source is %(status)s", status=status) if warning else "")
        return Marker(
            kind=evidence.kind,
            text=text,
            label=label,
            target=links.passage_target(source, passage),
            warning=warning,
        )

    def markers(self, evidence: Iterable[Evidence]) -> tuple[Marker, ...]:
        """Return the markers of several pieces of evidence; passages of one kind in one paragraph share a marker."""
        found: dict[tuple[Kind, str], Marker] = {}
        for marker in map(self.marker, evidence):
            found.setdefault((marker.kind, marker.text), marker)
        return tuple(found.values())

    def sentence(self, text: str, evidence: Iterable[Evidence], anchor: str = "") -> Sentence:
        """Return an editors' sentence; words that it quotes are printed in the source's characters."""
        cited = tuple(evidence)
        names = dict.fromkeys(item.source for item in cited) or self.analysis.coverage.sources
        sources = [source for name in names if not (source := self.site.corpus.sources[name]).is_withheld]
        return Sentence(anchor, tuple(pieces(text, sources)), self.markers(cited))

    def key_points(self) -> Iterator[KeyPointView]:
        """Yield the points of the summary."""
        for item, (name, point) in enumerate(self.about.key_points.points, 1):
            yield KeyPointView(
                name=name,
                now=self.sentence(point.text, point.evidence, links.overview_item_id(Role.KEY_POINT, item)),
                past=self.sentence(point.past_text, point.evidence) if point.past_text else None,
            )

    def claims(self, role: str) -> Iterator[Sentence]:
        """Yield the claims of the overview that are a `key-point`, the `background` or an `unknown`, each with its id."""
        about = self.about
        key_points = tuple(point for _, point in about.key_points.points)
        claims = {"key-point": key_points, "background": about.background, "unknown": about.unknowns}
        for item, claim in enumerate(claims[role], 1):
            yield self.sentence(claim.text, claim.evidence, links.overview_item_id(role, item))


def warning_of(language: Language, source: Source) -> str:
    """Return what is wrong with a source; empty when it is usable."""
    if source.about.status is SourceStatus.USABLE:
        return ""
    status = language.say(LABELS.source_statuses[source.about.status])
    return language.say(
        "This source is %(status)s: %(note)s", status=status, note=source.about.status_note or ""
    )
