"""The stance scale: ordered codes, and the codes that are not on the scale."""

from __future__ import annotations

from enum import StrEnum

from generator.content.model.node import Node
from generator.content.model.values import Id, Text


class Side(StrEnum):
    """The side of a proposal that a stance is on."""

    FOR = "for"
    BETWEEN = "between"
    AGAINST = "against"


class ScaleLevel(Node):
    """A step of the scale of stances."""

    code: Id
    """The code in position files."""
    label: Text
    """The label that readers see."""
    side: Side
    """The side of the proposal that it is on."""


DEFAULT_SCALE = (
    ScaleLevel(code="supports", label="Supports", side=Side.FOR),
    ScaleLevel(code="accepts", label="Accepts", side=Side.FOR),
    ScaleLevel(code="conditional", label="Conditional", side=Side.BETWEEN),
    ScaleLevel(code="opposes", label="Opposes", side=Side.AGAINST),
    ScaleLevel(code="rejects", label="Rejects", side=Side.AGAINST),
)
UNCLEAR = "unclear"
NOT_FOUND = "not-found"
ABSENCES = {"not-stated": "not stated", "declined": "declined to say", NOT_FOUND: "no position found"}
