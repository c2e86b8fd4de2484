"""The sentences that editors wrote in their own voice, with their locations and the evidence that they cite."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.model import Briefing, Evidence
from generator.content.model.node import Node
from generator.location import Location

_QUOTES = ("'", '"')
_BLOCK_SIGNS = (">", "|")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of the editors: the node that holds it, the path below that node, and the evidence that it cites."""

    node: Node
    path: tuple[str | int, ...]
    text: str
    evidence: tuple[Evidence, ...] = ()

    def location_of(self, start: int, end: int) -> Location:
        """Return the location in the file of the words from `start` to `end` of the text."""
        return locate_words(self.node.lines(*self.path), self.text, start, end)


def sentences(briefing: Briefing) -> Iterator[Sentence]:
    """Yield every sentence about what happened, what a party holds, or what the editors think."""
    about = briefing.about
    for key, point in about.key_points.points:
        # A key point may be a plain text without keys, so its location is found through its key.
        yield Sentence(about, ("key_points", key, "text"), point.text, point.evidence)
        yield from texts_of(point, "past_text", evidence=point.evidence)
    for name in ("background", "unknowns"):
        for index, claim in enumerate(getattr(about, name)):
            # An unknown may be a plain text without keys, so its location is found through the list.
            yield Sentence(about, (name, index, "text"), claim.text, claim.evidence)
    for event in about.timeline:
        yield Sentence(event, ("title",), event.title, event.evidence)
    for note in about.analysis:
        yield Sentence(note, ("text",), note.text)
    for file in briefing.positions.values():
        for position in file.positions:
            yield from texts_of(position, "statement", "reason", "amount", evidence=position.evidence)
            for _, _, claim in position.claims:
                yield Sentence(claim, ("text",), claim.text, claim.evidence)


def headings(briefing: Briefing) -> Iterator[Sentence]:
    """Yield the titles, questions and notes of a briefing and its issues, their propositions, options and scales."""
    yield from texts_of(briefing.about, "title", "question")
    for issue in briefing.about.issues.values():
        yield from texts_of(issue, "title", "question", "note", "unit")
        for proposition in issue.propositions.values():
            yield from texts_of(proposition, "title", "text")
        for option in issue.options.values():
            yield from texts_of(option, "label", "text")
        for level in issue.scale or ():
            yield from texts_of(level, "label", "definition")
    for level in briefing.about.scale if "scale" in briefing.about.model_fields_set else ():
        yield from texts_of(level, "label", "definition")


def texts_of(node: Node, *keys: str, evidence: tuple[Evidence, ...] = ()) -> Iterator[Sentence]:
    """Yield the texts of `node` under `keys`, if it has them."""
    for key in keys:
        if text := getattr(node, key):
            yield Sentence(node, (key,), text, evidence)


def locate_words(lines: Sequence[Location], text: str, start: int, end: int) -> Location:
    """Return the location of `text[start:end]` in a value on `lines` of a file, or the location of the value.

    YAML may fold lines and write characters as escapes. If the letters of the lines, without white space, are not
    the letters of the text, only the location of the value is certain.
    """
    letters = [char for char in text if not char.isspace()]
    before = _count_letters(text[:start])
    places = _letter_places(lines)[: len(letters)]
    if [line.text[offset] for line, offset in places] != letters:
        return lines[0]
    line, first = places[before]
    words = places[before : before + _count_letters(text[start:end])]
    last = [offset for other, offset in words if other is line][-1]
    return Location(line.file, line.line, first + 1, last - first + 1, line.text)


def _count_letters(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _letter_places(lines: Sequence[Location]) -> list[tuple[Location, int]]:
    """Return the line and offset of each letter of a value, without its block sign or opening quotation mark."""
    sign = lines[0].text[lines[0].column - 1 :][:1]
    places = [
        (line, offset)
        for line in (lines[1:] if sign in _BLOCK_SIGNS and len(lines) > 1 else lines)
        for offset in range(line.column - 1, min(line.column - 1 + line.width, len(line.text)))
        if not line.text[offset].isspace()
    ]
    return places[1:] if sign in _QUOTES else places
