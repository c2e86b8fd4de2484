"""The whole check of a project folder: over reading its YAML alone, with faults, and a second time."""

from __future__ import annotations

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
    """Measure the check of `folder` over reading the text of its YAML files with the fastest reader alone."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yml"))]

    def read_alone() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    check, alone = best(rounds, timed(lambda: examine_folder(folder)), timed(read_alone))
    return Ratio("check", "`briefing check` over reading its YAML with CSafeLoader alone", check, alone, 3)


def measure_faults(folder: Path, made: Made, scratch: Path, rounds: int) -> Ratio:
    """Measure the check of a project with faulty pieces, spread over it, over that of `folder`, which has none."""
    pieces = made.all_pieces
    chosen = pieces[:: max(1, len(pieces) // FAULTS)][:FAULTS]
    spoiled = spoil(made, chosen, seeded())
    faulty = scratch / "faulty"
    write_project(faulty, with_typed(made, {piece: one.typed for piece, one in spoiled.items()}))
    told = {(one.location.file, one.location.line) for one in examine_folder(faulty).diagnostics}
    if len(told) < len(chosen):
        raise RuntimeError(f"of {len(chosen)} faulty pieces only {len(told)} were told")
    ill, sound = best(rounds, timed(lambda: examine_folder(faulty)), timed(lambda: examine_folder(folder)))
    what = f"`briefing check` with {len(chosen)} faulty pieces, hints made, over that without any"
    return Ratio("faults", what, ill, sound, 2, below=True)


def measure_again(folder: Path, rounds: int) -> Ratio:
    """Measure a second run of the command over the first, each time on a new copy of `folder`."""
    first = second = float("inf")
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch, "project")
            shutil.copytree(folder, copy)
            first = min(first, _command(copy, Path(scratch, "home")))
            second = min(second, _command(copy, Path(scratch, "home")))
    return Ratio("again", "a second `briefing check` with nothing changed over the first", second, first)


def _command(folder: Path, home: Path) -> float:
    """Give the seconds that the command takes, the start of the program included."""
    # What it may have stored outside the project for other runs does not count either.
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    command = [sys.executable, "-m", "generator", "check", "--root", str(folder)]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def print_profile(folder: Path) -> None:
    """Print where the time of a check goes: the functions that take most of it themselves."""
    forget()
    profile = cProfile.Profile()
    profile.runcall(examine_folder, folder)
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(_SHOWN)
