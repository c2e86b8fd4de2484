"""What was measured, as a table and as values for JSON."""

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
        """Return how many times the floor's time it took."""
        return self.seconds / self.floor

    @property
    def met(self) -> bool | None:
        """Return whether the aim is met; None where there is none."""
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
    """Return the ratios as a Markdown table."""
    lines = ["| measured | seconds | floor | ratio | aim | |", "|---|--:|--:|--:|--:|---|"]
    for ratio in ratios:
        aim = "" if ratio.aim is None else f"{'below' if ratio.below else 'at most'} {_number(ratio.aim)}"
        met = {None: "", True: "met", False: "not met"}[ratio.met]
        lines.append(
            f"| {ratio.what} | {ratio.seconds:.4f} | {ratio.floor:.4f} | {_number(ratio.ratio)} | {aim} | {met} |"
        )
    return "\n".join(lines)


def verdict_table(counts: Sequence[Count]) -> str:
    """Return the counts of correct verdicts as a Markdown table: a row for each group, a column for each judge."""
    judges = list(dict.fromkeys(count.judge for count in counts))
    groups: dict[str, dict[str, tuple[int, int]]] = {}
    for count in counts:
        groups.setdefault(count.group, {})[count.judge] = (count.right, count.of)
    total = {
        judge: (
            sum(count.right for count in counts if count.judge == judge),
            sum(count.of for count in counts if count.judge == judge),
        )
        for judge in judges
    }
    lines = [f"| right verdicts | {' | '.join(judges)} |", "|---" + "|--:" * len(judges) + "|"]
    for group, cells in [*groups.items(), ("all", total)]:
        figures = (f"{cells[judge][0]:,} of {cells[judge][1]:,}" for judge in judges)
        lines.append(f"| {group} | {' | '.join(figures)} |")
    return "\n".join(lines)


def as_values(report: Report) -> dict[str, object]:
    """Return the report as values for JSON."""
    ratios = [
        {
            "name": ratio.name,
            "what": ratio.what,
            "seconds": ratio.seconds,
            "floor_seconds": ratio.floor,
            "ratio": ratio.ratio,
            "aim": ratio.aim,
            "met": ratio.met,
        }
        for ratio in report.ratios
    ]
    about = {"articles": report.articles, "pieces": report.pieces, "rounds": report.rounds}
    verdicts = [asdict(count) for count in report.verdicts]
    return {**about, "ratios": ratios, "verdicts": verdicts, "notes": report.notes}


def _number(value: float) -> str:
    """Return a ratio as text: small ratios as 1/50."""
    return f"1/{1 / value:.0f}" if value < 0.1 else f"{value:.2f}".rstrip("0").rstrip(".")  # noqa: PLR2004
