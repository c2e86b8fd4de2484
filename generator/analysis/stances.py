"""What a party answers to a question: a stance on a proposition, an option or an amount, each with the words that readers see.

A question is a proposition by its identifier. The only question of an issue with options or amounts has an empty one.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from generator.content.model import (
    ABSENCES,
    DEFINITIONS,
    NOT_FOUND,
    UNCLEAR,
    WITHDRAWN,
    Briefing,
    Issue,
    Option,
    Position,
    ScaleLevel,
    Side,
)
from generator.fold import fold
from generator.language import N_

_NAMED = "named"
NO_ENTRY = N_("no position recorded")
"""The label of a cell without an entry."""
_LABELS = {UNCLEAR: "Unclear", WITHDRAWN: "withdrawn"} | ABSENCES
# Digits with a decimal point. Three digits after the point may be thousands, so they are compared as text.
_NUMBER = re.compile(r"\d{1,30}(\.(?!\d{3}$)\d{1,30})?")


@dataclass(frozen=True, slots=True)
class Stance:
    """An answer as readers see it: a stance, an option or an amount.

    `form` names the symbol. On the scale it is `for-end`, `for`, `between`, `against` or `against-end` (the outermost
    code of a side is an end). Off the scale it is the code: `unclear`, an absence or `withdrawn`. An option or an amount
    has no symbol; `number` is that of an amount. Two answers with the same code are the same.
    """

    code: str
    label: str
    form: str
    side: Side | None = None
    definition: str = ""
    number: Fraction | None = None

    @property
    def on_scale(self) -> bool:
        """Return whether the stance is a level of the scale."""
        return self.side is not None

    @property
    def named(self) -> bool:
        """Return whether it is an option or an amount."""
        return self.form == _NAMED

    @property
    def counts(self) -> bool:
        """Return whether the result of its question counts it."""
        return self.on_scale or self.named


def answer(briefing: Briefing, issue: str, question: str, entry: Position | None) -> Stance:
    """Return what an entry answers to a question of `issue`. Without an entry, nobody has said that none was found."""
    if entry is None:
        return Stance(NOT_FOUND, NO_ENTRY, NOT_FOUND)
    if entry.withdrawn:
        return stance(briefing, issue, WITHDRAWN)
    about = briefing.about.issues[issue]
    if entry.option and entry.option in about.options:
        return _option(entry.option, about.options[entry.option])
    if entry.amount and about.unit:
        return _amount(entry.amount, about.unit)
    return stance(briefing, issue, entry.code_for(question) or NOT_FOUND)


def stance(briefing: Briefing, issue: str, code: str) -> Stance:
    """Return the meaning of `code` on an issue."""
    level = briefing.codes_of(issue).get(code)
    if level is not None:
        return _on_scale(briefing.scale_of(issue), level)
    return Stance(code, _LABELS.get(code, code), code, definition=DEFINITIONS.get(code, ""))


def scale_stances(scale: tuple[ScaleLevel, ...]) -> tuple[Stance, ...]:
    """Return the levels of a scale in their order."""
    return tuple(_on_scale(scale, level) for level in scale)


def options(issue: Issue) -> tuple[Stance, ...]:
    """Return the options of an issue in their order."""
    return tuple(_option(name, option) for name, option in issue.options.items())


def _option(name: str, option: Option) -> Stance:
    return Stance(name, option.label, _NAMED, definition=option.text or "")


def _amount(amount: str, unit: str) -> Stance:
    """Return an amount. Its code is the number, however it is written, or else the text: nothing is guessed."""
    text = fold(amount).text.strip().lower()
    number = Fraction(text) if _NUMBER.fullmatch(text) else None
    code = f"text {text}" if number is None else f"number {number}"
    return Stance(code, f"{amount} {unit}", _NAMED, number=number)


def _on_scale(scale: tuple[ScaleLevel, ...], level: ScaleLevel) -> Stance:
    return Stance(level.code, level.label, _form(scale, level), level.side, level.definition or "")


def _form(scale: tuple[ScaleLevel, ...], level: ScaleLevel) -> str:
    if level.side is Side.BETWEEN:
        return "between"
    same_side = [other.code for other in scale if other.side is level.side]
    outermost = same_side[0] if level.side is Side.FOR else same_side[-1]
    return f"{level.side}-end" if level.code == outermost else f"{level.side}"
