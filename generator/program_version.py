"""The version of everything that turns files of a project into results, to the byte."""

import hashlib
import json
import sys
import unicodedata
from functools import cache
from importlib.metadata import version
from pathlib import Path

_FOLDER = Path(__file__).parent
_GUIDES = _FOLDER.parent / "docs" / "guides"
"""The guides of a checkout. An installed package has them in its own folder."""
PACKAGES = (
    "babel",
    "click",
    "filelock",
    "jinja2",
    "lxml",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pillow",
    "platformdirs",
    "pydantic",
    "pydantic-core",
    "pygments",
    "pymdown-extensions",
    "pymupdf-fonts",
    "pyyaml",
    "pyyaml-env-tag",
    "rapidfuzz",
    "rcssmin",
    "rich",
    "rjsmin",
    "ruamel.yaml",
    "typst",
    "watchdog",
    "werkzeug",
)
"""The packages on which a result may depend: those that the program imports, and those of Markdown and the models."""


@cache
def program_version() -> str:
    """Return a hash of all files of the program, and of the versions of its packages and of Python."""
    digest = hashlib.sha256()
    for folder in (_FOLDER, _GUIDES):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    versions = [sys.version, unicodedata.unidata_version, *map(version, PACKAGES)]
    return hashlib.sha256(json.dumps([digest.hexdigest(), *versions]).encode()).hexdigest()
