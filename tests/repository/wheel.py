"""The package as others install it: a wheel in an environment of its own, without this repository."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from tests.building import ROOT


def install(folder: Path) -> Path:
    """Build the wheel into `folder`/dist and install it; give the folder of the environment's commands.

    What it depends on is lent by the environment of the tests.
    """
    build = ["-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist")]
    subprocess.run([sys.executable, *build], cwd=ROOT, check=True, capture_output=True)
    venv.create(folder / "venv")
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    (wheel,) = (folder / "dist").glob("*.whl")
    pip(folder / "venv" / "bin", "install", "--quiet", "--no-deps", "--no-index", str(wheel), cwd=folder)
    # Behind its own packages: what is installed here from the wheel goes before what the tests have.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "venv" / "bin"


def settings(commands: Path, home: Path) -> Mapping[str, str]:
    """Return the variables with which commands of the environment run, and nothing of this repository."""
    return {"PATH": str(commands), "HOME": str(home), "NO_MKDOCS_2_WARNING": "1"}


def pip(commands: Path, *words: str, cwd: Path, fails: bool = False) -> str:
    """Let the pip of the tests work on the environment: to give it one of its own takes longer than all else."""
    return _run(
        [sys.executable, "-m", "pip", "--python", str(commands / "python"), *words], commands, cwd, fails
    )


def run(commands: Path, *words: str, cwd: Path, fails: bool = False) -> str:
    """Run a command of the environment; give what it tells."""
    return _run([str(commands / words[0]), *words[1:]], commands, cwd, fails)


def _run(command: list[str], commands: Path, cwd: Path, fails: bool) -> str:  # noqa: FBT001 - passed on
    done = subprocess.run(
        command,
        cwd=cwd,
        env=settings(commands, cwd),
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout + done.stderr
