"""The sentences of a passage: its words, and around them what the source says in the same sentences, so that readers see what is left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.content.articles import Article
from generator.content.model import LABELLED, Publish, Source, SourceStatus
from generator.evidence import Passage, Span
from generator.fold import joins
from generator.speech.labels import label_at
from generator.word_boundaries import has_unspaced, is_unspaced

_LONGEST = 60  # words that are shown in full
_REACH = 20  # words that are shown on each side of the passage, if its sentences have more
_WORD = re.compile(r"\S+")
_UNSPACED_WORD = 2  # characters, in scripts without spaces
_NOT_SHOWN = frozenset({SourceStatus.WITHHELD, SourceStatus.CANCELLED})


class Part(StrEnum):
    """What a piece of the sentences is."""

    CITED = "cited"
    AROUND = "around"
    GAP = "gap"
    OTHER_PARAGRAPH = "other paragraph"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the source's characters; a gap has none."""

    part: Part
    text: str = ""


_NOTHING = Piece(Part.AROUND)


def sentence_pieces(source: Source, passage: Passage) -> tuple[Piece, ...]:
    """Return the sentences of `passage` in pieces; only its words if they are complete, or if the source may not show more."""
    if source.about.publish is not Publish.NONE and source.about.status not in _NOT_SHOWN:
        found = (*_label(source, passage), *_pieces(source.article, passage))
        pieces = tuple(piece for piece in found if piece != _NOTHING)
        if shows_more(pieces):
            return pieces
    return tuple(_cited_pieces(source.article, passage))


def shows_more(pieces: Iterable[Piece]) -> bool:
    """Return whether pieces show more than the cited words: other words, not only marks and full stops."""
    return any(any(map(str.isalnum, piece.text)) for piece in pieces if piece.part is Part.AROUND)


def sentence_text(source: Source, passage: Passage) -> str:
    """Return the sentences of `passage` as plain text, with gaps as “ … ”; empty if there is no more than its words."""
    pieces = sentence_pieces(source, passage)
    if not shows_more(pieces):
        return ""
    return " ".join("".join(piece.text or " … " for piece in pieces).split())


def shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces with gaps in what is far from the cited words, if the sentences are very long."""
    if sum(len(_words(piece.text)) for piece in pieces) <= _LONGEST:
        return pieces
    parts = [None, *(piece.part for piece in pieces), None]
    short: list[Piece] = []
    for piece, previous, following in zip(pieces, parts, parts[2:], strict=False):
        if piece.part is Part.AROUND:
            short += _cut(piece.text, after=previous is Part.CITED, before=following is Part.CITED)
        else:
            short.append(piece)
    return tuple(short)


def _cited_pieces(article: Article, passage: Passage) -> Iterator[Piece]:
    """Yield the words of a passage with the gaps between them."""
    for index, (span, text) in enumerate(zip(passage.spans, passage.texts, strict=True)):
        if index:
            yield _gap(article, passage.spans[index - 1].end, span.start)
        yield Piece(Part.CITED, text)


def _gap(article: Article, end: int, start: int) -> Piece:
    """Return the gap between words that end at `end` and words that begin at `start`."""
    same = article.paragraph_at(end - 1) == article.paragraph_at(start)
    return Piece(Part.GAP if same else Part.OTHER_PARAGRAPH)


def _runs(article: Article, spans: tuple[Span, ...]) -> Iterator[tuple[Span, list[Span]]]:
    """Yield each run of sentences with the spans in it; sentences that follow each other are one run."""
    run: Span | None = None
    inside: list[Span] = []
    for span in spans:
        start, end = article.sentence_at(span.start)[0], article.sentence_at(span.end - 1)[1]
        if run and start <= run.end:
            run = Span(run.start, max(run.end, end, span.end))
        else:
            if run:
                yield run, inside
            run, inside = Span(min(start, span.start), max(end, span.end)), []
        inside.append(span)
    if run:
        yield run, inside


def _label(source: Source, passage: Passage) -> Iterator[Piece]:
    """Yield the label of the speaker in a transcript or an interview, if it is before the first sentence, and the gap after it."""
    article, start = source.article, passage.spans[0].start
    label = label_at(article, start) if source.about.kind in LABELLED else None
    if label and label.end <= article.sentence_at(start)[0]:
        yield Piece(Part.AROUND, article.text[slice(*label)].rstrip())
        yield _gap(article, label.end, start)


def _pieces(article: Article, passage: Passage) -> Iterator[Piece]:
    """Yield the sentences of a passage in pieces; some may be empty."""
    position = 0
    for run, spans in _runs(article, passage.spans):
        if position:
            yield _gap(article, position, run.start)
        position = run.start
        for span in spans:
            yield Piece(Part.AROUND, article.text[position : span.start])
            yield Piece(Part.CITED, article.text[slice(*span)])
            position = span.end
        yield Piece(Part.AROUND, article.text[position : run.end].rstrip())


def _cut(text: str, *, after: bool, before: bool) -> Iterator[Piece]:
    """Yield the start and the end of a text that comes after and before cited words, with a gap for the rest."""
    words = _words(text)
    first, last = (_REACH if after else 0), (_REACH if before else 0)
    if len(words) <= first + last:
        yield Piece(Part.AROUND, text)
        return
    if first:
        yield Piece(Part.AROUND, text[: words[first - 1][1]])
    yield Piece(Part.GAP)
    if last:
        yield Piece(Part.AROUND, text[words[-last][0] :])


def _words(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words of a text; in scripts without spaces, of every two characters."""
    found = [match.span() for match in _WORD.finditer(text)]
    if not has_unspaced(text):
        return found
    spans: list[tuple[int, int]] = []
    for first, end in found:
        start = first
        while start < end and is_unspaced(text[start]):
            stop = min(start + _UNSPACED_WORD, end)
            while stop < end and joins(text[stop]):
                stop += 1
            spans.append((start, stop))
            start = stop
        if start < end:
            spans.append((start, end))
    return spans
