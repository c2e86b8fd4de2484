"""What paper shows in place of links: every passage that an overview cites, word for word."""

from collections.abc import Collection
from itertools import groupby

from generator.content.model.uses import uses
from generator.evidence import Passage
from generator.site.pages.attribution import speaker_name
from generator.site.pages.views import Views

PrintedParagraph = tuple[int, list[tuple[Passage, str]]]
"""The number of a source in the briefing, and the passages of one of its paragraphs with their speakers ("" when not known)."""


def printed_paragraphs(views: Views, issues: Collection[str]) -> list[PrintedParagraph]:
    """Return the passages of the overview's claims and of current positions on `issues`, by source and paragraph."""
    current = {id(track.current) for track in views.analysis.tracks.values()}
    speakers: dict[Passage, str] = {}
    for use in uses(views.briefing):
        shown = not views.site.corpus.sources[use.evidence.source].is_withheld
        position = use.position
        if shown and (position is None or (position.issue in issues and id(position) in current)):
            passage = views.site.passages[use.evidence.selector]
            name = speaker_name(views.site, views.language, use.party, use.evidence)
            speakers[passage] = speakers.get(passage) or name

    def place(passage: Passage) -> tuple[int, int]:
        return views.analysis.coverage.number(passage.selector.source), passage.paragraph

    groups: dict[tuple[str, str, str], list[Passage]] = {}
    for passage, name in speakers.items():
        groups.setdefault((passage.selector.source, passage.selector.kind, name), []).append(passage)
    longest = [
        passage
        for group in groups.values()
        for passage in group
        if not any(_within(passage, other) for other in group)
    ]
    longest.sort(key=lambda passage: (place(passage), passage.spans, passage.selector.kind))
    return [
        (number, [(passage, speakers[passage]) for passage in found])
        for (number, _), found in groupby(longest, key=place)
    ]


def _within(passage: Passage, other: Passage) -> bool:
    """Return whether another passage holds all words of this one, and more."""
    return passage.spans != other.spans and all(
        any(a <= start and end <= b for a, b in other.spans) for start, end in passage.spans
    )
