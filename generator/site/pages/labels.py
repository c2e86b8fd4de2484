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
RELATIONS_IN_SOURCE = {
    Relation.QUALIFIES: N_("qualifies"),
    Relation.CONTRADICTS: N_("contradicts"),
    Relation.BACKGROUND: N_("background"),
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
CLAIMS_ON_CARDS = {
    Role.CONDITION: N_("Condition"),
    Role.RED_LINE: N_("Red line"),
    Role.INTEREST: N_("Interest"),
    Role.OFFER: N_("Offer"),
}
CLAIMS_IN_SOURCE = {
    Role.CONDITION: N_("condition"),
    Role.RED_LINE: N_("red line"),
    Role.INTEREST: N_("interest"),
    Role.OFFER: N_("offer"),
}
OVERVIEW_PARTS = {
    Role.ANSWER: (N_("The answer"), N_("sentence %(number)s")),
    Role.BACKGROUND: (N_("Background"), N_("sentence %(number)s")),
    Role.UNKNOWN: (N_("Not known"), N_("item %(number)s")),
    Role.TIMELINE: (N_("Timeline"), N_("event %(number)s")),
    Role.ANALYSIS: (N_("Analysis by the editors"), N_("note %(number)s")),
}
"""The parts of an overview that cite sources, and how one item of each is named."""
ABSENCES = {
    "not-stated": N_("The party has spoken on the matter, and not said where it stands."),
    "declined": N_("The party was asked and declined to say."),
    NOT_FOUND: N_("The stored sources carry no position. This is said of the sources, not of the party."),
}
SIDES = {Side.FOR: N_("for"), Side.BETWEEN: N_("between"), Side.AGAINST: N_("against")}
PAIR_COUNTS = {
    PairRelation.AGREE: N_("%(num)s agree"),
    PairRelation.PARTLY: N_("%(num)s partly"),
    PairRelation.CONTEST: N_("%(num)s contest"),
    PairRelation.INCOMPARABLE: N_("%(num)s cannot be compared"),
}
SOURCE_STATUSES = {
    SourceStatus.USABLE: N_("usable"),
    SourceStatus.CORRECTED: N_("corrected"),
    SourceStatus.WITHHELD: N_("withheld"),
    SourceStatus.CANCELED: N_("canceled"),
}
PUBLISHED_PARTS = {
    Publish.FULL: N_("Full text"),
    Publish.EXCERPT: N_("Excerpt: sentences that hold a cited passage"),
    Publish.NONE: N_("The cited words alone"),
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
    AnalysisKind.UNKNOWN: N_("Not known"),
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
