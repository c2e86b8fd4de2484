"""The version of the generator that builds a site: requirements.txt, and a wheel of the generator if it came as a file.

Whoever installs requirements.txt gets the generator and every dependency exactly as they run here.
"""

import hashlib
import json
import re
import subprocess
import sys
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.temporary import temporary_folder

REQUIREMENTS = "requirements.txt"
WHEELS = "wheels"
_PACKAGE = Path(__file__).parents[1]
# The versions that the generator was tested with: part of the package, and in a checkout a file beside it.
_LOCKS = (_PACKAGE / "edit" / "starter" / "locked.txt", _PACKAGE.parent / "requirements" / "site.txt")
_HASH = re.compile(r" \\\n    --hash=sha256:[0-9a-f]{64}")
_COMMENT = re.compile(r"^\s*#.*\n", re.MULTILINE)
_ABOUT = "# The generator that builds this site, and everything that it needs. To use a newer version: briefing pin\n"


def pin(root: Path) -> tuple[str, ...]:
    """Let the site at `root` be built by the generator that runs now, and return the paths of the files that were written.

    Raise EditError, with nothing written, if the generator cannot be packed or a file cannot be written.
    """
    files = pinned_files(installed_from())
    paths = (root / REQUIREMENTS, *(root / WHEELS).glob("briefing_book-*.whl"))
    read = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    write_all(root, files, [path for path in read if path not in files], read=read)
    return tuple(files)


def installed_from() -> dict[str, Any]:
    """Return where pip installed the generator from, as PEP 610 describes it; empty for a package index."""
    record = distribution("briefing-book").read_text("direct_url.json")
    origin: dict[str, Any] = json.loads(record) if record else {}
    return origin


def pinned_files(origin: dict[str, Any]) -> dict[str, bytes]:
    """Return requirements.txt, and the wheel if the generator was installed from a wheel or a checkout.

    With a wheel, everything is pinned by hash; else by version, as a package of a repository has no hash. Raise EditError
    if the wheel is missing or has changed, or a checkout cannot be built.
    """
    lock = _COMMENT.sub("", next(path for path in _LOCKS if path.is_file()).read_text(encoding="utf-8"))
    url = str(origin.get("url", ""))
    path = Path(url2pathname(urlsplit(url).path))
    if "dir_info" in origin or (url.startswith("file:") and path.suffix == ".whl"):
        name, raw = _build_wheel(path) if "dir_info" in origin else (path.name, _read_wheel(path, origin))
        line = f"./{WHEELS}/{name} --hash=sha256:{hashlib.sha256(raw).hexdigest()}\n"
        return {REQUIREMENTS: f"{_ABOUT}{line}{lock}".encode(), f"{WHEELS}/{name}": raw}
    if revision := origin.get("vcs_info"):
        line = f"briefing-book @ {revision['vcs']}+{url}@{revision['commit_id']}\n"
    else:
        line = f"briefing-book=={distribution('briefing-book').version}\n"
    return {REQUIREMENTS: f"{_ABOUT}{line}{_HASH.sub('', lock)}".encode()}


@lru_cache(maxsize=1)
def _build_wheel(checkout: Path) -> tuple[str, bytes]:
    """Build the wheel of a checkout and return its name and its bytes."""
    try:
        with temporary_folder() as folder:
            command = [
                sys.executable,
                "-m",
                "hatchling",
                "build",
                "--target",
                "wheel",
                "--directory",
                str(folder),
            ]
            subprocess.run(command, cwd=checkout, check=True, capture_output=True, text=True)  # noqa: S603 - fixed arguments
            (wheel,) = folder.glob("*.whl")
            return wheel.name, wheel.read_bytes()
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}"
    except subprocess.CalledProcessError as error:
        reason = error.stderr.strip().rpartition("\n")[2]
    raise EditError(
        f"Cannot build a wheel of the generator in {checkout}, with temporary files in {gettempdir()}. {reason}\n"
        "Run `make wheel` there, install the wheel from dist/, and try again."
    )


def _read_wheel(path: Path, origin: dict[str, Any]) -> bytes:
    """Return the bytes of the wheel that the generator was installed from."""
    raw = path.read_bytes() if path.is_file() else b""
    expected = origin.get("archive_info", {}).get("hashes", {}).get("sha256")
    if not raw or expected not in {None, hashlib.sha256(raw).hexdigest()}:
        raise EditError(
            f"The generator was installed from {path}, which is missing or has changed. Install it again."
        )
    return raw
