"""What libyaml says when it stops -> what an editor can do about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic, Rule
from generator.marks import Mark
from generator.yaml_rules import (
    BACKSLASH,
    COLON,
    FIRST_CHARACTER,
    INDENTATION,
    NO_COLON,
    NOT_PLAIN,
    OPEN_BRACKET,
    OPEN_QUOTE,
    SEVERAL_DOCUMENTS,
    SYNTAX,
    TAB,
    TEXT_AFTER_QUOTE,
)
from generator.yamlhints import in_quotation_marks, quoted_line, with_colon

_CLOSING = {"[": "]", "{": "}"}
_SAME_COLUMN = "Begin the line in the same column as the lines that it belongs with"


@dataclass(frozen=True, slots=True)
class Around:
    """What was read before libyaml stopped.

    `last` tells where the last quoted text or bracket began and ended, `bracket` where the innermost open
    bracket stands.
    """

    last: tuple[yaml.Mark, yaml.Mark] | None
    bracket: Mark | None


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where libyaml stopped: the place of the problem, that where what it was reading began, and the words for it."""

    path: str
    lines: list[str]
    words: str
    problem: yaml.Mark
    context: yaml.Mark
    around: Around

    def mark(self, at: yaml.Mark) -> Mark:
        """Give the place in the file that `at` means: the end of the text where it lies beyond."""
        line = min(at.line, len(self.lines) - 1)
        text = self.lines[line]
        return Mark(
            self.path, line + 1, min(at.column, len(text)) + 1 if at.line == line else len(text) + 1, 1, text
        )

    def start(self, at: yaml.Mark) -> Mark:
        """Give the place where the text of the line of `at` starts, as wide as it is."""
        mark = self.mark(at)
        indent = len(mark.text) - len(mark.text.lstrip())
        return Mark(mark.file, mark.line, indent + 1, max(1, len(mark.text.strip())), mark.text)

    @property
    def character(self) -> str:
        """The character at which libyaml stopped, "" at the end of a line."""
        mark = self.mark(self.problem)
        return mark.text[mark.column - 1 : mark.column]

    @property
    def before(self) -> str:
        """The line before the place where libyaml stopped."""
        mark = self.mark(self.problem)
        return mark.text[: mark.column - 1]


def explain(path: str, lines: list[str], error: yaml.MarkedYAMLError, around: Around) -> Diagnostic:
    """Turn the error at which libyaml stopped into a diagnostic."""
    words = f"{error.context or ''}: {error.problem or ''}"
    problem = error.problem_mark or error.context_mark or yaml.Mark(path, 0, 0, 0, None, 0)
    stop = _Stop(path, lines, words, problem, error.context_mark or problem, around)
    tell = next((teller for said, teller in _TELLERS if said in words), _unknown)
    rule, mark, message, hint = tell(stop)
    return rule.at(mark, message, hint)


_Told = tuple[Rule, Mark, str, str]


def _backslash(stop: _Stop) -> _Told:
    mark = stop.mark(stop.context)
    at = stop.mark(stop.problem)
    place = max(mark.column, at.text.rfind("\\", 0, at.column) + 1)
    message = "a backslash means something inside double quotation marks, and not what stands here"
    text = at.text[mark.column :].rstrip()
    hint = "Put the text in single quotation marks, or double the backslash."
    if at.line == mark.line and text.endswith('"'):
        inner = text[:-1].replace("'", "''")
        hint = f"Put the text in single quotation marks:\n{at.text[: mark.column - 1].strip()} '{inner}'"
    return BACKSLASH, Mark(at.file, at.line, place, 1, at.text), message, hint


def _open_quote(stop: _Stop) -> _Told:
    mark = stop.mark(stop.context)
    quote = mark.text[mark.column - 1]
    hint = f"Add the closing one at the end of the text:\n{mark.text.strip()}{quote}"
    return OPEN_QUOTE, mark, "this quotation mark is never closed", hint


def _colon(stop: _Stop) -> _Told:
    mark, words = stop.mark(stop.problem), stop.before.strip()
    if re.search(r":\s", words):
        return COLON, mark, "this colon stands inside a text", in_quotation_marks(mark.text)
    if " " in words:
        hint = "If the line goes on from the one above, put the whole text in quotation marks."
        return COLON, mark, "this colon stands inside a text", hint
    hint = f"{_SAME_COLUMN}. If it goes on from the line above, put the whole text in quotation marks."
    return INDENTATION, stop.start(stop.problem), "this line does not belong to the line above it", hint


def _no_colon(stop: _Stop) -> _Told:
    mark = stop.start(stop.context)
    return NO_COLON, mark, "this line has no “key: value”", with_colon(mark.text)


def _first_at_context(stop: _Stop) -> _Told:
    return _first(stop, stop.mark(stop.context))


def _first_at_problem(stop: _Stop) -> _Told:
    return _first(stop, stop.mark(stop.problem))


def _first(stop: _Stop, mark: Mark) -> _Told:
    char = mark.text[mark.column - 1 : mark.column]
    if char == "\t":
        return TAB, mark, "a tab stands where a space belongs", "Replace it by a space."
    if char == "%" and mark.column == 1:
        return SEVERAL_DOCUMENTS, mark, "a line that begins with “%” is a directive", "Take this line out."
    in_brackets = stop.around.bracket is not None
    hint = "Put the text in quotation marks." if in_brackets else in_quotation_marks(mark.text)
    return FIRST_CHARACTER, mark, f"a text cannot begin with “{char}” here", hint


def _list_after_key(stop: _Stop) -> _Told:
    hint = "Put the first entry on a line of its own, two spaces further right."
    if better := quoted_line(stop.mark(stop.problem).text):
        hint += f" If this is a text:\n{better}"
    return INDENTATION, stop.mark(stop.problem), "a list cannot begin on the line of its key", hint


def _flow(stop: _Stop) -> _Told:
    """Tell brackets that stay open from entries without a comma between them."""
    opened, problem = stop.mark(stop.context), stop.mark(stop.problem)
    bracket = opened.text[opened.column - 1 : opened.column]
    closing = _CLOSING.get(bracket, "]")
    if problem.line != opened.line:
        hint = f"Close it with “{closing}”; the reader got lost in line {problem.line}."
        if not opened.text.rstrip().endswith((",", bracket)):
            hint = f"Close it with “{closing}”:\n{opened.text.strip()}{closing}"
        return OPEN_BRACKET, opened, f"this bracket “{bracket}” is not closed", hint
    if stop.character == ":":
        return COLON, problem, "this colon stands inside a text", "Put the text in quotation marks."
    if stop.character in _CLOSING.values():
        hint = f"The bracket in column {opened.column} is closed with “{closing}”."
        return OPEN_BRACKET, problem, f"“{stop.character}” does not close “{bracket}”", hint
    message = f"a comma or “{closing}” is missing before this"
    return (
        OPEN_BRACKET,
        problem,
        message,
        "Put commas between entries, and texts with commas in quotation marks.",
    )


def _no_node(stop: _Stop) -> _Told:
    mark, bracket = stop.mark(stop.problem), stop.around.bracket
    if mark.text.startswith("..."):
        return SEVERAL_DOCUMENTS, mark, "“...” ends the file here", "Take this line out."
    if bracket is None:
        return _first(stop, mark)
    opening = bracket.text[bracket.column - 1]
    closing = _CLOSING.get(opening, "]")
    if not mark.text[mark.column - 1 :].strip():
        hint = f"Close it with “{closing}”."
        return OPEN_BRACKET, bracket, f"this bracket “{opening}” is not closed", hint
    if stop.character == ":":
        return NOT_PLAIN, mark, "a key is missing before this colon", "Write “key: value”."
    if stop.character in (",", *_CLOSING.values()):
        message = f"an entry is missing before this “{stop.character}”"
        return OPEN_BRACKET, mark, message, "Take out the comma that is too many."
    return _first(stop, mark)


def _block(stop: _Stop) -> _Told:
    """Tell what follows a closing quotation mark or bracket from lines in the wrong column."""
    mark, before = stop.mark(stop.problem), stop.before
    last = stop.around.last
    if last and last[1].line == stop.problem.line and not mark.text[last[1].column : mark.column - 1].strip():
        if stop.character in _CLOSING.values():
            return OPEN_BRACKET, mark, f"this “{stop.character}” closes nothing", "Take it out."
        return _after_closing(stop, stop.mark(last[0]), mark)
    if stop.character == ":":
        return NOT_PLAIN, mark, "a key is missing before this colon", "Write “key: value”."
    if before.strip():
        return _unknown(stop)
    message = "this line does not fit the lines above it"
    if mark.text.lstrip().startswith("- "):
        hint = "Write the dash in the column of the other dashes of the list, or the line as “key: value”."
        return INDENTATION, stop.start(stop.problem), message, hint
    return (
        INDENTATION,
        stop.start(stop.problem),
        message,
        f"{_SAME_COLUMN}; entries of a list begin with “- ”.",
    )


def _after_closing(stop: _Stop, start: Mark, mark: Mark) -> _Told:
    opening = start.text[start.column - 1]
    if opening in _CLOSING:
        hint = in_quotation_marks(start.text)
        return FIRST_CHARACTER, start, f"a text cannot begin with “{opening}” here", hint
    if start.line == mark.line:
        hint = in_quotation_marks(mark.text)
    else:
        hint = f"It closes the one of line {start.line}, column {start.column}. Was that meant to be closed in its line?"
    end = stop.mark(stop.problem)
    return TEXT_AFTER_QUOTE, end, "something follows the closing quotation mark", hint


def _outside(stop: _Stop) -> _Told:
    mark = stop.start(stop.problem)
    last = stop.around.last
    if mark.text.startswith("..."):
        return SEVERAL_DOCUMENTS, mark, "“...” ends the file here", "Take this line out."
    if last and _whole_file(stop, last):
        hint = "Take the brackets away, and write one “key: value” on each line."
        return INDENTATION, mark, "the bracket around the whole file is closed before this line", hint
    return (
        INDENTATION,
        mark,
        "this line stands further left than the first line of the file",
        f"{_SAME_COLUMN}.",
    )


def _whole_file(stop: _Stop, last: tuple[yaml.Mark, yaml.Mark]) -> bool:
    """Say whether what was read last is the whole file in brackets, or one text in quotation marks."""
    return not "".join(stop.lines[: last[0].line]).replace("---", "").strip() and last[0].column == 0


def _unknown(stop: _Stop) -> _Told:
    hint = "Compare it, and the line above it, with a file that works. Texts with special characters stand in quotation marks."
    return SYNTAX, stop.mark(stop.problem), "the reader cannot make sense of this line", hint


_TELLERS: tuple[tuple[str, Callable[[_Stop], _Told]], ...] = (
    ("parsing a quoted scalar", _backslash),
    ("quoted scalar", _open_quote),
    ("mapping values are not allowed", _colon),
    ("simple key", _no_colon),
    ("cannot start any token", _first_at_problem),
    ("mapping keys are not allowed", _first_at_problem),
    ("incompatible YAML document", _first_at_problem),
    ("scanning an alias", _first_at_context),
    ("scanning an anchor", _first_at_context),
    ("a tag", _first_at_context),
    ("tag handle", _first_at_context),
    ("directive", _first_at_context),
    ("block scalar", _first_at_context),
    ("sequence entries are not allowed", _list_after_key),
    ("expected ',' or", _flow),
    ("node content", _no_node),
    ("expected key", _block),
    ("expected '-' indicator", _block),
    ("<document start>", _outside),
)
