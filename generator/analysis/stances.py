"""What a stance code means in a briefing: its word, its side and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.model import ABSENCES, UNCLEAR, Briefing, ScaleLevel, Side
from generator.language import N_

WITHDRAWN = "withdrawn"
WORDS_OF_STANCES = frozenset(
    {
        N_("Supports"),
        N_("Accepts"),
        N_("Conditional"),
        N_("Opposes"),
        N_("Rejects"),
        N_("Unclear"),
        N_("not stated"),
        N_("declined to say"),
        N_("no position found"),
        N_("withdrawn, no successor"),
    }
)
"""The words of the default scale and of what stands off every scale: the program's own, unlike a briefing's."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance as readers meet it.

    `form` names the drawn mark: `for-end`, `for`, `between`, `against`, `against-end` on the scale
    (the outermost code of a side is an end), else the code itself: `unclear`, an absence or `withdrawn`.
    """

    code: str
    label: str
    form: str
    side: Side | None = None

    @property
    def on_scale(self) -> bool:
        """Say whether convergence counts it."""
        return self.side is not None


def stance(briefing: Briefing, code: str) -> Stance:
    """Give the meaning of `code` in `briefing`."""
    level = briefing.codes.get(code)
    if level is not None:
        return Stance(code, level.label, _form(briefing.about.scale, level), level.side)
    label = {UNCLEAR: "Unclear", WITHDRAWN: "withdrawn, no successor"} | ABSENCES
    return Stance(code, label.get(code, code), code)


def scale_stances(briefing: Briefing) -> tuple[Stance, ...]:
    """Give the scale of `briefing` in its order."""
    return tuple(stance(briefing, level.code) for level in briefing.about.scale)


def _form(scale: tuple[ScaleLevel, ...], level: ScaleLevel) -> str:
    if level.side is Side.BETWEEN:
        return "between"
    side = [other.code for other in scale if other.side is level.side]
    outermost = side[0] if level.side is Side.FOR else side[-1]
    return f"{level.side}-end" if level.code == outermost else f"{level.side}"
