"""The sentences of a stored text that have cited words. An excerpt publishes these and no others."""

from collections.abc import Iterable

from generator.content.articles import Article
from generator.evidence.matching import Passage


def cited_sentences(article: Article, passages: Iterable[Passage]) -> frozenset[int]:
    """Return where each sentence with words of `passages` starts."""
    return frozenset(
        start
        for passage in passages
        for span in passage.spans
        for start, _ in article.sentences_over(span.start, span.end)
    )
