"""The words that readers see for the codes of the model. Templates translate them: `_(labels.KINDS[kind])`."""

from __future__ import annotations

from generator.analysis.pairwise import Relation as PairRelation
from generator.content.model import (
    NOT_FOUND,
    AnalysisKind,
    Basis,
    BriefingStatus,
    Confidence,
    Kind,
    PartyKind,
    Publish,
    Relation,
    Side,
    SourceStatus,
)
from generator.content.model.uses import Role
from generator.language import N_

KINDS = {
    Kind.QUOTE: N_("The party’s own words"),
    Kind.REPORTED: N_("Reported by the source"),
    Kind.ASSESSMENT: N_("The source’s own assessment"),
}
KIND_COUNTS = {Kind.QUOTE: N_("quoted"), Kind.REPORTED: N_("reported"), Kind.ASSESSMENT: N_("assessment")}
RELATIONS = {
    Relation.QUALIFIES: N_("Qualifies the statement"),
    Relation.CONTRADICTS: N_("Contradicts the statement"),
    Relation.BACKGROUND: N_("Background, not counted"),
}
BASES = {
    Basis.STATED: N_("Stated"),
    Basis.REPORTED: N_("Reported"),
    Basis.INFERRED: N_("Inferred, not stated"),
}
CLAIMS = {
    Role.CONDITION: N_("Conditions"),
    Role.RED_LINE: N_("Red lines"),
    Role.INTEREST: N_("Interests"),
    Role.OFFER: N_("Offers"),
}
CLAIM = {
    Role.CONDITION: N_("Condition"),
    Role.RED_LINE: N_("Red line"),
    Role.INTEREST: N_("Interest"),
    Role.OFFER: N_("Offer"),
}
OVERVIEW_PARTS = {
    Role.ANSWER: (N_("Summary"), N_("sentence %(number)s")),
    Role.BACKGROUND: (N_("Background"), N_("sentence %(number)s")),
    Role.UNKNOWN: (N_("Unknowns"), N_("item %(number)s")),
    Role.TIMELINE: (N_("Timeline"), N_("event %(number)s")),
    Role.ANALYSIS: (N_("Editors’ analysis"), N_("note %(number)s")),
}
"""The parts of an overview that cite sources, and how one item of each is named."""
ABSENCES = {
    "not-stated": N_("The party has spoken about this issue but has not stated its position."),
    "declined": N_("The party was asked and declined to answer."),
    NOT_FOUND: N_("The stored sources contain no position. That does not mean that the party has none."),
}
SIDES = {Side.FOR: N_("for"), Side.BETWEEN: N_("in between"), Side.AGAINST: N_("against")}
PAIR_COUNTS = {
    PairRelation.AGREE: N_("%(num)s agree"),
    PairRelation.PARTLY: N_("%(num)s partly agree"),
    PairRelation.CONTEST: N_("%(num)s disagree"),
    PairRelation.INCOMPARABLE: N_("%(num)s cannot be compared"),
}
SOURCE_STATUSES = {
    SourceStatus.USABLE: N_("usable"),
    SourceStatus.CORRECTED: N_("corrected"),
    SourceStatus.WITHHELD: N_("withheld"),
    SourceStatus.CANCELED: N_("cancelled"),
}
PUBLISHED_PARTS = {
    Publish.FULL: N_("Full text"),
    Publish.EXCERPT: N_("Excerpt: sentences with a cited passage"),
    Publish.NONE: N_("Only the cited words"),
}
BRIEFING_STATUSES = {
    BriefingStatus.EXPLORATORY: N_("Exploratory"),
    BriefingStatus.ACTIVE: N_("Active"),
    BriefingStatus.STALLED: N_("Stalled"),
    BriefingStatus.AGREED: N_("Agreed"),
    BriefingStatus.COLLAPSED: N_("Collapsed"),
    BriefingStatus.CLOSED: N_("Closed"),
}
NOTE_KINDS = {
    AnalysisKind.ASSESSMENT: N_("Assessment"),
    AnalysisKind.ASSUMPTION: N_("Assumption"),
    AnalysisKind.GAP: N_("Gap"),
    AnalysisKind.UNKNOWN: N_("Unknown"),
    AnalysisKind.OUTLOOK: N_("Outlook"),
}
CONFIDENCE = {
    Confidence.LOW: N_("Confidence: low"),
    Confidence.MODERATE: N_("Confidence: moderate"),
    Confidence.HIGH: N_("Confidence: high"),
}
PARTY_KINDS = {
    PartyKind.STATE: N_("State"),
    PartyKind.GOVERNMENT: N_("Government"),
    PartyKind.BLOC: N_("Bloc"),
    PartyKind.ORGANISATION: N_("Organisation"),
    PartyKind.PERSON: N_("Person"),
    PartyKind.MOVEMENT: N_("Movement"),
}
