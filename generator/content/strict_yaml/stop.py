"""Where libyaml stopped, and what stands around that place."""

from __future__ import annotations

from dataclasses import dataclass

import yaml
from yaml import CLoader

from generator.content.strict_yaml.file_rules import SEVERAL_DOCUMENTS, TAB
from generator.content.strict_yaml.hints import SHOWN, in_quotation_marks
from generator.content.strict_yaml.rules import FIRST_CHARACTER, SYNTAX
from generator.diagnostics import Rule
from generator.location import Location

CLOSING = {"[": "]", "{": "}"}
SAME_COLUMN = "Begin the line in the same column as the lines that it belongs with"


@dataclass(frozen=True, slots=True)
class Around:
    """What was read before libyaml stopped.

    `last` tells where the last quoted text or bracket began and ended, `bracket` where the innermost open
    bracket stands.
    """

    last: tuple[yaml.Mark, yaml.Mark] | None
    bracket: Location | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where libyaml stopped: the place of the problem, that where what it was reading began, and the words for it."""

    path: str
    lines: list[str]
    words: str
    problem: yaml.Mark
    context: yaml.Mark
    around: Around

    def location(self, at: yaml.Mark) -> Location:
        """Give the place in the file that `at` means: the end of the text where it lies beyond."""
        line = min(at.line, len(self.lines) - 1)
        text = self.lines[line]
        return Location(
            self.path, line + 1, min(at.column, len(text)) + 1 if at.line == line else len(text) + 1, 1, text
        )

    def start(self, at: yaml.Mark) -> Location:
        """Give the place where the text of the line of `at` starts, as wide as it is."""
        location = self.location(at)
        indent = len(location.text) - len(location.text.lstrip())
        return Location(
            location.file, location.line, indent + 1, max(1, len(location.text.strip())), location.text
        )

    @property
    def character(self) -> str:
        """The character at which libyaml stopped, "" at the end of a line."""
        location = self.location(self.problem)
        return location.text[location.column - 1 : location.column]

    @property
    def before(self) -> str:
        """The line before the place where libyaml stopped."""
        location = self.location(self.problem)
        return location.text[: location.column - 1]


def is_sound(line: str) -> bool:
    """Say whether YAML makes sense of `line` alone and it is not too long, so that a hint can show it as the way out."""
    if len(line) > SHOWN:
        return False
    try:
        for _ in yaml.parse(line, Loader=CLoader):
            pass
    except yaml.YAMLError:
        return False
    return True


Told = tuple[Rule, Location, str, str]
"""A rule broken, where, the sentence that says so, and the hint."""


def first(stop: Stop, location: Location) -> Told:
    """Tell that a text cannot begin with the character at `location`."""
    char = location.text[location.column - 1 : location.column]
    if char == "\t":
        return TAB, location, "a tab stands where a space belongs", "Replace it by a space."
    if char == "%" and location.column == 1:
        return (
            SEVERAL_DOCUMENTS,
            location,
            "a line that begins with “%” is a directive",
            "Take this line out.",
        )
    in_brackets = stop.around.bracket is not None
    hint = "Put the text in quotation marks." if in_brackets else in_quotation_marks(location.text)
    return FIRST_CHARACTER, location, f"a text cannot begin with “{char}” here", hint


def unknown(stop: Stop) -> Told:
    """Tell that nothing can be told."""
    hint = "Compare it, and the line above it, with a file that works. Texts with special characters stand in quotation marks."
    return SYNTAX, stop.location(stop.problem), "the reader cannot make sense of this line", hint
