"""The text around a segment of a quote: the rest of its sentence, and what the same voice says before and after it.

All texts are in plain typography, so that they can be compared with the words of meaning.yml. Unlike in the typographic fold,
apostrophes, quotation marks, hyphens and dashes stay different.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

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
_SPACE_AND_MARKS = f" {MARKS}"
_AFTER_CLAUSE = (",", "，", "،", "-")


class Before(NamedTuple):
    """What is before a segment: its sentence up to it, and of this what the voice of the segment says (`front`).

    `lead` is the sentence up to the quotation of the segment, if the quotation begins in an earlier sentence. `interrupted` is the sentence
    up to the clause that interrupts a quotation directly before the segment: “…,” she said, “…”.
    """

    sentence: str
    front: str
    lead: str
    interrupted: str


class After(NamedTuple):
    """What is after a segment: the rest of its sentence, and how its quotation goes on after a clause that interrupts it.

    Words that the next segment has are not in `continued`.
    """

    sentence: str
    continued: str


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
        for char, typed in _ONE_TO_ONE.items():
            plain = plain.replace(char, typed)  # much faster than str.translate
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

    def before(self, span: Span) -> Before:
        """Return what is before a segment."""
        begin = self.article.sentence_at(span.start)[0]
        start = max(begin, span.start - _LONGEST)
        sentence = self.text(start, span.start)
        quotation, earlier, _ = self._neighbours(span.start)
        if quotation is None:
            return Before(sentence, sentence, "", "")
        return Before(
            sentence,
            self.text(max(start, quotation.span.start), span.start),
            self._lead(quotation) if quotation.outer.start < begin else "",
            self._interrupted_before(earlier, quotation, start, span.start),
        )

    def _lead(self, quotation: Quotation) -> str:
        """Return the sentence up to a quotation."""
        start = quotation.outer.start
        return self.text(max(self.article.sentence_at(start)[0], start - _LONGEST), start)

    def _interrupted_before(
        self, earlier: Quotation | None, quotation: Quotation, start: int, end: int
    ) -> str:
        """Return the text from `start` to the end of the quotation `earlier`, if a clause interrupts it directly before `end`."""
        if earlier is None or self.text(quotation.span.start, end).strip(_SPACE_AND_MARKS):
            return ""
        if earlier.span.start < start or not self._interrupted(earlier, quotation):
            return ""
        return f'{self.text(start, earlier.span.end).rstrip(",， ")}" '

    def after(self, span: Span, following: Span | None) -> After:
        """Return what is after a segment, before which `following` comes as the next one."""
        end = min(self.article.sentence_at(span.end - 1)[1], span.end + _LONGEST)
        sentence = self.text(span.end, end)
        quotation, _, later = self._neighbours(span.end - 1)
        if quotation is None or later is None or later.span.start >= end:
            return After(sentence, "")
        is_cited = following is not None and following.start < later.span.end
        has_words = self.text(span.end, quotation.span.end).strip(f",.{_SPACE_AND_MARKS}")
        if is_cited or has_words or not self._interrupted(quotation, later):
            return After(sentence, "")
        return After(sentence, self.text(later.span.start, end))

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
