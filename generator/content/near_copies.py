"""Stored texts that are copies of each other, or nearly: a wire story in two papers, a report with one paragraph rewritten.

Texts are compared by shingles, runs of five words. A near copy shares half of its shingles with the other text, and also the words
outside quotation marks: two reporters who quote the same sentences are two reporters.

Most pairs of texts are never compared: an index finds those that may be copies.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.content.articles import Article
from generator.word_boundaries import is_unspaced

# Words of a shingle. The short ones compare what is outside quotation marks, which may be little.
_SHINGLE, _SHORT_SHINGLE = 5, 3
_FEWEST = 8  # shingles of a text that is compared
_SHARED, _SHARED_OUTSIDE = 0.5, 0.4  # of the shingles of the shorter text
_SHARED_WITHOUT_NARRATOR = 0.6  # of the shingles of both texts, if one has no words outside quotation marks
_WORTH_COMPARING = 0.2  # of what the index has of the shorter text
# Characters of all texts: up to so many, the index has every shingle, else the longer clauses.
_FEW_CHARACTERS = 1_000_000
_LONG = 20  # characters of a clause in the index
_END_OF_CLAUSE = re.compile('[.,;:!?"()\n\u3001\u3002]')
_NEIGHBOURS = 8  # texts with the same shingle with which a text is compared, and the first one
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(
    r"“[^”\n]*”|\"[^\"\n]*\"|„[^“”\n]*[“”]|«[^«»\n]*»|»[^«»\n]*«|‘[^‘’\n]*’(?!\w)|「[^」\n]*」|『[^』\n]*』"
)


def near_copies(articles: Sequence[Article]) -> Mapping[str, tuple[str, ...]]:
    """Return for each text the earlier ones in `articles` of which it is a copy, or nearly; none for most."""
    texts = [_Shingles(article) for article in articles]
    found: dict[str, list[str]] = {}
    for first, second in _candidates(texts):
        if _is_near_copy(texts[first], texts[second]):
            found.setdefault(articles[second].id, []).append(articles[first].id)
    return {name: tuple(copies) for name, copies in found.items()}


@dataclass(frozen=True, eq=False)
class _Shingles:
    """A text as sets of shingles, each as a hash."""

    article: Article

    @cached_property
    def plain(self) -> str:
        """The folded text, to find equal texts."""
        return self.article.folded.text.strip()

    @cached_property
    def words(self) -> Sequence[str]:
        return _words(self.plain)

    @cached_property
    def all(self) -> frozenset[int]:
        return _shingles(self.words, _SHINGLE)

    @cached_property
    def outside_quotations(self) -> frozenset[int]:
        """The shingles of what the writer says, not the people whom he quotes."""
        return _shingles(_words(_QUOTED.sub(" ", self.article.text)), _SHORT_SHINGLE)

    @cached_property
    def clauses(self) -> frozenset[int]:
        """The longer clauses, which are found much faster than shingles."""
        return frozenset(hash(clause) for clause in _END_OF_CLAUSE.split(self.plain) if len(clause) >= _LONG)


def _words(text: str) -> Sequence[str]:
    """Return the words of a text in lower case; in scripts without spaces, its characters."""
    words = _WORD.findall(text.lower())
    if any(map(is_unspaced, set(text))):
        return [part for word in words for part in (word if any(map(is_unspaced, word)) else (word,))]
    return words


def _shingles(words: Sequence[str], length: int) -> frozenset[int]:
    return frozenset(map(hash, zip(*(words[start:] for start in range(length)), strict=False)))


def _candidates(texts: Sequence[_Shingles]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts that are equal or share enough of their samples, in order."""
    are_few = sum(len(text.plain) for text in texts) <= _FEW_CHARACTERS
    samples = [text.all if are_few else text.clauses for text in texts]
    seen: dict[int, deque[int]] = {}
    firsts: dict[int, int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for index, sample in enumerate(samples):
        again = firsts.keys() & sample
        for shingle in again:
            recent = seen.setdefault(shingle, deque(maxlen=_NEIGHBOURS))
            shared.update((other, index) for other in {firsts[shingle], *recent})
            recent.append(index)
        firsts.update(dict.fromkeys(sample - again, index))
    pairs = {
        (first, second)
        for (first, second), count in shared.items()
        if count >= _WORTH_COMPARING * min(len(samples[first]), len(samples[second]))
    }
    by_text: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        by_text.setdefault(text.plain, []).append(index)
    for equal in by_text.values():
        pairs.update(pairwise(equal))
    yield from sorted(pairs)


def _is_near_copy(first: _Shingles, second: _Shingles) -> bool:
    if first.plain == second.plain:
        return True
    shared = len(first.all & second.all)
    shorter = min(len(first.all), len(second.all))
    if shorter < _FEWEST or shared < _SHARED * shorter:
        return False
    outside = min(len(first.outside_quotations), len(second.outside_quotations))
    if outside == 0:
        return shared >= _SHARED_WITHOUT_NARRATOR * len(first.all | second.all)
    return len(first.outside_quotations & second.outside_quotations) >= _SHARED_OUTSIDE * outside
