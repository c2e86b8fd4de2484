"""Files of positions with an error, of the kinds that editors make, and what a check of 100 of them costs (P9)."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.goals import Figure
from bench.made import Made, Shape, make, seeded, with_typed
from bench.project import write_project
from bench.spoiling import spoil
from bench.timing import Job, best
from generator.diagnostics import Severity
from generator.pipeline import Examined, examine_folder

FILES = 100


def _in_first(old: str, new: str) -> Callable[[str], str]:
    """Return a function that replaces the first `old` of a file."""
    return lambda text: text.replace(old, new, 1)


# Each kind changes the text of a file; wrong words are in the evidence already.
FAULTS: dict[str, Callable[[str], str]] = {
    "a wrong quote": lambda text: text,
    "broken YAML": _in_first("statement: ", "statement: ["),
    "an unknown field": _in_first("    stance:", "    stanse:"),
    "an unknown stance": _in_first("stance: ", "stance: un"),
    "an unknown issue": _in_first("issue: issue-", "issue: isue-"),
    "an unknown source": _in_first("source: report-", "source: repot-"),
    "an unknown speaker": _in_first("speaker: ", "speaker: un"),
    "an impossible date": _in_first("as_of: 2025-11-30", "as_of: 2025-11-31"),
}


def measure_faults(rounds: int, files: int = FILES) -> Iterator[Figure]:
    """Measure the check of a project in which each of `files` files of positions has an error, for each kind of error."""
    made = make(files // Shape().parties * Shape().articles)
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch, "clean")]
        write_project(folders[0], made)
        for kind in FAULTS:
            folders.append(Path(scratch, f"faulty-{len(folders)}"))
            write_faulty(folders[-1], made, kind)
        clean, *faulty = best(rounds, *(checked(folder) for folder in folders))
    slowest = max(zip(faulty, FAULTS, strict=True))
    for seconds, kind in zip(faulty, FAULTS, strict=True):
        what = f"check of {files} files, each with {kind}, over the clean check"
        yield Figure("P9", what, seconds / clean, goal=2 if (seconds, kind) == slowest else None)


def write_faulty(folder: Path, made: Made, kind: str) -> None:
    """Write the project into `folder` with an error of this kind in every file of positions.

    Raises RuntimeError if the check misses one.
    """
    if kind == "a wrong quote":
        firsts = {
            (slug, piece.party): piece for slug, pieces in made.pieces.items() for piece in pieces[::-1]
        }
        spoiled = spoil(made, list(firsts.values()), seeded())
        made = with_typed(made, {piece: wrong.typed for piece, wrong in spoiled.items()})
    write_project(folder, made)
    paths = sorted((folder / "briefings").glob("*/positions/*.yml"))
    for path in paths:
        path.write_text(FAULTS[kind](path.read_text(encoding="utf-8")), encoding="utf-8")
    reported = {
        diagnostic.location.file
        for diagnostic in examine_folder(folder).diagnostics
        if diagnostic.severity is Severity.ERROR
    }
    if missed := [path for path in paths if path.relative_to(folder).as_posix() not in reported]:
        raise RuntimeError(f"{kind}: no error in {len(missed)} of {len(paths)} files, such as {missed[0]}")


def checked(folder: Path) -> Job:
    """Return the job of checking `folder`, without what earlier runs have stored."""

    def examine(_: object) -> Examined:
        return examine_folder(folder)

    return Job(examine)
