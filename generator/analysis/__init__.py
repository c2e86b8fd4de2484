"""What follows from the positions: one question a file. Only computed words, never an editor's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.convergence import Convergence, convergence
from generator.analysis.coverage import Coverage, coverage
from generator.analysis.history import Change, Track, changes, tracks
from generator.analysis.matrix import Row, matrix
from generator.model import Corpus
from generator.model.uses import Use, uses


@dataclass(frozen=True)
class BriefingAnalysis:
    """What follows from one briefing's positions; `tracks` are by (party, issue)."""

    tracks: Mapping[tuple[str, str], Track]
    matrix: tuple[Row, ...]
    convergence: tuple[Convergence, ...]
    changes: tuple[Change, ...]
    coverage: Coverage


@dataclass(frozen=True)
class CorpusAnalysis:
    """What follows from all briefings: each by its slug, changes newest first, uses by source."""

    briefings: Mapping[str, BriefingAnalysis]
    changes: tuple[Change, ...]
    uses: Mapping[str, tuple[Use, ...]]


def analyse(corpus: Corpus) -> CorpusAnalysis:
    """Answer every question of this room for `corpus`."""
    briefings: dict[str, BriefingAnalysis] = {}
    for slug, briefing in corpus.briefings.items():
        found = tracks(briefing)
        briefings[slug] = BriefingAnalysis(
            found,
            matrix(briefing, found),
            convergence(briefing, found),
            changes(briefing, found),
            coverage(briefing, corpus.sources),
        )
    by_source: dict[str, list[Use]] = {source: [] for source in corpus.sources}
    for briefing in corpus.briefings.values():
        for use in uses(briefing):
            by_source.setdefault(use.evidence.source, []).append(use)
    return CorpusAnalysis(
        briefings,
        tuple(sorted((c for b in briefings.values() for c in b.changes), key=lambda c: c.date, reverse=True)),
        {source: tuple(found) for source, found in by_source.items()},
    )
