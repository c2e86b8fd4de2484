"""A cache of compiled templates in the user's own cache folder: compiling takes a fifth of the time of a small build.

The cache is outside the project because Python runs what it reads from there.
"""

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from generator import escape
from generator.user_cache import cache_folder


@cache
def _folder_name() -> str:
    """Return a name that changes with Jinja and with the code that makes our environments."""
    code = Path(__file__).with_name("render.py").read_bytes() + Path(escape.__file__).read_bytes()
    return f"templates-{jinja2.__version__}-{hashlib.sha256(code).hexdigest()[:12]}"


class TemplateCache(FileSystemBytecodeCache):
    """The compiled templates of one environment. If the folder cannot be used, each run compiles its own."""

    def __init__(self, environment: str) -> None:
        """Use the name of the `environment` in file names: each compiles a template differently."""
        super().__init__(str(cache_folder() / _folder_name()), f"{environment}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template, unless its source has changed or the file is damaged."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - a damaged file may raise anything
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a compiled template."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
