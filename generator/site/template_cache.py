"""Templates translated into Python's code, kept between runs: a small build spends a fifth of its time on them.

They are kept in the user's own folder for such things, beside the results of checks: what is read there is run.
"""

from __future__ import annotations

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
def _made_by() -> str:
    """Name the folder by all that a translation depends on but the template: Jinja, and how our environments are made."""
    ours = Path(__file__).with_name("render.py").read_bytes() + Path(escape.__file__).read_bytes()
    return f"templates-{jinja2.__version__}-{hashlib.sha256(ours).hexdigest()[:12]}"


class Translated(FileSystemBytecodeCache):
    """The templates of one environment, in the user's folder of caches. Without such a folder each run translates its own."""

    def __init__(self, environment: str) -> None:
        """Keep those of the `environment` apart: others translate the same template otherwise."""
        super().__init__(str(cache_folder() / _made_by()), f"{environment}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was translated, where the template is still the same, and what was kept is not damaged."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - what is not as it was written may raise anything
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was translated."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
