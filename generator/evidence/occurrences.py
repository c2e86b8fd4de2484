"""The places of words in one stored text: where they are as complete words, and where they would cut a word."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.content.articles import Article
from generator.evidence.inner_words import is_complete_quotation, is_complete_turn
from generator.evidence.length import is_long_enough
from generator.evidence.span import Span
from generator.fold import BLANK, folded_words
from generator.word_boundaries import cuts_word

_MOST_KEPT = 8  # segments of a text
_OPTIONAL_HYPHEN = re.compile(r"(?<=[^\W_])- ?(?=[^\W_])|(?<=[^\W_])(?=[^\W_])")


class Occurrence(NamedTuple):
    """One place of a segment: its number in the text, from 1, and its span in the text and in the folded text."""

    number: int
    span: Span
    folded: Span
    exact: bool


_Occurrences = tuple[tuple[Occurrence, ...], tuple[Occurrence, ...]]


def citable(article: Article, segment: str) -> tuple[tuple[Occurrence, ...], tuple[Occurrence, ...]]:
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


def numbered(article: Article, segment: str) -> tuple[Span, ...]:
    """Return every place of `segment` in `article` that can be evidence, in the order that `occurrence` counts."""
    return tuple(item.span for item in citable(article, segment)[0])


def occurrences(article: Article, words: str) -> tuple[Span, ...]:
    """Return every place of `words` in `article` that cuts no word."""
    return tuple(item.span for item in _occurrences(article, words)[0])


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
