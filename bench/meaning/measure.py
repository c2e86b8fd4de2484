"""Count the quotes of each group that the checks W456 to W459 report, and compare with the aims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.meaning.sets import Case, reversed_cases, true_cases
from generator.speech.left_out import left_out
from generator.speech.surroundings import Surroundings

REVERSED_AIM = 95.0
"""So many percent of the reversed quotes must be reported at least."""
TRUE_AIM = 2.0
"""So many percent of the true quotes may be reported at most."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The quotes of a group that are reported, and those that are not."""

    group: str
    reported: tuple[Case, ...]
    passed: tuple[Case, ...]

    @property
    def is_reversed(self) -> bool:
        """Return whether the quotes of the group should be reported."""
        return self.group == "reversed"

    @property
    def percent(self) -> float:
        """Return how many percent are reported."""
        return 100 * len(self.reported) / (len(self.reported) + len(self.passed))

    @property
    def met(self) -> bool:
        """Return whether the aim is met."""
        return self.percent >= REVERSED_AIM if self.is_reversed else self.percent <= TRUE_AIM


def figures() -> list[Figure]:
    """Return the figure of each group."""
    groups: dict[str, tuple[list[Case], list[Case]]] = {}
    for case in [*reversed_cases(), *true_cases()]:
        reported, passed = groups.setdefault(case.group, ([], []))
        found = any(
            left_out(Surroundings.of(case.article), case.spans, case.language, is_quote=case.is_quote)
        )
        (reported if found else passed).append(case)
    return [Figure(group, tuple(reported), tuple(passed)) for group, (reported, passed) in groups.items()]


def table(measured: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| quotes | reported | of | percent | aim | |", "|---|--:|--:|--:|--:|---|"]
    for figure in measured:
        aim = f"at least {REVERSED_AIM:.0f}" if figure.is_reversed else f"at most {TRUE_AIM:.0f}"
        of = len(figure.reported) + len(figure.passed)
        met = "met" if figure.met else "not met"
        lines.append(
            f"| {figure.group} | {len(figure.reported)} | {of} | {figure.percent:.1f} | {aim} | {met} |"
        )
    return "\n".join(lines)


def wrong(measured: Sequence[Figure]) -> Iterator[str]:
    """Yield every quote with a wrong answer."""
    for figure in measured:
        for case in figure.passed if figure.is_reversed else figure.reported:
            yield f"{figure.group}: {case.language}: {case.marked[:300]}"
