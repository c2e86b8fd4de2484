"""Where cited passages stand in the stored texts, so that checks can compare one use of evidence with another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.content import Content
from generator.evidence import Span
from generator.marks import Mark
from generator.model.uses import Use

_SHOWN = 12  # words of a passage in a message


@dataclass(frozen=True, slots=True)
class Cited:
    """A use of evidence whose words the gate found.

    `spans` are in code points of the stored text, one for each segment, in order, from the first letter or digit to
    the last: a comma or a quotation mark at an end makes no other passage of it. `texts` are the source's characters there.
    """

    use: Use
    spans: tuple[Span, ...]
    texts: tuple[str, ...]

    @property
    def words(self) -> str:
        """Give the source's words, for a message."""
        return shown(" … ".join(self.texts))

    @property
    def mark(self) -> Mark:
        """Give the place of the words in the editor's file."""
        return self.use.evidence.segment_mark(0)

    @property
    def place(self) -> str:
        """Give the file and line of the words in it."""
        return f"{self.mark.file}:{self.mark.line}"


def cited(content: Content, uses: Iterable[Use]) -> Iterator[Cited]:
    """Give those of `uses` whose words the gate found."""
    for use in uses:
        passage = content.passages.get(use.evidence.selector)
        if passage is not None:
            bare = tuple(map(_bare, passage.spans, passage.texts))
            yield Cited(use, tuple(span for span, _ in bare), tuple(text for _, text in bare))


def shown(words: str) -> str:
    """Give `words` in one line, for a message: the first of them, where they are many."""
    few = words.split()
    return " ".join(few) if len(few) <= _SHOWN else f"{' '.join(few[:_SHOWN])} …"


def _bare(span: Span, text: str) -> tuple[Span, str]:
    if text[0].isalnum() and text[-1].isalnum():
        return span, text
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(span.start + start, span.start + end), text[start:end]
