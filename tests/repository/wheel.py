"""The package as others install it: a wheel in its own environment, without this repository."""

import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from tests.building import ROOT


def install(folder: Path) -> Path:
    """Build the wheel into `folder`/dist and install it. Return the folder of the commands of its environment.

    Its dependencies come from the environment of the tests.
    """
    build = ["-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist")]
    subprocess.run([sys.executable, *build], cwd=ROOT, check=True, capture_output=True)
    venv.create(folder / "venv")
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    (wheel,) = (folder / "dist").glob("*.whl")
    pip(folder / "venv" / "bin", "install", "--quiet", "--no-deps", "--no-index", str(wheel), cwd=folder)
    # The wheel comes first, because a .pth file adds its folder at the end.
    (site / "tests.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "venv" / "bin"


def settings(commands: Path, home: Path) -> Mapping[str, str]:
    """Return the environment variables for its commands, with nothing of this repository."""
    return {"PATH": str(commands), "HOME": str(home), "NO_MKDOCS_2_WARNING": "1"}


def pip(commands: Path, *words: str, cwd: Path, fails: bool = False) -> str:
    """Run the pip of the tests on the environment, because installing pip there takes longer than everything else."""
    return _run(
        [sys.executable, "-m", "pip", "--python", str(commands / "python"), *words], commands, cwd, fails
    )


def run(commands: Path, *words: str, cwd: Path, fails: bool = False) -> str:
    """Run a command of the environment. Return its output."""
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
