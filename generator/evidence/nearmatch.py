"""The words of a source that an editor probably meant: only ever a hint, never accepted as a match."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz

from generator.content.articles import Article
from generator.evidence.matching import Span
from generator.fold import INVISIBLE, folded_words
from generator.word_boundaries import whole_words

_ALIKE = 85  # of 100: a slip of the pen
_SHARED, _SOMEWHAT_ALIKE = 0.6, 60  # one changed word in three is still a slip
_WORTH_SHOWING = 50
_A_WORD = 15  # of 212: what a word more or less counts
_IN_PLACE = 12  # of 212: a word that is changed leaves the others where they are
_COMPARED = 5  # parts of a long text
_LONG = 20_000  # characters; longer texts are first narrowed down to where most of the words stand
_WORD = re.compile(r"\S+")
_AROUND_WORDS = "“”„\"‘’',.;:!?»«()[]"
_NOTHING = dict.fromkeys(map(ord, INVISIBLE))


@dataclass(frozen=True, slots=True)
class Near:
    """The passage most like some words: where it stands and its characters.

    `score` says how alike the letters are, from 0 to 100; `shared` how many of the words are the same, from 0 to 1.
    """

    span: Span
    score: float
    shared: float
    text: str

    @property
    def close(self) -> bool:
        """Say whether it is most likely what was meant."""
        return self.score >= _ALIKE or (self.shared >= _SHARED and self.score >= _SOMEWHAT_ALIKE)


def nearest(article: Article, words: str) -> Near | None:
    """Find the run of whole words in `article` most like `words`; None where nothing is worth showing."""
    wanted = folded_words(words).lower()
    text = article.folded.text
    lower = text.lower()
    if len(lower) == len(text):  # a few letters change their length in lower case
        text = lower
    offset, part = _most_words(text, wanted)
    found = fuzz.partial_ratio_alignment(wanted, part, score_cutoff=_WORTH_SHOWING)
    if found is None or found.dest_end <= found.dest_start:
        return None
    score, start, end = _whole_run(part, wanted, found.dest_start, found.dest_end)
    if score < _WORTH_SHOWING:
        return None
    span = _without_marks(article, Span(*article.folded.original(offset + start, offset + end)), words)
    shown = article.text[span.start : span.end]
    return Near(span, score, _shared(wanted, folded_words(shown).lower()), shown)


def _count(text: str) -> int:
    """Count the words of a text; a dash between spaces is none."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def _bare(text: str) -> list[str]:
    """Give the words of a text without the marks around them."""
    return [word.strip(_AROUND_WORDS) for word in text.split()]


def _shared(one: str, other: str) -> float:
    """Give how many of the words of two texts are the same, whatever their order, from 0 to 1."""
    mine, theirs = Counter(_bare(one)), Counter(_bare(other))
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


def _in_place(one: str, other: str) -> float:
    """Give how many of the words stand at the same place in two texts of as many words, from 0 to 1."""
    mine, theirs = _bare(one), _bare(other)
    if len(mine) != len(theirs):
        return 0
    return sum(a == b for a, b in zip(mine, theirs, strict=True)) / max(1, len(mine))


def _most_words(text: str, wanted: str) -> tuple[int, str]:
    """Give the part of a long `text` that is most like what is wanted, and where it begins."""
    if len(text) <= _LONG:
        return 0, text
    words, size = set(wanted.split()), max(2000, 4 * len(wanted))
    parts = [(at, text[at : at + 2 * size]) for at in range(0, len(text), size)]
    # Counting words is quick; comparing letters is left to the few parts that have most of them.
    few = nlargest(_COMPARED, parts, key=lambda part: len(words.intersection(part[1].split())))
    return max(few, key=lambda part: fuzz.partial_ratio(wanted, part[1]))


def _whole_run(text: str, wanted: str, start: int, end: int) -> tuple[float, int, int]:
    """Give the run of whole words about `start` and `end` most like `wanted`, and how alike it is, from 0 to 100."""
    spans = [match.span() for match in _WORD.finditer(text)]
    first = next((i for i, span in enumerate(spans) if span[1] > start), 0)
    last = max((i for i, span in enumerate(spans) if span[0] < end), default=first)
    # More words may be in the source than in the file, or fewer: try the neighbouring words too.
    runs = [
        (spans[i][0], spans[j][1])
        for i in range(max(0, first - 2), min(first + 3, len(spans)))
        for j in range(max(i, last - 2), min(last + 3, len(spans)))
    ]
    alike = {run: fuzz.ratio(wanted, text[slice(*run)]) for run in runs}
    likeness = {
        run: alike[run]
        + 100 * _shared(wanted, text[slice(*run)])
        + _IN_PLACE * _in_place(wanted, text[slice(*run)])
        for run in runs
    }
    best = max(runs, key=lambda run: (likeness[run], *run))
    # A word is changed more often than left out: of runs that are nearly as like, one of as many words was meant.
    count = _count(wanted)
    same = [
        run for run in runs if likeness[run] > likeness[best] - _A_WORD and _count(text[slice(*run)]) == count
    ]
    left_out = not Counter(_bare(wanted)) - Counter(_bare(text[slice(*best)]))  # all others stand there
    if same and not left_out and alike[best] >= _ALIKE and _count(text[slice(*best)]) != count:
        best = max(same, key=lambda run: (likeness[run], *run))
    return alike[best], *best


def _without_marks(article: Article, span: Span, words: str) -> Span:
    """Leave out the punctuation around a run of words where the words wanted have none."""
    text = article.text[span.start : span.end]
    start, end = span.start, span.end
    if words.strip()[:1].isalnum():
        start += len(text) - len(text.lstrip(_AROUND_WORDS))
    if words.strip()[-1:].isalnum():
        end -= len(text) - len(text.rstrip(_AROUND_WORDS))
    return Span(*whole_words(article.text, start, end)) if start < end else span


def differences(words: str, source: str) -> tuple[str, str]:
    """Mark in both texts, with square brackets, the words in which they differ."""
    mine, theirs = words.split(), source.split()
    folded = [folded_words(word) for word in mine], [folded_words(word) for word in theirs]
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        if kind == "equal":
            left += mine[a:b]
            right += theirs[c:d]
            continue
        left += [f"[{' '.join(mine[a:b])}]"] if a < b else ["[…]"]
        right += [f"[{' '.join(theirs[c:d])}]"] if c < d else ["[…]"]
    return " ".join(left), " ".join(right)


def yaml_text(text: str) -> str:
    """Write `text` as a YAML value in quotation marks, on one line and ready to paste, without invisible characters."""
    quoted = json.dumps(" ".join(text.translate(_NOTHING).split()), ensure_ascii=False)
    return "".join(char if char.isprintable() else _escaped(char) for char in quoted)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


def surroundings(article: Article, span: Span, reach: int = 30) -> str:
    """Show a span in [brackets] with some whole words before and after it, in one line."""
    start, end = max(0, span.start - reach), min(len(article.text), span.end + reach)
    before, after = article.text[start : span.start], article.text[span.end : end]
    if start > 0:
        before = re.sub(r"^\S*\s+|^", "…", before, count=1)
    if end < len(article.text):
        after = re.sub(r"\s+\S*$|$", "…", after, count=1)
    return " ".join(f"{before}[{article.text[span.start : span.end]}]{after}".split())
