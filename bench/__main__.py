"""Measure the speed against the goals: `python -m bench [--only P1,P2] [--json FILE]`, or `make bench`."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bench import building
from bench.faults import measure_faults
from bench.folder import print_profile
from bench.goals import Figure, as_data, goal_table
from bench.growth import measure_growth
from bench.length import measure_length
from bench.made import make
from bench.meaning.measure import figures as meaning_figures
from bench.meaning.measure import table as meaning_table
from bench.project import write_project
from bench.quotations import goals_of, measure_quotations
from bench.report import Report, as_values, table, verdict_table
from bench.sites import Sites
from bench.waiting import measure_preview
from tests.speech.measure import table as speaker_table


class Run:
    """A run of the measurements: the options, the sites that it shares, and what it found."""

    def __init__(self, options: argparse.Namespace, scratch: Path) -> None:
        """Measure in the folder `scratch`."""
        self.options = options
        self.scratch = scratch
        self.sites = Sites(scratch, options.pages)
        self.figures: list[Figure] = []
        self.sections: list[str] = []
        self.report: Report | None = None

    def measure(self, part: str) -> None:
        """Measure one part."""
        self.figures += PARTS[part](self)

    def data(self) -> Mapping[str, object]:
        """Return what was found as values for JSON."""
        report = as_values(self.report) if self.report else {}
        return {"figures": [as_data(figure) for figure in self.figures], **report}

    def quotations(self) -> Iterable[Figure]:
        """Measure the gate and the check (P5)."""
        options = self.options
        self.report = measure_quotations(self.scratch, options.articles, options.rounds, options.sample)
        self.sections += [table(self.report.ratios), verdict_table(self.report.verdicts), *self.report.notes]
        return goals_of(self.report)

    def search(self) -> Iterable[Figure]:
        """Measure the search in a browser (P7)."""
        from bench.searching import measure_search  # noqa: PLC0415 - the other parts need no browser

        return measure_search(self.sites)

    def growth(self) -> Iterable[Figure]:
        """Measure how briefings grow, and what faulty files cost (P9)."""
        yield from measure_growth(self.sites, self.options.builds, self.options.table)
        yield from measure_length(self.scratch, self.options.builds, self.options.report)
        yield from measure_faults(self.options.rounds)

    def meaning(self) -> Iterable[Figure]:
        """Count what the checks of meaning report."""
        self.sections.append(meaning_table(meaning_figures()))
        return ()

    def speakers(self) -> Iterable[Figure]:
        """Count the right speakers."""
        self.sections.append(speaker_table())
        return ()


PARTS: Mapping[str, Callable[[Run], Iterable[Figure]]] = {
    "P1": lambda run: building.measure_cold(run.sites, run.options.builds),
    "P2": lambda run: building.measure_warm(run.sites, run.options.builds),
    "P3": lambda run: building.measure_pages(run.sites),
    "P4": lambda run: building.measure_memory(run.sites),
    "P5": Run.quotations,
    "P6": lambda run: measure_preview(run.sites),
    "P7": Run.search,
    "P8": lambda run: building.measure_many(run.sites, run.options.briefings),
    "P9": Run.growth,
    "meaning": Run.meaning,
    "speakers": Run.speakers,
}


def main(arguments: list[str]) -> int:
    """Run the measurements that `arguments` ask for. Return the exit code."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        if options.profile:
            write_project(Path(scratch), make(options.articles))
            print_profile(Path(scratch))
            return 0
        run = Run(options, Path(scratch))
        for part in options.only:
            print(f"Measuring {part} …", file=sys.stderr, flush=True)
            run.measure(part)
    print(*([goal_table(run.figures)] if run.figures else []), *run.sections, sep="\n\n")
    if options.json:
        options.json.write_text(json.dumps(run.data(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


def _count(text: str) -> int:
    """Parse a number that is 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number that is 1 or more")
    return int(text)


def _pages(text: str) -> tuple[int, ...]:
    """Parse three numbers."""
    counts = tuple(_count(part) for part in text.split(","))
    if len(counts) != 3:  # noqa: PLR2004 - a small, a middle and a large site
        raise argparse.ArgumentTypeError(f"“{text}” is not three numbers, such as 100,1000,5000")
    return counts


def _parts(text: str) -> tuple[str, ...]:
    """Parse names of parts."""
    parts = tuple(text.split(","))
    if unknown := [part for part in parts if part not in PARTS]:
        raise argparse.ArgumentTypeError(f"“{unknown[0]}” is not one of {', '.join(PARTS)}")
    return parts


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure speed, as ratios in one run, and compare it with the goals.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument
    add("--only", type=_parts, default=tuple(PARTS), metavar="P1,P2", help="the parts to measure")
    add("--pages", type=_pages, default=(100, 1000, 5000), help="pages of the small, middle and large site")
    add("--builds", type=_count, default=2, help="runs of each build; the best counts")
    add("--briefings", type=_count, default=71, help="the briefings of P8, with 620 positions each")
    add("--table", type=_count, default=60, help="the parties and issues of the largest table of P9")
    add("--report", type=_count, default=300, help="the pages of the long report of P9")
    add("--articles", type=_count, default=1000, help="the articles of P5")
    add("--rounds", type=_count, default=5, help="runs of each measurement of P5; the best counts")
    add("--sample", type=_count, default=100, help="the articles of P5 for the comparison with the peer")
    add("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    add("--profile", action="store_true", help="only print a profile of a check of the articles of P5")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
