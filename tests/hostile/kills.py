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
from functools import partial
from itertools import count, cycle
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main as briefing
from generator.edit import WORK
from tests.building import files as files_of
from tests.edit.interruptions import interrupted
from tests.edit.writers import WRITERS, Written, project_of, run, written

RANDOM_KILLS = 200
_NEXT = (
    ["check"],
    ["status"],
    ["fmt", "--check"],
    ["find", "bridge"],
    ["quotes", "bridge-2031-03-02"],
)
_LONGEST = 0.03  # seconds from the first file operation of a writer to a kill at a random moment
_SEED = 19


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


def main(names: Sequence[str]) -> int:
    """Kill the commands with these names, or all of them. Return 1 if a project was neither old nor new."""
    points, broken = 0, []
    rng = random.Random(_SEED)  # noqa: S311 - the same moments in each run
    with tempfile.TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patch:
        os.environ["XDG_CACHE_HOME"] = str(Path(temporary, "cache"))
        os.environ["BRIEFING_TODAY"] = "2031-03-05"
        changes = {}
        for name in names or WRITERS:
            folder = Path(temporary, name.replace(" ", "-"))
            changes[name] = written(WRITERS[name], folder / "whole", patch)
            results = dict(at_every_point(name, changes[name], folder))
            wrong = [point for point, is_right in results.items() if not is_right]
            print(f"{name}: killed at {len(results)} file operations, {len(wrong)} broken", flush=True)
            points += len(results)
            broken += [f"{name} at {point}" for point in wrong]
        killed = 0
        for number in count():
            name = rng.choice([*changes])
            result = at_random(
                changes[name], name, Path(temporary, f"random-{number}"), rng.uniform(0, _LONGEST)
            )
            killed += result is not None
            broken += [f"{name} at a random moment"] * (result is False)
            if killed == RANDOM_KILLS:
                break
    print(f"{points} kills at file operations, {killed} at random moments: {len(broken)} broken", flush=True)
    print("\n".join(broken), flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
