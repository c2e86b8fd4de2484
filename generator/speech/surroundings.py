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
from generator.speech.quotation_marks import Quotation, quotations

_LONGEST = 1_000  # characters of a sentence before and after a segment
_PLAIN = str.maketrans(
    dict.fromkeys("“”„‟＂", '"')
    | dict.fromkeys("’‘‚‛ʼ´`′", "'")
    | dict.fromkeys("–—―", " - ")
    | dict.fromkeys("‐‑−", "-")
    | dict.fromkeys(INVISIBLE, "")
)
_SPACES = re.compile(r"\s+")
_AFTER_CLAUSE = (",", "，", "،", "-")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text and its quotations."""

    article: Article
    quotations: tuple[Quotation, ...]

    @classmethod
    def of(cls, article: Article) -> "Surroundings":
        """Return the surroundings of every segment of `article`."""
        return cls(article, quotations(article))

    def text(self, start: int, end: int) -> str:
        """Return the text between two offsets in plain typography."""
        plain = unicodedata.normalize("NFC", self.article.text[start:end].translate(_PLAIN))
        return _SPACES.sub(" ", plain)

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
        quotation = self.quotation_at(span.start)
        if quotation is None or self.text(quotation.span.start, span.start).strip(f" {MARKS}"):
            return ""
        start = max(self.article.sentence_at(span.start)[0], span.start - _LONGEST)
        earlier = [other for other in self.quotations if start <= other.span.start < quotation.outer.start]
        if not earlier or not self._interrupted(earlier[-1], quotation):
            return ""
        return f'{self.text(start, earlier[-1].span.end).rstrip(",， ")}" '

    def interrupted_after(self, span: Span, following: Span | None) -> str:
        """Return how the quotation of `span` goes on after a clause that interrupts it, if `following` does not have it."""
        quotation = self.quotation_at(span.end - 1)
        if quotation is None or self.text(span.end, quotation.span.end).strip(f" ,.{MARKS}"):
            return ""
        end = min(self.article.sentence_at(span.end - 1)[1], span.end + _LONGEST)
        for other in self.quotations:
            if quotation.outer.end <= other.span.start < end:
                is_cited = following is not None and following.start < other.span.end
                return (
                    ""
                    if is_cited or not self._interrupted(quotation, other)
                    else self.text(other.span.start, end)
                )
        return ""

    def between(self, first: Span, second: Span) -> tuple[str, str]:
        """Return what the voice of two segments says between them, and the last words of others between them."""
        before, after = self.quotation_at(first.end - 1), self.quotation_at(second.start)
        if before is None or after is None or before == after:
            return self.text(first.end, second.start), ""
        own = f"{self.text(first.end, before.span.end)} {self.text(after.span.start, second.start)}"
        return own, self.text(before.span.end, after.span.start)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation whose words or marks are at `offset`."""
        index = bisect_right(self.quotations, offset, key=lambda quotation: quotation.outer.start) - 1
        return self.quotations[index] if index >= 0 and offset < self.quotations[index].outer.end else None

    def _interrupted(self, first: Quotation, second: Quotation) -> bool:
        return self.text(first.outer.end, second.outer.start).rstrip().endswith(_AFTER_CLAUSE)
