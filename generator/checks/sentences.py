"""What editors wrote in their own voice, sentence by sentence, with its place and the evidence that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.wording import place_in
from generator.content.model import Briefing, Evidence
from generator.content.model.node import Node
from generator.location import Location


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of the editors: where it stands, as a node and a path below it, and what it cites."""

    node: Node
    path: tuple[str | int, ...]
    text: str
    evidence: tuple[Evidence, ...] = ()

    def place(self, start: int, end: int) -> Location:
        """Give the place in the file of the words from `start` to `end` of the text."""
        return place_in(self.node.lines(*self.path), self.text, start, end)


def sentences(briefing: Briefing) -> Iterator[Sentence]:
    """Give every sentence of `briefing` that says what happened, what a party holds, or what the editors make of it."""
    about = briefing.about
    for name in ("answer", "background", "unknowns"):
        for index, claim in enumerate(getattr(about, name)):
            # One of the unknowns may be a text alone, which has its place in the list.
            path = (name, index, "text")
            yield Sentence(about, path, claim.text, claim.evidence)
    for event in about.timeline:
        yield Sentence(event, ("title",), event.title, event.evidence)
    for note in about.analysis:
        yield Sentence(note, ("text",), note.text)
    for file in briefing.positions.values():
        for position in file.positions:
            for key in ("statement", "summary"):
                if text := getattr(position, key):
                    yield Sentence(position, (key,), text, position.evidence)
            for _, _, claim in position.claims:
                yield Sentence(claim, ("text",), claim.text, claim.evidence)


def headings(briefing: Briefing) -> Iterator[Sentence]:
    """Give what `briefing` and its issues are called, what they ask, and what is proposed."""
    about = briefing.about
    yield Sentence(about, ("title",), about.title)
    yield Sentence(about, ("question",), about.question)
    for issue in about.issues.values():
        for key in ("title", "question", "note"):
            if text := getattr(issue, key):
                yield Sentence(issue, (key,), text)
        for proposal in issue.proposals.values():
            for key in ("title", "text"):
                if text := getattr(proposal, key):
                    yield Sentence(proposal, (key,), text)
