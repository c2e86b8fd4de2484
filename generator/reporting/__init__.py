"""Reports of diagnostics, one format a module. `FORMATS` lists those of `briefing check`.

A format's module is imported only when it is used, to keep the check of an unchanged project fast.
"""

from importlib import import_module
from typing import cast

from generator.check_cache import Result

FORMATS = ("text", "json", "github", "sarif")


def render(result: Result, form: str) -> str:
    """Return the result of a check in one of `FORMATS`, without a line break at the end."""
    return cast("str", import_module(f"{__name__}.{form}").render(result))
