"""The checks: one rule a module. Every module of this package is a check, except the helpers.

To add a check, write a module with `RULE` and `check`, and add a folder to `tests/cases`.
The docstring of a check is its manual page: a title, a blank line, why the rule matters, a wrong and a right example.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from generator.checks.content import Check, Content
from generator.diagnostics import Diagnostic, merged

_HELPERS = {"content", "sentences", "wording"}
_NAMES = sorted({module.name for module in iter_modules(__path__)} - _HELPERS)
CHECKS = tuple(cast("Check", import_module(f"{__name__}.{name}")) for name in _NAMES)
RULES = tuple(check.RULE for check in CHECKS)


def run_checks(content: Content) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of every check, sorted by location."""
    return merged(*(check.check(content) for check in CHECKS))
