"""Measure the generator's speed: `python -m bench [--profile] [--json FILE]`, or `make bench`."""

import argparse
import sys
import tempfile
from pathlib import Path

from bench import peer
from bench.folder import measure_again, measure_check, measure_faults, print_profile
from bench.gate import measure_gate, measure_spoiled
from bench.made import Made, make, sample, seeded, with_typed
from bench.meaning.measure import figures
from bench.meaning.measure import table as meaning_table
from bench.project import write_project
from bench.report import Report, as_json, table, verdict_table
from bench.spoiling import spoil
from bench.verdicts import exact_counts, gate_counts, peer_counts
from tests.speech.measure import table as speaker_table


def main(arguments: list[str]) -> int:
    """Run the measurements that `arguments` ask for. Return the exit code."""
    options = _parser().parse_args(arguments)
    made = make(options.articles)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "project")
        write_project(folder, made)
        if options.profile:
            print_profile(folder)
            return 0
        report = _measured(made, folder, options)
    print(
        table(report.ratios),
        verdict_table(report.verdicts),
        meaning_table(figures()),
        speaker_table(),
        *report.notes,
        sep="\n\n",
    )
    if options.json:
        options.json.write_text(as_json(report), encoding="utf-8")
    return 0


def _measured(made: Made, folder: Path, options: argparse.Namespace) -> Report:
    """Measure everything, from single steps to the command, and count the correct verdicts."""
    report = Report(len(made.articles), len(made.all_pieces), options.rounds)
    report.ratios += measure_gate(made, options.rounds)
    if peer.installed():
        report.ratios.append(measure_spoiled(_spoiled_sample(made, options.sample), options.rounds))
    else:
        report.notes.append(peer.ABSENT)
    report.ratios.append(measure_check(folder, options.rounds))
    report.ratios.append(measure_faults(folder, made, folder.parent, options.rounds))
    report.ratios.append(measure_again(folder, options.rounds))
    spoiled = spoil(made, made.all_pieces, seeded())
    report.verdicts += gate_counts(made, spoiled)
    if peer.installed():
        report.verdicts += peer_counts(made, spoiled)
    report.verdicts += exact_counts(made, spoiled)
    return report


def _spoiled_sample(made: Made, articles: int) -> Made:
    """Return some of the articles, with their pieces spoiled."""
    some = sample(made, articles, seeded())
    spoiled = spoil(some, some.all_pieces, seeded())
    return with_typed(some, {piece: wrong.typed for piece, wrong in spoiled.items()})


def _count(text: str) -> int:
    """Parse a number that is 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number that is 1 or more")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure speed, as ratios.")
    parser.add_argument(
        "--articles", type=_count, default=1000, help="the number of articles (default: 1000)"
    )
    parser.add_argument(
        "--rounds", type=_count, default=5, help="runs of each measurement; the fastest counts (default: 5)"
    )
    parser.add_argument(
        "--sample",
        type=_count,
        default=100,
        help="the number of articles for the comparison with the peer (default: 100)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    parser.add_argument("--profile", action="store_true", help="only print a profile of a check")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
