"""The words of a source that an editor probably meant. They appear in hints only and never count as a match."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from generator.content.articles import Article, once_per_article
from generator.evidence.span import Span
from generator.fold import folded_words
from generator.word_boundaries import whole_words

_SIMILAR = 85  # of 100: a typing error
_SHARED, _SOMEWHAT_SIMILAR = 0.6, 60  # one changed word in three is still a typing error
_WORTH_SHOWING = 50  # of 100
_NEIGHBOURS = 2  # words to try on either side of each end
_WORD = re.compile(r"(?:(?!\.\.\.)[^\s-])+")  # the fold joins words around dashes and dots
_PUNCTUATION = "“”„\"‘’',.;:!?»«()[]"


@dataclass(frozen=True, slots=True)
class NearMatch:
    """The passage of an article that is most similar to some words.

    `similarity` of the letters is from 0 to 100, `shared` is the share of equal words, from 0 to 1.
    """

    span: Span
    text: str
    similarity: float
    shared: float

    @property
    def is_likely(self) -> bool:
        """Return whether the editor most likely meant this passage."""
        return self.similarity >= _SIMILAR or (
            self.shared >= _SHARED and self.similarity >= _SOMEWHAT_SIMILAR
        )


def nearest(article: Article, words: str) -> NearMatch | None:
    """Return the run of whole words in `article` most similar to `words`; None if nothing is worth showing."""
    target, text = folded_words(words).lower(), lowered(article)
    alignment = fuzz.partial_ratio_alignment(target, text, score_cutoff=_WORTH_SHOWING)
    if alignment is None or alignment.dest_end <= alignment.dest_start:
        return None
    start, end = _best_run(article, target, alignment.dest_start, alignment.dest_end)
    similarity = fuzz.ratio(target, text[start:end])
    original = article.folded.original(start, end)
    if similarity < _WORTH_SHOWING or original is None:
        return None
    span = _without_punctuation(article, Span(*original), words)
    found = article.text[span.start : span.end]
    return NearMatch(span, found, similarity, _shared_words(target, folded_words(found).lower()))


@once_per_article
def lowered(article: Article) -> str:
    """Return the folded text of `article` in lower case, or as it is if lower case would shift its offsets."""
    text = article.folded.text
    lower = text.lower()
    return lower if len(lower) == len(text) else text  # “İ” becomes two characters


@once_per_article
def _word_spans(article: Article) -> list[tuple[int, int]]:
    """Return the place of each word in the text of `lowered`."""
    return [match.span() for match in _WORD.finditer(lowered(article))]


def _best_run(article: Article, target: str, start: int, end: int) -> tuple[int, int]:
    """Return the run of whole words around `start` and `end` that needs the fewest word edits to become `target`."""
    text, words = lowered(article), _word_spans(article)
    first = bisect_right(words, start, key=itemgetter(1))
    last = bisect_left(words, end, key=itemgetter(0)) - 1
    firsts = words[max(0, first - _NEIGHBOURS) : first + _NEIGHBOURS + 1]
    lasts = words[max(0, last - _NEIGHBOURS) : last + _NEIGHBOURS + 1]
    runs = [(start, end) for start, _ in firsts for _, end in lasts if start < end]
    target_words = _words(target)
    words_of = {run: _words(text[slice(*run)]) for run in runs}
    edits = {run: Levenshtein.distance(target_words, words) for run, words in words_of.items()}

    def likeness(run: tuple[int, int]) -> tuple[float, ...]:
        words = words_of[run]
        shared = Indel.similarity(sorted(target_words), sorted(words))
        same_count = len(words) == len(target_words)  # a word is changed more often than left out
        return shared, same_count, fuzz.ratio(target, text[slice(*run)]), *run

    fewest = min(edits.values())
    return max((run for run in runs if edits[run] == fewest), key=likeness)


def _words(text: str) -> list[str]:
    return [bare for word in text.split() if (bare := word.strip(_PUNCTUATION))]


def _shared_words(first: str, second: str) -> float:
    """Return the share of words that two texts have in common in any order, from 0 to 1."""
    return Indel.normalized_similarity(sorted(_words(first)), sorted(_words(second)))


def _without_punctuation(article: Article, span: Span, words: str) -> Span:
    """Return `span` without the punctuation at its ends where `words` has none."""
    text = article.text[span.start : span.end]
    start, end = span.start, span.end
    if words.strip()[:1].isalnum():
        start += len(text) - len(text.lstrip(_PUNCTUATION))
    if words.strip()[-1:].isalnum():
        end -= len(text) - len(text.rstrip(_PUNCTUATION))
    return Span(*whole_words(article.text, start, end)) if start < end else span
