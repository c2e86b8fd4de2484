"""What all briefings share: parties and their speakers, contested names, loaded words and renamed identifiers."""

from enum import StrEnum

from pydantic import Field

from generator.content.model.node import Node
from generator.content.model.values import Date, Id, Language, References, Segments, Text
from generator.partial_date import PartialDate


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

    def is_held_on(self, date: PartialDate) -> bool:
        """Return whether the office may have been held on a day of `date`."""
        started = self.from_ is None or self.from_.first_day <= date.last_day
        return started and (self.until is None or date.first_day <= self.until.last_day)


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

    @property
    def label(self) -> str:
        """Return the name for tables."""
        return self.short or self.name


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

    @property
    def offices(self) -> tuple[DatedRole, ...]:
        """Return all offices with their dates, the oldest first; an office without dates has always been held."""
        roles = self.roles or ((DatedRole(role=self.role),) if self.role else ())
        return tuple(sorted(roles, key=lambda role: (role.from_ is not None, role.from_)))

    def role_on(self, date: PartialDate | None) -> str:
        """Return the office on a date, the newest office if the date is not known, or "" if no office is known.

        If an inexact date covers the days of several offices, return all of them.
        """
        held = [role for role in self.offices if role.is_held_on(date)] if date else self.offices[-1:]
        return " / ".join(dict.fromkeys(role.role for role in held))


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
        """Return all names, also earlier ones, the full name first."""
        now = (self.name, *([self.short] if self.short else []), *self.aliases)
        earlier = (name for item in self.earlier_names for name in (item.name, item.short) if name)
        return tuple(dict.fromkeys((*now, *earlier)))

    def named_on(self, date: PartialDate | None) -> "Party | EarlierName":
        """Return what has the name and the label of the party on a date: an earlier name, else the party."""
        for earlier in sorted(self.earlier_names, key=lambda item: item.until):
            if date and date.last_day <= earlier.until.last_day:
                is_named = earlier.from_ is None or earlier.from_.first_day <= date.first_day
                return earlier if is_named else self
        return self


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
