"""Kill builds at random moments, with all their processes: `python -m tests.hostile.build_kills [COUNT]`.

After each kill, the site has to be complete: the last one, or the new one. At the end, a build gives the bytes of a first build.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from generator.build.publish import build_lock
from tests.building import build, files, is_whole, small_project, start_build

COUNT = 200
AGAIN = ".venv/bin/python -m tests.hostile.build_kills"
_SHARE = 25  # kills in one project, whose every build has another title
_SEED = 19
_TITLE = "title: "
_RIGHT = {"the last site", "the new site"}


def killed(share: int, number: int, folder: Path) -> Counter[str]:
    """Kill this many builds of a project in `folder`. Return how many left the last site, the new one, or anything else.

    `share` numbers the project, and chooses the moments.
    """
    chance = random.Random(_SEED + share)  # noqa: S311 - the same moments in each run
    root = small_project(folder / f"project-{share}")
    build(root)
    found: Counter[str] = Counter()
    longest = _build_time(root, "First title")
    last = "First title"
    for attempt in count():
        if found.total() == number:
            break
        title = f"Title {share}.{attempt:04}"  # no title is part of another
        wait = chance.uniform(0, longest)
        if _is_killed(root, title, wait):
            found[_what_is_left(root, last, title, wait)] += 1
        if title in _page(root):
            last = title
    anew = small_project(folder / f"anew-{share}")
    for project in (root, anew):
        _set_title(project, "Last title")
        build(project)
    if files(root / "site") != files(anew / "site"):
        found[f"project {share}: a build after the kills gives other bytes than a first build"] += 1
    return found


def _start(root: Path, title: str) -> subprocess.Popen[bytes]:
    """Change the title of the briefing, and start a build in a group of its own."""
    _set_title(root, title)
    return start_build(root)


def _set_title(root: Path, title: str) -> None:
    briefing = root / "briefings/old-bridge/briefing.yml"
    lines = briefing.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [f"{_TITLE}{title}\n" if line.startswith(_TITLE) else line for line in lines]
    briefing.write_text("".join(lines), encoding="utf-8")
    assert f"{_TITLE}{title}\n" in lines


def _build_time(root: Path, title: str) -> float:
    start = time.monotonic()
    assert _start(root, title).wait() == 0
    return time.monotonic() - start


def _is_killed(root: Path, title: str, wait: float) -> bool:
    """Kill a build after some seconds. Return whether it was still running."""
    process = _start(root, title)
    time.sleep(wait)
    is_running = process.poll() is None
    if is_running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return is_running


def _page(root: Path) -> str:
    return (root / "site/briefings/old-bridge/index.html").read_text(encoding="utf-8")


def _what_is_left(root: Path, last: str, title: str, wait: float) -> str:
    with build_lock(root / "site"):  # as the next build starts
        left = [path.name for path in (root / ".site-build").iterdir() if path.name != "lock"]
        page = _page(root)
        if is_whole(root / "site") and not left and (last in page) != (title in page):
            return "the new site" if title in page else "the last site"
    return f"{title}, killed after {wait:.2f} seconds: the site is incomplete, or files are left: {left}"


def main(wanted: int = COUNT) -> int:
    """Kill `wanted` builds, in a project for each share of them. Return 1 if a site was broken."""
    total: Counter[str] = Counter()
    shares = range(-(-wanted // _SHARE))
    numbers = [min(_SHARE, wanted - share * _SHARE) for share in shares]
    with (
        tempfile.TemporaryDirectory() as temporary,
        ProcessPoolExecutor(mp_context=get_context("fork")) as workers,
    ):
        os.environ |= {"XDG_CACHE_HOME": str(Path(temporary, "cache")), "BRIEFING_TODAY": "2031-03-05"}
        for found in workers.map(killed, shares, numbers, [Path(temporary)] * len(shares)):
            total += found
            print(f"{total.total()} of {wanted} builds killed", flush=True)
    broken = [what for what in total if what not in _RIGHT]
    for what in broken:
        print(f"{what}\n  Try it again: {AGAIN}", flush=True)
    print(
        f"kills of builds: {total.total() - len(broken)} left a complete site, {total['the new site']} of them the new one; "
        f"{len(broken)} broken"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
