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


class _Claim(NamedTuple):
    """A claim of a briefing with its evidence, and the fields of `Use` that all pieces share."""

    role: Role
    item: int
    evidence: tuple[Evidence, ...]
    text: str
    party: str | None = None
    position: Position | None = None


def all_evidence(corpus: Corpus, but: Container[str] = ()) -> Iterator[Evidence]:
    """Yield every piece of evidence in `corpus` but some briefings, also the evidence in entries that were left out."""
    for slug, briefing in corpus.briefings.items():
        if slug not in but:
            for claim in _claims(briefing):
                yield from claim.evidence
    yield from corpus.loose


def uses(briefing: Briefing) -> Iterator[Use]:
    """Yield every use of evidence in `briefing`."""
    for claim in _claims(briefing):
        yield from _uses(briefing.slug, claim)


def uses_by_source(briefing: Briefing) -> Mapping[str, list[Use]]:
    """Return the uses of evidence in `briefing` by source."""
    found: dict[str, list[Use]] = {}
    for use in uses(briefing):
        found.setdefault(use.evidence.source, []).append(use)
    return found


def position_uses(slug: str, party: str, position: Position) -> Iterator[Use]:
    """Yield every use of evidence in a position of `party`."""
    for claim in _position_claims(party, position):
        yield from _uses(slug, claim)


def _uses(slug: str, claim: _Claim) -> Iterator[Use]:
    role, item, pieces, text, party, position = claim
    for nth, evidence in enumerate(pieces, 1):
        yield Use(slug, role, item, nth, evidence, text, party, position)


def _claims(briefing: Briefing) -> Iterator[_Claim]:
    about = briefing.about
    claims = [
        (Role.KEY_POINT, [point for _, point in about.key_points.points]),
        (Role.BACKGROUND, about.background),
        (Role.UNKNOWN, about.unknowns),
    ]
    for role, group in claims:
        for item, claim in enumerate(group, 1):
            yield _Claim(role, item, claim.evidence, claim.text)
    for party, file in briefing.positions.items():
        for position in file.positions:
            yield from _position_claims(party, position)
    for item, event in enumerate(about.timeline, 1):
        yield _Claim(Role.TIMELINE, item, event.evidence, event.title)
    for item, note in enumerate(about.analysis, 1):
        yield _Claim(Role.ANALYSIS, item, note.evidence, note.text)


def _position_claims(party: str, position: Position) -> Iterator[_Claim]:
    yield _Claim(Role.POSITION, 1, position.evidence, position.statement or "", party, position)
    for name, index, claim in position.claims:
        yield _Claim(Role(name), index + 1, claim.evidence, claim.text, party, position)
