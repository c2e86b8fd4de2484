"""The scale of stances, and the positions of a party on each issue, with their dates."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from generator.content.model.evidence import Claim, Evidence
from generator.content.model.node import Node
from generator.content.model.values import (
    Bool,
    Date,
    Id,
    Reference,
    Text,
    list_form,
    model_error,
    text_as_list,
)
from generator.language import N_
from generator.partial_date import PartialDate


class Side(StrEnum):
    """The side of a proposition that a stance is on."""

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
    """The side of the proposition that it is on."""
    definition: Text | None = None
    """What it means that a party has this stance, in one sentence. A scale of your own needs it for every code."""


DEFAULT_SCALE = (
    ScaleLevel(
        code="supports", label="Supports", side=Side.FOR, definition=N_("The party wants the proposition.")
    ),
    ScaleLevel(
        code="accepts",
        label="Accepts",
        side=Side.FOR,
        definition=N_("The party can live with the proposition."),
    ),
    ScaleLevel(
        code="conditional",
        label="Conditional",
        side=Side.BETWEEN,
        definition=N_("The party makes its answer depend on something."),
    ),
    ScaleLevel(
        code="opposes",
        label="Opposes",
        side=Side.AGAINST,
        definition=N_("The party does not want the proposition."),
    ),
    ScaleLevel(
        code="rejects",
        label="Rejects",
        side=Side.AGAINST,
        definition=N_("The party rules the proposition out."),
    ),
)
UNCLEAR = "unclear"
NOT_FOUND = "not-found"
WITHDRAWN = "withdrawn"
ABSENCES = {"not-stated": "not stated", "declined": "declined to say", NOT_FOUND: "no position found"}
DEFINITIONS = {
    UNCLEAR: N_("The party’s statements, or the reports of them, are contradictory or ambiguous."),
    "not-stated": N_("The party has spoken about this issue but has not stated its position."),
    "declined": N_("The party was asked and declined to answer."),
    NOT_FOUND: N_("The stored sources contain no position. That does not mean that the party has none."),
    WITHDRAWN: N_("The party withdrew its position without taking a new one."),
}
"""What each code off the scale means; those of the default scale are in its levels."""


class Basis(StrEnum):
    """How the stance of a party is known."""

    STATED = "stated"
    REPORTED = "reported"
    INFERRED = "inferred"


# YAML reads every scalar as text here, but editors' programs read 5 as a number.
Amount = Annotated[Text, WithJsonSchema({"type": ["string", "number"]})]
LONGEST_ROW = 160
"""How many characters of a source a row shows at most."""
RowText = Annotated[
    tuple[Annotated[Text, Field(max_length=LONGEST_ROW)], ...],
    Field(min_length=1),
    BeforeValidator(text_as_list),
    WithJsonSchema(list_form(maxLength=LONGEST_ROW)),
]


def _read_stance(value: Any) -> str | dict[str, str]:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and value and all(isinstance(code, str) for code in value.values()):
        return dict(value)
    raise model_error(
        "stance",
        "a stance is one code, or one code for each proposition",
        "Write stance: supports, or a stance for each proposition: stance: {first-proposition: supports}.",
    )


Stance = Annotated[
    str | dict[str, str],
    PlainValidator(_read_stance),
    WithJsonSchema(
        {
            "anyOf": [
                # Offered, not required: a briefing may have its own scale.
                {"enum": [*(level.code for level in DEFAULT_SCALE), UNCLEAR, *ABSENCES]},
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
            ]
        }
    ),
]


LEFT_TO_DO = "TODO"
"""What a draft has where a person must decide; in identifiers, in lower case."""


def is_left(value: str) -> bool:
    """Return whether `value` is what a draft leaves for a person to write."""
    return value.upper() == LEFT_TO_DO


class Position(Node):
    """The position of a party on an issue, from a date on."""

    issue: Reference
    """The identifier of the issue."""
    stance: Stance | None = None
    """A code of the scale (supports, accepts, conditional, opposes, rejects, or your own codes), unclear, or an absence
    (not-stated, declined, not-found). If the issue has several propositions, a code for each. If it has options or a unit,
    write “option” or “amount” instead."""
    as_of: Date | None = None
    """When the party took the position. Leave it out if the sources do not say."""
    reviewed_on: Date | None = None
    """When a person last checked it, if not on the date of the briefing."""
    reason: Text | None = None
    """Why this stance and not the next one of the scale, in one sentence of the editors."""
    option: Reference | None = None
    """For an issue with options: the option that the party names."""
    amount: Amount | None = None
    """For an issue with a unit: the amount that the party names, such as 5 or mid-20s."""
    basis: Basis | None = None
    """How it is known: stated by the party, reported by a source, or inferred by the editors. Without it, stated if the
    party's own words support the position, else reported."""
    statement: Text | None = None
    """The position in an attributed sentence."""
    row_text: RowText | None = None
    """The words that a row shows: exact words of one piece of evidence that supports the position, at most 160 characters.
    Write a list if other words interrupt them. Without it, a row shows the first such piece of evidence."""
    conditions: tuple[Claim, ...] = ()
    """What the stance depends on."""
    red_lines: tuple[Claim, ...] = ()
    """What the party says it will not accept."""
    interests: tuple[Claim, ...] = ()
    """What the party says it wants."""
    offers: tuple[Claim, ...] = ()
    """What the party says it is ready to give."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence for it."""
    searched_until: Date | None = None
    """For an absence: the date up to which the sources were searched. For a position: the date up to which they were
    searched for something newer."""
    withdrawn: Bool = False
    """Whether the party withdrew its position without taking a new one."""
    draft: Bool = False
    """Whether it is not ready: checked, but not published."""
    internal: tuple[Text, ...] = ()
    """Notes for other editors; never published."""

    @property
    def absence(self) -> str | None:
        """Return the code of the absence that this entry records, or None."""
        return self.stance if isinstance(self.stance, str) and self.stance in ABSENCES else None

    @property
    def answers(self) -> bool:
        """Return whether the entry has a stance (also an absence), an option or an amount."""
        return any((self.stance, self.option, self.amount))

    @property
    def date(self) -> PartialDate | None:
        """Return the date from which the entry counts; None if it is not known."""
        return self.as_of or (self.searched_until if self.absence else None)

    def code_for(self, proposition: str) -> str | None:
        """Return the stance on `proposition`, or None if the entry has none for it."""
        return self.stance.get(proposition) if isinstance(self.stance, dict) else self.stance

    @property
    def claims(self) -> Iterator[tuple[str, int, Claim]]:
        """Yield every claim of the entry as (field, index, claim)."""
        for name in ("conditions", "red_lines", "interests", "offers"):
            for index, claim in enumerate(getattr(self, name)):
                yield name, index, claim


class PositionFile(Node):
    """The file briefings/<slug>/positions/<party>.yml."""

    party: Reference
    """The identifier of the party, which is also the name of the file."""
    positions: tuple[Position, ...]
    """Its positions. Several entries for an issue are its history."""
