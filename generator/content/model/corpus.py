"""Everything that editors wrote, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.content.model.briefings import BriefingFile
from generator.content.model.evidence import Evidence
from generator.content.model.positions import PositionFile, ScaleLevel
from generator.content.model.shared import ContestedName, Party, RenamedFile, WordingFile
from generator.content.model.sources import Source


@dataclass(frozen=True)
class Briefing:
    """A briefing: its file, and the position files by party, in the order in which the briefing lists the parties."""

    slug: str
    about: BriefingFile
    positions: Mapping[str, PositionFile]

    @cached_property
    def codes(self) -> Mapping[str, ScaleLevel]:
        """Return the levels of the scale by code."""
        return {level.code: level for level in self.about.scale}


@dataclass(frozen=True)
class Corpus:
    """Everything that editors wrote and whose shape is valid; each mapping is sorted by identifier.

    `unread` names what has errors of its own and is left out, as "source:<id>", "party:<id>", "name:<id>",
    "briefing:<slug>" or the path of a file, so that checks do not report it as missing.
    `loose` is the evidence in what was left out: its words are looked up too, so that one error hides no other.
    `renamed` is what was renamed, if anything was. `wording` is what this site changes in the lists of loaded words.
    """

    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    names: Mapping[str, ContestedName]
    briefings: Mapping[str, Briefing]
    unread: frozenset[str] = frozenset()
    loose: tuple[Evidence, ...] = ()
    renamed: RenamedFile | None = None
    wording: WordingFile = field(default_factory=WordingFile)
