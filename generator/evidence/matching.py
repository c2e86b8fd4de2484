"""Find the words of a selector in one stored text. Pure, and never more lenient than the typographic fold.

A segment is searched for in the folded text; a match counts only if it cuts no word. Whether it has the source's own
characters makes no difference: words that fit one place exactly and another after folding are ambiguous. Segments keep
their order and never overlap. A selector is found if there is exactly one way to place its segments; the first of several
is never taken. A segment of a few letters counts only where it is a complete quotation: “No.”.

`prefix`, `suffix` and `occurrence` must fit in any case. Among the ways that fit, a way that encloses another does
not count: “we … will sign” then means the nearest “will sign”. `occurrence` counts all occurrences of the first
segment after folding, because readers who count do not see differences in typography.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.content.articles import Article
from generator.content.model import Selector
from generator.evidence.inner_words import is_complete_quotation, is_complete_turn
from generator.evidence.length import is_long_enough
from generator.evidence.span import Span
from generator.fold import BLANK, folded_words
from generator.word_boundaries import cuts_word

_MOST_KEPT = 8  # segments of a text
_OPTIONAL_HYPHEN = re.compile(r"(?<=[^\W_])- ?(?=[^\W_])|(?<=[^\W_])(?=[^\W_])")


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


class Occurrence(NamedTuple):
    """One place of a segment: its number in the text, from 1, and its span in the text and in the folded text."""

    number: int
    span: Span
    folded: Span
    exact: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a selector was not found: the index of the segment that caused it, and the occurrences considered."""

    verdict: Verdict
    segment: int = 0
    occurrences: tuple[Occurrence, ...] = ()


_Occurrences = tuple[tuple[Occurrence, ...], tuple[Occurrence, ...]]
_Columns = Sequence[Sequence[Occurrence]]  # for each segment, its occurrences in the order of the text
_Way = tuple[Occurrence, ...]  # one occurrence for each segment


def locate(article: Article, selector: Selector) -> Passage | Failure:
    """Return the passage of `selector` in `article`, or why it has none."""
    columns: list[Sequence[Occurrence]] = []
    for index, segment in enumerate(selector.segments):
        complete, cut = _citable(article, segment)
        if not complete:
            if not is_long_enough(segment):
                return Failure(Verdict.TOO_SHORT, index)
            return Failure(Verdict.CUTS_WORD if cut else Verdict.NOT_FOUND, index, cut)
        columns.append(complete)
    is_pinned = selector.prefix or selector.suffix or selector.occurrence
    if not is_pinned and all(len(column) == 1 for column in columns):  # the usual case
        way = [column[0] for column in columns]
        if all(first.span.end <= second.span.start for first, second in pairwise(way)):
            return _passage(article, selector, way)
    fitting = _fitting(article, selector, columns)
    first, last = _earliest(fitting), _latest(fitting)
    if first and last and first != last and is_pinned:
        first, last = _narrowest(fitting)
    if first and first == last:
        return _passage(article, selector, first)
    if first:
        return _ambiguous(fitting)
    if _earliest(columns):
        return _in_another_place(article, selector, columns)
    return _out_of_order(columns)


def numbered(article: Article, segment: str) -> tuple[Span, ...]:
    """Return every place of `segment` in `article` that can be evidence, in the order that `occurrence` counts."""
    return tuple(item.span for item in _citable(article, segment)[0])


def occurrences(article: Article, words: str) -> tuple[Span, ...]:
    """Return every place of `words` in `article` that cuts no word."""
    return tuple(item.span for item in _occurrences(article, words)[0])


def _citable(article: Article, segment: str) -> tuple[tuple[Occurrence, ...], tuple[Occurrence, ...]]:
    """Return the occurrences of `segment` that can be evidence, and those that cut a word.

    A few letters can be evidence only where they are a complete quotation.
    """
    complete, cut = _occurrences(article, segment)
    if complete and not is_long_enough(segment):
        answers = [
            item
            for item in complete
            if is_complete_quotation(article.text, item.span) or is_complete_turn(article, item.span)
        ]
        complete = tuple(item._replace(number=number) for number, item in enumerate(answers, start=1))
    return complete, cut


def _occurrences(article: Article, segment: str) -> _Occurrences:
    """Return the occurrences of `segment` as whole words, and those that cut a word.

    The article keeps those of the last segments: pins are tried one after the other with the same words.
    """
    kept: dict[str, _Occurrences] = article.results.setdefault(_occurrences, {})
    found = kept.get(segment)
    if found is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        found = kept[segment] = _look_up(article, segment)
    return found


def _look_up(article: Article, segment: str) -> _Occurrences:
    complete: list[Occurrence] = []
    cut: list[Occurrence] = []
    words = folded_words(segment)
    places = _find_all(article, words) if any(map(str.isalnum, words)) else ()
    if not places:
        return (), ()
    own, text, folded = segment.strip(BLANK), article.text, article.folded
    for place in places:
        original = folded.original(*place)
        if original is None:
            continue  # a part of a character that folds to several, such as an ellipsis
        start, end = original
        target = cut if cuts_word(text, start, end) else complete
        exact = text[start:end] == own
        target.append(Occurrence(len(target) + 1, Span(start, end), Span(*place), exact))
    return tuple(complete), tuple(cut)


def _find_all(article: Article, words: str) -> list[tuple[int, int]]:
    """Return the start and the end of each place of folded `words` in the folded text."""
    if article.divided is not None:
        return list(_find_divided(article.divided, words))
    text, places = article.folded.text, []
    start = text.find(words)
    while start >= 0:
        places.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return places


def _find_divided(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield each place of `words` in `text`, in which a line feed is a hyphen that may be typed or not."""
    parts, done = [], 0
    for gap in _OPTIONAL_HYPHEN.finditer(words):
        parts += [re.escape(words[done : gap.start()]), f"(?:{gap[0]}|\n)" if gap[0] else "\n?"]
        done = gap.end()
    for match in re.finditer(f"(?=({''.join(parts)}{re.escape(words[done:])}))", text):
        yield match.span(1)


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


def _passage(article: Article, selector: Selector, way: Sequence[Occurrence]) -> Passage:
    spans = tuple(item.span for item in way)
    return Passage(
        selector=selector,
        spans=spans,
        texts=tuple(article.text[span.start : span.end] for span in spans),
        paragraph=article.paragraph_at(spans[0].start).number,
        verdict=Verdict.FOUND if all(item.exact for item in way) else Verdict.FOLDED,
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
