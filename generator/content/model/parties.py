"""Parties, their speakers, and contested names."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.content.model.node import Node
from generator.content.model.values import Id, References, Text


class PartyKind(StrEnum):
    """The kind of a party."""

    STATE = "state"
    GOVERNMENT = "government"
    BLOC = "bloc"
    ORGANISATION = "organisation"
    PERSON = "person"
    MOVEMENT = "movement"


class Speaker(Node):
    """A person who speaks for a party."""

    name: Text
    """The full name."""
    role: Text | None = None
    """The office, in the words of the sources."""
    aliases: tuple[Text, ...] = ()
    """Other forms of the name in the sources."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, the full name first."""
        return (self.name, *self.aliases)


class Party(Node):
    """A party, defined once for all briefings."""

    name: Text
    """The full name."""
    short: Text | None = None
    """The name in tables, if it is not the full name."""
    kind: PartyKind
    """The kind of the party."""
    aliases: tuple[Text, ...] = ()
    """Other names in the sources."""
    part_of: References = ()
    """The identifiers of the blocs that it belongs to."""
    speakers: dict[Id, Speaker] = Field(default_factory=dict)
    """The people who speak for it, by identifier."""

    @property
    def label(self) -> str:
        """Return the name for tables."""
        return self.short or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, the full name first."""
        return (self.name, *([self.short] if self.short else []), *self.aliases)


class ContestedName(Node):
    """A disputed name or term, and what this site writes instead."""

    term: Text
    """The disputed name or term."""
    used_by: References = ()
    """The identifiers of the parties that use it."""
    prefer: Text | None = None
    """What the editors of this site write in their own voice."""
    note: Text | None = None
    """Why the term is disputed. Inline Markdown is allowed."""
