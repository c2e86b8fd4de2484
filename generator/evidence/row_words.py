"""The words that the row of a position shows: those of `row_text`, or of the first evidence that supports the position."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.content.articles import Article
from generator.content.model import Evidence, Position, Relation, Selector, Source
from generator.evidence.matching import Passage
from generator.evidence.occurrences import occurrences
from generator.evidence.span import Span


class RowWords(NamedTuple):
    """The words of a row: the evidence that they are part of, and their place in its source."""

    evidence: Evidence
    passage: Passage


def row_words(
    position: Position, passages: Mapping[Selector, Passage], sources: Mapping[str, Source]
) -> RowWords | None:
    """Return the words of a row, in the source's own characters.

    The evidence is the first that supports the position and has all segments of `row_text`, in order. None if no such evidence
    has them, if no evidence supports the position, or if its words were not found in their source.
    """
    supporting = [item for item in position.evidence if item.relation is Relation.SUPPORTS]
    if position.row_text is None:
        passage = passages.get(supporting[0].selector) if supporting else None
        return RowWords(supporting[0], passage) if passage else None
    for evidence in supporting:
        if passage := passages.get(evidence.selector):
            article = sources[evidence.source].article
            if spans := _inside(article, passage.spans, position.row_text):
                texts = tuple(article.text[span.start : span.end] for span in spans)
                paragraph = article.paragraph_at(spans[0].start).number
                return RowWords(evidence, passage._replace(spans=spans, texts=texts, paragraph=paragraph))
    return None


def _inside(article: Article, passage: Sequence[Span], segments: Sequence[str]) -> tuple[Span, ...]:
    """Return the first place of each segment inside the spans of a passage, in order; empty if one has none."""
    found: list[Span] = []
    reached = 0
    for segment in segments:
        inside = [
            span
            for span in occurrences(article, segment)
            if span.start >= reached
            and any(part.start <= span.start and span.end <= part.end for part in passage)
        ]
        if not inside:
            return ()
        found.append(inside[0])
        reached = inside[0].end
    return tuple(found)
