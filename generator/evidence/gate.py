"""The evidence gate: every piece of evidence -> the passage that it stands for, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.content.model import Corpus, Evidence, Selector, Source
from generator.content.model.uses import all_evidence
from generator.content.validation import meant
from generator.diagnostics import Diagnostic, merged
from generator.evidence.matching import Passage, Span, Verdict, locate
from generator.evidence.refusals import Refusal, refusal
from generator.evidence.rules import AMBIGUOUS, OTHER_PLACE, RULES, SOURCE_CHANGED, SOURCE_MISSING

__all__ = ["RULES", "Passage", "Span", "Verdict", "resolve"]

_OF_PLACES = frozenset((AMBIGUOUS.code, OTHER_PLACE.code))
_LISTED = 8  # sources or places in a hint


def resolve(corpus: Corpus) -> tuple[Mapping[Selector, Passage], tuple[Diagnostic, ...]]:
    """Look up every piece of evidence of `corpus`; what is not found is reported wherever it is used."""
    passages: dict[Selector, Passage] = {}
    refusals: dict[Selector, Refusal] = {}
    faults = list(_changed_sources(corpus))
    changed = {fault.location.file for fault in faults}
    for evidence in all_evidence(corpus):
        selector = evidence.selector
        source = corpus.sources.get(selector.source)
        if source is None:
            faults.extend(_missing_source(corpus, evidence))
            continue
        if selector in passages:
            continue
        if selector not in refusals:
            found = locate(source.article, selector)
            if isinstance(found, Passage):
                passages[selector] = found
                continue
            refusals[selector] = refusal(corpus.sources, selector, found)
        fault = refusals[selector].at(evidence)
        if fault.code in _OF_PLACES and any(map(evidence.lost, ("prefix", "suffix", "occurrence"))):
            continue  # which place is meant is said, in a way that is told as wrong
        # Words of a changed text are not to be pasted: it is put back first.
        told = f"The stored text itself was changed: see {SOURCE_CHANGED.code} in {source.about.location().file}."
        faults.append(replace(fault, hint=told) if source.about.location().file in changed else fault)
    return passages, merged(faults)


def _changed_sources(corpus: Corpus) -> Iterator[Diagnostic]:
    sources = corpus.sources.values()
    changed = [one for one in sources if one.about.sha256 not in (None, one.article.sha256)]
    resting: dict[str, list[Evidence]] = {source.id: [] for source in changed}
    for evidence in all_evidence(corpus) if changed else ():
        if evidence.source in resting:
            resting[evidence.source].append(evidence)
    for source in changed:
        yield SOURCE_CHANGED.at(
            source.about.location("sha256"),
            f"seeds/{source.id}.txt is not the text whose hash is recorded here",
            f"{_resting(source, resting[source.id])}\nPut the stored text back as it was. If it was stored wrongly before, "
            f"look at all that rests on it: briefing lock {source.id}",
        )


def _resting(source: Source, resting: Sequence[Evidence]) -> str:
    """Count the pieces of evidence that rest on a changed text, and say where those are that it no longer holds."""
    if not resting:
        return "No evidence rests on it."
    one = len(resting) == 1
    pieces = f"{len(resting)} piece{'' if one else 's'} of evidence {'rests' if one else 'rest'} on it"
    lost = [one for one in resting if not isinstance(locate(source.article, one.selector), Passage)]
    if not lost:
        return f"{pieces}, and {'it' if one else 'each'} still stands in it."
    locations = [one.segment_location(0) for one in lost]
    places = [f"{location.file}:{location.line}" for location in locations[:_LISTED]]
    more = f" and {len(lost) - _LISTED} more" if len(lost) > _LISTED else ""
    return f"{pieces}; no longer in it: {len(lost)} ({', '.join(places)}{more})."


def _missing_source(corpus: Corpus, evidence: Evidence) -> Iterator[Diagnostic]:
    """Report a source that is not there, unless its own files have faults that are reported."""
    if f"source:{evidence.source}" in corpus.unread:
        return
    titles = {name: (source.about.title,) for name, source in corpus.sources.items()}
    if near := meant(evidence.source, titles):
        hint = f"Did you mean “{near}”?"
    elif 0 < len(corpus.sources) <= _LISTED:
        hint = f"The stored sources: {', '.join(corpus.sources)}."
    else:
        hint = "A source is named by its file name without the ending."
    yield SOURCE_MISSING.at(
        evidence.location("source"), f"there is no source “{evidence.source}” in seeds/", hint
    )
