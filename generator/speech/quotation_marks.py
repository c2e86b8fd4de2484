"""Find the quotations of a stored text: the words inside its outermost quotation marks.

Marks are paired within a paragraph; apostrophes are ignored. A quotation that a paragraph leaves open continues in the
next paragraph if that starts with the same opening mark, or closes the quotation. If a mark is missing, as in one
article of twelve, the quotation reaches as far as the paragraph shows, or to the clause that says who speaks. A clause
inside the marks divides a quotation: « Non, dit Holm, jamais ».
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.content.articles import Article, Paragraph, once_per_article
from generator.evidence import Span
from generator.fold import BLANK
from generator.language import base_language
from generator.speech.inside import clause_at_end, clauses_inside
from generator.speech.marks import CLOSING_MARKS, DEEPEST, LOOKAHEAD, SINGLE, Mark, is_inch, marks_in
from generator.speech.words import LanguageWords, language_words, words_for

_WITHOUT_MARKS = 3  # paragraphs without any mark inside one quotation
_DASH = re.compile(r"[—–-]\s*(?=\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks: `span` without the marks, `outer` with those that exist.

    `paragraph` counts from 1; `continues` if the quotation started in the paragraph before. `inner` are the words inside marks
    within the quotation.
    """

    span: Span
    outer: Span
    paragraph: int
    continues: bool
    inner: tuple[Span, ...] = ()


def quotations(article: Article, language: str = "en", *, dialogue: bool = False) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `article`, which is in `language`, in order.

    With `dialogue`, a paragraph without marks that begins with a dash is a quotation.
    """
    return _quotations(article, base_language(language), dialogue)


@once_per_article
def _quotations(article: Article, language: str, dialogue: bool) -> tuple[Quotation, ...]:  # noqa: FBT001 - one key for equal calls
    words = language_words(language)
    found: list[Quotation] = []
    left_open: _Open | None = None
    without_marks: list[Quotation] = []  # paragraphs after `left_open` that may be a part of it
    for paragraph in article.paragraphs:
        marks = tuple(marks_in(article.text, paragraph))
        if left_open and not marks and len(without_marks) < _WITHOUT_MARKS:
            span = Span(paragraph.start, paragraph.end)
            without_marks.append(Quotation(span, span, paragraph.number, continues=True))
            continue
        if not marks:
            if dialogue and (dash := _DASH.match(article.text, paragraph.start, paragraph.end)):
                found.append(_dialogue(article.text, paragraph, dash.end(), words))
            left_open, without_marks = None, []
            continue
        pairing = _Pairing(article.text, paragraph, marks, words, paragraph.start)
        continued = _continued(paragraph, marks, left_open)
        left_open = pairing.pair(continued)
        found.extend([*without_marks, *pairing.found] if continued else pairing.found)
        without_marks = []
    return tuple(part for quotation in found for part in _divided(article, quotation, words))


def _dialogue(text: str, paragraph: Paragraph, start: int, words: LanguageWords) -> Quotation:
    """Return the words of a paragraph after its dash, up to a clause at its end: – We stay, says Holm."""
    end = clause_at_end(text, Span(start, paragraph.end), words)
    span = _trimmed(text, start, end)
    return Quotation(span, Span(paragraph.start, span.end), paragraph.number, continues=False)


def _divided(article: Article, quotation: Quotation, words: LanguageWords) -> list[Quotation]:
    """Return the parts of a quotation around the reporting clauses inside its marks."""
    text, paragraph = article.text, article.paragraphs[quotation.paragraph - 1]
    words = words_for(text[paragraph.start : paragraph.end], words)
    if not words.inside:
        return [quotation]
    parts: list[Quotation] = []
    start, outer_start = quotation.span.start, quotation.outer.start
    for clause in clauses_inside(text, quotation.span, words):
        span = _trimmed(text, start, clause.start)
        parts.append(replace(quotation, span=span, outer=Span(outer_start, span.end)))
        start = outer_start = _trimmed(text, clause.end, quotation.span.end).start
    if not parts:
        return [quotation]
    if start < quotation.span.end:
        rest = Span(start, quotation.span.end)
        parts.append(replace(quotation, span=rest, outer=Span(start, quotation.outer.end), continues=False))
    return parts


def quoted(article: Article, span: Span, language: str = "en") -> bool:
    """Return whether all of `span` is inside quotation marks. The marks themselves may be a part of it."""
    span = _trimmed(article.text, span.start, span.end)
    reached, found = span.start, quotations(article, language)
    first = max(0, bisect_right(found, span.start, key=outer_start) - 1)
    stop = bisect_right(found, span.end, key=outer_start)
    for quotation in found[first:stop]:
        outer = quotation.outer
        continues = quotation.continues and reached > span.start and outer.start <= span.end
        if continues or outer.start <= span.start < outer.end:
            reached = max(reached, outer.end)
    return reached >= span.end


def parts_in_marks(article: Article, span: Span, language: str = "en") -> tuple[Span, ...]:
    """Return the parts of `span` inside quotation marks, without the marks."""
    return tuple(
        Span(max(span.start, quotation.span.start), min(span.end, quotation.span.end))
        for quotation in quotations(article, language)
        if quotation.span.start < span.end and span.start < quotation.span.end
    )


def without_comma(article: Article, span: Span) -> Span:
    """Return `span` without the comma before a closing mark: “We will,” she said."""
    ends = span.end - span.start > 1 and article.text[span.end - 1] == ","
    return Span(span.start, span.end - 1) if ends else span


def outer_start(quotation: Quotation) -> int:
    """Return where a quotation begins with its marks: the key by which quotations are sorted."""
    return quotation.outer.start


@dataclass(frozen=True, slots=True)
class _Open:
    """An open quotation: its opening mark, where the mark and the words start. `closer`: the end of a single quotation."""

    mark: str
    outer: int
    start: int
    closer: int | None = None
    continues: bool = False


@dataclass(slots=True)
class _Pairing:
    """Pairs the marks of one paragraph. `end` is the end of the last mark that was used."""

    text: str
    paragraph: Paragraph
    marks: Sequence[Mark]
    words: LanguageWords
    end: int
    found: list[Quotation] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    inner: list[Span] = field(default_factory=list)

    def pair(self, continued: _Open | None) -> _Open | None:
        """Pair the marks, starting inside `continued`. Return the quotation that the paragraph leaves open."""
        if continued:
            self.stack.append(continued)
            self.end = continued.start
        for index, mark in enumerate(self.marks):
            if mark.start < self.end or is_inch(self.text, self.marks, index, is_open=bool(self.stack)):
                continue
            level = self._closed_level(mark)
            if level is not None:
                self._close(level, words_end=mark.start, outer_end=mark.end)
                self.end = mark.end
            elif mark.opens and len(self.stack) < DEEPEST:
                self._open(index, mark)
            elif mark.closes and not self.stack and mark.text not in SINGLE:  # its opening mark is missing
                self.stack.append(_Open(mark.text, self.end, self.end))
                self._close(0, words_end=mark.start, outer_end=mark.end)
                self.end = mark.end
        left_open = self.stack[0] if self.stack else None
        if left_open:
            end = clause_at_end(self.text, Span(left_open.start, self.paragraph.end), self.words)
            self._close(0, words_end=end, outer_end=end)
            return left_open if end == self.paragraph.end else None
        return None

    def _closed_level(self, mark: Mark) -> int | None:
        """Return the index of the innermost open quotation that `mark` closes."""
        for level in range(len(self.stack) - 1, -1, -1) if mark.closes else ():
            opened = self.stack[level]
            if mark.text in CLOSING_MARKS[opened.mark] and opened.closer in (None, mark.start):
                return level
        return None

    def _close(self, level: int, words_end: int, outer_end: int) -> None:
        """Close the open quotation at `level` and those inside it; record it if it is the outermost."""
        opened = self.stack[level]
        del self.stack[level:]
        span = _trimmed(self.text, opened.start, words_end)
        if span.start >= span.end:
            return
        if self.stack:
            self.inner.append(span)
            return
        # If a mark is missing, the quotation is no longer than its words.
        start = span.start if opened.outer == opened.start and not opened.continues else opened.outer
        end = span.end if outer_end == words_end else outer_end
        inner = tuple(inner for inner in self.inner if span.start <= inner.start and inner.end <= span.end)
        self.found.append(Quotation(span, Span(start, end), self.paragraph.number, opened.continues, inner))

    def _open(self, index: int, mark: Mark) -> None:
        """Open a quotation, unless `mark` is an apostrophe."""
        closer = self._single_closer(index) if mark.text in SINGLE else None
        if mark.text in SINGLE and closer is None and mark.start > self.paragraph.start:
            return
        if self.stack and self.stack[-1].mark == mark.text and closer is None and not self._nests(index):
            # The same mark again: the quotation before has no closing mark.
            self._close(len(self.stack) - 1, words_end=mark.start, outer_end=mark.start)
        self.stack.append(_Open(mark.text, mark.start, mark.end, closer))
        self.end = mark.end

    def _nests(self, index: int) -> bool:
        """Return whether the mark at `index` opens words inside an open quotation: both are closed before the next opening mark."""
        mark = self.marks[index].text
        same = (
            other
            for other in self.marks[index + 1 : index + LOOKAHEAD]
            if other.text == mark or other.text in CLOSING_MARKS[mark]
        )
        first, second = next(same, None), next(same, None)
        return bool(first and second and not first.opens and not second.opens)

    def _single_closer(self, index: int) -> int | None:
        """Return the start of the mark that closes the single mark at `index`, preferably not a plural’s apostrophe."""
        first = None
        for mark in self.marks[index + 1 : index + LOOKAHEAD]:
            if mark.opens and not mark.closes and mark.text in SINGLE:
                break
            if mark.closes and mark.text in CLOSING_MARKS[self.marks[index].text]:
                first = mark.start if first is None else first
                if not self._may_end_plural(mark):
                    return mark.start
        return first

    def _may_end_plural(self, mark: Mark) -> bool:
        """Return whether `mark` may be the apostrophe of a plural: the diplomats’ words."""
        return self.text[mark.start - 1] in "sSxz" and self.text[mark.end + 1 : mark.end + 2].islower()


def _continued(paragraph: Paragraph, marks: Sequence[Mark], left_open: _Open | None) -> _Open | None:
    """Return the quotation that continues in `paragraph`: one that it opens with the same mark again, or closes."""
    if left_open is None or not marks:
        return None
    first = marks[0]
    again = first.start == paragraph.start and first.opens and first.text in (left_open.mark, "»", "›")
    if again or (first.closes and not first.opens and first.text in CLOSING_MARKS[left_open.mark]):
        start = first.end if again else paragraph.start
        return _Open(left_open.mark, paragraph.start, start, continues=True)
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return Span(start, end)
