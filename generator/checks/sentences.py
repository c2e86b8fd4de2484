"""The sentences that editors wrote in their own voice, with their locations and the evidence that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.wording.word_location import locate_words
from generator.content.model import Briefing, Evidence
from generator.content.model.node import Node
from generator.location import Location
from generator.speech.editor_quotes import quoted_words

_SINGLE_QUOTES = re.compile(
    r"(?<!\w)‘[^‘\n]*?’(?!\w)|(?<!\w)'[^'\n]*?'(?!\w)|‚[^‚‘\n]*‘|‹[^‹›\n]*›|「[^「」]*」"
)
_URL = re.compile(r"(?<=\]\()[^)]*|https?://\S+")
_MASK = "\0"  # occurs in no text and in no word


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


def own_voice(text: str) -> str:
    """Return `text` with words in quotation marks and URLs replaced by characters that match nothing.

    The length stays the same, so offsets in the result are offsets in `text`.
    """
    spans = [(start, end) for start, end, _ in quoted_words(text)]
    spans += [match.span() for pattern in (_SINGLE_QUOTES, _URL) for match in pattern.finditer(text)]
    for start, end in spans:
        text = f"{text[:start]}{_MASK * (end - start)}{text[end:]}"
    return text


def sentences(briefing: Briefing) -> Iterator[Sentence]:
    """Yield every sentence about what happened, what a party holds, or what the editors think."""
    about = briefing.about
    for name in ("answer", "background", "unknowns"):
        for index, claim in enumerate(getattr(about, name)):
            # An unknown may be a plain text without keys, so its location is found through the list.
            yield Sentence(about, (name, index, "text"), claim.text, claim.evidence)
    for event in about.timeline:
        yield Sentence(event, ("title",), event.title, event.evidence)
    for note in about.analysis:
        yield Sentence(note, ("text",), note.text)
    for file in briefing.positions.values():
        for position in file.positions:
            yield from _texts(position, "statement", "summary", evidence=position.evidence)
            for _, _, claim in position.claims:
                yield Sentence(claim, ("text",), claim.text, claim.evidence)


def headings(briefing: Briefing) -> Iterator[Sentence]:
    """Yield the titles, questions and notes of a briefing and its issues, and the texts of its proposals."""
    yield from _texts(briefing.about, "title", "question")
    for issue in briefing.about.issues.values():
        yield from _texts(issue, "title", "question", "note")
        for proposal in issue.proposals.values():
            yield from _texts(proposal, "title", "text")


def _texts(node: Node, *keys: str, evidence: tuple[Evidence, ...] = ()) -> Iterator[Sentence]:
    for key in keys:
        if text := getattr(node, key):
            yield Sentence(node, (key,), text, evidence)
