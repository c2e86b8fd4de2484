"""Where YAML stopped, and the places near it that a slip may be at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.content.strict_yaml.places import Places
from generator.location import Location

_CONFLICT = re.compile(r"([<|=>])\1{6}(?: |$)")
_INDENT = re.compile(r" *(?:- +)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlError:
    """Where YAML stopped, and what it had read before. Lines and columns count from 0.

    `problem` holds the words of libyaml. What it was reading began at `start`. `closed` is where the last quoted text or
    bracket began and ended. `bracket` is where the innermost open bracket is.
    """

    places: Places
    problem: str
    line: int
    column: int
    start: tuple[int, int]
    closed: tuple[yaml.Mark, yaml.Mark] | None
    bracket: yaml.Mark | None

    @property
    def text(self) -> str:
        """The line at which YAML stopped."""
        return self.places.lines[self.line]

    @property
    def above(self) -> int:
        """The nearest line above that is not empty or a comment; the first line of the file if there is none."""
        numbers = range(self.line - 1, 0, -1)
        return next((n for n in numbers if self.places.lines[n].partition("#")[0].strip()), 0)

    @property
    def closing(self) -> str:
        """The bracket that closes the innermost open one."""
        is_brace = self.bracket and self.places.lines[self.bracket.line][self.bracket.column] == "{"
        return "}" if is_brace else "]"

    @property
    def follows_closed(self) -> bool:
        """Whether nothing but blanks is between the last quoted text or bracket and this place."""
        end = self.closed[1] if self.closed else None
        return end is not None and end.line == self.line and not self.text[end.column : self.column].strip()

    def row(self, line: int) -> Location:
        """Return the location of a line without its indentation."""
        text = self.places.lines[line]
        return self.places.at(line, len(text) - len(text.lstrip(" ")), len(text.strip()))


def indent(line: str) -> int:
    """Return the column, from 0, in which the text of a line begins, after its dashes."""
    return len(line) - len(_INDENT.sub("", line, count=1))


def conflict(error: YamlError) -> Iterator[Location]:
    """Yield the lines of Git that mark a merge conflict, up to the place at which YAML stopped."""
    end = error.start[0] if "scanning" in error.problem else error.line
    return (error.row(number) for number in range(end + 1) if _CONFLICT.match(error.places.lines[number]))


def here(error: YamlError) -> Iterator[Location]:
    """Yield the place at which YAML stopped, outside brackets."""
    if not error.bracket:
        yield error.places.at(error.line, error.column)


def anywhere(error: YamlError) -> Iterator[Location]:
    """Yield the place at which YAML stopped."""
    yield error.places.at(error.line, error.column)


def in_brackets(error: YamlError) -> Iterator[Location]:
    """Yield the place at which YAML stopped, between brackets."""
    if error.bracket:
        yield error.places.at(error.line, error.column)


def start(error: YamlError) -> Iterator[Location]:
    """Yield the place at which the text begins that YAML was reading."""
    yield error.places.at(*error.start)


def open_bracket(error: YamlError) -> Iterator[Location]:
    """Yield the innermost open bracket, if YAML stopped after the end of its line."""
    found = error.bracket
    if found and (found.line < error.line or not error.text[error.column :].strip()):
        yield error.places.at(found.line, found.column)


def after_closed(error: YamlError) -> Iterator[Location]:
    """Yield the place at which YAML stopped, directly after a closing quotation mark or bracket."""
    if error.follows_closed:
        yield error.places.at(error.line, error.column)


def opened_above(error: YamlError) -> Iterator[Location]:
    """Yield the quotation mark or bracket in a line above that was closed directly before this place."""
    if error.closed and error.follows_closed and error.closed[0].line < error.line:
        yield error.places.at(error.closed[0].line, error.closed[0].column)


def row(error: YamlError) -> Iterator[Location]:
    """Yield the line at which YAML stopped, unless it had read more than a key of it."""
    if " " not in error.text[: error.column].strip(" -"):
        yield error.row(error.line)


def first_entry(error: YamlError) -> Iterator[Location]:
    """Yield the first line below a key, if YAML stopped at the dash of a later line that is below the same key."""
    dash = re.match(r" *(?=- )", error.text)
    column, first = dash.end() if dash else 0, error.line
    for number in range(error.line - 1, -1, -1):
        text = re.split(r"(?:^|\s)#", error.places.lines[number])[0].rstrip()
        if text and len(text) - len(text.lstrip(" ")) < column:
            if text.endswith(":") and first < error.line:
                yield error.row(first)
            return
        first = number if text else first


def first_row(error: YamlError) -> Iterator[Location]:
    """Yield the line in which the text begins that YAML was reading."""
    yield error.row(error.start[0])


def row_above(error: YamlError) -> Iterator[Location]:
    """Yield the line above if it begins in the same column."""
    if error.above < error.line and indent(error.places.lines[error.above]) == indent(error.text):
        yield error.row(error.above)


def rows(error: YamlError) -> Iterator[Location]:
    """Yield the line in which the text begins, the line at which YAML stopped, and the line above it."""
    return map(error.row, dict.fromkeys((error.start[0], error.line, error.above)))
