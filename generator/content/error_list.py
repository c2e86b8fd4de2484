"""The errors of one file: the first of them, and how many more there are.

A file that is nothing but errors has up to a million of them. Describing each would take minutes and a gigabyte.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.content import rules
from generator.diagnostics import Diagnostic

MOST_DESCRIBED = 1000
"""How many errors of a file are described. A report lists fewer: the first of these in the order of the file."""


class ErrorList:
    """Errors in the order in which they were found; those beyond the limit are only counted."""

    def __init__(self) -> None:
        """Begin without errors."""
        self._described: list[Diagnostic] = []
        self._first_counted: Diagnostic | None = None
        self._counted = 0

    def __bool__(self) -> bool:
        """Return whether there is an error."""
        return bool(self._described)

    @property
    def is_full(self) -> bool:
        """Return whether further errors are only counted."""
        return self._first_counted is not None

    def add(self, error: Diagnostic) -> None:
        """Add an error."""
        if len(self._described) < MOST_DESCRIBED:
            self._described.append(error)
        else:
            self._first_counted = self._first_counted or error
            self._counted += error.count

    def add_each(self, errors: Iterable[Callable[[], Diagnostic]]) -> None:
        """Add errors; each is described by a call, unless it is only counted."""
        for describe in errors:
            if self.is_full:
                self._counted += 1
            else:
                self.add(describe())

    def described(self) -> list[Diagnostic]:
        """Return the errors that were described."""
        return self._described

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return the described errors by place, and one for all others."""
        found = sorted(self._described)
        if self._first_counted is not None:
            found.append(more_errors(self._first_counted, self._counted))
        return tuple(found)


def more_errors(first: Diagnostic, count: int) -> Diagnostic:
    """Return the error that says how many more errors a file has, of which this is the first."""
    message = f"this file has {count:,} more error{'s' * (count > 1)} from here on"
    hint = "Correct those above, and run the check again."
    more = rules.MORE_ERRORS.at(first.location, message, hint)
    return replace(more, severity=first.severity, count=count)
