"""The evidence gate: every piece of evidence -> the passage that it stands for, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.articles import Article
from generator.diagnostics import Diagnostic, merged
from generator.evidence_rules import (
    AMBIGUOUS,
    CUTS_WORD,
    ELSEWHERE,
    NEAR,
    NOT_FOUND,
    OUT_OF_ORDER,
    OVERLAPPING,
    RULES,
    SOURCE_CHANGED,
    SOURCE_MISSING,
    TOO_SHORT,
)
from generator.marks import Mark
from generator.matching import SHORTEST, Failure, Passage, Span, Verdict, locate, stands_in
from generator.model import Corpus, Evidence, Selector, Source
from generator.model.uses import uses
from generator.nearmatch import differences, nearest, surroundings, yaml_text
from generator.shape import suggest

__all__ = ["RULES", "Passage", "Span", "Verdict", "resolve"]

_SHOWN = 3  # candidates of an ambiguous passage


def resolve(corpus: Corpus) -> tuple[Mapping[Selector, Passage], tuple[Diagnostic, ...]]:
    """Look up every piece of evidence of `corpus`; what is not found is reported wherever it is used."""
    passages: dict[Selector, Passage] = {}
    failures: dict[Selector, Failure] = {}
    faults = list(_changed_sources(corpus))
    for briefing in corpus.briefings.values():
        for use in uses(briefing):
            evidence, selector = use.evidence, use.evidence.selector
            if selector in passages:
                continue
            source = corpus.sources.get(selector.source)
            if source is None:
                faults.extend(_missing_source(corpus, evidence))
                continue
            if selector not in failures:
                found = locate(source.article, selector)
                if isinstance(found, Passage):
                    passages[selector] = found
                    continue
                failures[selector] = found
            faults.append(_tell(corpus, source, evidence, failures[selector]))
    return passages, merged(faults)


def _changed_sources(corpus: Corpus) -> Iterator[Diagnostic]:
    for source in corpus.sources.values():
        if source.about.sha256 not in (None, source.article.sha256):
            yield SOURCE_CHANGED.at(
                source.about.mark("sha256"),
                f"seeds/{source.id}.txt is not the text whose hash is recorded here",
                "Put the stored text back as it was. If it was stored wrongly before, look at all that rests on it, "
                f"then record the new hash: sha256: {source.article.sha256}",
            )


def _missing_source(corpus: Corpus, evidence: Evidence) -> Iterator[Diagnostic]:
    if f"source:{evidence.source}" not in corpus.unread:
        yield SOURCE_MISSING.at(
            evidence.mark("source"),
            f"there is no source “{evidence.source}” in seeds/",
            suggest(evidence.source, list(corpus.sources)),
        )


def _tell(corpus: Corpus, source: Source, evidence: Evidence, failure: Failure) -> Diagnostic:
    """Put a failure into an editor's words."""
    segment = evidence.segments[failure.segment]
    mark, name = evidence.segment_mark(failure.segment), source.id
    match failure.verdict:
        case Verdict.TOO_SHORT:
            hint = "So few stand anywhere. Quote more of the sentence."
            return TOO_SHORT.at(mark, f"“{segment}” has fewer than {SHORTEST} letters or digits", hint)
        case Verdict.CUTS_WORD:
            shown = surroundings(source.article, failure.places[0][0])
            return CUTS_WORD.at(
                mark, f"“{segment}” begins or ends within a word of {name}", f"The source: {shown}"
            )
        case Verdict.AMBIGUOUS:
            hint = "\n".join(_candidates(source.article, evidence, failure))
            return AMBIGUOUS.at(mark, _how_often(evidence, failure), hint)
        case Verdict.OUT_OF_ORDER | Verdict.OVERLAPPING:
            overlap = failure.verdict is Verdict.OVERLAPPING
            what = "share words in" if overlap else "stand in another order in"
            rule = OVERLAPPING if overlap else OUT_OF_ORDER
            hint = "Give the segments in the order of the source, without words in common."
            return rule.at(mark, f"this segment and the one before {what} {name}", hint)
    return _not_found(corpus, source, segment, mark)


def _how_often(evidence: Evidence, failure: Failure) -> str:
    count = len(failure.places)
    pins = [key for key in ("prefix", "suffix", "occurrence") if getattr(evidence, key) is not None]
    asked = (
        f", and {' and '.join(pins)} {'fits' if len(pins) == 1 else 'fit'} not exactly one of them"
        if pins
        else ""
    )
    what = "these words stand" if len(evidence.segments) == 1 else "these segments can be placed"
    return f"{what} {count} times in {evidence.source}{asked}"


def _candidates(article: Article, evidence: Evidence, failure: Failure) -> Iterator[str]:
    yield "Which one is meant? Add one of these lines to the evidence:"
    firsts = sorted({place[0] for place in failure.places})
    for number, span in enumerate(firsts[:_SHOWN], 1):
        before = article.text[max(0, span.start - 40) : span.start].split()[-4:]
        prefix = f" or prefix: {yaml_text(' '.join(before))}" if before else ""
        yield f"  occurrence: {number}{prefix}"
        yield f"      {surroundings(article, span)}"
    if len(firsts) > _SHOWN:
        yield f"  … and {len(firsts) - _SHOWN} more"
    if len(firsts) == 1:
        yield f"The later segment stands more than once: add a suffix, the words after “{evidence.segments[-1]}”."


def _not_found(corpus: Corpus, source: Source, segment: str, mark: Mark) -> Diagnostic:
    """Tell words that are elsewhere from words that are nearly there and words that nobody wrote."""
    others = [
        name
        for name, other in corpus.sources.items()
        if other is not source and stands_in(other.article, segment)
    ]
    if others:
        message = f"these words are not in {source.id}, yet they are in {', '.join(others)}"
        return ELSEWHERE.at(mark, message, f"Write: source: {others[0]}")
    near = nearest(source.article, segment)
    if near is None:
        hint = "The source has nothing like it. Copy the words from the stored text."
        return NOT_FOUND.at(mark, f"these words are not in {source.id}", hint)
    if not near.close:
        paragraph = source.article.paragraph_at(near.span.start).number
        return NOT_FOUND.at(
            mark,
            f"these words are not in {source.id}",
            f"The nearest there, in paragraph {paragraph}: {near.text}",
        )
    mine, theirs = differences(segment, near.text)
    case_only = " only capital letters differ;" if segment.lower() == near.text.lower() else ""
    return NEAR.at(
        mark,
        f"these are not the words of {source.id}:{case_only} the source has others",
        f"Your file:  {mine}\nThe source: {theirs}\nTo paste:   {yaml_text(near.text)}",
    )
