"""A stored text as readers see it: paragraphs cut into pieces, each with the passages that cover it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.content.articles import Article, Paragraph
from generator.content.model import Kind, Publish
from generator.evidence import Passage, Span
from generator.site.pages.links import passage_id
from generator.speech.labels import label_at

LANES = 3  # lines that fit under a line of text; further passages show background and letter only


@dataclass(frozen=True)
class Cited:
    """Passages with the same words in a paragraph: their id on the page, a letter, a kind and the lane of their line."""

    id: str
    key: str
    kind: Kind
    lane: int
    spans: tuple[Span, ...]
    passages: tuple[Passage, ...]

    @property
    def style(self) -> str:
        """Return the classes of the highlight."""
        lane = f" bb-L{self.lane}" if self.lane < LANES else ""
        return f"bb-h bb-{self.kind}{lane}"


@dataclass(frozen=True)
class Piece:
    """A run of text under the same passages, or of `unpublished` sentences without their text (-1: some words).

    `opens` has the passages of which a segment starts here, and whether it is the first segment, which carries the id. Cited
    words that are withheld are a run without text, with the passages that start there.
    """

    text: str
    cited: tuple[Cited, ...] = ()
    opens: tuple[tuple[Cited, bool], ...] = ()
    unpublished: int = 0


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph: its number, its published pieces and its passages. Without pieces, none of it is published."""

    number: int
    pieces: tuple[Piece, ...]
    cited: tuple[Cited, ...]
    unpublished: int


def paragraphs(
    article: Article, passages: Iterable[Passage], publish: Publish | None, *, labelled: bool = False
) -> Iterator[ParagraphView]:
    """Yield the paragraphs of `article` with `passages`, as far as `publish` allows; None: no word of the text.

    In excerpts of a text with labels of speakers, the label of each cited sentence is shown.
    """
    kinds = list(Kind)
    by_spans: dict[tuple[Span, ...], list[Passage]] = {}
    for passage in sorted(
        passages, key=lambda item: (item.spans, kinds.index(item.selector.kind), item.texts)
    ):
        by_spans.setdefault(passage.spans, []).append(passage)
    labels = _labels(article, by_spans) if labelled and publish is Publish.EXCERPT else {}
    for paragraph in article.paragraphs:
        groups = [group for spans, group in by_spans.items() if _within(spans, paragraph)]
        cited = _in_lanes(groups, paragraph)
        pieces = tuple(_pieces(article, paragraph, cited, publish, labels.get(paragraph.number, 0)))
        yield ParagraphView(paragraph.number, pieces, cited, len(article.sentences(paragraph)))


def _labels(article: Article, cited: Iterable[tuple[Span, ...]]) -> dict[int, int]:
    """Return where the labels of the speakers of cited words end, by the number of their paragraph.

    The label of a speech of several paragraphs is in its first one.
    """
    labels = (label_at(article, span.start) for spans in cited for span in spans)
    return {article.paragraph_at(label.start).number: label.end for label in labels if label}


def _within(spans: Iterable[Span], part: Paragraph | Span) -> list[Span]:
    """Return the spans that overlap a part of the text."""
    return [span for span in spans if span.start < part.end and span.end > part.start]


def _in_lanes(groups: list[list[Passage]], paragraph: Paragraph) -> tuple[Cited, ...]:
    """Return each group of passages with a letter and the first lane that is free at its place."""
    lanes: list[list[Span]] = []
    cited = []
    for number, group in enumerate(groups):
        first = group[0]
        spans = _within(first.spans, paragraph)
        free = (lane for lane, taken in enumerate(lanes) if not any(_within(taken, span) for span in spans))
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].extend(spans)
        cited.append(
            Cited(
                id=passage_id(first),
                key=_letters(number),
                kind=first.selector.kind,
                lane=lane,
                spans=first.spans,
                passages=tuple(group),
            )
        )
    return tuple(cited)


def _letters(number: int) -> str:
    """Return the letters for a number from 0: a to z, then aa, ab and so on."""
    before, last = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(ord("a") + last)


def _pieces(
    article: Article, paragraph: Paragraph, cited: tuple[Cited, ...], publish: Publish | None, label: int
) -> Iterator[Piece]:
    """Yield the published runs, cut wherever a passage begins or ends, and what is left out between them."""
    spans = [span for item in cited for span in _within(item.spans, paragraph)]
    runs = list(_runs(article, paragraph, spans, publish or Publish.NONE))
    if label and (not runs or runs[0][1]):
        yield Piece(article.text[paragraph.start : label])
        if not runs:
            yield Piece("", unpublished=len(article.sentences(paragraph)))
    for run, unpublished in runs:
        if unpublished and publish is None:
            continue
        if unpublished:
            yield Piece("", unpublished=unpublished)
            continue
        for part in _cut(run, spans):
            over = tuple(item for item in cited if _within(item.spans, part))
            opens = tuple(
                # A passage over several paragraphs opens again in each, and carries its id only once.
                (item, index == 0 and span.start == part.start)
                for item in over
                for index, span in enumerate(item.spans)
                if max(span.start, paragraph.start) == part.start
            )
            if publish is not None:
                yield Piece(article.text[part.start : part.end], over, opens)
            elif opens:
                yield Piece("", opens=opens, unpublished=-1)


def _runs(
    article: Article, paragraph: Paragraph, spans: list[Span], publish: Publish
) -> Iterator[tuple[Span, int]]:
    """Yield the runs of a paragraph, each with how many of its sentences are not published (0: the run is; -1: some words)."""
    everything = Span(paragraph.start, paragraph.end)
    if publish is Publish.FULL:
        yield everything, 0
    elif spans:
        excerpt = publish is Publish.EXCERPT
        sentences = [Span(start, end) for start, end in article.sentences(paragraph)]
        parts = sentences if excerpt else _cut(everything, spans)
        for cited, group in groupby(parts, key=lambda part: bool(_within(spans, part))):
            if cited:
                yield from ((part, 0) for part in group)
            else:
                left_out = list(group)
                yield left_out[0], len(left_out) if excerpt else -1


def _cut(run: Span, spans: list[Span]) -> list[Span]:
    """Return the parts of a run, cut wherever one of `spans` begins or ends."""
    edges = {edge for span in spans for edge in span if run.start < edge < run.end}
    return [Span(start, end) for start, end in pairwise([run.start, *sorted(edges), run.end])]
