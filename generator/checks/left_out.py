"""Words that a quote leaves out of its sentences, for the checks of negations, conditions, denials and questions."""

from collections.abc import Iterator

from generator.checks.content import Citation, Content
from generator.content.articles import Article
from generator.content.model import Source
from generator.evidence import Span
from generator.speech.left_out import LeftOut, Reason, Side

_LONGEST = 500  # characters of a sentence that are shown before and after a segment
_PLACES = {
    Side.BEFORE: "before these words",
    Side.BETWEEN: "between these words and the segment before them",
    Side.AFTER: "after these words",
}


def left_out_words(content: Content, reason: Reason) -> Iterator[tuple[Source, Citation, LeftOut]]:
    """Return every use of evidence that leaves out words for `reason`."""
    return (item for item in content.left_out if item[-1].reason is reason)


def place(found: LeftOut) -> str:
    """Return where the words stand in the source, for a message."""
    return _PLACES[found.side]


def whole_sentence(article: Article, spans: tuple[Span, ...], index: int) -> str:
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
