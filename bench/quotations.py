"""P5: the evidence gate and the check of a project, as ratios, and how many verdicts are right."""

from pathlib import Path

from bench import peer
from bench.folder import measure_again, measure_check, measure_faults
from bench.gate import measure_gate, measure_spoiled
from bench.goals import Figure
from bench.made import Made, make, sample, seeded, with_typed
from bench.project import write_project
from bench.report import Report
from bench.spoiling import spoil
from bench.verdicts import exact_counts, gate_counts, peer_counts

_GOALS = ("gate", "check")


def measure_quotations(scratch: Path, articles: int, rounds: int, sampled: int) -> Report:
    """Measure everything, from single steps to the command, and count the right verdicts.

    `sampled` is the number of articles for the comparison with the peer on spoiled pieces.
    """
    made, folder = make(articles), scratch / "project"
    write_project(folder, made)
    report = Report(len(made.articles), len(made.all_pieces), rounds)
    report.ratios += measure_gate(made, rounds)
    if peer.installed():
        report.ratios.append(measure_spoiled(_spoiled_sample(made, sampled), rounds))
    else:
        report.notes.append(peer.ABSENT)
    report.ratios.append(measure_check(folder, rounds))
    report.ratios.append(measure_faults(folder, made, folder.parent, rounds))
    report.ratios.append(measure_again(folder, rounds))
    spoiled = spoil(made, made.all_pieces, seeded())
    report.verdicts += gate_counts(made, spoiled)
    if peer.installed():
        report.verdicts += peer_counts(made, spoiled)
    report.verdicts += exact_counts(made, spoiled)
    return report


def goals_of(report: Report) -> list[Figure]:
    """Return the figures of `report` that have a goal of P5."""
    return [
        Figure("P5", ratio.what, ratio.ratio, goal=ratio.aim)
        for ratio in report.ratios
        if ratio.name in _GOALS
    ]


def _spoiled_sample(made: Made, articles: int) -> Made:
    """Return some of the articles, with their pieces spoiled."""
    some = sample(made, articles, seeded())
    spoiled = spoil(some, some.all_pieces, seeded())
    return with_typed(some, {piece: wrong.typed for piece, wrong in spoiled.items()})
