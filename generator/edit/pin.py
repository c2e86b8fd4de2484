"""The generator that runs, as a site asks for it: its wheel, from a checkout a new one, goes along, and all is by hash."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from functools import lru_cache
from importlib.metadata import Distribution, distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from generator.edit.change import ChangeError

NAME = "requirements.txt"
WHEELS = "wheels"
_PACKAGE = Path(__file__).parents[1]
# What the generator was tested with: in the package, and in a checkout where the package is made from.
_LOCKS = (_PACKAGE / "edit" / "starter" / "locked.txt", _PACKAGE.parent / "requirements" / "site.txt")
_HASH = re.compile(r" \\\n    --hash=sha256:[0-9a-f]{64}")
_COMMENT = re.compile(r"^\s*#.*\n", re.MULTILINE)

_BY_HASH = """\
# The generator that makes this site and all that it needs, each by its hash: nothing else is installed.
# Where the generator is a newer one: briefing pin
"""
_BY_VERSION = """\
# The generator that makes this site and all that it needs, each by its version.
# Where the generator is a newer one: briefing pin
"""


def pinned() -> dict[str, bytes]:
    """Give the files by which a site asks for the generator that runs: `requirements.txt`, and its wheel.

    There is no wheel where the generator came from an index or a repository. Raises ChangeError where the wheel is not
    there any more, or is another one, or none can be built of a checkout.
    """
    own = distribution("briefing-book")
    lock = _COMMENT.sub("", next(path for path in _LOCKS if path.is_file()).read_text(encoding="utf-8"))
    came_from = _came_from(own)
    address = str(came_from.get("url", ""))
    from_checkout = "dir_info" in came_from
    if from_checkout or (address.startswith("file:") and address.endswith(".whl")):
        place = Path(url2pathname(urlsplit(address).path))
        name, raw = _built(place) if from_checkout else (place.name, _read(place, came_from))
        line = f"./{WHEELS}/{name} --hash=sha256:{hashlib.sha256(raw).hexdigest()}\n"
        return {NAME: f"{_BY_HASH}{line}{lock}".encode(), f"{WHEELS}/{name}": raw}
    version_control = came_from.get("vcs_info")
    asked = (
        f"briefing-book @ {version_control['vcs']}+{address}@{version_control['commit_id']}"
        if version_control
        else f"briefing-book=={own.version}"
    )
    return {NAME: f"{_BY_VERSION}{asked}\n{_HASH.sub('', lock)}".encode()}


def _came_from(own: Distribution) -> dict[str, Any]:
    """Give what pip noted of where a package came from (PEP 610); nothing where it came from an index."""
    noted = own.read_text("direct_url.json")
    found: dict[str, Any] = json.loads(noted) if noted else {}
    return found


@lru_cache(maxsize=1)
def _built(checkout: Path) -> tuple[str, bytes]:
    """Build the wheel of a checkout; give its name and its bytes."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
        try:
            subprocess.run(command, cwd=checkout, check=True, capture_output=True)  # noqa: S603 - our own words
            (wheel,) = Path(folder).glob("*.whl")
            return wheel.name, wheel.read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise ChangeError(
                f"No wheel of this program can be built in {checkout}: call make wheel there, install what it writes into dist/, "
                "and call this again."
            ) from None


def _read(wheel: Path, came_from: dict[str, Any]) -> bytes:
    try:
        raw = wheel.read_bytes()
    except OSError:
        raise ChangeError(
            f"{wheel}, from which this program was installed, is not there any more: put it back, or install anew."
        ) from None
    expected = came_from.get("archive_info", {}).get("hashes", {}).get("sha256")
    if expected not in {None, hashlib.sha256(raw).hexdigest()}:
        raise ChangeError(
            f"{wheel} is not the file from which this program was installed: install it anew, and call this again."
        )
    return raw
