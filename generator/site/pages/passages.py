"""A stored text as readers see it: paragraphs cut into pieces, each with the passages that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.content.articles import Article, Paragraph
from generator.content.model import Kind, Publish
from generator.evidence import Passage, Span
from generator.site.pages.links import passage_id

LANES = 3  # lines that fit under a line of text; further passages show ground and letter only


@dataclass(frozen=True)
class Cited:
    """A passage of a paragraph: its id on the page, its letter, its kind and the lane of its line."""

    id: str
    key: str
    kind: Kind
    lane: int
    spans: tuple[Span, ...]
    passages: tuple[Passage, ...]

    @property
    def style(self) -> str:
        """Give the classes of its highlight."""
        lane = f" bb-L{self.lane}" if self.lane < LANES else ""
        return f"bb-h bb-{self.kind}{lane}"


@dataclass(frozen=True)
class Piece:
    """A run of text under the same passages; `opens` are those of which a segment starts here.

    `first` tells of each of these whether it is the passage's first segment, which carries its id. A piece
    without text stands for `unpublished` sentences.
    """

    text: str
    cited: tuple[Cited, ...] = ()
    opens: tuple[tuple[Cited, bool], ...] = ()
    unpublished: int = 0


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph: its number, what is shown of it and the passages that it holds. No pieces: none is shown."""

    number: int
    pieces: tuple[Piece, ...]
    cited: tuple[Cited, ...]
    unpublished: int


def paragraphs(article: Article, passages: Iterable[Passage], publish: Publish) -> Iterator[ParagraphView]:
    """Lay out `article` with `passages`, as far as `publish` allows."""
    by_spans: dict[tuple[Span, ...], list[Passage]] = {}
    for passage in sorted(
        passages, key=lambda one: (one.spans, list(Kind).index(one.selector.kind), one.texts)
    ):
        by_spans.setdefault(passage.spans, []).append(passage)
    for paragraph in article.paragraphs:
        inside = [
            found for spans, found in by_spans.items() if any(_overlap(span, paragraph) for span in spans)
        ]
        cited = _in_lanes(inside, paragraph)
        shown = _shown(article, paragraph, cited, publish)
        total = len(article.sentences(paragraph))
        yield ParagraphView(paragraph.number, tuple(_pieces(article, shown, cited, paragraph)), cited, total)


def _overlap(span: Span, paragraph: Paragraph) -> bool:
    return span.start < paragraph.end and span.end > paragraph.start


def _in_lanes(inside: list[list[Passage]], paragraph: Paragraph) -> tuple[Cited, ...]:
    """Give each passage a letter and the first lane that is free where it stands."""
    taken: list[list[Span]] = []
    cited = []
    for number, found in enumerate(inside):
        spans = tuple(span for span in found[0].spans if _overlap(span, paragraph))
        lane = next(
            (i for i, held in enumerate(taken) if all(_apart(one, other) for one in spans for other in held)),
            len(taken),
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].extend(spans)
        cited.append(
            Cited(
                passage_id(found[0]),
                _letters(number),
                found[0].selector.kind,
                lane,
                found[0].spans,
                tuple(found),
            )
        )
    return tuple(cited)


def _apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _letters(number: int) -> str:
    """Count in letters: a to z, then aa, ab and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


@dataclass(frozen=True)
class _Run:
    """A run of a paragraph that is shown, or one of `unpublished` sentences that is not."""

    start: int
    end: int
    unpublished: int = 0


def _shown(article: Article, paragraph: Paragraph, cited: tuple[Cited, ...], publish: Publish) -> list[_Run]:
    if publish is Publish.FULL:
        return [_Run(paragraph.start, paragraph.end)]
    spans = sorted(span for one in cited for span in one.spans if _overlap(span, paragraph))
    if not spans:
        return []
    if publish is Publish.NONE:
        return list(_words_only(spans, paragraph))
    runs: list[_Run] = []
    for start, end in article.sentences(paragraph):
        if any(span.start < end and span.end > start for span in spans):
            runs.append(_Run(start, end))
        elif runs and runs[-1].unpublished:
            runs[-1] = _Run(runs[-1].start, end, runs[-1].unpublished + 1)
        else:
            runs.append(_Run(start, end, 1))
    return runs


def _words_only(spans: list[Span], paragraph: Paragraph) -> Iterator[_Run]:
    """Show the cited words alone, and between them that something is left out (a count of -1)."""
    at = paragraph.start
    for span in spans:
        start, end = max(span.start, at), min(span.end, paragraph.end)
        if start > at:
            yield _Run(at, start, -1)
        if end > start:
            yield _Run(start, end)
        at = max(at, end)
    if at < paragraph.end:
        yield _Run(at, paragraph.end, -1)


def _pieces(
    article: Article, runs: list[_Run], cited: tuple[Cited, ...], paragraph: Paragraph
) -> Iterator[Piece]:
    """Cut every run that is shown wherever a passage begins or ends."""
    edges = sorted({edge for one in cited for span in one.spans for edge in (span.start, span.end)})
    for run in runs:
        if run.unpublished:
            yield Piece("", unpublished=run.unpublished)
            continue
        cuts = [run.start, *(edge for edge in edges if run.start < edge < run.end), run.end]
        for start, end in pairwise(cuts):
            over = tuple(
                one for one in cited if any(span.start < end and span.end > start for span in one.spans)
            )
            opens = tuple(
                # A passage over several paragraphs opens again in each, and carries its id only once.
                (one, index == 0 and span.start == start)
                for one in over
                for index, span in enumerate(one.spans)
                if max(span.start, paragraph.start) == start
            )
            yield Piece(article.text[start:end], over, opens)
