"""The model of format 1: sources, parties, briefings and positions.

Every node is frozen and refuses unknown keys. Field descriptions appear in the JSON Schemas, in editors' hover texts
and in the reference of the format. Nodes read from a file know the location of each of their values (`Node.location`).
The files of a project become a `Corpus`, which every later step works on.
"""

from generator.content.model.briefings import Analysis as Analysis
from generator.content.model.briefings import AnalysisKind as AnalysisKind
from generator.content.model.briefings import BriefingFile as BriefingFile
from generator.content.model.briefings import BriefingStatus as BriefingStatus
from generator.content.model.briefings import Confidence as Confidence
from generator.content.model.briefings import Correction as Correction
from generator.content.model.briefings import Issue as Issue
from generator.content.model.briefings import Option as Option
from generator.content.model.briefings import TimelineEvent as TimelineEvent
from generator.content.model.corpus import Briefing as Briefing
from generator.content.model.corpus import Corpus as Corpus
from generator.content.model.evidence import Claim as Claim
from generator.content.model.evidence import Evidence as Evidence
from generator.content.model.evidence import Kind as Kind
from generator.content.model.evidence import Relation as Relation
from generator.content.model.evidence import Selector as Selector
from generator.content.model.evidence import Unknown as Unknown
from generator.content.model.node import Node as Node
from generator.content.model.positions import ABSENCES as ABSENCES
from generator.content.model.positions import DEFAULT_SCALE as DEFAULT_SCALE
from generator.content.model.positions import DEFINITIONS as DEFINITIONS
from generator.content.model.positions import NOT_FOUND as NOT_FOUND
from generator.content.model.positions import UNCLEAR as UNCLEAR
from generator.content.model.positions import WITHDRAWN as WITHDRAWN
from generator.content.model.positions import Basis as Basis
from generator.content.model.positions import Position as Position
from generator.content.model.positions import PositionFile as PositionFile
from generator.content.model.positions import ScaleLevel as ScaleLevel
from generator.content.model.positions import Side as Side
from generator.content.model.shared import ContestedName as ContestedName
from generator.content.model.shared import LoadedWord as LoadedWord
from generator.content.model.shared import Party as Party
from generator.content.model.shared import PartyKind as PartyKind
from generator.content.model.shared import RenamedFile as RenamedFile
from generator.content.model.shared import Speaker as Speaker
from generator.content.model.shared import WordingFile as WordingFile
from generator.content.model.sources import LABELLED as LABELLED
from generator.content.model.sources import ONE_VOICE as ONE_VOICE
from generator.content.model.sources import Original as Original
from generator.content.model.sources import OriginalFormat as OriginalFormat
from generator.content.model.sources import Place as Place
from generator.content.model.sources import Publish as Publish
from generator.content.model.sources import Source as Source
from generator.content.model.sources import SourceFile as SourceFile
from generator.content.model.sources import SourceKind as SourceKind
from generator.content.model.sources import SourceStatus as SourceStatus
from generator.content.model.sources import Voice as Voice
from generator.partial_date import PartialDate as PartialDate
