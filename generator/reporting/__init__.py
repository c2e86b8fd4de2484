"""How diagnostics are told: one form a file. `FORMATS` lists those of a check.

A module is imported when its form is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from generator.check_cache import Result

FORMATS = ("text", "json", "github", "sarif")


def told(result: Result, form: str) -> str:
    """Tell the result of a check in one of `FORMATS`, without a line break at the end."""
    return cast("str", import_module(f"{__name__}.{form}").tell(result))
