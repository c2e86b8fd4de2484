"""What was measured, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Ratio:
    """Seconds over the seconds of a floor, and the aim for it: at most `aim`, or less where `below` says so."""

    name: str
    what: str
    seconds: float
    floor: float
    aim: float | None = None
    below: bool = False

    @property
    def ratio(self) -> float:
        """Give how many times the floor's time it took."""
        return self.seconds / self.floor

    @property
    def met(self) -> bool | None:
        """Say whether the aim is met; None where there is none."""
        if self.aim is None:
            return None
        return self.ratio < self.aim or (self.ratio == self.aim and not self.below)


@dataclass(frozen=True, slots=True)
class Count:
    """How many verdicts on the pieces of one group are right, of all that one judge gave."""

    judge: str
    group: str
    right: int
    of: int


@dataclass(slots=True)
class Report:
    """All ratios of a run, the counts of right verdicts and what else there is to say."""

    articles: int
    pieces: int
    rounds: int
    ratios: list[Ratio] = field(default_factory=list)
    verdicts: list[Count] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def table(ratios: Sequence[Ratio]) -> str:
    """Write the ratios as a Markdown table."""
    lines = ["| measured | seconds | floor | ratio | aim | |", "|---|--:|--:|--:|--:|---|"]
    for one in ratios:
        aim = "" if one.aim is None else f"{'below' if one.below else 'at most'} {_number(one.aim)}"
        met = {None: "", True: "met", False: "not met"}[one.met]
        lines.append(
            f"| {one.what} | {one.seconds:.4f} | {one.floor:.4f} | {_number(one.ratio)} | {aim} | {met} |"
        )
    return "\n".join(lines)


def verdict_table(counts: Sequence[Count]) -> str:
    """Write the counts of right verdicts as a Markdown table: a line for each group, a column for each judge."""
    judges = list(dict.fromkeys(one.judge for one in counts))
    groups: dict[str, dict[str, tuple[int, int]]] = {}
    for one in counts:
        groups.setdefault(one.group, {})[one.judge] = (one.right, one.of)
    all_of_them = {
        judge: (
            sum(one.right for one in counts if one.judge == judge),
            sum(one.of for one in counts if one.judge == judge),
        )
        for judge in judges
    }
    lines = [f"| right verdicts | {' | '.join(judges)} |", "|---" + "|--:" * len(judges) + "|"]
    for group, cells in [*groups.items(), ("all", all_of_them)]:
        figures = (f"{cells[judge][0]:,} of {cells[judge][1]:,}" for judge in judges)
        lines.append(f"| {group} | {' | '.join(figures)} |")
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Write the report for programs."""
    ratios = [
        {
            "name": one.name,
            "what": one.what,
            "seconds": one.seconds,
            "floor_seconds": one.floor,
            "ratio": one.ratio,
            "aim": one.aim,
            "met": one.met,
        }
        for one in report.ratios
    ]
    about = {"articles": report.articles, "pieces": report.pieces, "rounds": report.rounds}
    data = {
        **about,
        "ratios": ratios,
        "verdicts": [asdict(one) for one in report.verdicts],
        "notes": report.notes,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _number(value: float) -> str:
    """Write small ratios as a part of one, as 1/50 is said."""
    return f"1/{1 / value:.0f}" if value < 0.1 else f"{value:.2f}".rstrip("0").rstrip(".")  # noqa: PLR2004
