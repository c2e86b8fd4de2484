"""The check of a project folder: compared with reading its YAML alone, with errors, and a second time."""

import cProfile
import os
import pstats
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from bench.made import Made, seeded, with_typed
from bench.project import write_project
from bench.report import Ratio
from bench.spoiling import spoil
from bench.timing import best, forget, timed
from generator.pipeline import examine_folder

FAULTS = 100
_SHOWN = 25  # functions in the profile


def measure_check(folder: Path, rounds: int) -> Ratio:
    """Measure the check of `folder`, compared with only reading its YAML files with the fastest reader."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yml"))]

    def read_alone() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    check, alone = best(rounds, timed(lambda: examine_folder(folder)), timed(read_alone))
    return Ratio(
        "check", "`briefing check`, compared with only reading its YAML with CSafeLoader", check, alone, 3
    )


def measure_faults(folder: Path, made: Made, scratch: Path, rounds: int) -> Ratio:
    """Measure the check of a project with wrong evidence, compared with the check of `folder`, which has none."""
    pieces = made.all_pieces
    chosen = pieces[:: max(1, len(pieces) // FAULTS)][:FAULTS]
    spoiled = spoil(made, chosen, seeded())
    wrong_folder = scratch / "wrong"
    write_project(wrong_folder, with_typed(made, {piece: wrong.typed for piece, wrong in spoiled.items()}))
    locations = {
        (error.location.file, error.location.line) for error in examine_folder(wrong_folder).diagnostics
    }
    if len(locations) < len(chosen):
        raise RuntimeError(f"of {len(chosen)} wrong pieces only {len(locations)} were reported")
    with_errors, without = best(
        rounds, timed(lambda: examine_folder(wrong_folder)), timed(lambda: examine_folder(folder))
    )
    what = f"`briefing check` with {len(chosen)} wrong pieces, with their hints, compared with the check without errors"
    return Ratio("faults", what, with_errors, without, 2, below=True)


def measure_again(folder: Path, rounds: int) -> Ratio:
    """Measure a second run of the command, compared with the first, each time on a new copy of `folder`."""
    first = second = float("inf")
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch, "project")
            shutil.copytree(folder, copy)
            first = min(first, _command(copy, Path(scratch, "home")))
            second = min(second, _command(copy, Path(scratch, "home")))
    return Ratio(
        "again", "a second `briefing check` without a change, compared with the first", second, first
    )


def _command(folder: Path, home: Path) -> float:
    """Return the seconds that the command takes, including the start of the program."""
    # With an empty cache outside the project too.
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    command = [sys.executable, "-m", "generator", "check", "--root", str(folder)]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def print_profile(folder: Path) -> None:
    """Print a profile of a check: the functions that take the most time themselves."""
    forget()
    profile = cProfile.Profile()
    profile.runcall(examine_folder, folder)
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(_SHOWN)
