"""A finished site takes the place of the last one, or leaves it as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


class BuildFailedError(Exception):
    """MkDocs could not build the site; the message is what it said."""


def build_aside(root: Path, out: Path, today: str | None) -> int:
    """Build the project at `root` into a folder aside, then swap it with `out`; give the number of pages.

    Raises BuildFailedError, with `out` untouched, where MkDocs stops or warns of anything.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        aside.chmod(0o755)  # mkdtemp makes it private, and the site is to be served
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(aside)]
        settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | ({"BRIEFING_TODAY": today} if today else {})
        done = subprocess.run(command, cwd=root, env=settings, check=False, capture_output=True, text=True)  # noqa: S603 - our own words
        if done.returncode:
            raise BuildFailedError(done.stdout + done.stderr)
        swap(aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return sum(1 for _ in out.rglob("*.html"))


def swap(finished: Path, out: Path) -> None:
    """Put the folder `finished` in the place of `out`, and remove what stood there."""
    if not out.exists():
        finished.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    out.rename(old / out.name)
    try:
        finished.rename(out)
    except OSError:
        (old / out.name).rename(out)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
