"""Parties, their speakers, and contested names."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.content.model.node import Node
from generator.content.model.values import Id, References, Text


class PartyKind(StrEnum):
    """What kind of actor a party is."""

    STATE = "state"
    GOVERNMENT = "government"
    BLOC = "bloc"
    ORGANISATION = "organisation"
    PERSON = "person"
    MOVEMENT = "movement"


class Speaker(Node):
    """Somebody who speaks for a party."""

    name: Text
    """The full name."""
    role: Text | None = None
    """The office held, in words that the sources use."""
    aliases: tuple[Text, ...] = ()
    """Other forms of the name in sources."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, the full name first."""
        return (self.name, *self.aliases)


class Party(Node):
    """A party, defined once for all briefings."""

    name: Text
    """The full name."""
    short: Text | None = None
    """The name in tables; else the full name."""
    kind: PartyKind
    """What kind of actor it is."""
    aliases: tuple[Text, ...] = ()
    """Other names that sources use."""
    part_of: References = ()
    """The blocs that it belongs to, by identifier."""
    speakers: dict[Id, Speaker] = Field(default_factory=dict)
    """Who speaks for it, by identifier."""

    @property
    def label(self) -> str:
        """Return the name for tables."""
        return self.short or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, the full name first."""
        return (self.name, *([self.short] if self.short else []), *self.aliases)


class ContestedName(Node):
    """A name or term that parties dispute, and what this site writes."""

    term: Text
    """The contested words."""
    used_by: References = ()
    """The parties that use them, by identifier."""
    prefer: Text | None = None
    """What editors of this site write in their own voice."""
    note: Text | None = None
    """Why the term is contested (may hold inline Markdown)."""
