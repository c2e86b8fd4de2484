"""Evidence, and the claims that rest on it."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator, ConfigDict, model_validator

from generator.content.model.node import Node
from generator.content.model.values import (
    Bool,
    Count,
    Date,
    Language,
    Reference,
    References,
    Segments,
    Text,
    Time,
    model_error,
)
from generator.location import Location


class Kind(StrEnum):
    """The kind of a piece of evidence."""

    QUOTE = "quote"
    REPORTED = "reported"
    ASSESSMENT = "assessment"


_KINDS = (
    "quote: the party’s own words, inside quotation marks in the source; reported: the source’s words about a party; "
    "assessment: the source’s own judgement. Use a separate entry for each."
)


class Relation(StrEnum):
    """What a passage means for the claim that cites it."""

    SUPPORTS = "supports"
    QUALIFIES = "qualifies"
    CONTRADICTS = "contradicts"
    BACKGROUND = "background"


class Translation(Node):
    """A translation of a passage, and who translated it."""

    text: Text
    """The translated words."""
    language: Language
    """The language of the translation (BCP 47)."""
    by: Text
    """Who translated: a person or a program."""
    machine: Bool = False
    """Whether it is a machine translation."""


class Selector(NamedTuple):
    """What is looked up: words of one kind in one source. Equal selectors find equal passages."""

    source: str
    kind: Kind
    segments: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None


class Evidence(Node):
    """The exact words of a stored source that support a claim."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [kind.value]} for kind in Kind]})

    source: Reference
    """The identifier of the source: its file name in seeds/ without the ending."""
    quote: Segments | None = None
    """The party's own words, inside quotation marks in the source. Write a list if other words interrupt them."""
    reported: Segments | None = None
    """The source's words about what a party says or does."""
    assessment: Segments | None = None
    """The source's own judgement. It cannot be the only evidence for a position."""
    prefix: Text | None = None
    """The words directly before the passage, if it occurs more than once."""
    suffix: Text | None = None
    """The words directly after the passage, if it occurs more than once."""
    occurrence: Count | None = None
    """The number of the passage in the text, from 1, if it occurs more than once."""
    speaker: Reference | None = None
    """Who said it: a speaker in parties.yml. Leave it out if the party speaks in its own name."""
    said_on: Date | None = None
    """When it was said, if the source says so."""
    parties: References = ()
    """The parties whose words these are, if they speak together, as in a joint statement."""
    page: Text | None = None
    """The page of the source on which the passage is, as printed there."""
    clause: Text | None = None
    """The clause, article or section of the source in which the passage is, such as 4(2)."""
    time: Time | None = None
    """The time in the recording at which the passage begins, such as 12:30 or 1:02:30."""
    relation: Relation = Relation.SUPPORTS
    """What the passage means for the claim."""
    why: Text | None = None
    """Why the passage supports the claim, in one line."""
    translation: Translation | None = None
    """The passage in the language of the briefing."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.quote is None) + (self.reported is None) + (self.assessment is None) != len(Kind) - 1:
            keys = [kind.value for kind in Kind if getattr(self, kind.value) is not None]
            found = f"this one has {' and '.join(keys)}" if keys else "this one has none of them"
            raise model_error(
                "one-kind",
                "evidence needs exactly one of quote, reported, assessment; {found}",
                _KINDS,
                found=found,
            )
        return self

    @property
    def kind(self) -> Kind:
        """Return which of the three kinds this is."""
        if self.quote is not None:
            return Kind.QUOTE
        return Kind.REPORTED if self.reported is not None else Kind.ASSESSMENT

    @property
    def segments(self) -> tuple[str, ...]:
        """Return the editor's words, one item for each uninterrupted part."""
        return self.quote or self.reported or self.assessment or ()

    @cached_property
    def selector(self) -> Selector:
        """Return what is looked up."""
        return Selector(
            self.source, self.kind, self.segments, self.prefix or "", self.suffix or "", self.occurrence
        )

    def segment_location(self, index: int) -> Location:
        """Return the location of the segment at `index` in the editor's file."""
        return self.location(self.kind.value, index)


class Claim(Node):
    """An attributed sentence in the editors' words, and its evidence."""

    text: Text
    """The sentence, in the editors' words, with its speaker or source."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence for it."""


def _claim_or_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class KeyPoint(Claim):
    """A claim of the summary."""

    past_text: Text | None = None
    """The sentence in the past tense, for the time when the review is overdue."""


class KeyPoints(Node):
    """The summary of a briefing in up to three points. The events come first, who says so after them."""

    what_is_new: KeyPoint | None = None
    """What happened last."""
    where_it_stands: KeyPoint
    """Where the talks stand."""
    what_is_not_known: Annotated[
        KeyPoint | None, BeforeValidator(_claim_or_text, json_schema_input_type=KeyPoint | Text)
    ] = None
    """What is not known: a key point, or a plain sentence."""

    @property
    def points(self) -> Iterator[tuple[str, KeyPoint]]:
        """Yield every key point as (key, key point), in the order in which pages show them."""
        for key in type(self).model_fields:
            if point := getattr(self, key):
                yield key, point


Unknown = Annotated[Claim, BeforeValidator(_claim_or_text, json_schema_input_type=Claim | Text)]
