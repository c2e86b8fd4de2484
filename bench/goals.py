"""What was measured against the goals, as a Markdown table."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure for the goal `part` (P1 to P9), with its unit: a ratio if that is empty.

    `goal` is what the figure may be at most; with `below`, it must be less. Without a goal, the figure is there to compare.
    """

    part: str
    what: str
    value: float
    unit: str = ""
    goal: float | None = None
    below: bool = False

    @property
    def met(self) -> bool | None:
        """Return whether the goal is met; None if there is none."""
        if self.goal is None:
            return None
        return self.value < self.goal or (self.value == self.goal and not self.below)


def goal_table(figures: Iterable[Figure]) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| | measured | goal | figure | |", "|---|---|--:|--:|---|"]
    for figure in figures:
        goal = ""
        if figure.goal is not None:
            goal = f"{'under' if figure.below else 'at most'} {_number(figure.goal)}{_unit(figure)}"
        met = {None: "", True: "met", False: "not met"}[figure.met]
        lines.append(
            f"| {figure.part} | {figure.what} | {goal} | {_number(figure.value)}{_unit(figure)} | {met} |"
        )
    return "\n".join(lines)


def as_data(figure: Figure) -> Mapping[str, object]:
    """Return the figure as values for JSON."""
    return {**asdict(figure), "met": figure.met}


def _number(value: float) -> str:
    """Return a number with three digits at least."""
    if value >= 100:  # noqa: PLR2004
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 0.01 or value == 0 else f"{value:.1g}"  # noqa: PLR2004


def _unit(figure: Figure) -> str:
    return f" {figure.unit}" if figure.unit else ""
