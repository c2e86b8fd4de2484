"""Passages of a stored text -> the evidence block to paste, proved to be found at exactly these passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.content.articles import Article
from generator.content.model import Evidence, Kind
from generator.content.model.identifiers import is_id
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.evidence import Passage, Span
from generator.evidence.hint_text import yaml_text
from generator.evidence.matching import locate, occurrences
from generator.evidence.pins import unique_prefix, unique_suffix
from generator.fold import folded_words
from generator.location import Location

_MOST = 1_000  # places of a segment: nobody would tell one from so many


def evidence_block(
    article: Article, kind: Kind, spans: Sequence[Span], speaker: str | None = None
) -> str | None:
    """Write the words at `spans`, one segment each, as a YAML list item that the gate finds at exactly these spans.

    Where the words stand more than once, a line says which place is meant: a short prefix or suffix, else a number.
    None where no block is found there: the spans cut a word, are too short, out of order or not to be told apart,
    or their words stand in more than a thousand places; or `speaker` cannot be one.
    """
    if speaker is not None and not is_id(speaker):
        return None
    segments = [article.text[span.start : span.end] for span in spans]
    if not segments or any(article.folded.text.count(folded_words(words)) > _MOST for words in segments):
        return None
    for pins in _pins(article, spans):
        block = _written(article.id, kind, segments, pins, speaker)
        evidence = _read(block)
        if evidence is None:
            return None
        found = locate(article, evidence.selector)
        if isinstance(found, Passage) and found.spans == tuple(spans):
            return block
    return None


_Pins = Mapping[str, str | int]  # what tells places apart: prefix, suffix, occurrence


def _pins(article: Article, spans: Sequence[Span]) -> Iterator[_Pins]:
    """Yield the keys that may tell the place apart, the simplest first."""
    yield {}
    first, last = spans[0], spans[-1]
    prefix, suffix = unique_prefix(article, first), unique_suffix(article, last)
    before: _Pins = {"prefix": prefix} if prefix else {}
    after: _Pins = {"suffix": suffix} if suffix else {}
    places = occurrences(article, article.text[first.start : first.end])
    number: _Pins = {"occurrence": places.index(first) + 1} if first in places else {}
    yield from (pins for pins in (before, after, number) if pins)
    yield from ({**pins, **after} for pins in (before, number) if pins and after)


def _written(source: str, kind: Kind, segments: Sequence[str], pins: _Pins, speaker: str | None) -> str:
    """Write the block."""
    lines = [f"- source: {source}"]
    if len(segments) == 1:
        lines.append(f"  {kind}: {yaml_text(segments[0])}")
    else:
        lines += [f"  {kind}:", *(f"    - {yaml_text(segment)}" for segment in segments)]
    lines += [
        f"  {key}: {yaml_text(value) if isinstance(value, str) else value}" for key, value in pins.items()
    ]
    return "\n".join([*lines, f"  speaker: {speaker}"] if speaker else lines)


def _read(block: str) -> Evidence | None:
    """Read `block` as the files of editors are read; None where it is no evidence."""
    path = "block.yml"
    file, _ = read_yaml(path, f"evidence:\n{block}\n".encode())
    if file is None:
        return None
    return read_node(Evidence, file.data["evidence"][0], Location(path))[0]
