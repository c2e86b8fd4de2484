"""Texts that YAML accepts, but that the reader refuses because they rarely say what their editor intended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content import rules
from generator.content.strict_yaml.joined_lines import joined_lines
from generator.content.strict_yaml.scalar import Scalar
from generator.diagnostics import Diagnostic

_PLAIN_HEADER = re.compile(r"[|>][+-]?\s*(?:#.*)?$")
_AFTER_KEY = re.compile(r"[ \t]*(.?)")
_QUESTION_MARK = re.compile(r"\?[ \t]*$")
_CURLY = ("“", "”", "„", "«")


def refused_scalar(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield what is wrong with a text that YAML accepts."""
    if scalar.is_key and scalar.value:
        yield from _odd_key(scalar)
    line, column = scalar.start.line, scalar.start.column
    location = scalar.location(line, column)
    if scalar.style in ("|", ">") and not _PLAIN_HEADER.match(scalar.lines[line], column):
        message = f"a text cannot begin with “{scalar.style}”"
        yield rules.NOT_PLAIN.at(location, message, "Put the text in quotation marks.")
    is_curly = not scalar.style and scalar.value.startswith(_CURLY)
    if is_curly and scalar.value.endswith('"') and scalar.end.line == line:
        message = "this text begins with a typographic quotation mark and ends with a straight one"
        yield rules.MIXED_QUOTATION_MARKS.at(
            location, message, "Write straight quotation marks at both ends."
        )
    if scalar.start.line != scalar.end.line:
        yield from joined_lines(scalar)


def _odd_key(scalar: Scalar) -> Iterator[Diagnostic]:
    """Refuse merge keys, keys after a question mark, and entries in braces that have no colon."""
    start, end, lines = scalar.start, scalar.end, scalar.lines
    found = _AFTER_KEY.match(lines[end.line], end.column) if end.line < len(lines) else None
    after = found[1] if found else ""
    location = scalar.location(start.line, start.column, end.column - start.column)
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
