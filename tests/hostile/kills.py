"""Kill each command that writes files of a project, at every file operation and at random moments: `python -m tests.hostile.kills`.

Then another command runs, and the project has to be as it was before the killed command, or as it is after it.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count, cycle
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from generator.cli import main as briefing
from generator.edit import WORK
from tests.building import files as files_of
from tests.edit.interruptions import interrupted
from tests.edit.writers import WRITERS, Written, project_of, run, written

RANDOM_KILLS = 200
AGAIN = '.venv/bin/python -m tests.hostile.kills "{}"'
_NEXT = (
    ["check"],
    ["status"],
    ["fmt", "--check"],
    ["find", "bridge"],
    ["quotes", "bridge-2031-03-02"],
)
_LONGEST = 0.03  # seconds from the first file operation of a writer to a kill at a random moment
_SEED = 19


class Killed(NamedTuple):
    """A command, how often it was killed at a file operation and at a random moment, and after which kills a project was broken."""

    name: str
    points: int
    at_random: int
    broken: tuple[str, ...]


def at_every_point(name: str, change: Written, folder: Path) -> Iterator[tuple[int, bool]]:
    """Yield the number of each file operation of a command, and whether a kill there left the old or the new project."""
    following = cycle(_NEXT)
    for point in count(1):
        root = project_of(WRITERS[name], folder / f"{point}")
        if not interrupted(root, partial(run, WRITERS[name], root), point):
            return
        yield point, is_old_or_new(root, change, next(following))


def at_random(change: Written, name: str, folder: Path, wait: float) -> bool | None:
    """Kill a command some time after it begins to write. Return whether that left the old or the new project.

    Return None if the command was faster.
    """
    root = project_of(WRITERS[name], folder)
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_RDWR), 2)
        run(WRITERS[name], root)
        os._exit(0)
    while not (root / WORK).exists() and os.waitpid(child, os.WNOHANG)[0] == 0:
        time.sleep(0.0002)
    time.sleep(wait)
    try:
        os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    except (ProcessLookupError, ChildProcessError):  # it had ended before the folder was seen
        return None
    was_killed = os.WIFSIGNALED(status)
    return is_old_or_new(root, change, _NEXT[0]) if was_killed else None


def is_old_or_new(root: Path, change: Written, words: Sequence[str]) -> bool:
    """Run the next command, and return whether the project is as before or after a change, with nothing left over."""
    if not root.exists():  # a new site that was not begun
        return change.before == {}
    CliRunner().invoke(briefing, [*words, "--root", str(root)])
    return files_of(root) in (change.before, change.after) and not (root / WORK).exists()


def killed(name: str, random_kills: int, folder: Path) -> Killed:
    """Kill a command at each of its file operations, and this many times at random moments."""
    rng = random.Random(f"{_SEED} {name}")  # noqa: S311 - the same moments in each run
    with pytest.MonkeyPatch.context() as patch:
        change = written(WRITERS[name], folder / "whole", patch)
        results = dict(at_every_point(name, change, folder))
        broken = [f"{name} at operation {point}" for point, is_right in results.items() if not is_right]
        done = 0
        for number in count():
            if done == random_kills:
                break
            result = at_random(change, name, folder / f"random-{number}", rng.uniform(0, _LONGEST))
            done += result is not None
            broken += [f"{name} at a random moment"] * (result is False)
    return Killed(name, len(results), done, tuple(broken))


def main(names: Sequence[str], random_kills: int = RANDOM_KILLS) -> int:
    """Kill the commands with these names, or all of them. Return 1 if a project was neither old nor new."""
    names = names or list(WRITERS)
    shares = [len(range(first, random_kills, len(names))) for first in range(len(names))]
    found: list[Killed] = []
    with (
        tempfile.TemporaryDirectory() as temporary,
        ProcessPoolExecutor(mp_context=get_context("fork")) as workers,
    ):
        os.environ |= {"XDG_CACHE_HOME": str(Path(temporary, "cache")), "BRIEFING_TODAY": "2031-03-05"}
        folders = [Path(temporary, name.replace(" ", "-")) for name in names]
        for killed_command in workers.map(killed, names, shares, folders):
            name, points, done, broken = killed_command
            print(f"{name}: killed at {points} file operations and {done} random moments", flush=True)
            for what in broken:
                print(f"broken: {what}\n  Try it again: {AGAIN.format(name)}", flush=True)
            found.append(killed_command)
    broken_count = sum(len(item.broken) for item in found)
    print(
        f"kills of writers: {sum(item.points for item in found):,} at file operations, "
        f"{sum(item.at_random for item in found)} at random moments; {broken_count} broken"
    )
    return 1 if broken_count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
