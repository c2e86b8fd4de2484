"""Build a site with MkDocs or with Zensical, each as a process of its own."""

import datetime as dt
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.build.postprocess import postprocess
from generator.build.publish import BuildError
from generator.build.render_folder import write_folder
from generator.site.site import Site

_ZENSICAL = "zensical<0.0.74"  # later versions are not tested


def build_with_mkdocs(root: Path, today: dt.date, out: Path) -> None:
    """Build the project at `root` into `out`; a warning of MkDocs is an error. Raises BuildError."""
    # The process runs in the project's folder, where other relative paths would begin.
    options = ("--config-file", str(root.resolve() / "mkdocs.yml"), "--site-dir", str(out.resolve()))
    _run("mkdocs", root, *options, variables={"BRIEFING_TODAY": str(today)})


def build_with_zensical(site: Site, root: Path, out: Path) -> None:
    """Build the plain folder of `site`, the project at `root`, into `out`. Raises BuildError."""
    if find_spec("zensical") is None:
        raise BuildError(f'zensical is not installed: run .venv/bin/python -m pip install "{_ZENSICAL}"')
    folder = out.with_name("folder")
    write_folder(site, root, folder)
    _run("zensical", folder)
    (folder / "site").rename(out)
    postprocess(out, site, root / "seeds")


def _run(module: str, folder: Path, *options: str, variables: dict[str, str] | None = None) -> None:
    process = subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-m", module, "build", "--strict", *options],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | (variables or {}),
        check=False,
        capture_output=True,
        text=True,
    )
    if process.returncode:
        raise BuildError(process.stdout + process.stderr)
