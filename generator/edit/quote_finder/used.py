"""Where in the briefings a passage is evidence already."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.articles import Article
from generator.content.model import Corpus
from generator.content.model.uses import all_evidence
from generator.evidence import Passage, Span
from generator.evidence.matching import locate


class Uses:
    """All evidence that is found in stored texts, looked up a text at a time."""

    def __init__(self, corpus: Corpus) -> None:
        """Sort the evidence of `corpus` by source."""
        self._evidence = sorted(all_evidence(corpus), key=lambda one: (one.source, one.segment_location(0)))
        self._passages: dict[str, list[tuple[Passage, str]]] = {}

    def of(self, article: Article, spans: Sequence[Span]) -> tuple[str, ...]:
        """Give the places (file:line) of all evidence that has some of the words at `spans` of `article`, sorted."""
        if article.id not in self._passages:
            self._passages[article.id] = self._found(article)
        return tuple(
            dict.fromkeys(
                place
                for passage, place in self._passages[article.id]
                if any(
                    one.start < other.end and other.start < one.end
                    for one in spans
                    for other in passage.spans
                )
            )
        )

    def _found(self, article: Article) -> list[tuple[Passage, str]]:
        """Look up all evidence that rests on `article`."""
        found = []
        for evidence in self._evidence:
            if evidence.source == article.id:
                passage, location = locate(article, evidence.selector), evidence.segment_location(0)
                if isinstance(passage, Passage):
                    found.append((passage, f"{location.file}:{location.line}"))
        return found
