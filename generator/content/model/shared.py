"""What all briefings share: parties and their speakers, contested names, loaded words and renamed identifiers."""

from enum import StrEnum

from pydantic import Field

from generator.content.model.node import Node
from generator.content.model.values import Date, Id, Language, References, Segments, Text


class PartyKind(StrEnum):
    """The kind of a party."""

    STATE = "state"
    GOVERNMENT = "government"
    BLOC = "bloc"
    ORGANISATION = "organisation"
    PERSON = "person"
    MOVEMENT = "movement"


class DatedRole(Node):
    """An office that a speaker holds or held."""

    role: Text
    """The office, in the words of the sources."""
    from_: Date | None = Field(default=None, alias="from")
    """Its first day."""
    until: Date | None = None
    """Its last day."""


class EarlierName(Node):
    """A name that a party had."""

    name: Text
    """The full name."""
    short: Text | None = None
    """The name in tables, if it is not the full name."""
    from_: Date | None = Field(default=None, alias="from")
    """Its first day."""
    until: Date
    """Its last day."""


class Speaker(Node):
    """A person who speaks for a party."""

    name: Text
    """The full name."""
    role: Text | None = None
    """The office, in the words of the sources."""
    roles: tuple[DatedRole, ...] = ()
    """In place of `role`: the offices with their dates, if they changed."""
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
    earlier_names: tuple[EarlierName, ...] = ()
    """The names that it had before."""
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


class LoadedWord(Node):
    """A word that takes sides, in all its forms."""

    forms: Segments
    """The word, or a list of its forms. Each form may be several words."""
    not_in: tuple[Text, ...] = ()
    """Longer phrases in which a form means something else and is not reported."""
    reason: Text
    """Why it is loaded, in one sentence that is true for every party."""
    instead: Segments
    """What to write instead, or a list of alternatives."""
    language: Language | None = None
    """The language of the word (BCP 47), if it is not the language of the site."""


class AllowedWord(Node):
    """A word of the lists that is not reported on this site."""

    word: Text
    """A form of the word; its other forms are allowed too."""
    reason: Text
    """Why this site allows it."""
    language: Language | None = None
    """The language of the word (BCP 47), if it is not the language of the site."""


class WordingFile(Node):
    """What this site adds to the lists of loaded words, and removes from them."""

    words: tuple[LoadedWord, ...] = ()
    """Words that are also reported on this site."""
    allow: tuple[AllowedWord, ...] = ()
    """Words that are not reported on this site."""


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
