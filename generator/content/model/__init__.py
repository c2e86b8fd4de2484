"""The model of format 1: sources, parties, briefings and positions.

Every node is frozen and refuses unknown keys. Field descriptions appear in the JSON Schemas, in editors' hover texts
and in the reference of the format. Nodes read from a file know the location of each of their values (`Node.location`).
The files of a project become a `Corpus`, which every later step works on.
"""

from generator.content.model.briefings import (
    Analysis,
    AnalysisKind,
    BriefingFile,
    BriefingStatus,
    Confidence,
    Correction,
    Issue,
    Proposal,
    TimelineEvent,
)
from generator.content.model.corpus import Briefing, Corpus
from generator.content.model.evidence import Claim, Evidence, Kind, Relation, Selector, Unknown
from generator.content.model.node import Node
from generator.content.model.positions import (
    ABSENCES,
    DEFAULT_SCALE,
    NOT_FOUND,
    UNCLEAR,
    Basis,
    Position,
    PositionFile,
    ScaleLevel,
    Side,
)
from generator.content.model.shared import (
    ContestedName,
    LoadedWord,
    Party,
    PartyKind,
    RenamedFile,
    Speaker,
    WordingFile,
)
from generator.content.model.sources import Publish, Source, SourceFile, SourceStatus
from generator.partial_date import PartialDate

__all__ = [
    "ABSENCES",
    "DEFAULT_SCALE",
    "NOT_FOUND",
    "UNCLEAR",
    "Analysis",
    "AnalysisKind",
    "Basis",
    "Briefing",
    "BriefingFile",
    "BriefingStatus",
    "Claim",
    "Confidence",
    "ContestedName",
    "Corpus",
    "Correction",
    "Evidence",
    "Issue",
    "Kind",
    "LoadedWord",
    "Node",
    "PartialDate",
    "Party",
    "PartyKind",
    "Position",
    "PositionFile",
    "Proposal",
    "Publish",
    "Relation",
    "RenamedFile",
    "ScaleLevel",
    "Selector",
    "Side",
    "Source",
    "SourceFile",
    "SourceStatus",
    "Speaker",
    "TimelineEvent",
    "Unknown",
    "WordingFile",
]
