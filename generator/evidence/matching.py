"""Where the words of a selector stand in one stored text: pure, and never more lenient than the fold.

Words are looked for byte for byte first, then after the typographic fold; a hit counts only where it cuts no
word. Segments stand in their order and share nothing. A selector is found where there is exactly one way to
place its segments, never at the first of several. What the editor gave to tell places apart (prefix, suffix,
occurrence) must fit in any case; of the ways that fit, one that holds another within itself does not count
(“we … will sign” then means the nearest “will sign”). `occurrence` counts all places of the first segment
after folding: typography does not tell two places apart for a reader who counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.content.articles import Article
from generator.content.model import Selector
from generator.fold import INVISIBLE, SPACES, folded_words
from generator.word_boundaries import cuts_word

SHORTEST = 3  # letters or digits in a segment
_ENOUGH = re.compile(rf"(?:[^\W_][\W_]*){{{SHORTEST}}}")
_AROUND = SPACES + INVISIBLE


class Verdict(StrEnum):
    """What came of looking a selector up."""

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


class Span(NamedTuple):
    """A run of characters of a stored text, in code points."""

    start: int
    end: int


class Passage(NamedTuple):
    """Where a selector's words stand: one span for each segment, and the source's own characters there.

    `paragraph` is the number of the one in which the first span starts; `verdict` is FOUND or FOLDED.
    """

    selector: Selector
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    paragraph: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a segment stands: its number from 1 in the text, and where it is in the text and in its fold."""

    number: int
    span: Span
    folded: Span
    exact: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a selector was not found: the segment at fault (from 0) and its places that came into question."""

    verdict: Verdict
    segment: int = 0
    places: tuple[Hit, ...] = ()


_Places = Sequence[Hit]  # of one segment, in the order of the text


def locate(article: Article, selector: Selector) -> Passage | Failure:
    """Look `selector` up in `article`."""
    for index, segment in enumerate(selector.segments):
        if not _ENOUGH.search(segment):
            return Failure(Verdict.TOO_SHORT, index)
    if not _pinned(selector) and (passage := _at_once(article, selector)):
        return passage
    found: list[_Places] = []
    for index, segment in enumerate(selector.segments):
        whole, cut = _hits(article, segment)
        if not whole:
            return Failure(Verdict.CUTS_WORD if cut else Verdict.NOT_FOUND, index, cut)
        found.append(whole)
    for pool in ([_exact_first(places) for places in found], found):
        fitting = _fitting(article, selector, pool)
        first, last = _leftmost(fitting), _rightmost(fitting)
        if first and last and first != last and _pinned(selector):
            first, last = _tightest(fitting)
        if first and last:
            if first != last:
                return _ambiguous(fitting)
            verdict = Verdict.FOUND if all(hit.exact for hit in first) else Verdict.FOLDED
            return _passage(article, selector, [hit.span for hit in first], verdict)
    return _elsewhere_in_text(article, selector, found) if _leftmost(found) else _misplaced(found)


def _at_once(article: Article, selector: Selector) -> Passage | None:
    """Find segments that stand in their order and each only once, as nearly all do; None where more has to be asked."""
    own = [segment.strip(_AROUND) for segment in selector.segments]
    spans = _once(article.text, own)
    verdict = Verdict.FOUND
    if spans is None:
        verdict = Verdict.FOLDED
        folded = _once(article.folded.text, [folded_words(words) for words in own])
        spans = [span for one in folded or () if (span := article.folded.exactly(*one))]
    if len(spans) != len(own) or any(cuts_word(article.text, *span) for span in spans):
        return None
    return _passage(article, selector, [Span(*span) for span in spans], verdict)


def _once(text: str, segments: Sequence[str]) -> list[tuple[int, int]] | None:
    """Give where `segments` stand in `text`; None where one stands there not at all, twice, or before the one before it."""
    spans: list[tuple[int, int]] = []
    after = 0
    for words in segments:
        start = text.find(words)
        if start < after or text.find(words, start + 1) >= 0:
            return None
        after = start + len(words)
        spans.append((start, after))
    return spans


def places(article: Article, words: str) -> tuple[Span, ...]:
    """Give every place where `words` stand in `article` without cutting a word."""
    return tuple(hit.span for hit in _hits(article, words)[0])


def fits_prefix(article: Article, hit: Hit, prefix: str) -> bool:
    """Say whether `prefix` stands directly before `hit`, white space apart."""
    text, end = article.folded.text, hit.folded.start
    return text.endswith(folded_words(prefix), 0, end - 1 if text[end - 1 : end] == " " else end)


def fits_suffix(article: Article, hit: Hit, suffix: str) -> bool:
    """Say whether `suffix` stands directly after `hit`, white space apart."""
    text, start = article.folded.text, hit.folded.end
    return text.startswith(folded_words(suffix), start + (text[start : start + 1] == " "))


def _hits(article: Article, segment: str) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """Give the places where `segment` stands, and those where it would cut a word."""
    whole: list[Hit] = []
    cut: list[Hit] = []
    words, own = folded_words(segment), segment.strip(_AROUND)
    for at in _finds(article.folded.text, words) if words else ():
        found = article.folded.exactly(at, at + len(words))
        if found is None:
            continue  # part of a character that folds to several, such as an ellipsis
        span = Span(*found)
        into = cut if cuts_word(article.text, *found) else whole
        exact = article.text[span.start : span.end] == own
        into.append(Hit(len(into) + 1, span, Span(at, at + len(words)), exact))
    return tuple(whole), tuple(cut)


def _finds(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _exact_first(hits: _Places) -> _Places:
    return [hit for hit in hits if hit.exact] or hits


def _pinned(selector: Selector) -> bool:
    return bool(selector.prefix or selector.suffix or selector.occurrence)


def _fitting(article: Article, selector: Selector, pool: list[_Places]) -> list[_Places]:
    """Keep the places of the first and of the last segment that fit what the editor gave to tell them apart."""
    kept = list(pool)
    if selector.occurrence:
        kept[0] = [hit for hit in kept[0] if hit.number == selector.occurrence]
    if selector.prefix:
        kept[0] = [hit for hit in kept[0] if fits_prefix(article, hit, selector.prefix)]
    if selector.suffix:
        kept[-1] = [hit for hit in kept[-1] if fits_suffix(article, hit, selector.suffix)]
    return kept


def _leftmost(columns: Sequence[_Places]) -> tuple[Hit, ...] | None:
    """Place each segment as early as possible; None where they cannot be placed in order."""
    chain: list[Hit] = []
    for hits in columns:
        after = chain[-1].span.end if chain else 0
        index = bisect_left(hits, after, key=lambda hit: hit.span.start)
        if index == len(hits):
            return None
        chain.append(hits[index])
    return tuple(chain)


def _rightmost(columns: Sequence[_Places]) -> tuple[Hit, ...] | None:
    """Place each segment as late as possible. It is the leftmost way only where there is no other way."""
    chain: list[Hit] = []
    for hits in reversed(columns):
        index = bisect_right(hits, chain[-1].span.start, key=lambda hit: hit.span.end) if chain else len(hits)
        if index == 0:
            return None
        chain.append(hits[index - 1])
    return tuple(reversed(chain))


def _tightest(columns: Sequence[_Places]) -> tuple[tuple[Hit, ...] | None, tuple[Hit, ...] | None]:
    """Give two ways that hold no other within themselves: the same one twice where there is only one."""
    by_end: dict[Hit, Hit] = {}
    for hit in columns[0]:
        chain = _leftmost([[hit], *columns[1:]])
        if chain is None:
            break
        by_end[chain[-1]] = hit  # a later start for the same end is tighter
    ways = [
        way([[start], *columns[1:-1], [end]][: len(columns)])
        for end, start in by_end.items()
        for way in (_leftmost, _rightmost)
    ]
    return ways[0], ways[-1]


def _passage(article: Article, selector: Selector, spans: Sequence[Span], verdict: Verdict) -> Passage:
    return Passage(
        selector,
        tuple(spans),
        tuple([article.text[span.start : span.end] for span in spans]),
        article.paragraph_at(spans[0].start).number,
        verdict,
    )


def _elsewhere_in_text(article: Article, selector: Selector, columns: Sequence[_Places]) -> Failure:
    """Name the segment whose places do not fit what was given: the last where it is the suffix, else the first."""
    last = columns[-1]
    unfit = selector.suffix and not any(fits_suffix(article, hit, selector.suffix) for hit in last)
    index = len(columns) - 1 if unfit else 0
    return Failure(Verdict.OTHER_PLACE, index, tuple(columns[index]))


def _ambiguous(columns: Sequence[_Places]) -> Failure:
    """Name the first segment that can stand in several places, and all of these."""
    bounds = zip(_leftmost(columns) or (), _rightmost(columns) or (), strict=True)
    index, first, last = next((i, one, other) for i, (one, other) in enumerate(bounds) if one != other)
    return Failure(
        Verdict.AMBIGUOUS,
        index,
        tuple(hit for hit in columns[index] if first.number <= hit.number <= last.number),
    )


def _misplaced(columns: Sequence[_Places]) -> Failure:
    """Tell a segment that shares words with the one before from a segment that stands before it."""
    index = next(i for i in range(2, len(columns) + 1) if _leftmost(columns[:i]) is None) - 1
    before = (_leftmost(columns[:index]) or ())[-1].span
    shared = any(hit.span.start < before.end and before.start < hit.span.end for hit in columns[index])
    return Failure(Verdict.OVERLAPPING if shared else Verdict.OUT_OF_ORDER, index, tuple(columns[index]))
