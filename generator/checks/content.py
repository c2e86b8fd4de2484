"""What every check is given, and what every check is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from generator.analysis import CorpusAnalysis
from generator.content.model import ABSENCES, UNCLEAR, Briefing, Corpus, Position, Selector
from generator.content.validation import nearest
from generator.diagnostics import Diagnostic, Rule
from generator.evidence import Passage


@dataclass(frozen=True, eq=False)
class Content:
    """What checks look at: the corpus, the passages that the gate found, and what follows from both.

    `language` is the site's: that of all briefings which name no other.
    """

    corpus: Corpus
    passages: Mapping[Selector, Passage]
    analysis: CorpusAnalysis
    language: str = "en"

    @cached_property
    def complete(self) -> bool:
        """Say whether all evidence is known: no file has faults that hide some, and all words were found."""
        if any(name.startswith(("briefing:", "briefings/")) for name in self.corpus.unread):
            return False
        uses = (use for found in self.analysis.uses.values() for use in found)
        return all(use.evidence.selector in self.passages for use in uses)

    def positions(self) -> Iterator[tuple[Briefing, str, Position]]:
        """Give every entry of every position file with its briefing and party."""
        for briefing in self.corpus.briefings.values():
            for party, file in briefing.positions.items():
                for position in file.positions:
                    yield briefing, party, position


def is_meant_absent(briefing: Briefing, position: Position) -> bool:
    """Say whether an entry was meant to say that there is no position, in a word that is not known: that is told."""
    if isinstance(position.stance, dict) or position.absence is not None:
        return False
    if position.stance is None:
        return position.searched_until is not None and position.lost("stance")
    near = nearest(position.stance, [*briefing.codes, UNCLEAR, *ABSENCES])
    unknown = position.stance not in {UNCLEAR, *briefing.codes}
    return unknown and (position.searched_until is not None or near in ABSENCES)


class Check(Protocol):
    """A module of this room: its docstring is its page in the manual."""

    RULE: Rule

    def check(self, content: Content) -> Iterator[Diagnostic]:
        """Give a diagnostic for each place where the rule is broken."""
