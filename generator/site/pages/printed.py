"""What paper needs in the place of links: every passage that an overview rests on, word for word."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.content.model.uses import uses
from generator.evidence import Passage
from generator.site.pages.views import Views


@dataclass(frozen=True)
class PrintedPassage:
    """A passage: its kind, its words, and who says them where that is known."""

    kind: str
    segments: tuple[str, ...]
    speaker: str


@dataclass(frozen=True)
class PrintedParagraph:
    """The passages of one paragraph of a source; `source` is its number in the briefing."""

    source: int
    number: int
    language: str
    passages: tuple[PrintedPassage, ...]


def printed_passages(views: Views) -> list[PrintedParagraph]:
    """Give the passages of the overview's claims and of current positions, by source and in the order of the text."""
    current = {id(track.current) for track in views.analysis.tracks.values()}
    speakers: dict[Passage, str] = {}
    for use in uses(views.briefing):
        if use.position is None or id(use.position) in current:
            party = views.site.corpus.parties[use.party] if use.party else None
            speaker = party.speakers.get(use.evidence.speaker or "") if party else None
            passage = views.site.passages[use.evidence.selector]
            speakers[passage] = speakers.get(passage) or (speaker.name if speaker else "")

    def place(passage: Passage) -> tuple[int, int]:
        return views.analysis.coverage.number(passage.selector.source), passage.paragraph

    alike: dict[tuple[str, str, str], list[Passage]] = {}
    for one, name in speakers.items():
        alike.setdefault((one.selector.source, one.selector.kind, name), []).append(one)
    whole = [one for group in alike.values() for one in group if not any(_within(one, x) for x in group)]
    ordered = sorted(whole, key=lambda one: (place(one), one.spans, one.selector.kind))
    return [
        PrintedParagraph(
            *at,
            views.site.corpus.sources[found[0].selector.source].about.language,
            tuple(PrintedPassage(str(one.selector.kind), one.texts, speakers[one]) for one in found),
        )
        for at, group in groupby(ordered, key=place)
        if (found := list(group))
    ]


def _within(one: Passage, other: Passage) -> bool:
    """Say whether another passage of the same source and kind holds all words of this one, and more."""
    return one.spans != other.spans and all(
        any(a <= start and end <= b for a, b in other.spans) for start, end in one.spans
    )
