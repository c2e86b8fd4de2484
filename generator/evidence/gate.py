"""The evidence gate: find the passage of every piece of evidence, or report why it has none."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.content.model import Corpus, Evidence, Selector
from generator.content.model.uses import all_evidence
from generator.content.validation import closest_identifier
from generator.diagnostics import Diagnostic, merged
from generator.evidence.matching import Passage, locate
from generator.evidence.refusals import Refusal, refuse
from generator.evidence.rules import SOURCE_CHANGED, SOURCE_MISSING

Passages = Mapping[Selector, Passage]


def resolve(
    corpus: Corpus, known: Mapping[str, Passages] = MappingProxyType({})
) -> tuple[Passages, tuple[Diagnostic, ...]]:
    """Look up every piece of evidence of `corpus`; report what is not found at every place that cites it.

    `known` are the passages of briefings of which everything was found before, by slug.
    """
    passages: dict[Selector, Passage] = {}
    for of_briefing in known.values():
        passages.update(of_briefing)
    refusals: dict[Selector, Refusal] = {}
    diagnostics = list(_changed_sources(corpus))
    changed_files = {diagnostic.location.file for diagnostic in diagnostics}
    for evidence in all_evidence(corpus, known):
        selector = evidence.selector
        source = corpus.sources.get(selector.source)
        if source is None:
            diagnostics.extend(_missing_source(corpus, evidence))
            continue
        if selector not in passages and selector not in refusals:
            found = locate(source.article, selector)
            if isinstance(found, Passage):
                passages[selector] = found
            else:
                refusals[selector] = refuse(corpus, selector, found)
        if refusal := refusals.get(selector):
            diagnostic = refusal.at(evidence)
            sidecar = source.about.location().file
            if sidecar in changed_files:  # the words of a changed text must not be pasted
                hint = (
                    f"Restore the stored text first: it was changed, see {SOURCE_CHANGED.code} in {sidecar}."
                )
                diagnostic = replace(diagnostic, hint=hint)
            diagnostics.append(diagnostic)
    return passages, merged(diagnostics)


def _changed_sources(corpus: Corpus) -> Iterator[Diagnostic]:
    for source in corpus.sources.values():
        recorded = source.about.sha256
        if recorded in (None, source.article.sha256):
            continue
        message = f"seeds/{source.id}.txt has changed since this hash was recorded"
        hint = (
            "Restore the stored text. If it was wrong before, see what the change does to its evidence: "
            f"briefing lock {source.id}"
        )
        if recorded and source.article.differs_in_line_ends(recorded):
            message = f"only the line ends of seeds/{source.id}.txt have changed since this hash was recorded"
            hint = line_ends_hint(source.id)
        yield SOURCE_CHANGED.at(source.about.location("sha256"), message, hint)


def line_ends_hint(source: str) -> str:
    """Return how to get the stored line ends of a source back."""
    return (
        "Git changes line ends on some computers. Keep them by this line in the file .gitattributes:\n/seeds/** -text\n"
        f"Then delete seeds/{source}.txt, and get it back: git checkout -- seeds/{source}.txt"
    )


def _missing_source(corpus: Corpus, evidence: Evidence) -> Iterator[Diagnostic]:
    """Report a source that does not exist, unless its own files have errors, which are reported there."""
    if f"source:{evidence.source}" in corpus.unread:
        return
    titles = {name: (source.about.title,) for name, source in corpus.sources.items()}
    near = closest_identifier(evidence.source, titles)
    hint = (
        f"Did you mean “{near}”?"
        if near
        else "Use the name of the source’s file in seeds/, without the ending."
    )
    message = f"there is no source “{evidence.source}” in seeds/"
    yield SOURCE_MISSING.at(evidence.location("source"), message, hint)
