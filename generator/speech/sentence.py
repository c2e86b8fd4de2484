"""A sentence with a quotation, and the subject of its reporting clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.evidence import Span
from generator.speech.name import Name
from generator.speech.tokens import Token
from generator.speech.words import LanguageWords


class Doubt(StrEnum):
    """Why the text has no certain speaker although it has a clause."""

    ROLE = "somebody speaks whom the clause does not name"
    AIDE = "somebody speaks for another person, or about them"
    PASSIVE = "the clause does not say who spoke"
    DENIED = "the clause says that the words were not said, or may be said"
    JOINT = "several speak together"
    QUESTION = "the label says that somebody asks"
    LABEL = "the label of these words names an office, or somebody else"
    QUOTED = "somebody cites somebody else"
    PRONOUN = "more than one person can be meant"
    OTHER = "the clause is not clear"


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a reporting clause: a name, a pronoun, or a doubt with the names in the clause.

    `begin` is the index of its first token. `is_label` if the name and a colon are all that stands before the quotation.
    """

    span: Span
    name: Name | None = None
    doubt: Doubt | None = None
    names: tuple[Name, ...] = ()
    begin: int = 0
    is_label: bool = False

    @property
    def is_pronoun(self) -> bool:
        """Return whether a pronoun, spoken or not, stands for the speaker."""
        return self.name is None and self.doubt is None


@dataclass(frozen=True)
class Sentence:
    """The tokens of a sentence and their letters (`kinds`), with the quotation (`Q`) at the indexes `first` to `last`."""

    text: str
    tokens: Sequence[Token]
    kinds: str
    first: int
    last: int
    words: LanguageWords
    is_headline: bool = False

    @cached_property
    def head(self) -> str:
        """The letters before the quotation."""
        return self.kinds[: self.first]

    @cached_property
    def tail(self) -> str:
        """The letters after the quotation."""
        return self.kinds[self.last + 1 :]

    @property
    def has_verb_before(self) -> bool:
        """Whether a reporting verb stands before the quotation."""
        return re.search("[VUK]", self.head) is not None

    def word(self, index: int) -> str:
        """Return the word of the token at `index`, in small letters; nothing if there is no such token."""
        token = self.tokens[index] if 0 <= index < len(self.tokens) else None
        return self.text[token.start : token.end].lower() if token else ""

    def named(self, index: int, begin: int = 0) -> Subject:
        """Return the name of the token at `index` as a subject that begins with the token at `begin`."""
        token = self.tokens[index]
        if token.kind != "N" or token.name is None:
            return self.doubt(Doubt.OTHER, index, index + 1)
        return Subject(token.name.span, token.name, begin=begin)

    def owner(self, index: int) -> Subject | None:
        """Return the name of the owner at `index` as a subject: Holm in “Holm’s words”."""
        name = self.tokens[index].name
        return Subject(name.span, name, begin=index) if name else None

    def pronoun(self, index: int) -> Subject:
        """Return the pronoun at `index`, or the verb whose pronoun is not spoken."""
        return Subject(Span(self.tokens[index].start, self.tokens[index].end), begin=index)

    def doubt(self, doubt: Doubt, start: int, end: int) -> Subject:
        """Return a doubt about the subject in the tokens from `start` to `end`."""
        tokens = self.tokens[start:end] or self.tokens[:1]
        span = Span(tokens[0].start, tokens[-1].end)
        return Subject(
            span, doubt=doubt, names=tuple(token.name for token in tokens if token.name), begin=start
        )

    def doubt_of(self, somebody: re.Match[str], start: int) -> Subject:
        """Return the doubt about somebody whom a clause describes: the mayor; a spokesman for Holm."""
        aide = Doubt.AIDE if somebody["who"] == "a" else Doubt.ROLE
        return self.doubt(aide, start + somebody.start(), start + somebody.end())
