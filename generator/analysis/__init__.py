"""What follows from the positions: one question a module. Everything here is computed, nothing is written by editors."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.analysis.coverage import Coverage, coverage
from generator.analysis.history import Change, Tracks, changes, tracks
from generator.analysis.matrix import Row, matrix
from generator.analysis.results import Result, issue_order, results
from generator.analysis.treatment import Treatment, treatment
from generator.content.model import Briefing, Corpus, Source
from generator.content.model.uses import Use, uses


@dataclass(frozen=True)
class BriefingAnalysis:
    """What follows from one briefing; `tracks` are by (party, issue), `order` is that of numbered issues.

    `uses` are of evidence, in reading order.
    """

    tracks: Tracks
    matrix: tuple[Row, ...]
    results: tuple[Result, ...]
    order: tuple[str, ...]
    changes: tuple[Change, ...]
    coverage: Coverage
    treatment: tuple[Treatment, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class CorpusAnalysis:
    """What follows from all briefings: each analysis by slug, changes newest first, uses of evidence by source."""

    briefings: Mapping[str, BriefingAnalysis]
    changes: tuple[Change, ...]
    uses: Mapping[str, tuple[Use, ...]]


def analyse(corpus: Corpus, known: Mapping[str, BriefingAnalysis] = MappingProxyType({})) -> CorpusAnalysis:
    """Compute the analysis of all briefings but those of which it is `known`, by slug."""
    briefings = {
        slug: known.get(slug) or _analyse_briefing(briefing, corpus.sources)
        for slug, briefing in corpus.briefings.items()
    }
    by_source: dict[str, list[Use]] = {source: [] for source in corpus.sources}
    for analysis in briefings.values():
        for use in analysis.uses:
            by_source.setdefault(use.evidence.source, []).append(use)
    all_changes = [change for analysis in briefings.values() for change in analysis.changes]
    return CorpusAnalysis(
        briefings,
        changes=tuple(sorted(all_changes, key=lambda change: change.date, reverse=True)),
        uses={source: tuple(found) for source, found in by_source.items()},
    )


def _analyse_briefing(briefing: Briefing, sources: Mapping[str, Source]) -> BriefingAnalysis:
    found = tracks(briefing)
    found_results = results(briefing, found)
    return BriefingAnalysis(
        tracks=found,
        matrix=matrix(briefing, found),
        results=found_results,
        order=issue_order(briefing, found_results),
        changes=changes(briefing, found),
        coverage=coverage(briefing, sources),
        treatment=treatment(briefing, found, sources),
        uses=tuple(uses(briefing)),
    )
