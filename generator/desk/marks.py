"""The marks in a text that is read at the desk: its quotations, the words that are evidence already, labels and the selection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.content.model import LABELLED, Corpus, Source
from generator.content.model.uses import Use
from generator.content.text_parts import TextPart
from generator.evidence import Span
from generator.pipeline import Examined
from generator.speech.labels import label_at
from generator.speech.suggestion import FoundQuotation, Known, quotations


@dataclass(frozen=True)
class Listed:
    """A quotation of a text: its number, from 1, its words, one text for each part, and whether they are evidence already."""

    number: int
    found: FoundQuotation
    words: tuple[str, ...]
    is_used: bool

    @property
    def is_certain(self) -> bool:
        """Return whether the text names the speaker."""
        return self.found.speaker.known is Known.CERTAIN


@dataclass(frozen=True)
class Label:
    """A label of a transcript or an interview, the paragraph of the first one, and who that is; empty if no speaker fits."""

    words: str
    paragraph: int
    name: str


@dataclass(frozen=True)
class Piece:
    """Some characters of a paragraph with the same marks. `first_of` is the quotation that begins here; 0 for none."""

    text: str
    quotation: int = 0
    is_certain: bool = False
    first_of: int = 0
    is_used: bool = False
    is_selected: bool = False
    is_label: bool = False


@dataclass(frozen=True)
class MarkedParagraph:
    """A paragraph: its number, the place of its first character in the stored text, and its characters."""

    number: int
    start: int
    pieces: tuple[Piece, ...]


def listed(source: Source, corpus: Corpus, part: TextPart, used: Sequence[Span]) -> list[Listed]:
    """Return the quotations that begin in a part of a text."""
    return [
        Listed(
            number,
            found,
            tuple(source.article.text[slice(*span)] for span in found.spans),
            any(_meet(span, other) for span in found.spans for other in used),
        )
        for number, found in enumerate(quotations(source, corpus), 1)
        if part.first <= found.paragraph <= part.last
    ]


def used_spans(examined: Examined, source: Source) -> list[tuple[Span, Use]]:
    """Return the words of a source that are evidence already, with their uses, in the order of the text."""
    content = examined.content
    found = [
        (span, use)
        for use in content.analysis.uses.get(source.id, ())
        if use.evidence.selector in content.passages
        for span in content.passages[use.evidence.selector].spans
    ]
    return sorted(found, key=lambda pair: pair[0])


def labels(source: Source, part: TextPart, found: Sequence[Listed]) -> list[Label]:
    """Return the different labels in a part of a transcript or an interview, in the order of the text."""
    if source.about.kind not in LABELLED:
        return []
    names = {
        item.found.paragraph: item.found.speaker.name or ""
        for item in reversed(found)
        if item.found.speaker.party  # else it is nobody in parties.yml
    }
    labels: dict[str, Label] = {}
    for paragraph in source.article.paragraphs[part.first - 1 : part.last]:
        span = own_label(source, paragraph.start)
        if span is None:
            continue
        words = source.article.text[slice(*span)].strip()
        label = Label(words, paragraph.number, names.get(paragraph.number, ""))
        if words not in labels or (label.name and not labels[words].name):
            labels[words] = label
    return list(labels.values())


def own_label(source: Source, offset: int) -> Span | None:
    """Return the label with which the paragraph at an offset begins; None if the text has no labels, or this paragraph has none."""
    if source.about.kind not in LABELLED:
        return None
    paragraph = source.article.paragraph_at(offset)
    found = label_at(source.article, paragraph.start)
    return found if found and found.start == paragraph.start else None


def marked(
    source: Source, part: TextPart, found: Sequence[Listed], used: Sequence[Span], selected: Sequence[Span]
) -> Iterator[MarkedParagraph]:
    """Yield the paragraphs of a part with their marks. Together, the pieces of a paragraph are its stored characters."""
    quoted = [(span, item) for item in found for span in item.found.spans]
    for paragraph in source.article.paragraphs[part.first - 1 : part.last]:
        own = Span(paragraph.start, paragraph.end)
        label = own_label(source, own.start)
        of_quotes = [(span, item) for span, item in quoted if _meet(span, own)]
        of_used = [span for span in used if _meet(span, own)]
        of_selected = [span for span in selected if _meet(span, own)]
        spans = [*(span for span, _ in of_quotes), *of_used, *of_selected, *([label] if label else [])]
        cuts = sorted({*own, *(at for span in spans for at in span if own.start < at < own.end)})
        pieces = []
        for start, end in pairwise(cuts):
            at = Span(start, end)
            # Where one quotation is inside another, the inner one is shown: it begins later.
            item = max(
                (pair for pair in of_quotes if _meet(pair[0], at)),
                key=lambda pair: pair[0].start,
                default=None,
            )
            pieces.append(
                Piece(
                    source.article.text[start:end],
                    quotation=item[1].number if item else 0,
                    is_certain=bool(item and item[1].is_certain),
                    first_of=item[1].number if item and item[1].found.spans[0].start == start else 0,
                    is_used=any(_meet(span, at) for span in of_used),
                    is_selected=any(_meet(span, at) for span in of_selected),
                    is_label=bool(label and _meet(label, at)),
                )
            )
        yield MarkedParagraph(paragraph.number, own.start, tuple(pieces))


def _meet(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
