"""What follows from the positions: one question a file. Only computed words, never an editor's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.analysis.convergence import Convergence, convergence
from generator.analysis.coverage import Coverage, coverage
from generator.analysis.history import Change, Track, changes, tracks, tracks_on
from generator.analysis.matrix import Row, matrix
from generator.analysis.pairwise import Pair, pairs
from generator.analysis.treatment import Treatment, treatment
from generator.content.model import Briefing, Corpus, PartialDate, Source
from generator.content.model.uses import Use, uses


@dataclass(frozen=True)
class BriefingAnalysis:
    """What follows from one briefing's positions; `tracks` are by (party, issue)."""

    tracks: Mapping[tuple[str, str], Track]
    matrix: tuple[Row, ...]
    convergence: tuple[Convergence, ...]
    changes: tuple[Change, ...]
    coverage: Coverage
    pairs: tuple[Pair, ...]
    treatment: tuple[Treatment, ...]


@dataclass(frozen=True)
class CorpusAnalysis:
    """What follows from all briefings: each by its slug, changes newest first, uses by source."""

    briefings: Mapping[str, BriefingAnalysis]
    changes: tuple[Change, ...]
    uses: Mapping[str, tuple[Use, ...]]


def as_it_stood(
    briefing: Briefing, today: BriefingAnalysis, day: PartialDate, sources: Mapping[str, Source]
) -> BriefingAnalysis:
    """Give the analysis of `briefing` with the positions of `day`: what changed later is not there yet.

    Its coverage, pairs and treatment stay those of today: no page tells them of another day.
    """
    found = tracks_on(today.tracks, day, briefing, sources)
    return replace(
        today,
        tracks=found,
        matrix=matrix(briefing, found),
        convergence=convergence(briefing, found),
        changes=changes(briefing, found),
    )


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
            pairs(briefing, found),
            treatment(briefing, found, corpus.sources),
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
