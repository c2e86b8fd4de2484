"""A stored text as readers see it: paragraphs cut into pieces, each with the passages that cover it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from generator.content.articles import Article, Paragraph
from generator.content.model import LABELLED, Publish, Source
from generator.content.text_parts import TextPart
from generator.evidence import Passage, Span, cited_sentences
from generator.site.pages.links import passage_id
from generator.speech.labels import label_at


@dataclass(frozen=True)
class Cited:
    """Passages with the same words: their id on the page, and their number among those that begin in the paragraph, from 1.

    The number is 0 in the later paragraphs of a passage over several.
    """

    id: str
    number: int
    spans: tuple[Span, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Piece:
    """A run of text under the same passages, or of `unpublished` sentences without their text (-1: some words).

    `begins` has the passages that begin here. Cited words that are withheld are a run without text.
    """

    text: str
    cited: tuple[Cited, ...] = ()
    begins: tuple[Cited, ...] = ()
    unpublished: int = 0


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph: its number, its published pieces and the passages that begin in it.

    Without pieces, none of it is published: then it is every paragraph from `number` to `last`, with `unpublished` sentences.
    """

    number: int
    last: int
    pieces: tuple[Piece, ...]
    cited: tuple[Cited, ...]
    unpublished: int


@dataclass(frozen=True)
class _Part:
    """A part of a paragraph between two edges, with the passages over it and those that begin with it."""

    span: Span
    cited: tuple[Cited, ...]
    begins: tuple[Cited, ...]
    is_shown: bool


def paragraphs(
    source: Source, passages: Sequence[Passage], part: TextPart | None = None
) -> Iterator[ParagraphView]:
    """Yield the paragraphs of a source, or of a part of it, with its cited `passages`, as far as they are published.

    Neighbours that are not published are one. In excerpts of a text with labels of speakers, the label of each cited sentence is shown.
    """
    article, publish = source.article, source.about.publish
    is_excerpt = publish is Publish.EXCERPT and not source.is_withheld
    sentences = cited_sentences(article, passages) if is_excerpt else frozenset()
    labels = _labels(article, passages) if is_excerpt and source.about.kind in LABELLED else {}
    cited = _by_paragraph(article, passages)
    hidden: ParagraphView | None = None
    for paragraph in article.paragraphs[part.first - 1 : part.last] if part else article.paragraphs:
        here = cited.get(paragraph.number, ())
        if source.is_withheld:
            pieces = tuple(_places(paragraph, here))
        elif is_excerpt:
            pieces = tuple(_excerpt(article, paragraph, here, sentences, labels.get(paragraph.number, 0)))
        else:
            pieces = tuple(_pieces(article, _parts(paragraph, here, (), is_full=publish is Publish.FULL)))
        if pieces:
            if hidden:
                yield hidden
            hidden = None
            yield ParagraphView(
                paragraph.number, paragraph.number, pieces, tuple(item for item in here if item.number), 0
            )
            continue
        first = hidden or ParagraphView(paragraph.number, 0, (), (), 0)
        count = first.unpublished + len(article.sentences(paragraph))
        hidden = replace(first, last=paragraph.number, unpublished=count)
    if hidden:
        yield hidden


def _by_paragraph(article: Article, passages: Iterable[Passage]) -> dict[int, list[Cited]]:
    """Return the passages over each paragraph by its number, in the order of the text; the same words are together."""
    by_spans: dict[tuple[Span, ...], list[Passage]] = {}
    for passage in sorted(passages, key=attrgetter("spans")):
        by_spans.setdefault(passage.spans, []).append(passage)
    cited: defaultdict[int, list[Cited]] = defaultdict(list)
    beginning: defaultdict[int, int] = defaultdict(int)
    for spans, group in by_spans.items():
        first = article.paragraph_at(spans[0].start).number
        beginning[first] += 1
        item = Cited(passage_id(group[0]), beginning[first], spans, tuple(group))
        over = {
            number
            for span in spans
            for number in range(
                article.paragraph_at(span.start).number, article.paragraph_at(span.end - 1).number + 1
            )
        }
        for number in over:
            cited[number].append(item if number == first else replace(item, number=0))
    return cited


def _labels(article: Article, passages: Iterable[Passage]) -> dict[int, int]:
    """Return where the labels of the speakers of cited words end, by the number of their paragraph.

    The label of a speech of several paragraphs is in its first one.
    """
    labels = (label_at(article, span.start) for passage in passages for span in passage.spans)
    return {article.paragraph_at(label.start).number: label.end for label in labels if label}


def _excerpt(
    article: Article, paragraph: Paragraph, cited: Sequence[Cited], shown: frozenset[int], label: int
) -> Iterator[Piece]:
    """Yield the cited sentences of a paragraph in pieces, and how many are left out between them, after the `label` if there is one."""
    starts = [start for start, _ in article.sentences(paragraph)]
    parts = [
        replace(part, is_shown=starts[bisect_right(starts, part.span.start) - 1] in shown)
        for part in _parts(paragraph, cited, starts, is_full=False)
    ]
    if label and not parts[0].is_shown:
        yield Piece(article.text[paragraph.start : label])
    elif not cited:
        return
    for is_shown, group in groupby(parts, attrgetter("is_shown")):
        if is_shown:
            yield from _pieces(article, group)
        else:
            yield Piece("", unpublished=len(list(group)))


def _pieces(article: Article, parts: Iterable[_Part]) -> Iterator[Piece]:
    """Yield what is shown of parts of a paragraph, with a sign for what is left out; nothing if none is shown."""
    found = tuple(parts)
    if any(part.is_shown for part in found):
        for part in found:
            text = article.text[part.span.start : part.span.end] if part.is_shown else ""
            yield Piece(text, part.cited, part.begins, 0 if part.is_shown else -1)


def _places(paragraph: Paragraph, cited: Sequence[Cited]) -> Iterator[Piece]:
    """Yield a sign for each place where passages begin whose words are withheld."""
    for part in _parts(paragraph, cited, (), is_full=False):
        if part.begins:
            yield Piece("", begins=part.begins, unpublished=-1)


def _parts(
    paragraph: Paragraph, cited: Iterable[Cited], cuts: Iterable[int], *, is_full: bool
) -> Iterator[_Part]:
    """Yield the parts of a paragraph, cut at `cuts` and wherever a passage begins or ends; shown are the cited ones, or all."""
    opening: defaultdict[int, list[Cited]] = defaultdict(list)
    closing: defaultdict[int, list[Cited]] = defaultdict(list)
    for item in cited:
        for span in item.spans:
            if span.start < paragraph.end and span.end > paragraph.start:
                opening[max(span.start, paragraph.start)].append(item)
                closing[min(span.end, paragraph.end)].append(item)
    edges = sorted({paragraph.start, paragraph.end, *opening, *closing, *cuts})
    over: list[Cited] = []
    for start, end in pairwise(edges):
        over = [item for item in over if item not in closing[start]] + opening[start]
        begins = tuple(item for item in opening[start] if item.number and item.spans[0].start == start)
        yield _Part(Span(start, end), tuple(over), begins, is_full or bool(over))
