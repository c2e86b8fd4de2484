"""What a stance code means in a briefing: its label, its side and its symbol."""

from dataclasses import dataclass

from generator.content.model import ABSENCES, UNCLEAR, Briefing, ScaleLevel, Side

WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance as readers see it.

    `form` names the symbol. On the scale it is `for-end`, `for`, `between`, `against` or `against-end` (the outermost
    code of a side is an end). Off the scale it is the code: `unclear`, an absence or `withdrawn`.
    """

    code: str
    label: str
    form: str
    side: Side | None = None

    @property
    def on_scale(self) -> bool:
        """Return whether the stance counts for convergence."""
        return self.side is not None


def stance(briefing: Briefing, code: str) -> Stance:
    """Return the meaning of `code` in `briefing`."""
    level = briefing.codes.get(code)
    if level is not None:
        return Stance(code, level.label, _form(briefing.about.scale, level), level.side)
    labels = {UNCLEAR: "Unclear", WITHDRAWN: "withdrawn"} | ABSENCES
    return Stance(code, labels.get(code, code), code)


def scale_stances(scale: tuple[ScaleLevel, ...]) -> tuple[Stance, ...]:
    """Return the levels of a scale in their order."""
    return tuple(Stance(level.code, level.label, _form(scale, level), level.side) for level in scale)


def _form(scale: tuple[ScaleLevel, ...], level: ScaleLevel) -> str:
    if level.side is Side.BETWEEN:
        return "between"
    same_side = [other.code for other in scale if other.side is level.side]
    outermost = same_side[0] if level.side is Side.FOR else same_side[-1]
    return f"{level.side}-end" if level.code == outermost else f"{level.side}"
