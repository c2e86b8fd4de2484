"""Texts that YAML accepts, but that the reader refuses because they rarely say what their editor intended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content import rules
from generator.content.model.node import known_keys
from generator.content.strict_yaml.places import Scalar
from generator.diagnostics import Diagnostic

_PLAIN_HEADER = re.compile(r"[|>][+-]?\s*(?:#.*)?$")
_AFTER_KEY = re.compile(r"[ \t]*(.?)")
_QUESTION_MARK = re.compile(r"\?[ \t]*$")
_CURLY = ("“", "”", "„", "«")
_ENTRY = re.compile(r" *(-+[^-])")
_KEY = re.compile(r" +(?:- )?([a-z]+(?:_[a-z]+)*):(?: |$)")
_JOINED = "this line became part of the text above it"
_ENTRY_HINT = (
    "Write the dash of an entry in the column of the other dashes, with a space after it. If a list begins here, write its "
    "key in the line above. If the line belongs to the text, put the whole text in quotation marks."
)


def refused_scalar(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield what is wrong with a text that YAML accepts."""
    if scalar.is_key and scalar.value:
        yield from _odd_key(scalar)
    line, column = scalar.start.line, scalar.start.column
    location = scalar.places.at(line, column)
    if scalar.style in ("|", ">") and not _PLAIN_HEADER.match(scalar.places.lines[line], column):
        message = f"a text cannot begin with “{scalar.style}”"
        yield rules.NOT_PLAIN.at(location, message, "Put the text in quotation marks.")
    is_curly = not scalar.style and scalar.value.startswith(_CURLY)
    if is_curly and scalar.value.endswith('"') and scalar.end.line == line:
        message = "this text begins with a typographic quotation mark and ends with a straight one"
        yield rules.MIXED_QUOTATION_MARKS.at(
            location, message, "Write straight quotation marks at both ends."
        )
    if scalar.start.line != scalar.end.line:
        yield from _joined_lines(scalar)


def _odd_key(scalar: Scalar) -> Iterator[Diagnostic]:
    """Refuse merge keys, keys after a question mark, and entries in braces that have no colon."""
    start, end, lines = scalar.start, scalar.end, scalar.places.lines
    found = _AFTER_KEY.match(lines[end.line], end.column) if end.line < len(lines) else None
    after = found[1] if found else ""
    location = scalar.places.at(start.line, start.column, end.column - start.column)
    if scalar.value == "<<":
        yield rules.NOT_PLAIN.at(location, "“<<” is a merge key", "Write the values out where they are used.")
    elif scalar.in_brackets and after != ":":
        hint = "Write “key: value” with a space after the colon. Put a text that begins with a bracket in quotation marks."
        yield rules.NOT_PLAIN.at(location, "this entry has no “key: value”", hint)
    elif _QUESTION_MARK.search(lines[start.line][max(0, start.column - 20) : start.column]) or after in (
        "",
        "#",
    ):
        yield rules.NOT_PLAIN.at(location, "“?” begins a complex key", "Write “key: value”.")


def _joined_lines(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield an error for the first line of `scalar` that looks like a key or an entry of its own."""
    is_block = scalar.style in ("|", ">")
    for number in range(
        scalar.start.line + 1, min(scalar.end.line + (not is_block), len(scalar.places.lines))
    ):
        line = scalar.places.lines[number]
        column = len(line) - len(line.lstrip(" "))
        if is_block:
            if (key := _KEY.match(line)) and key[1] in known_keys():
                hint = f"Begin a key in the same column as the key of the text. If it belongs to the text, begin the line with a word other than “{key[1]}:”."
                yield rules.RUN_TOGETHER.at(
                    scalar.places.at(number, key.start(1), len(key[1]) + 1), _JOINED, hint
                )
                return
        elif not scalar.style:
            if _ENTRY.match(line):
                location = scalar.places.at(number, column, len(line.strip()))
                yield rules.RUN_TOGETHER.at(location, _JOINED, _ENTRY_HINT)
                return
        elif column < scalar.outer and line.strip():
            message = f"the text between these quotation marks goes on to line {scalar.end.line + 1}"
            hint = f"Write the closing mark where the text ends. If line {number + 1} belongs to the text, indent it further than its key."
            yield rules.RUN_TOGETHER.at(
                scalar.places.at(scalar.start.line, scalar.start.column), message, hint
            )
            return
