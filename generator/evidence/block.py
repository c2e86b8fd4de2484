"""Write the evidence block for passages of a stored text, and prove that the gate finds exactly these passages."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.content.articles import Article
from generator.content.damage import first_damage
from generator.content.model import Evidence, Kind
from generator.content.model.identifiers import is_id
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.evidence.hint_text import yaml_text
from generator.evidence.matching import Failure, Passage, Verdict, locate
from generator.evidence.occurrences import numbered
from generator.evidence.pins import unique_prefix, unique_suffix
from generator.evidence.span import Span
from generator.fold import folded_words
from generator.location import Location
from generator.word_boundaries import cuts_word

_MOST_OCCURRENCES = 1_000  # of a segment; nobody can choose between more


class Refused(StrEnum):
    """Why words of a text cannot be evidence."""

    EMPTY = "no words"
    DAMAGED = "damaged"
    CUTS_WORD = "cuts a word"
    TOO_SHORT = "too short"
    OUT_OF_ORDER = "out of order"
    OVERLAPPING = "overlapping"
    TOO_MANY_PLACES = "too many places"


class Block(NamedTuple):
    """Evidence as a YAML list item, and as it is read. `pinned` if the words alone do not say which place is meant."""

    yaml: str
    evidence: Evidence
    pinned: bool


class Refusal(NamedTuple):
    """Why there is no block, and the index of the segment that causes it."""

    reason: Refused
    segment: int = 0


_WHY = {
    Verdict.CUTS_WORD: Refused.CUTS_WORD,
    Verdict.TOO_SHORT: Refused.TOO_SHORT,
    Verdict.OUT_OF_ORDER: Refused.OUT_OF_ORDER,
    Verdict.OVERLAPPING: Refused.OVERLAPPING,
}


def evidence_block(
    article: Article, kind: Kind, spans: Sequence[Span], speaker: str | None = None
) -> str | None:
    """Return the words at `spans` as a YAML list item; None if they cannot be evidence. See `write_block`."""
    block = write_block(article, kind, spans, speaker)
    return block.yaml if isinstance(block, Block) else None


def write_block(
    article: Article, kind: Kind, spans: Sequence[Span], speaker: str | None = None
) -> Block | Refusal:
    """Return the words at `spans`, one segment each, as evidence that the gate finds at exactly these spans, or why it cannot.

    If the words occur more than once, a prefix, suffix or occurrence chooses the place. A `speaker` that is no identifier has no words.
    """
    refusal = _refusal(article, spans)
    if refusal or not (speaker is None or is_id(speaker)):
        return refusal or Refusal(Refused.EMPTY)
    segments = [article.text[span.start : span.end] for span in spans]
    found: Passage | Failure | None = None
    for pins in _pins(article, spans):
        block = _block(article.id, kind, segments, pins, speaker)
        evidence = _read(block)
        found = locate(article, evidence.selector) if evidence else None
        if evidence and isinstance(found, Passage) and found.spans == tuple(spans):
            return Block(block, evidence, pinned=bool(pins))
    if isinstance(found, Failure) and found.verdict in _WHY:
        return Refusal(_WHY[found.verdict], found.segment)
    return Refusal(Refused.TOO_MANY_PLACES)


def _refusal(article: Article, spans: Sequence[Span]) -> Refusal | None:
    """Return why `spans` cannot be evidence, as far as they show it themselves."""
    for index, span in enumerate(spans):
        words = article.text[span.start : span.end]
        if index and span.start < spans[index - 1].end:
            overlaps = span.end > spans[index - 1].start
            return Refusal(Refused.OVERLAPPING if overlaps else Refused.OUT_OF_ORDER, index)
        if not any(map(str.isalnum, words)):
            return Refusal(Refused.EMPTY, index)
        if first_damage(words):
            return Refusal(Refused.DAMAGED, index)
        if cuts_word(article.text, *span):
            return Refusal(Refused.CUTS_WORD, index)
        if article.folded.text.count(folded_words(words)) > _MOST_OCCURRENCES:
            return Refusal(Refused.TOO_MANY_PLACES, index)
    return None if spans else Refusal(Refused.EMPTY)


_Pins = Mapping[str, str | int]  # prefix, suffix, occurrence


def _pins(article: Article, spans: Sequence[Span]) -> Iterator[_Pins]:
    """Yield the keys that may choose the place, the simplest first."""
    yield {}
    first, last = spans[0], spans[-1]
    places = numbered(article, article.text[first.start : first.end])
    prefix, suffix = unique_prefix(article, first), unique_suffix(article, last)
    before: dict[str, str | int] = {"prefix": prefix} if prefix else {}
    after: dict[str, str | int] = {"suffix": suffix} if suffix else {}
    number: dict[str, str | int] = {"occurrence": places.index(first) + 1} if first in places else {}
    yield from (before, after, number, before | after, number | after)


def _block(source: str, kind: Kind, segments: Sequence[str], pins: _Pins, speaker: str | None) -> str:
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
    """Read `block` in the same way as the files of editors; return None if it is not valid evidence."""
    path = "block.yml"
    data, _ = read_yaml(path, f"evidence:\n{block}\n".encode())
    return read_node(Evidence, data["evidence"][0], Location(path))[0] if data else None
