"""Build a site with Zensical, as a process of its own."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.build.postprocess import postprocess
from generator.build.publish import BuildError
from generator.build.render_folder import write_folder
from generator.site.site import Site

_ZENSICAL = "zensical<0.0.74"  # later versions are not tested


def build_with_zensical(site: Site, root: Path, out: Path) -> None:
    """Build the plain folder of `site`, the project at `root`, into `out`. Raises BuildError."""
    if find_spec("zensical") is None:
        raise BuildError(f'zensical is not installed: run .venv/bin/python -m pip install "{_ZENSICAL}"')
    folder = out.with_name("folder")
    write_folder(site, root, folder)
    process = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    if process.returncode:
        raise BuildError(process.stdout + process.stderr)
    (folder / "site").rename(out)
    postprocess(out, site, root / "seeds")
