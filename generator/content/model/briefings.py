"""The file of a briefing: question, issues, timeline, analysis and corrections."""

from enum import StrEnum

from pydantic import Field

from generator.content.model.evidence import Claim, Evidence, KeyPoints, Unknown
from generator.content.model.node import Node
from generator.content.model.positions import DEFAULT_SCALE, ScaleLevel
from generator.content.model.values import Bool, Count, Date, Id, Ids, Language, References, Text

# What readers can compare. The work of a check grows with parties times issues, so that more could take minutes.
MOST_PARTIES = 200
MOST_ISSUES = 200
MOST_PROPOSITIONS = 50
MOST_LEVELS = 20


class BriefingStatus(StrEnum):
    """The state of the negotiations."""

    EXPLORATORY = "exploratory"
    ACTIVE = "active"
    STALLED = "stalled"
    AGREED = "agreed"
    COLLAPSED = "collapsed"
    CLOSED = "closed"


class Proposition(Node):
    """A proposition that a party can support or reject."""

    text: Text
    """The proposition, as a full sentence."""
    title: Text | None = None
    """Its name in tables, if the issue has several propositions."""


class Option(Node):
    """One of several answers to a question that is not answered by yes or no."""

    label: Text
    """The name of the option in tables."""
    text: Text | None = None
    """What it means, as a full sentence."""


class Issue(Node):
    """A question on which parties take positions."""

    title: Text
    """A neutral name."""
    question: Text
    """The question, in neutral words."""
    note: Text | None = None
    """What readers need to know to understand the positions. Inline Markdown is allowed."""
    propositions: dict[Id, Proposition] = Field(
        default_factory=dict, min_length=1, max_length=MOST_PROPOSITIONS
    )
    """The propositions, by identifier. An issue has propositions, or options, or a unit."""
    scale: tuple[ScaleLevel, ...] | None = Field(default=None, min_length=1, max_length=MOST_LEVELS)
    """A scale of stances for this issue alone, strongest support first."""
    options: dict[Id, Option] = Field(default_factory=dict, min_length=1, max_length=MOST_PROPOSITIONS)
    """The answers that parties can choose from, by identifier, if the question is not answered by yes or no."""
    unit: Text | None = None
    """What the amounts count, as pages print it behind each of them, such as “elected seats”, if the question asks how
    many or how much."""
    internal: tuple[Text, ...] = ()
    """Notes for other editors; never published."""

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the identifiers of the propositions, or an empty one: parties name one option or amount."""
        return tuple(self.propositions) or ("",)

    @property
    def answer_key(self) -> str:
        """Return the key in which positions answer the issue: `option`, `amount` or `stance`."""
        return "option" if self.options else "amount" if self.unit else "stance"


class TimelineEvent(Node):
    """Something that happened, with a date from a source."""

    date: Date
    """When it happened: a day, a month or a year."""
    title: Text
    """What happened, in one sentence."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence for it."""


class AnalysisKind(StrEnum):
    """The kind of an editors' note."""

    ASSESSMENT = "assessment"
    ASSUMPTION = "assumption"
    GAP = "gap"
    UNKNOWN = "unknown"
    OUTLOOK = "outlook"


class Confidence(StrEnum):
    """How sure the editors are."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Analysis(Node):
    """A note in the editors' own voice: signed, dated and set apart."""

    kind: AnalysisKind
    """The kind of the note."""
    text: Text
    """The note. Inline Markdown is allowed."""
    about: References = ()
    """The identifiers of the issues that it is about."""
    author: Text
    """Who signs it."""
    date: Date
    """When it was written."""
    confidence: Confidence | None = None
    """How sure the author is."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence for it."""


class Correction(Node):
    """A mistake that was published, and its correction."""

    date: Date
    """When it was corrected."""
    was: Text
    """The text before the correction."""
    now: Text
    """The text now."""
    reason: Text
    """The reason for the correction."""


class BriefingFile(Node):
    """The file briefings/<slug>/briefing.yml."""

    title: Text
    """The briefing's title."""
    question: Text
    """The question that the briefing answers."""
    status: BriefingStatus
    """The state of the negotiations."""
    as_of: Date
    """The date of the newest event that the briefing covers."""
    reviewed_on: Date
    """When a person last checked the whole briefing."""
    review_every: Count | None = None
    """After how many days the next review is due."""
    language: Language | None = None
    """The language of the briefing (BCP 47), if it is not the language of the site."""
    tags: Ids = ()
    """Topics, to find related briefings."""
    parties: References = Field(min_length=1, max_length=MOST_PARTIES)
    """The parties, in the order of the columns."""
    key_points: KeyPoints
    """The summary: what is new, where it stands, what is not known."""
    background: tuple[Claim, ...] = ()
    """What readers need to know first: claims."""
    unknowns: tuple[Unknown, ...] = ()
    """What is not known: claims, or plain sentences."""
    issues: dict[Id, Issue] = Field(min_length=1, max_length=MOST_ISSUES)
    """The issues, by identifier, in the order of the rows."""
    timeline: tuple[TimelineEvent, ...] = ()
    """The events."""
    analysis: tuple[Analysis, ...] = ()
    """The editors' own notes."""
    corrections: tuple[Correction, ...] = ()
    """The mistakes that were published, and their corrections."""
    scale: tuple[ScaleLevel, ...] = Field(default=DEFAULT_SCALE, min_length=1, max_length=MOST_LEVELS)
    """A scale of stances, strongest support first, if the default scale does not fit."""
    draft: Bool = False
    """Whether it is not ready: checked, but not published."""
    internal: tuple[Text, ...] = ()
    """Notes for other editors; never published."""
