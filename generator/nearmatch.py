"""The words of a source that an editor probably meant: only ever a hint, never accepted as a match."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.articles import Article
from generator.matching import Span
from generator.text import INVISIBLE, folded_words
from generator.words import whole_words

_ALIKE = 72  # of 100; below that two passages share words by chance
_SHARED = 0.6  # of the words: one changed word in three is still a slip
_WORTH_SHOWING = 50
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
        return self.score >= _ALIKE or self.shared >= _SHARED


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
    theirs = folded_words(shown).lower().split()
    shared = difflib.SequenceMatcher(None, wanted.split(), theirs, autojunk=False).ratio()
    return Near(span, score, shared, shown)


def _most_words(text: str, wanted: str) -> tuple[int, str]:
    """Give the part of a long `text` in which most of the words wanted stand, and where it begins."""
    if len(text) <= _LONG:
        return 0, text
    words, size = set(wanted.split()), max(2000, 4 * len(wanted))
    starts = range(0, len(text), size // 2)
    best = max(starts, key=lambda at: len(words.intersection(text[at : at + size].split())))
    return best, text[best : best + size]


def _whole_run(text: str, wanted: str, start: int, end: int) -> tuple[float, int, int]:
    """Give the run of whole words about `start` and `end` most like `wanted`, and how alike it is, from 0 to 100."""
    spans = [match.span() for match in _WORD.finditer(text)]
    first = next((i for i, span in enumerate(spans) if span[1] > start), 0)
    last = max((i for i, span in enumerate(spans) if span[0] < end), default=first)
    # More words may be in the source than in the file, or fewer: try the neighbouring words too.
    score, nth, until = max(
        (fuzz.ratio(wanted, text[spans[i][0] : spans[j][1]]), -i, j)
        for i in range(max(0, first - 2), min(first + 3, len(spans)))
        for j in range(max(i, last - 2), min(last + 3, len(spans)))
    )
    return score, spans[-nth][0], spans[until][1]


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
        before = "…" + before[before.find(" ") + 1 :]
    if end < len(article.text):
        after = after[: after.rfind(" ") + 1].rstrip() + "…" if " " in after.strip() else after + "…"
    return " ".join(f"{before}[{article.text[span.start : span.end]}]{after}".split())
