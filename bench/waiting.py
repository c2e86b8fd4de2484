"""P6: what an editor's save costs, from the saved file to the new page in the live preview."""

import contextlib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean
from urllib.error import URLError
from urllib.request import urlopen

from bench.building import save
from bench.goals import Figure
from bench.processes import ROOT, cpu_of, environment, stop
from bench.project import copy_project
from bench.sites import TODAY, Site, Sites

SAVES = 5
_LOOK = 0.05  # seconds between two looks at the page
_REST = 1.0  # seconds without work after which the preview is idle
_IDLE = 3.0  # seconds in which the work of an idle preview is measured
_LITTLE = 0.05  # seconds of processor time, above an idle preview's, that are no work
_PATIENCE = 900  # seconds until the preview shows a page
_REAL = "briefings/ukraine-settlement/"
_REAL_PAGE = f"{_REAL}issues/occupied-territory/"
_OLD = "the territory that it occupies."


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview: its address, its session, and the processor time that it takes in a second when idle."""

    url: str
    session: int
    idle: float

    def after(self, save: Callable[[], str], page: str) -> float:
        """Return the processor time from `save` until `page` has the words that it returns and the preview is idle again."""
        start, before = time.monotonic(), cpu_of(self.session)
        _wait_for(f"{self.url}{page}", save())
        _wait_until_idle(self.session, self.idle)
        return cpu_of(self.session) - before - self.idle * (time.monotonic() - start)


def measure_preview(sites: Sites) -> Iterator[Figure]:
    """Measure saves in the real briefing, and in a middle site (P6). The mean counts, because the clock of a process ticks every 10 ms."""
    with tempfile.TemporaryDirectory() as scratch:
        project = copy_project(ROOT, Path(scratch, "project"))
        with preview(project, Path(scratch, "cache")) as running:
            real = fmean(
                running.after(partial(_save_real, project, number), _REAL_PAGE) for number in range(SAVES)
            )
            idle = running.idle
        site = sites.middle
        copy = copy_project(site.project, Path(scratch, "middle"))
        with preview(copy, Path(scratch, "cache")) as running:
            middle = fmean(
                running.after(partial(save, copy, 1000 + number), _page(site)) for number in range(SAVES)
            )
    pages = f"{site.pages:,} pages"
    yield Figure(
        "P6", "a save in the real briefing, processor time until its page is new", real, "s", goal=0.5
    )
    yield Figure("P6", f"the same with {pages}, over the real briefing’s", middle / real, goal=2)
    yield Figure("P6", f"the same with {pages}", middle, "s")
    yield Figure("P6", "the preview of the real briefing when idle, processor time of a second", idle, "s")


@contextlib.contextmanager
def preview(project: Path, cache: Path) -> Iterator[Preview]:
    """Run the live preview of `project` until its first page is there and it is idle."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--addr", address, "--today", TODAY],
        cwd=project,
        env=environment(cache),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for(f"http://{address}/", "</html>")
        _wait_until_idle(server.pid, 1)
        before = cpu_of(server.pid)
        time.sleep(_IDLE)
        yield Preview(f"http://{address}/", server.pid, (cpu_of(server.pid) - before) / _IDLE)
    finally:
        stop(server)


def _wait_for(page: str, words: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(URLError, ConnectionError), urlopen(page) as answer:  # noqa: S310 - of this machine
            if words in answer.read().decode():
                return
        time.sleep(_LOOK)
    raise RuntimeError(f"{page} does not show “{words}”")


def _wait_until_idle(session: int, idle: float) -> None:
    """Wait for a rest in which the session takes hardly more processor time than `idle` a second."""
    before = cpu_of(session)
    while True:
        time.sleep(_REST)
        now = cpu_of(session)
        if now - before <= idle * _REST + _LITTLE:
            return
        before = now


def _save_real(project: Path, number: int) -> str:
    """Change a line of the real briefing. Return its new words."""
    path = project / _REAL / "positions" / "russia.yml"
    old, new = (f"the territory that it took, part {part}." for part in (number - 1, number))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(_OLD if _OLD in text else old, new), encoding="utf-8")
    return new


def _page(site: Site) -> str:
    slug = next(iter(site.made.pieces))
    return f"briefings/{slug}/issues/issue-1/"
