"""A briefing's own file: question, issues, timeline, analysis, corrections."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.content.model.evidence import Claim, Evidence, Unknown
from generator.content.model.node import Node
from generator.content.model.scale import DEFAULT_SCALE, ScaleLevel
from generator.content.model.values import Count, Date, Id, Ids, Language, References, Text

# What readers can compare. The work of a check grows with parties times issues, so that more could take minutes.
MOST_PARTIES = 200
MOST_ISSUES = 200
MOST_PROPOSALS = 50
MOST_LEVELS = 20


class BriefingStatus(StrEnum):
    """Where the matter of a briefing stands."""

    EXPLORATORY = "exploratory"
    ACTIVE = "active"
    STALLED = "stalled"
    AGREED = "agreed"
    COLLAPSED = "collapsed"
    CLOSED = "closed"


class Proposal(Node):
    """One proposition that a party can support or reject."""

    text: Text
    """The proposition, as a full sentence."""
    title: Text | None = None
    """Its name in tables, where an issue has several."""


class Issue(Node):
    """A question on which parties take positions."""

    title: Text
    """A neutral name."""
    question: Text
    """The question, put neutrally."""
    note: Text | None = None
    """What a reader must know to read the positions (may hold inline Markdown)."""
    proposals: dict[Id, Proposal] = Field(min_length=1, max_length=MOST_PROPOSALS)
    """One or more propositions, by identifier."""


class TimelineEvent(Node):
    """Something that happened, on a day that a source gives."""

    date: Date
    """When: a day, a month or a year."""
    title: Text
    """What happened, in one sentence."""
    evidence: tuple[Evidence, ...] = ()
    """What it rests on."""


class AnalysisKind(StrEnum):
    """What an editors' note is."""

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
    """The editors' own voice: signed, dated and set apart."""

    kind: AnalysisKind
    """What it is."""
    text: Text
    """The note (may hold inline Markdown)."""
    about: References = ()
    """The issues that it is about, by identifier."""
    author: Text
    """Who signs it."""
    date: Date
    """When it was written."""
    confidence: Confidence | None = None
    """How sure the author is."""
    evidence: tuple[Evidence, ...] = ()
    """What it rests on."""


class Correction(Node):
    """A mistake that was published, and what stands there now."""

    date: Date
    """When it was corrected."""
    was: Text
    """What stood there."""
    now: Text
    """What stands there now."""
    reason: Text
    """Why."""


class BriefingFile(Node):
    """The file briefings/<slug>/briefing.yml."""

    title: Text
    """The briefing's title."""
    question: Text
    """The question that it answers."""
    status: BriefingStatus
    """Where the matter stands."""
    as_of: Date
    """The newest event that the briefing takes into account."""
    reviewed_on: Date
    """When a person last checked all of it."""
    review_every: Count | None = None
    """Days after which a review is overdue."""
    language: Language | None = None
    """The language of the briefing (BCP 47), where it is not the site's."""
    tags: Ids = ()
    """Subjects, for finding related briefings."""
    parties: References = Field(min_length=1, max_length=MOST_PARTIES)
    """The parties, in the order of the columns."""
    answer: tuple[Claim, ...] = Field(min_length=1)
    """The headline answer: claims, the most important first."""
    background: tuple[Claim, ...] = ()
    """What a reader must know first."""
    unknowns: tuple[Unknown, ...] = ()
    """What the sources leave open: claims, or plain sentences."""
    issues: dict[Id, Issue] = Field(min_length=1, max_length=MOST_ISSUES)
    """The issues, by identifier, in the order of the rows."""
    timeline: tuple[TimelineEvent, ...] = ()
    """What happened."""
    analysis: tuple[Analysis, ...] = ()
    """The editors' own notes."""
    corrections: tuple[Correction, ...] = ()
    """What was published wrong and put right."""
    scale: tuple[ScaleLevel, ...] = Field(default=DEFAULT_SCALE, min_length=1, max_length=MOST_LEVELS)
    """An ordered scale of stances, strongest support first, where the default does not fit."""
