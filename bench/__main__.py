"""Measure the generator's speed: `python -m bench [--profile] [--json FILE]`, or `make bench`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.corpus import make, write_project
from bench.folder import measure_again, measure_check, measure_faults, print_profile
from bench.report import Report, as_json, table


def main(arguments: list[str]) -> int:
    """Measure what `arguments` ask for; give the exit code."""
    options = _parser().parse_args(arguments)
    made = make(options.articles)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "project")
        write_project(folder, made)
        if options.profile:
            print_profile(folder)
            return 0
        report = Report(len(made.articles), len(made.all_pieces), options.rounds)
        report.ratios.append(measure_check(folder, options.rounds))
        report.ratios.append(measure_faults(folder, made, Path(scratch), options.rounds))
        report.ratios.append(measure_again(folder, options.rounds))
    print(table(report.ratios))
    if options.json:
        options.json.write_text(as_json(report), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure speed, as ratios.")
    parser.add_argument("--articles", type=int, default=1000, help="how many to make (default: 1000)")
    parser.add_argument(
        "--rounds", type=int, default=5, help="runs of each, of which the best counts (default: 5)"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures into FILE too")
    parser.add_argument("--profile", action="store_true", help="only print where the time of a check goes")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
