"""Every place of a briefing where evidence is used, in reading order."""

from collections.abc import Container, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from generator.content.model.corpus import Briefing, Corpus
from generator.content.model.evidence import Evidence
from generator.content.model.positions import Position


class Role(StrEnum):
    """What a piece of evidence is used for."""

    KEY_POINT = "key-point"
    BACKGROUND = "background"
    UNKNOWN = "unknown"
    POSITION = "position"
    CONDITION = "conditions"
    RED_LINE = "red_lines"
    INTEREST = "interests"
    OFFER = "offers"
    TIMELINE = "timeline"
    ANALYSIS = "analysis"


class Use(NamedTuple):
    """A piece of evidence at one place.

    `item` counts the claims of that role and `nth` the evidence of the claim, both from 1. `text` is the sentence that
    rests on the evidence. `party` and `position` are set in positions only.
    """

    briefing: str
    role: Role
    item: int
    nth: int
    evidence: Evidence
    text: str
    party: str | None = None
    position: Position | None = None

    @property
    def issue(self) -> str | None:
        """Return the issue of the position, if there is one."""
        return self.position.issue if self.position else None


def all_evidence(corpus: Corpus, but: Container[str] = ()) -> Iterator[Evidence]:
    """Yield every piece of evidence in `corpus` but some briefings, also the evidence in entries that were left out."""
    for slug, briefing in corpus.briefings.items():
        if slug not in but:
            yield from (use.evidence for use in uses(briefing))
    yield from corpus.loose


def uses(briefing: Briefing) -> Iterator[Use]:
    """Yield every use of evidence in `briefing`."""
    about = briefing.about
    claims = [
        (Role.KEY_POINT, [point for _, point in about.key_points.points]),
        (Role.BACKGROUND, about.background),
        (Role.UNKNOWN, about.unknowns),
    ]
    for role, group in claims:
        for item, claim in enumerate(group, 1):
            for nth, evidence in enumerate(claim.evidence, 1):
                yield Use(briefing.slug, role, item, nth, evidence, claim.text)
    for party, file in briefing.positions.items():
        for position in file.positions:
            yield from position_uses(briefing.slug, party, position)
    for item, event in enumerate(about.timeline, 1):
        for nth, evidence in enumerate(event.evidence, 1):
            yield Use(briefing.slug, Role.TIMELINE, item, nth, evidence, event.title)
    for item, note in enumerate(about.analysis, 1):
        for nth, evidence in enumerate(note.evidence, 1):
            yield Use(briefing.slug, Role.ANALYSIS, item, nth, evidence, note.text)


def uses_by_source(briefing: Briefing) -> Mapping[str, list[Use]]:
    """Return the uses of evidence in `briefing` by source."""
    found: dict[str, list[Use]] = {}
    for use in uses(briefing):
        found.setdefault(use.evidence.source, []).append(use)
    return found


def position_uses(slug: str, party: str, position: Position) -> Iterator[Use]:
    """Yield every use of evidence in a position of `party`."""
    for nth, evidence in enumerate(position.evidence, 1):
        yield Use(slug, Role.POSITION, 1, nth, evidence, position.statement or "", party, position)
    for name, index, claim in position.claims:
        for nth, evidence in enumerate(claim.evidence, 1):
            yield Use(slug, Role(name), index + 1, nth, evidence, claim.text, party, position)
