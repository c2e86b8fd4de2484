"""Files of positions with an error, of the kinds that editors make, and what a check of 100 such files costs (P9)."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.goals import Figure
from bench.made import Made, Piece, Shape, make, seeded, with_typed
from bench.project import write_project
from bench.spoiling import spoil
from bench.timing import best, timed
from generator.diagnostics import Severity
from generator.pipeline import examine_folder

FILES = 100


def _in_first(old: str, new: str) -> Callable[[str], str]:
    """Return a function that replaces the first `old` of a file."""
    return lambda text: text.replace(old, new, 1)


def _first_of_each_file(made: Made) -> list[Piece]:
    return list(
        {(slug, piece.party): piece for slug in made.pieces for piece in made.pieces[slug][::-1]}.values()
    )


# The pieces of evidence whose words are wrong.
_WRONG: dict[str, Callable[[Made], list[Piece]]] = {
    "a wrong quote": _first_of_each_file,
    "only wrong quotes": lambda made: made.all_pieces,
}
# Changes of the text of a file.
_CHANGES: dict[str, Callable[[str], str]] = {
    "broken YAML": _in_first("statement: ", "statement: ["),
    "an unknown field": _in_first("    stance:", "    stanse:"),
    "an unknown stance": _in_first("stance: ", "stance: un"),
    "an unknown issue": _in_first("issue: issue-", "issue: isue-"),
    "an unknown source": _in_first("source: report-", "source: repot-"),
    "an unknown speaker": _in_first("speaker: ", "speaker: un"),
    "an impossible date": _in_first("as_of: 2025-11-30", "as_of: 2025-11-31"),
}
FAULTS = (*_WRONG, *_CHANGES)


def measure_faults(rounds: int, files: int = FILES) -> Iterator[Figure]:
    """Measure the check of a project in which each of `files` files of positions has an error, for each kind of error."""
    made = make(files // Shape().parties * Shape().articles)
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch, "clean")]
        write_project(folders[0], made)
        for kind in FAULTS:
            folders.append(Path(scratch, f"faulty-{len(folders)}"))
            write_faulty(folders[-1], made, kind)
        clean, *faulty = best(rounds, *(timed(partial(examine_folder, folder)) for folder in folders))
    slowest = max(zip(faulty, FAULTS, strict=True))
    for seconds, kind in zip(faulty, FAULTS, strict=True):
        what = f"check of {files} files, each with {kind}; over the clean check"
        # The slowest kind decides.
        yield Figure("P9", what, seconds / clean, goal=2 if (seconds, kind) == slowest else None)


def write_faulty(folder: Path, made: Made, kind: str) -> None:
    """Write the project into `folder` with an error of this kind in every file of positions.

    Raises RuntimeError if the check misses one.
    """
    if kind in _WRONG:
        spoiled = spoil(made, _WRONG[kind](made), seeded())
        made = with_typed(made, {piece: wrong.typed for piece, wrong in spoiled.items()})
    write_project(folder, made)
    paths = sorted((folder / "briefings").glob("*/positions/*.yml"))
    if kind in _CHANGES:
        for path in paths:
            path.write_text(_CHANGES[kind](path.read_text(encoding="utf-8")), encoding="utf-8")
    reported = {
        diagnostic.location.file
        for diagnostic in examine_folder(folder).diagnostics
        if diagnostic.severity is Severity.ERROR
    }
    if missed := [path for path in paths if path.relative_to(folder).as_posix() not in reported]:
        raise RuntimeError(f"{kind}: no error in {len(missed)} of {len(paths)} files, such as {missed[0]}")
