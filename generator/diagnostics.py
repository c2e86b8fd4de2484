"""A problem in the content as a value: a code, a message, a location and a hint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.location import Location


class Severity(StrEnum):
    """How serious a diagnostic is: an error stops the build, a warning needs a look, an info may be ignored."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem that the generator reports, and its page in the manual of checks.

    `code` never changes (`E201`); its letter stands for the severity. `name` is a short hyphenated name and `title`
    one plain sentence. `manual` is Markdown for editors: why the rule matters, a wrong and a right example.
    """

    code: str
    name: str
    severity: Severity
    title: str
    manual: str

    @classmethod
    def from_text(cls, code: str, name: str, text: str) -> Rule:
        """Build a rule from a text whose first paragraph is the title. The letter of the code gives the severity."""
        title, _, manual = text.strip().partition("\n\n")
        severity = next(severity for severity in Severity if severity[0].upper() == code[0])
        return cls(code, name, severity, " ".join(title.split()), f"\n{manual}\n")

    def at(self, location: Location, message: str, hint: str = "") -> Diagnostic:
        """Return the diagnostic that this rule is broken at `location`."""
        return Diagnostic(location, self.code, self.severity, message, hint)


_HEADING = re.compile(r"^## ([A-Z]\d{3}) ([a-z0-9-]+)$\n", re.MULTILINE)


def read_rules(module_file: str) -> dict[str, Rule]:
    """Read the rules of a package, by name, from the file `rules.md` beside the module file.

    A rule begins with a heading of its code and name, such as `## E110 colon-in-text`.
    """
    text = Path(module_file).with_name("rules.md").read_text(encoding="utf-8")
    _, *parts = _HEADING.split(text)
    rules = map(Rule.from_text, parts[::3], parts[1::3], parts[2::3])
    return {rule.name: rule for rule in rules}


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A problem at a location. Diagnostics sort by location, then by code.

    `message` is one plain sentence that says what is wrong. `hint` says how to fix it and may have several lines. `count` is
    the number of errors that the diagnostic stands for.
    """

    location: Location
    code: str
    severity: Severity = field(compare=False)
    message: str
    hint: str = ""
    count: int = field(default=1, compare=False)

    @property
    def is_error_rule(self) -> bool:
        """Return whether its rule is one of errors; in a draft, such a diagnostic is a warning."""
        return self.code.startswith("E")


def merged(*groups: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return all diagnostics as one sorted tuple without repetitions."""
    return tuple(sorted({diagnostic for group in groups for diagnostic in group}, key=_order))


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str, str]:
    """Return what diagnostics are sorted by: comparing these is faster than comparing the diagnostics."""
    place = diagnostic.location
    return place.file, place.line, place.column, diagnostic.code, diagnostic.message, diagnostic.hint


class ContentError(Exception):
    """The content has errors, so the site cannot be built. Carries every diagnostic of the run."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Store the diagnostics and count the errors for the message."""
        errors = sum(d.severity is Severity.ERROR for d in diagnostics)
        super().__init__(f"{errors} error{'' if errors == 1 else 's'} in the content")
        self.diagnostics = diagnostics
