"""Where words stand in all stored texts, exact or retyped, each place with the evidence to paste; else what is nearest."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice, pairwise

from generator.content.articles import Article
from generator.content.model import Corpus, Kind, Selector
from generator.edit.quote_finder.blocks import evidence_block
from generator.edit.quote_finder.query import Query
from generator.edit.quote_finder.used import Uses
from generator.evidence import Span
from generator.evidence.matching import Failure, Verdict, locate, occurrences
from generator.evidence.near_match import NearMatch, nearest
from generator.fold import folded_words
from generator.speech.quotation_marks import quoted
from generator.word_boundaries import whole_words

SHOWN = 50  # places; more are counted
_COMPARED, _NEAREST = 12, 3  # texts that are searched for what is nearest, and those that are shown
_LONG = 1_000  # characters of what was given that are compared
_FEW_WORDS, _GRAM = 3, 3  # of fewer words, runs of this many letters are looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: its text, the spans of the segments there, and the evidence to paste.

    `widened`: the words that were looked for cut a word of the text. `block` is None where no evidence can be made of
    the place. `used` are the places (file:line) of the evidence that has some of the words already.
    """

    article: Article
    spans: tuple[Span, ...]
    widened: bool
    block: str | None
    used: tuple[str, ...]

    @property
    def paragraph(self) -> int:
        """Give the number of the paragraph in which the words begin."""
        return self.article.paragraph_at(self.spans[0].start).number

    @property
    def words(self) -> tuple[str, ...]:
        """Give the text's own words, one item for each segment."""
        return tuple(self.article.text[span.start : span.end] for span in self.spans)


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a search: how many places there are, the first of them, or what is most like the words."""

    query: Query
    texts: int
    total: int
    hits: tuple[Hit, ...]
    nearest: tuple[Hit, ...]


_Place = tuple[Article, tuple[Span, ...], bool]


def find(articles: Sequence[Article], corpus: Corpus, query: Query) -> Found:
    """Look for the words of `query` in `articles`; `corpus` is what could be read of the briefings."""
    uses = Uses(corpus)
    there = _there(articles, query)
    hits = tuple(_hit(place, uses) for place in islice(there, SHOWN))
    near = () if there else tuple(_hit(place, uses) for place in _near(articles, query))
    return Found(query, len(articles), len(there), hits, near)


def _hit(place: _Place, uses: Uses) -> Hit:
    article, spans, widened = place
    kind = Kind.QUOTE if all(quoted(article, span) for span in spans) else Kind.REPORTED
    return Hit(article, spans, widened, evidence_block(article, kind, spans), uses.of(article, spans))


def _there(articles: Sequence[Article], query: Query) -> list[_Place]:
    """Give the places of the first way to take the words that has any; those that cut a word only where no other is."""
    for way in query.ways:
        found = [place for article in articles for place in _places(article, way)]
        if whole := [place for place in found if not place[2]]:
            return whole
        if found:
            return found
    return []


def _places(article: Article, way: Sequence[str]) -> Iterator[_Place]:
    """Give every way to place the segments in their order, each as near to the one before as it can be."""
    columns = [_spans(article, words) for words in way]
    if not all(spans for spans, _ in columns):
        return
    by_end: dict[Span, tuple[Span, ...]] = {}
    for first in columns[0][0]:
        chain = [first]
        for spans, _ in columns[1:]:
            index = bisect_left(spans, chain[-1].end, key=lambda span: span.start)
            if index == len(spans):
                break
            chain.append(spans[index])
        if len(chain) == len(columns):
            by_end[chain[-1]] = tuple(chain)  # a later start for the same end is nearer
    widened = any(cut for _, cut in columns)
    yield from ((article, chain, widened) for chain in by_end.values())


def _spans(article: Article, words: str) -> tuple[Sequence[Span], bool]:
    """Give where `words` stand; where they stand only as parts of words, the whole words, and True."""
    if whole := occurrences(article, words):
        return whole, False
    failure = locate(article, Selector(article.id, Kind.REPORTED, (words,)))
    if not isinstance(failure, Failure) or failure.verdict is not Verdict.CUTS_WORD:
        return (), False
    widened = (Span(*whole_words(article.text, *hit.span)) for hit in failure.occurrences)
    return tuple(dict.fromkeys(widened)), True


def _near(articles: Sequence[Article], query: Query) -> list[_Place]:
    """Give the passages most like the words, the best first: case, letters or some of the words differ."""
    words = " ".join(query.ways[-1])[:_LONG]
    found: list[tuple[NearMatch, Article]] = []
    for article in _likely(articles, words):
        near = nearest(article, words)
        if near is not None:
            found.append((near, article))
    found.sort(key=lambda one: (-one[0].shared, -one[0].similarity, one[1].id))
    return [(article, (near.span,), False) for near, article in found[:_NEAREST]]


def _likely(articles: Sequence[Article], words: str) -> list[Article]:
    """Give the few of `articles` that share most with `words`, so that letters are compared in few texts.

    Counted are words and pairs of neighbours; what stands in many texts counts little.
    """
    wanted = folded_words(words).lower()
    single = wanted.split()
    parts = {*single, *(" ".join(pair) for pair in pairwise(single))}
    if len(single) < _FEW_WORDS:
        parts = {wanted[at : at + _GRAM] for at in range(max(1, len(wanted) - _GRAM + 1))}
    shared = [_shared(article, parts) for article in articles]
    texts = Counter(part for some in shared for part in some)
    weights = [sum(1 / texts[part] for part in sorted(some)) for some in shared]
    few = nlargest(_COMPARED, range(len(articles)), key=weights.__getitem__)
    return [articles[index] for index in few if shared[index]]


def _shared(article: Article, parts: set[str]) -> set[str]:
    """Give those of `parts` that stand in `article`, in letters of any case."""
    lower = article.folded.text.lower()
    return {part for part in parts if part in lower}
