"""Words that a quote leaves out of its sentences, for the checks of negations, conditions, denials and questions."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.content import Citation, Content
from generator.content.articles import Article
from generator.evidence import Span
from generator.location import Location
from generator.speech.left_out import Reason, Side

_LONGEST = 500  # characters of a sentence that are shown before and after a segment
_PLACES = {
    Side.BEFORE: "before these words",
    Side.BETWEEN: "between these words and the segment before them",
    Side.AFTER: "after these words",
}


@dataclass(frozen=True, slots=True)
class Omission:
    """Words that a piece of evidence leaves out: in which source they are and where, in words, and their whole sentence."""

    citation: Citation
    location: Location
    source: str
    words: str
    place: str
    sentence: str


def omissions(content: Content, reason: Reason) -> Iterator[Omission]:
    """Yield what the evidence leaves out for `reason`, with the location of the segment in the editor's file."""
    for source, citation, found in content.left_out:
        if found.reason is reason:
            yield Omission(
                citation=citation,
                location=citation.segment_location(found.segment),
                source=source.id,
                words=found.words,
                place=_PLACES[found.side],
                sentence=_sentence(source.article, citation.passage.spans, found.segment),
            )


def _sentence(article: Article, spans: tuple[Span, ...], index: int) -> str:
    """Return the sentences of the segment at `index` on one line, with the words of all `spans` in [brackets]."""
    span = spans[index]
    start = max(article.sentence_at(span.start)[0], span.start - _LONGEST)
    end = min(article.sentence_at(span.end - 1)[1], span.end + _LONGEST)
    edges = {span.start: "[" for span in spans} | {span.end: "]" for span in spans}
    inside = sorted(offset for offset in edges if start <= offset <= end)
    parts, position = [], start
    for offset in inside:
        parts += [article.text[position:offset], edges[offset]]
        position = offset
    return " ".join("".join([*parts, article.text[position:end]]).split())
