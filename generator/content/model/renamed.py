"""Identifiers that were renamed: pages at the old addresses redirect to the new addresses."""

from __future__ import annotations

from pydantic import Field

from generator.content.model.node import Node
from generator.content.model.values import Id


class RenamedFile(Node):
    """The file briefings/renamed.yml: new identifiers by the old ones. `briefing rename` writes it."""

    briefings: dict[Id, Id] = Field(default_factory=dict)
    """Briefings."""
    parties: dict[Id, Id] = Field(default_factory=dict)
    """Parties."""
    sources: dict[Id, Id] = Field(default_factory=dict)
    """Sources."""
    issues: dict[Id, dict[Id, Id]] = Field(default_factory=dict)
    """Issues of each briefing."""
