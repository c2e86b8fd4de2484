"""Write the evidence block for passages of a stored text, and prove that the gate finds exactly these passages."""

from collections.abc import Mapping, Sequence

from generator.content.articles import Article
from generator.content.damage import first_damage
from generator.content.model import Evidence, Kind
from generator.content.model.identifiers import is_id
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.evidence.hint_text import yaml_text
from generator.evidence.matching import Passage, locate, numbered
from generator.evidence.pins import unique_prefix, unique_suffix
from generator.evidence.span import Span
from generator.fold import folded_words
from generator.location import Location

_MOST_OCCURRENCES = 1_000  # of a segment; nobody can choose between more


def evidence_block(
    article: Article, kind: Kind, spans: Sequence[Span], speaker: str | None = None
) -> str | None:
    """Return the words at `spans`, one segment each, as a YAML list item that the gate finds at exactly these spans.

    If the words occur more than once, a prefix, suffix or occurrence chooses the place. Return None if no block is found
    at `spans`: they cut a word, are too short, out of order, ambiguous or damaged; or if `speaker` is not an identifier.
    """
    segments = [article.text[span.start : span.end] for span in spans]
    too_many = any(article.folded.text.count(folded_words(words)) > _MOST_OCCURRENCES for words in segments)
    if (
        not segments
        or too_many
        or any(map(first_damage, segments))
        or not (speaker is None or is_id(speaker))
    ):
        return None
    for pins in _pins(article, spans):
        block = _block(article.id, kind, segments, pins, speaker)
        evidence = _read(block)
        found = locate(article, evidence.selector) if evidence else None
        if isinstance(found, Passage) and found.spans == tuple(spans):
            return block
    return None


_Pins = Mapping[str, str | int]  # prefix, suffix, occurrence


def _pins(article: Article, spans: Sequence[Span]) -> Sequence[_Pins]:
    """Return the keys that may choose the place, the simplest first."""
    first, last = spans[0], spans[-1]
    places = numbered(article, article.text[first.start : first.end])
    prefix, suffix = unique_prefix(article, first), unique_suffix(article, last)
    before: dict[str, str | int] = {"prefix": prefix} if prefix else {}
    after: dict[str, str | int] = {"suffix": suffix} if suffix else {}
    number: dict[str, str | int] = {"occurrence": places.index(first) + 1} if first in places else {}
    return {}, before, after, number, before | after, number | after


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
