"""Where libyaml lost its way between brackets, quotation marks and columns -> what an editor can do about it."""

from __future__ import annotations

import re

import yaml

from generator.marks import Mark
from generator.yaml_rules import (
    COLON,
    FIRST_CHARACTER,
    INDENTATION,
    NOT_PLAIN,
    OPEN_BRACKET,
    SEVERAL_DOCUMENTS,
    TEXT_AFTER_QUOTE,
)
from generator.yamlhints import SHOWN, in_quotation_marks
from generator.yamlstop import CLOSING, SAME_COLUMN, Stop, Told, first, is_sound, unknown

_QUOTES = ("'", '"')


def flow(stop: Stop) -> Told:
    """Tell brackets that stay open from entries without a comma between them."""
    opened, problem = stop.mark(stop.context), stop.mark(stop.problem)
    bracket = opened.text[opened.column - 1 : opened.column]
    closing = CLOSING.get(bracket, "]")
    if problem.line != opened.line:
        return (
            OPEN_BRACKET,
            opened,
            f"this bracket “{bracket}” is not closed",
            _close(opened, closing, problem),
        )
    if (
        (last := stop.around.last)
        and _ends_at(last, stop.problem)
        and stop.mark(last[0]).text[last[0].column] in _QUOTES
    ):
        return (
            TEXT_AFTER_QUOTE,
            problem,
            "something follows the closing quotation mark",
            _other_marks(stop, last),
        )
    if stop.character == ":":
        return COLON, problem, "this colon stands inside a text", "Put the text in quotation marks."
    if stop.character in CLOSING.values():
        hint = f"The bracket in column {opened.column} is closed with “{closing}”."
        return OPEN_BRACKET, problem, f"“{stop.character}” does not close “{bracket}”", hint
    message = f"a comma or “{closing}” is missing before this"
    return (
        OPEN_BRACKET,
        problem,
        message,
        "Put commas between entries, and texts with commas in quotation marks.",
    )


def _close(opened: Mark, closing: str, problem: Mark) -> str:
    """Advise where to close the bracket at `opened`, and show how where its line holds all of it."""
    better = f"{opened.text.strip()}{closing}"
    if len(better) <= SHOWN and not opened.text.rstrip().endswith((",", "[", "{")) and is_sound(better):
        return f"Close it with “{closing}”:\n{better}"
    if re.search(r"\s#", opened.text[opened.column :]):
        return f"Close it with “{closing}”, before any comment."
    return f"Close it with “{closing}”; the reader got lost in line {problem.line}."


def _other_marks(stop: Stop, last: tuple[yaml.Mark, yaml.Mark]) -> str:
    """Advise how to write a text that holds the quotation mark which is around it."""
    if stop.mark(last[0]).text[last[0].column] == "'":
        return "Put double quotation marks around the text, or double the apostrophe inside it: ''"
    return 'Put single quotation marks around the text, or a backslash before the one inside it: \\"'


def no_node(stop: Stop) -> Told:
    """Tell what stands where a text, a list or a mapping should begin."""
    mark, bracket = stop.mark(stop.problem), stop.around.bracket
    if mark.text.startswith("..."):
        return SEVERAL_DOCUMENTS, mark, "“...” ends the file here", "Take this line out."
    if bracket is None:
        return first(stop, mark)
    opening = bracket.text[bracket.column - 1]
    closing = CLOSING.get(opening, "]")
    if not mark.text[mark.column - 1 :].strip():
        hint = f"Close it with “{closing}”."
        return OPEN_BRACKET, bracket, f"this bracket “{opening}” is not closed", hint
    if stop.character == ":":
        return NOT_PLAIN, mark, "a key is missing before this colon", "Write “key: value”."
    if stop.character in (",", *CLOSING.values()):
        message = f"an entry is missing before this “{stop.character}”"
        return OPEN_BRACKET, mark, message, "Take out the comma that is too many."
    return first(stop, mark)


def block(stop: Stop) -> Told:
    """Tell what follows a closing quotation mark or bracket from lines in the wrong column."""
    mark, before = stop.mark(stop.problem), stop.before
    last = stop.around.last
    if last and _directly_after(last, stop.problem, mark.text):
        if stop.character in CLOSING.values():
            return OPEN_BRACKET, mark, f"this “{stop.character}” closes nothing", "Take it out."
        return _after_closing(stop, stop.mark(last[0]), mark)
    if stop.character == ":":
        return NOT_PLAIN, mark, "a key is missing before this colon", "Write “key: value”."
    if before.strip():
        return unknown(stop)
    message = "this line does not fit the lines above it"
    if mark.text.lstrip().startswith("- "):
        hint = "Write the dash in the column of the other dashes of the list, or the line as “key: value”."
        return INDENTATION, stop.start(stop.problem), message, hint
    return (
        INDENTATION,
        stop.start(stop.problem),
        message,
        f"{SAME_COLUMN}; entries of a list begin with “- ”.",
    )


def _after_closing(stop: Stop, start: Mark, mark: Mark) -> Told:
    opening = start.text[start.column - 1]
    if opening in CLOSING:
        hint = in_quotation_marks(start.text)
        return FIRST_CHARACTER, start, f"a text cannot begin with “{opening}” here", hint
    if start.line == mark.line:
        hint = in_quotation_marks(mark.text)
    else:
        hint = f"It closes the one of line {start.line}, column {start.column}. Was that meant to be closed in its line?"
    end = stop.mark(stop.problem)
    return TEXT_AFTER_QUOTE, end, "something follows the closing quotation mark", hint


def outside(stop: Stop) -> Told:
    """Tell what stands behind the text, the brackets or the lines that were the whole file so far."""
    mark, last = stop.mark(stop.problem), stop.around.last
    if mark.text.startswith("..."):
        return SEVERAL_DOCUMENTS, stop.start(stop.problem), "“...” ends the file here", "Take this line out."
    if last and _directly_after(last, stop.problem, mark.text):
        return _after_closing(stop, stop.mark(last[0]), mark)
    if last and stop.mark(last[0]).text.startswith(tuple(CLOSING)) and last[0].column == 0:
        message = "the bracket around the whole file is closed before this line"
        hint = "Take the brackets away, and write one “key: value” on each line."
        return INDENTATION, stop.start(stop.problem), message, hint
    if stop.before.strip() or not stop.problem.line:
        return unknown(stop)
    message = "this line stands further left than the first line of the file"
    return INDENTATION, stop.start(stop.problem), message, f"{SAME_COLUMN}."


def _ends_at(last: tuple[yaml.Mark, yaml.Mark], at: yaml.Mark) -> bool:
    """Say whether what was read last ends where `at` is, with nothing between."""
    return (last[1].line, last[1].column) == (at.line, at.column)


def _directly_after(last: tuple[yaml.Mark, yaml.Mark], at: yaml.Mark, line: str) -> bool:
    """Say whether nothing but spaces stands between what was read last and `at`."""
    return last[1].line == at.line and not line[last[1].column : at.column].strip()
