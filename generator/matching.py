"""Where the words of a selector stand in one stored text: pure, and never more lenient than the fold.

Words are looked for byte for byte first, then after the typographic fold; a hit counts only where it cuts no
word. Segments stand in their order without touching one another. A selector is found where there is exactly
one way to place its segments, or exactly one that fits its prefix, suffix and occurrence; of the ways that
fit those, one that holds another within itself does not count (“we … will sign” means the nearest “will sign”).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

from generator.articles import Article
from generator.model import Selector
from generator.text import cuts_word, folded_words

SHORTEST = 3  # letters or digits in a segment
_MOST_PLACEMENTS = 2000  # more ways than that to place the segments are ambiguous in any case


class Verdict(StrEnum):
    """What came of looking a selector up."""

    FOUND = "found"
    FOLDED = "found after folding"
    AMBIGUOUS = "ambiguous"
    NEAR = "near"
    ELSEWHERE = "in another source"
    OUT_OF_ORDER = "out of order"
    OVERLAPPING = "overlapping"
    NOT_FOUND = "not found"
    TOO_SHORT = "too short"
    CUTS_WORD = "cuts a word"
    SOURCE_MISSING = "source missing"
    SOURCE_CHANGED = "source changed"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of a stored text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a selector's words stand: one span for each segment, and the source's own characters there.

    `paragraph` is the number of the one in which the first span starts; `verdict` is FOUND or FOLDED.
    """

    selector: Selector
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    paragraph: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a selector was not found: the segment at fault (from 0) and the places that came into question."""

    verdict: Verdict
    segment: int = 0
    places: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Hits:
    spans: tuple[Span, ...]
    exact: bool
    cut: tuple[Span, ...]


def locate(article: Article, selector: Selector) -> Passage | Failure:
    """Look `selector` up in `article`."""
    for index, segment in enumerate(selector.segments):
        if sum(char.isalnum() for char in segment) < SHORTEST:
            return Failure(Verdict.TOO_SHORT, index)
    found = [_hits(article, segment) for segment in selector.segments]
    for index, hits in enumerate(found):
        if not hits.spans:
            places = tuple((span,) for span in hits.cut)
            return Failure(Verdict.CUTS_WORD if hits.cut else Verdict.NOT_FOUND, index, places)
    spans = [hits.spans for hits in found]
    placements = list(islice(_placements(spans), _MOST_PLACEMENTS))
    if not placements:
        return _misplaced(spans)
    if len(placements) > 1:
        placements = _pinned(article, selector, placements)
    if len(placements) != 1:
        return Failure(Verdict.AMBIGUOUS, 0, tuple(placements))
    exact = all(hits.exact for hits in found)
    return Passage(
        selector,
        placements[0],
        tuple(article.text[span.start : span.end] for span in placements[0]),
        article.paragraph_at(placements[0][0].start).number,
        Verdict.FOUND if exact else Verdict.FOLDED,
    )


def stands_in(article: Article, words: str) -> bool:
    """Say whether `words` stand anywhere in `article`, without cutting a word."""
    return bool(_hits(article, words).spans)


def _hits(article: Article, segment: str) -> _Hits:
    exact = [Span(at, at + len(segment)) for at in _finds(article.text, segment)]
    whole = [span for span in exact if not cuts_word(article.text, span.start, span.end)]
    if whole:
        return _Hits(tuple(whole), True, ())
    folded = folded_words(segment)
    spans: list[Span] = []
    cut = list(exact)
    for at in _finds(article.folded.text, folded) if folded else ():
        span = Span(*article.folded.original(at, at + len(folded)))
        # Part of a character that folds to several, such as an ellipsis, is no hit.
        if folded_words(article.text[span.start : span.end]) != folded:
            continue
        (cut if cuts_word(article.text, span.start, span.end) else spans).append(span)
    return _Hits(tuple(dict.fromkeys(spans)), False, tuple(sorted(set(cut))))


def _finds(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _placements(spans: list[tuple[Span, ...]], after: int = 0) -> Iterator[tuple[Span, ...]]:
    """Give every way to choose one hit for each segment so that each starts where the one before has ended."""
    for span in spans[0]:
        if span.start >= after:
            if len(spans) == 1:
                yield (span,)
            else:
                yield from ((span, *rest) for rest in _placements(spans[1:], span.end))


def _misplaced(spans: list[tuple[Span, ...]]) -> Failure:
    """Tell segments that overlap from segments in the wrong order."""
    places = tuple((one[0],) for one in spans)
    for index, (before, after) in enumerate(pairwise(spans), 1):
        if any(one.start < other.end and other.start < one.end for one in before for other in after):
            return Failure(Verdict.OVERLAPPING, index, places)
    for index, (before, after) in enumerate(pairwise(spans), 1):
        if before[0].end > after[-1].start:
            return Failure(Verdict.OUT_OF_ORDER, index, places)
    return Failure(Verdict.OUT_OF_ORDER, len(spans) - 1, places)


def _pinned(
    article: Article, selector: Selector, placements: list[tuple[Span, ...]]
) -> list[tuple[Span, ...]]:
    """Keep the placements that fit what the editor gave to tell them apart; all of them where nothing was."""
    if not (selector.prefix or selector.suffix or selector.occurrence):
        return placements
    fitting = placements
    if selector.occurrence:
        firsts = sorted({placement[0] for placement in placements})
        nth = firsts[selector.occurrence - 1 : selector.occurrence]
        fitting = [placement for placement in fitting if placement[0] in nth]
    if selector.prefix:
        fitting = [one for one in fitting if _ends_with(article.text[: one[0].start], selector.prefix)]
    if selector.suffix:
        fitting = [one for one in fitting if _starts_with(article.text[one[-1].end :], selector.suffix)]
    tight = [one for one in fitting if not any(_within(other, one) for other in fitting if other != one)]
    return tight or placements


def _within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return inner[0].start >= outer[0].start and inner[-1].end <= outer[-1].end


def _ends_with(text: str, words: str) -> bool:
    # The fold makes text at most three times as long as what it stands for.
    return folded_words(text[-3 * len(words) - 80 :]).endswith(folded_words(words))


def _starts_with(text: str, words: str) -> bool:
    return folded_words(text[: 3 * len(words) + 80]).startswith(folded_words(words))
