"""Where cited passages stand in the stored texts, so that checks can compare one use of evidence with another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.checks.content import Content
from generator.content.model.uses import Use
from generator.evidence import Passage, Span
from generator.location import Location

_WORDS = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)  # from the first letter or digit to the last
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
    def location(self) -> Location:
        """Give the place of the words in the editor's file."""
        return self.use.evidence.segment_location(0)

    @property
    def place(self) -> str:
        """Give the file and line of the words in it."""
        return f"{self.location.file}:{self.location.line}"


@lru_cache(maxsize=1)
def cited(content: Content) -> Mapping[str, tuple[Cited, ...]]:
    """Give all uses whose words the gate found, by source and in the order in which a reader meets them."""
    return {
        name: tuple(
            Cited(use, *_bare(passage))
            for use in uses
            if (passage := content.passages.get(use.evidence.selector)) is not None
        )
        for name, uses in content.analysis.uses.items()
    }


def shown(words: str) -> str:
    """Give `words` in one line, for a message: the first of them, where they are many."""
    few = words.split()
    return " ".join(few) if len(few) <= _SHOWN else f"{' '.join(few[:_SHOWN])} …"


def _bare(passage: Passage) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Give the spans and texts of a passage without the marks around each of them."""
    matches = [_WORDS.search(text) for text in passage.texts]
    edges = [match.span() if match else (0, 0) for match in matches]
    spans = [
        Span(span.start + start, span.start + end)
        for span, (start, end) in zip(passage.spans, edges, strict=True)
    ]
    return tuple(spans), tuple(
        [text[start:end] for text, (start, end) in zip(passage.texts, edges, strict=True)]
    )
