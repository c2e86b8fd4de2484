"""The words of a source that an editor probably meant: only ever a hint, never accepted as a match."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.articles import Article
from generator.matching import Span
from generator.text import folded_words

_ALIKE = 72  # of 100; below that two passages share words by chance
_SHARED = 0.6  # of the words: one changed word in three is still a slip
_WORTH_SHOWING = 50
_WORD = re.compile(r"\S+")


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
    wanted, text = folded_words(words).lower(), article.folded.text.lower()
    if len(text) != len(article.folded.text):  # a few letters change their length in lower case
        text = article.folded.text
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_WORTH_SHOWING)
    if found is None or found.dest_end <= found.dest_start:
        return None
    # More words may be in the source than in the file, or fewer: try the neighbouring words too.
    spans = [match.span() for match in _WORD.finditer(text)]
    first = next((i for i, span in enumerate(spans) if span[1] > found.dest_start), 0)
    last = max((i for i, span in enumerate(spans) if span[0] < found.dest_end), default=first)
    best = max(
        (
            (fuzz.ratio(wanted, text[spans[i][0] : spans[j][1]]), -i, j)
            for i in range(max(0, first - 2), min(first + 3, len(spans)))
            for j in range(max(i, last - 2), min(last + 3, len(spans)))
        ),
    )
    score, start, end = best[0], spans[-best[1]][0], spans[best[2]][1]
    if score < _WORTH_SHOWING:
        return None
    span = Span(*article.folded.original(start, end))
    shown = article.text[span.start : span.end]
    trimmed = shown.strip("“”„\"‘’',.;:!?»«()")
    at = span.start + shown.find(trimmed)
    if words.strip()[-1:].isalnum() and trimmed:
        span, shown = Span(at, at + len(trimmed)), trimmed
    shared = difflib.SequenceMatcher(
        None, wanted.split(), folded_words(shown).lower().split(), autojunk=False
    ).ratio()
    return Near(span, score, shared, shown)


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
    """Write `text` as a YAML value in quotation marks, ready to paste."""
    quoted = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in quoted)


def surroundings(article: Article, span: Span, reach: int = 30) -> str:
    """Show a span with some words before and after it, in one line."""
    before = article.text[max(0, span.start - reach) : span.start]
    after = article.text[span.end : span.end + reach]
    return " ".join(f"…{before}[{article.text[span.start : span.end]}]{after}…".split())
