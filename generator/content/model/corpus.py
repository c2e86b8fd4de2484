"""Everything that editors wrote, together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from generator.content.model.briefings import BriefingFile
from generator.content.model.evidence import Evidence
from generator.content.model.parties import ContestedName, Party
from generator.content.model.positions import PositionFile
from generator.content.model.renamed import RenamedFile
from generator.content.model.scale import ScaleLevel
from generator.content.model.sources import Source
from generator.content.model.wording import WordingFile

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Briefing:
    """One briefing: what its file says, and each party's positions, by party in declared order."""

    slug: str
    about: BriefingFile
    positions: Mapping[str, PositionFile]

    @cached_property
    def codes(self) -> Mapping[str, ScaleLevel]:
        """Give the scale by code."""
        return {level.code: level for level in self.about.scale}


@dataclass(frozen=True)
class Corpus:
    """Everything that editors wrote, read and valid in shape; each mapping sorted by identifier.

    `unread` names what has faults of its own and is left out, as "source:<id>",
    "party:<id>", "briefing:<slug>" or a file's path, so that nothing is reported twice as missing.
    `renamed` is what was renamed, where anything was. `loose` is the evidence of what was left out: its words are looked up all the same, so that one fault hides no other.
    `wording` is what this site adds to the lists of loaded words, and takes out of them.
    """

    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    names: Mapping[str, ContestedName]
    briefings: Mapping[str, Briefing]
    unread: frozenset[str] = frozenset()
    loose: tuple[Evidence, ...] = ()
    renamed: RenamedFile | None = None
    wording: WordingFile = field(default_factory=WordingFile)

    def whole(self) -> Corpus:
        """Give the corpus without all that has faults, of which only a part was read."""
        briefings = {
            slug: replace(
                briefing,
                positions={
                    party: file
                    for party, file in briefing.positions.items()
                    if file.location().file not in self.unread
                },
            )
            for slug, briefing in self._without_unread("briefing", self.briefings).items()
        }
        return replace(
            self,
            sources=self._without_unread("source", self.sources),
            parties=self._without_unread("party", self.parties),
            names=self._without_unread("name", self.names),
            briefings=briefings,
        )

    def _without_unread(self, what: str, entries: Mapping[str, Entry]) -> dict[str, Entry]:
        return {name: one for name, one in entries.items() if f"{what}:{name}" not in self.unread}
