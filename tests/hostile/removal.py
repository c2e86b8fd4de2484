"""Remove one defence of the program at a time, and check that a test detects it: `python -m tests.hostile.removal [NAME …]`.

A defence is removed from a copy of the project, and the tests named beside it run on that copy: one of them has to fail. Each
core has a copy of its own. Tests that hang do not detect anything.
"""

import importlib
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.building import REAL_URL, ROOT, build, copy_project
from tests.hostile.defence import Defence
from tests.hostile.defences import DEFENCES
from tests.hostile.site_defences import READS_A_SITE

LONGEST = 300  # seconds, however busy the machine is
AGAIN = '.venv/bin/python -m tests.hostile.removal "{}"'
_PARTS = (
    *("generator", "tests", "scripts", "briefings", "seeds", "docs", "requirements", ".github", ".vscode"),
    ".devcontainer",
    *("mkdocs.yml", "pyproject.toml", "Makefile", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
)
# Libraries that tests import. They are loaded once, before the tests of each copy run in a process of their own.
_HEAVY = (
    "pytest", "_pytest.assertion.rewrite", "hypothesis", "hypothesis.strategies", "yaml", "lxml.html", "html5lib",
    "markdown", "jinja2", "pydantic", "babel.dates", "babel.messages.pofile", "click.testing", "mkdocs.commands.build",
)  # fmt: skip
# The warning says that a library was loaded before pytest could rewrite its assertions. A watch over tests that hang is a thread, for
# which a forked process would wait forever.
_WORDS = (
    "-x", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-W", "ignore::pytest.PytestAssertRewriteWarning"
)  # fmt: skip
_PASSES, _FAILS = 0, 1  # exit codes of pytest


class Outcome(NamedTuple):
    """What happened without a defence: its name, and the problem; empty if a test detected it."""

    name: str
    problem: str


def outcomes(names: Sequence[str]) -> Iterator[Outcome]:
    """Remove each of these defences from a copy of the project, and run its tests. Yield the outcomes as they come."""
    for module in _HEAVY:
        importlib.import_module(module)
    defences = {name: DEFENCES[name] for name in names}
    with (
        tempfile.TemporaryDirectory() as temporary,
        ProcessPoolExecutor(mp_context=get_context("fork")) as workers,
    ):
        folder = Path(temporary)
        if any(READS_A_SITE in defence.tests for defence in defences.values()):
            build(copy_project(ROOT, folder / "site"), env={"BRIEFING_SITE_URL": REAL_URL})
        runs = [workers.submit(_complete, tests, folder) for tests in _of_files(defences)]
        runs += [workers.submit(_without, name, defence, folder) for name, defence in defences.items()]
        try:
            for run in as_completed(runs):
                yield from filter(None, [run.result()])
        finally:
            workers.shutdown(cancel_futures=True)


def _of_files(defences: Mapping[str, Defence]) -> list[list[str]]:
    """Return the tests of all defences, those of a file together."""
    every = sorted({test for defence in defences.values() for test in defence.tests.split()})
    return [list(tests) for _, tests in groupby(every, lambda test: test.partition("::")[0])]


def _complete(tests: Sequence[str], folder: Path) -> Outcome | None:
    """Run tests of a copy with all defences. Return an outcome if they do not pass."""
    problem = _problem(_copy_in(folder), tests, folder, wanted=_PASSES)
    return Outcome(" ".join(tests), f"fails before a defence is removed; {problem}") if problem else None


def _without(name: str, defence: Defence, folder: Path) -> Outcome:
    """Run the tests of a defence on a copy without it."""
    copy = _copy_in(folder)
    path = copy / defence.file
    text = path.read_text(encoding="utf-8")
    if (count := text.count(defence.old)) != 1:
        return Outcome(name, f"{defence.file} has this {count} times: {defence.old}")
    path.write_text(text.replace(defence.old, defence.new), encoding="utf-8")
    try:
        return Outcome(name, _problem(copy, defence.tests.split(), folder, wanted=_FAILS))
    finally:
        path.write_text(text, encoding="utf-8")


@cache
def _copy_in(folder: Path) -> Path:
    """Return this process's own copy of all that the tests need."""
    to = folder / f"copy-{os.getpid()}" / "project"
    to.mkdir(parents=True)
    for part in _PARTS:
        if (ROOT / part).is_dir():
            without_packages = shutil.ignore_patterns("node_modules", "__pycache__")
            shutil.copytree(ROOT / part, to / part, symlinks=True, ignore=without_packages)
        else:
            shutil.copy2(ROOT / part, to / part)
    return to


def _problem(copy: Path, tests: Sequence[str], folder: Path, *, wanted: int) -> str:
    """Run tests of a copy, in a process of their own that stops at the first failure. Return why it did not end as `wanted`.

    Tests that only read a finished site use the one in `folder`, which was built with all defences.
    """
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            if tests[0].startswith(READS_A_SITE):
                os.environ["BRIEFING_BUILT"] = str(folder / "site")
            _test(copy, tests)
        except BaseException:  # noqa: BLE001 - printed, and not mistaken for a failing test
            traceback.print_exc()
        finally:
            os._exit(70)
    code = _exit_code(child)
    if code == wanted:
        return ""
    if code == _PASSES:
        return "no test detects it"
    printed = _log(copy).read_text(encoding="utf-8", errors="replace").strip().splitlines()
    reason = (
        f"the tests hang: stopped after {LONGEST} seconds" if code is None else f"pytest ends with {code}"
    )
    return "\n  ".join((f"{reason}. It printed:", *printed[-15:]))


def _exit_code(child: int) -> int | None:
    """Wait for a process, which leads a group. Return its exit code, or None if it took too long."""
    end = time.monotonic() + LONGEST
    try:
        while time.monotonic() < end:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        return None
    finally:
        _end_group(child)


def _end_group(leader: int) -> None:
    """End a process, and what it started."""
    try:
        os.killpg(leader, signal.SIGKILL)
        os.waitpid(leader, 0)
    except (ProcessLookupError, ChildProcessError):
        pass  # all of them have ended


def _log(copy: Path) -> Path:
    return copy.with_name("log.txt")


def _test(copy: Path, tests: Sequence[str]) -> None:
    """Run tests of a copy, and end this process with the exit code of pytest."""
    os.chdir(copy)
    os.environ["PYTHONPATH"] = str(copy)
    sys.path[:] = [str(copy), *(path for path in sys.path if Path(path).resolve() != ROOT)]
    for module in [
        name for name in sys.modules if name.partition(".")[0] in {"tests", "scripts", "generator"}
    ]:
        del sys.modules[module]
    with _log(copy).open("w", encoding="utf-8") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    import pytest  # noqa: PLC0415

    os._exit(int(pytest.main([*_WORDS, f"--basetemp={copy.with_name('temporary')}", *tests])))


def main(names: Sequence[str]) -> int:
    """Remove the defences with these names, or all of them. Return 1 if no test detects one of them."""
    names = names or list(DEFENCES)
    detected = problems = 0
    for name, problem in outcomes(names):
        if problem:
            problems += 1
            again = AGAIN.format(name) if name in DEFENCES else f".venv/bin/python -m pytest {name}"
            print(f"{name}: {problem}\n  Try it again: {again}", flush=True)
        else:
            detected += 1
            if detected % 20 == 0:
                print(f"{detected} of {len(names)} defences", flush=True)
    print(f"defences: {len(names)} removed in turn, {detected} detected by a test, {problems} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
