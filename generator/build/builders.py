"""Build a site with MkDocs or with Zensical, each as a process of its own."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from generator.build.postprocess import postprocess
from generator.build.publish import BuildError
from generator.build.render_folder import write_folder
from generator.site.site import Site

_REQUIREMENTS = {"mkdocs": "mkdocs>=1.6.1,<2", "zensical": "zensical<0.0.74"}
"""The versions of each builder that are known to work."""
BUILDERS = tuple(_REQUIREMENTS)


def build_with_mkdocs(root: Path, today: dt.date | None, out: Path) -> None:
    """Build the project at `root` into `out`; a warning of MkDocs is an error. Raises BuildError."""
    if not (root / "docs").is_dir():
        raise BuildError(
            "The folder docs/ for your own pages is missing: create it, for example with a README.md."
        )
    arguments = ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(out)]
    _run("mkdocs", arguments, root, {"BRIEFING_TODAY": today.isoformat()} if today else {})


def build_with_zensical(site: Site, root: Path, out: Path) -> None:
    """Build the plain folder of `site`, the project at `root`, into `out`. Raises BuildError."""
    folder = out / "folder"
    write_folder(site, root, folder)
    _run("zensical", [], folder)
    built = (folder / "site").rename(out / "built")
    shutil.rmtree(folder)
    for path in built.iterdir():
        path.rename(out / path.name)
    built.rmdir()
    postprocess(out, site, root / "seeds")


def _run(
    module: str, arguments: list[str], folder: Path, variables: Mapping[str, str] = MappingProxyType({})
) -> None:
    if find_spec(module) is None:
        raise BuildError(f'{module} is not installed: run python3 -m pip install "{_REQUIREMENTS[module]}"')
    process = subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-m", module, "build", "--strict", *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | dict(variables),
        check=False,
        capture_output=True,
        text=True,
    )
    if (
        os.strerror(errno.ENOSPC) in process.stderr
    ):  # the last line says so; the traceback above does not help
        raise BuildError(process.stderr.strip().rpartition("\n")[2])
    if process.returncode:
        raise BuildError(process.stdout + process.stderr)
