"""Find the words of a selector in one stored text. Pure, and never more lenient than the typographic fold.

A segment is searched for in the folded text; a match counts only if it cuts no word. Whether it has the source's own
characters makes no difference: words that fit one place exactly and another after folding are ambiguous. Segments keep
their order and never overlap. A selector is found if there is exactly one way to place its segments; the first of several
is never taken. A segment of a few letters counts only where it is a complete quotation: “No.”.

`prefix`, `suffix` and `occurrence` must fit in any case. Among the ways that fit, a way that encloses another does
not count: “we … will sign” then means the nearest “will sign”. `occurrence` counts all occurrences of the first
segment after folding, because readers who count do not see differences in typography.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.content.articles import Article
from generator.content.model import Selector
from generator.evidence.length import is_long_enough
from generator.evidence.occurrences import Occurrence, citable
from generator.evidence.span import Span
from generator.evidence.word_index import only_place
from generator.fold import BLANK, fold_words, folded_words
from generator.word_boundaries import cuts_word


class Verdict(StrEnum):
    """The result of looking a selector up; the method page explains each."""

    FOUND = "found"
    FOLDED = "found after folding"
    AMBIGUOUS = "ambiguous"
    OTHER_PLACE = "in another place"
    NEAR = "near"
    ELSEWHERE = "in another source"
    OUT_OF_ORDER = "out of order"
    OVERLAPPING = "overlapping"
    NOT_FOUND = "not found"
    TOO_SHORT = "too short"
    CUTS_WORD = "cuts a word"
    SOURCE_MISSING = "source missing"
    SOURCE_CHANGED = "source changed"


class Passage(NamedTuple):
    """The place of a selector's words: one span for each segment, and the source's own characters there.

    `paragraph` is the number of the paragraph in which the first span starts; `verdict` is FOUND or FOLDED.
    """

    selector: Selector
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    paragraph: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a selector was not found: the index of the segment that caused it, and the occurrences considered."""

    verdict: Verdict
    segment: int = 0
    occurrences: tuple[Occurrence, ...] = ()


_Columns = Sequence[Sequence[Occurrence]]  # for each segment, its occurrences in the order of the text
_Way = tuple[Occurrence, ...]  # one occurrence for each segment


def locate(article: Article, selector: Selector) -> Passage | Failure:
    """Return the passage of `selector` in `article`, or why it has none."""
    is_pinned = selector.prefix or selector.suffix or selector.occurrence
    only = None if is_pinned else _only_passage(article, selector)
    if only:
        return only
    columns: list[Sequence[Occurrence]] = []
    for index, segment in enumerate(selector.segments):
        complete, cut = citable(article, segment)
        if not complete:
            if not is_long_enough(segment):
                return Failure(Verdict.TOO_SHORT, index)
            return Failure(Verdict.CUTS_WORD if cut else Verdict.NOT_FOUND, index, cut)
        columns.append(complete)
    fitting = _fitting(article, selector, columns)
    first, last = _earliest(fitting), _latest(fitting)
    if first and last and first != last and is_pinned:
        first, last = _narrowest(fitting)
    if first and first == last:
        is_exact = all(item.exact for item in first)
        return _passage(article, selector, [item.span for item in first], is_exact=is_exact)
    if first:
        return _ambiguous(fitting)
    if _earliest(columns):
        return _in_another_place(article, selector, columns)
    return _out_of_order(columns)


def _only_passage(article: Article, selector: Selector) -> Passage | None:
    """Return the passage of `selector` if each segment occurs once in the text, in order: the usual case, decided quickly."""
    if article.divided is not None:
        return None
    text, folded, end, is_exact = article.text, article.folded, 0, True
    spans: list[Span] = []
    for segment in selector.segments:
        words = fold_words(segment)
        at = only_place(article, words)
        if at is None or not (is_long_enough(segment) and any(map(str.isalnum, words))):
            return None
        original = folded.original(at, at + len(words))
        if original is None or original[0] < end or cuts_word(text, *original):
            return None
        start, end = original
        is_exact = is_exact and text[start:end] == segment.strip(BLANK)
        spans.append(Span(start, end))
    return _passage(article, selector, spans, is_exact=is_exact)


def _fitting(article: Article, selector: Selector, columns: _Columns) -> _Columns:
    """Return `columns` with only those first and last occurrences that fit prefix, suffix and occurrence."""
    fitting = list(columns)
    if selector.occurrence:
        fitting[0] = [item for item in fitting[0] if item.number == selector.occurrence]
    if selector.prefix:
        fitting[0] = [item for item in fitting[0] if _fits_prefix(article, item, selector.prefix)]
    if selector.suffix:
        fitting[-1] = [item for item in fitting[-1] if _fits_suffix(article, item, selector.suffix)]
    return fitting


def _fits_prefix(article: Article, occurrence: Occurrence, prefix: str) -> bool:
    """Return whether `prefix` comes directly before `occurrence`, apart from white space and quotation marks."""
    text, end = article.folded.text, occurrence.folded.start
    while text[end - 1 : end] in (" ", "'"):
        end -= 1
    return text.endswith(folded_words(prefix).rstrip(" '"), 0, end)


def _fits_suffix(article: Article, occurrence: Occurrence, suffix: str) -> bool:
    """Return whether `suffix` comes directly after `occurrence`, apart from white space and quotation marks."""
    text, start = article.folded.text, occurrence.folded.end
    while text[start : start + 1] in (" ", "'"):
        start += 1
    return text.startswith(folded_words(suffix).lstrip(" '"), start)


def _earliest(columns: _Columns) -> _Way | None:
    """Place each segment as early as possible; return None if they cannot be placed in order."""
    chain: list[Occurrence] = []
    for column in columns:
        previous_end = chain[-1].span.end if chain else 0
        index = bisect_left(column, previous_end, key=lambda item: item.span.start)
        if index == len(column):
            return None
        chain.append(column[index])
    return tuple(chain)


def _latest(columns: _Columns) -> _Way | None:
    """Place each segment as late as possible. The result equals the earliest way only if there is no other way."""
    chain: list[Occurrence] = []
    for column in reversed(columns):
        index = len(column)
        if chain:
            index = bisect_right(column, chain[-1].span.start, key=lambda item: item.span.end)
        if index == 0:
            return None
        chain.append(column[index - 1])
    return tuple(reversed(chain))


def _narrowest(columns: _Columns) -> tuple[_Way | None, _Way | None]:
    """Return two different ways that enclose no other way, or the only such way twice."""
    start_by_end: dict[Occurrence, Occurrence] = {}
    for start in columns[0]:
        chain = _earliest([[start], *columns[1:]])
        if chain is None:
            break
        start_by_end[chain[-1]] = start  # of several starts with the same end, the last is the narrowest
    ways = [
        place([[start], *columns[1:-1], [end]][: len(columns)])
        for end, start in start_by_end.items()
        for place in (_earliest, _latest)
    ]
    return ways[0], ways[-1]


def _passage(article: Article, selector: Selector, spans: Sequence[Span], *, is_exact: bool) -> Passage:
    text = article.text
    return Passage(
        selector,
        tuple(spans),
        tuple([text[start:end] for start, end in spans]),
        article.paragraph_at(spans[0].start).number,
        Verdict.FOUND if is_exact else Verdict.FOLDED,
    )


def _in_another_place(article: Article, selector: Selector, columns: _Columns) -> Failure:
    """Return the failure of the last segment if the suffix fits nowhere, otherwise of the first segment."""
    suffix_fits = any(_fits_suffix(article, item, selector.suffix) for item in columns[-1])
    index = 0 if suffix_fits or not selector.suffix else len(columns) - 1
    return Failure(Verdict.OTHER_PLACE, index, tuple(columns[index]))


def _ambiguous(columns: _Columns) -> Failure:
    """Return the failure of the first segment with several possible places, with all of these."""
    bounds = zip(_earliest(columns) or (), _latest(columns) or (), strict=True)
    index, first, last = next((i, low, high) for i, (low, high) in enumerate(bounds) if low != high)
    possible = tuple(item for item in columns[index] if first.number <= item.number <= last.number)
    return Failure(Verdict.AMBIGUOUS, index, possible)


def _out_of_order(columns: _Columns) -> Failure:
    """Return the failure of the first segment that cannot follow the one before: it overlaps it, or precedes it."""
    index = next(i for i in range(1, len(columns)) if _earliest(columns[: i + 1]) is None)
    previous = (_earliest(columns[:index]) or ())[-1].span
    overlaps = any(
        item.span.start < previous.end and previous.start < item.span.end for item in columns[index]
    )
    return Failure(Verdict.OVERLAPPING if overlaps else Verdict.OUT_OF_ORDER, index, tuple(columns[index]))
