"""The environment variables that have numbers."""

import os
import re

_NUMBER = re.compile(r"[0-9]{1,9}")
_NUMBERS = ("BRIEFING_PROCESSES", "BRIEFING_CACHE_MB")


class VariableError(ValueError):
    """A variable has a value that it cannot have; the message says which values it can have."""


def number(name: str) -> int | None:
    """Return the whole number in the variable `name`; None if it is empty or not set. Raise VariableError for another value."""
    value = os.environ.get(name, "")
    if not value:
        return None
    if not _NUMBER.fullmatch(value):
        raise VariableError(f"{name} is “{value[:40]}”. Write a whole number in digits, such as 4.")
    return int(value)


def check_numbers() -> None:
    """Raise VariableError if a variable that needs a number has another value."""
    for name in _NUMBERS:
        number(name)
