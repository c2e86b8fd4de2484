"""Texts that YAML accepts, but that the reader refuses because they rarely say what their editor intended."""

import re
from collections.abc import Iterator

from generator.content import rules
from generator.content.model.node import known_keys
from generator.content.strict_yaml.places import Scalar
from generator.diagnostics import Diagnostic

_PLAIN_HEADER = re.compile(r"[|>][+-]?\s*(?:#.*)?$")
_COLON = re.compile(r"[ \t]*:")
_QUESTION_MARK = re.compile(r"\?[ \t]*$")
_CURLY = ("“", "”", "„", "«")
_ENTRY = re.compile(r" *(-+[^-])")
_KEY = re.compile(r" +(?:- )?([a-z]+(?:_[a-z]+)*):(?: |$)")
_ENTRY_HINT = (
    "Write the dash of an entry in the column of the other dashes, with a space after it. If a list begins here, write its "
    "key in the line above. If the line belongs to the text, put the whole text in quotation marks."
)


def refused_scalar(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield what is wrong with a text that YAML accepts."""
    if scalar.is_key and scalar.value:
        yield from _odd_key(scalar)
    places, start = scalar.places, scalar.start
    if scalar.style in ("|", ">") and not _PLAIN_HEADER.match(places.lines[start.line], start.column):
        message = f"a text cannot begin with “{scalar.style}”"
        location = places.at(start.line, start.column)
        yield rules.NOT_PLAIN.at(location, message, "Put the text in quotation marks.")
    is_curly = not scalar.style and scalar.value.startswith(_CURLY)
    if is_curly and scalar.value.endswith('"') and scalar.end.line == start.line:
        message = "this text begins with a typographic quotation mark and ends with a straight one"
        location = places.at(start.line, start.column)
        yield rules.MIXED_QUOTATION_MARKS.at(
            location, message, "Write straight quotation marks at both ends."
        )
    if scalar.start.line != scalar.end.line:
        yield from _joined_lines(scalar)


def _odd_key(scalar: Scalar) -> Iterator[Diagnostic]:
    """Refuse merge keys, keys after a question mark, and entries in braces that have no colon."""
    start, end, lines = scalar.start, scalar.end, scalar.places.lines
    has_colon = end.line < len(lines) and _COLON.match(lines[end.line], end.column)
    if scalar.value == "<<":
        message, hint = "“<<” is a merge key", "Write the values out where they are used."
    elif not has_colon or _QUESTION_MARK.search(lines[start.line][max(0, start.column - 20) : start.column]):
        message = "this is not “key: value”"
        hint = "Write “key: value” with a space after the colon. Put a text that begins with a bracket or “?” in quotation marks."
        if ":" not in scalar.value and lines[start.line][: start.column].rstrip().endswith(","):
            hint = "Between { and }, a comma ends a value. Put a text that has a comma in quotation marks. Else write “key: value”."
    else:
        return
    location = scalar.places.at(start.line, start.column, end.column - start.column)
    yield rules.NOT_PLAIN.at(location, message, hint)


def _joined_lines(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield an error for the first line of `scalar` that looks like a key or an entry of its own."""
    places, lines, is_block = scalar.places, scalar.places.lines, scalar.style in ("|", ">")
    for number in range(scalar.start.line + 1, min(scalar.end.line + (not is_block), len(lines))):
        line = lines[number]
        column = len(line) - len(line.lstrip(" "))
        if is_block and (key := _KEY.match(line)) and key[1] in known_keys():
            hint = f"Begin a key in the same column as the key of the text. If it belongs to the text, begin the line with a word other than “{key[1]}:”."
        elif not scalar.style and _ENTRY.match(line):
            hint = _ENTRY_HINT
        elif scalar.style in ("'", '"') and column < scalar.outer and line.strip():
            message = f"this quotation mark is not closed until line {scalar.end.line + 1}"
            hint = f"Write the closing mark where the text ends. If line {number + 1} belongs to the text, indent it further than its key."
            location = places.at(scalar.start.line, scalar.start.column)
            yield rules.RUN_TOGETHER.at(location, message, hint)
            return
        else:
            continue
        location = places.at(number, column, len(line.strip()))
        yield rules.RUN_TOGETHER.at(location, "this line became part of the text above it", hint)
        return
