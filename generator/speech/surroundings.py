"""The text around a segment of a quote: the rest of its sentence, and what the same voice says before and after it.

All texts are in plain typography, so that they can be compared with the words of meaning.yml. Unlike in the typographic fold,
apostrophes, quotation marks, hyphens and dashes stay different.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from generator.content.articles import Article
from generator.evidence import Span
from generator.fold import INVISIBLE
from generator.speech.meaning_words import MARKS
from generator.speech.quotation_marks import Quotation, outer_start, quotations

_LONGEST = 1_000  # characters of a sentence before and after a segment
_DASHES = "–—―"
_ONE_TO_ONE = dict.fromkeys("“”„‟＂", '"') | dict.fromkeys("’‘‚‛ʼ´`′", "'") | dict.fromkeys("‐‑−", "-")
_CHANGING_LENGTH = frozenset(_DASHES + INVISIBLE)
_CHANGED_LENGTH = str.maketrans(dict.fromkeys(_DASHES, " - ") | dict.fromkeys(INVISIBLE, ""))
_SPACES = re.compile(r"\s+")
_AFTER_CLAUSE = (",", "，", "،", "-")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text and its quotations. `plain` is the text with plain marks and hyphens; all offsets stay."""

    article: Article
    quotations: tuple[Quotation, ...]
    plain: str

    @classmethod
    def of(cls, article: Article) -> "Surroundings":
        """Return the surroundings of every segment of `article`."""
        plain = article.text
        for char in _ONE_TO_ONE.keys() & set(plain):
            plain = plain.replace(char, _ONE_TO_ONE[char])  # much faster than str.translate
        return cls(article, quotations(article), plain)

    def text(self, start: int, end: int) -> str:
        """Return the text between two offsets in plain typography."""
        plain = self.plain[start:end]
        has_plain_spaces = plain.isprintable() and "  " not in plain
        if has_plain_spaces and plain.isascii():
            return plain
        if not (has_plain_spaces and _CHANGING_LENGTH.isdisjoint(plain)):
            plain = _SPACES.sub(" ", plain.translate(_CHANGED_LENGTH))
        return unicodedata.normalize("NFC", plain)

    def same_sentence(self, first: Span, second: Span) -> bool:
        """Return whether the second span begins in the sentence in which the first ends."""
        return self.article.sentence_at(first.end - 1) == self.article.sentence_at(second.start)

    def before(self, span: Span) -> str:
        """Return the sentence up to `span`."""
        return self.text(max(self.article.sentence_at(span.start)[0], span.start - _LONGEST), span.start)

    def after(self, span: Span) -> str:
        """Return the rest of the sentence after `span`."""
        return self.text(span.end, min(self.article.sentence_at(span.end - 1)[1], span.end + _LONGEST))

    def lead(self, span: Span) -> str:
        """Return the text before the quotation of `span`, if the quotation begins in an earlier sentence."""
        quotation = self.quotation_at(span.start)
        if quotation is None or quotation.outer.start >= self.article.sentence_at(span.start)[0]:
            return ""
        start = quotation.outer.start
        return self.text(max(self.article.sentence_at(start)[0], start - _LONGEST), start)

    def own_front(self, span: Span) -> str:
        """Return what the voice of `span` says before it in its sentence."""
        quotation = self.quotation_at(span.start)
        start = max(self.article.sentence_at(span.start)[0], span.start - _LONGEST)
        return self.text(max(start, quotation.span.start) if quotation else start, span.start)

    def interrupted_before(self, span: Span) -> str:
        """Return the sentence up to the clause that interrupts a quotation directly before `span`: “…,” she said, “…”."""
        quotation, earlier, _ = self._neighbours(span.start)
        if quotation is None or self.text(quotation.span.start, span.start).strip(f" {MARKS}"):
            return ""
        start = max(self.article.sentence_at(span.start)[0], span.start - _LONGEST)
        if earlier is None or earlier.span.start < start or not self._interrupted(earlier, quotation):
            return ""
        return f'{self.text(start, earlier.span.end).rstrip(",， ")}" '

    def interrupted_after(self, span: Span, following: Span | None) -> str:
        """Return how the quotation of `span` goes on after a clause that interrupts it, if `following` does not have it."""
        quotation, _, later = self._neighbours(span.end - 1)
        if quotation is None or self.text(span.end, quotation.span.end).strip(f" ,.{MARKS}"):
            return ""
        end = min(self.article.sentence_at(span.end - 1)[1], span.end + _LONGEST)
        if later is None or later.span.start >= end:
            return ""
        is_cited = following is not None and following.start < later.span.end
        if is_cited or not self._interrupted(quotation, later):
            return ""
        return self.text(later.span.start, end)

    def between(self, first: Span, second: Span) -> tuple[str, str]:
        """Return what the voice of two segments says between them, and the last words of others between them."""
        before, after = self.quotation_at(first.end - 1), self.quotation_at(second.start)
        if before is None or after is None or before == after:
            return self.text(first.end, second.start), ""
        own = f"{self.text(first.end, before.span.end)} {self.text(after.span.start, second.start)}"
        return own, self.text(before.span.end, after.span.start)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation whose words or marks are at `offset`."""
        return self._neighbours(offset)[0]

    def _neighbours(self, offset: int) -> tuple[Quotation | None, Quotation | None, Quotation | None]:
        """Return the quotation at `offset`, the one before it and the one after it; three times None if none is there."""
        index = bisect_right(self.quotations, offset, key=outer_start) - 1
        if index < 0 or offset >= self.quotations[index].outer.end:
            return None, None, None
        before = self.quotations[index - 1] if index else None
        after = self.quotations[index + 1] if index + 1 < len(self.quotations) else None
        return self.quotations[index], before, after

    def _interrupted(self, first: Quotation, second: Quotation) -> bool:
        return self.text(first.outer.end, second.outer.start).rstrip().endswith(_AFTER_CLAUSE)
