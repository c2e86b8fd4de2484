"""Lines that YAML silently joins into one text, although the editor hardly meant that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.model.node import known_keys
from generator.content.strict_yaml.rules import RUN_TOGETHER
from generator.content.strict_yaml.scalar import Scalar
from generator.diagnostics import Diagnostic

_ENTRY = re.compile(r" *(-+[^-])")
_KEY = re.compile(r" +(?:- )?([a-z]+(?:_[a-z]+)*):(?: |$)")


def joined_lines(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield an error for the first line of `scalar` that looks like a key or an entry of its own."""
    lines = range(scalar.start.line + 1, min(scalar.end.line + 1, len(scalar.lines)))
    match scalar.style:
        case "|" | ">":
            yield from _joined_keys(scalar, lines[: scalar.end.line - scalar.start.line - 1])
        case "":
            yield from _joined_entries(scalar, lines)
        case _:
            yield from _quoted_lines(scalar, lines)


def _joined_keys(scalar: Scalar, lines: range) -> Iterator[Diagnostic]:
    known = known_keys()
    for number in lines:
        if (key := _KEY.match(scalar.lines[number])) and key[1] in known:
            location = scalar.location(number, key.start(1), len(key[1]) + 1)
            hint = f"If this is a key, begin it in the same column as the key of the text. If it belongs to the text, do not begin the line with “{key[1]}:”."
            yield RUN_TOGETHER.at(location, "this key became part of the text above it", hint)
            return


def _joined_entries(scalar: Scalar, lines: range) -> Iterator[Diagnostic]:
    for number in lines:
        if entry := _ENTRY.match(scalar.lines[number]):
            column = entry.start(1)
            location = scalar.location(number, column, len(scalar.lines[number].rstrip()) - column)
            hint = "If this is an entry of a list, write its dash in the column of the other dashes, with a space after it. If it belongs to the text, put the whole text in quotation marks."
            yield RUN_TOGETHER.at(location, "this line became part of the text above it", hint)
            return


def _quoted_lines(scalar: Scalar, lines: range) -> Iterator[Diagnostic]:
    """Look for lines between quotation marks that begin no further right than the key of the text."""
    for number in lines:
        line = scalar.lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) < scalar.outer:
            location = scalar.location(scalar.start.line, scalar.start.column)
            message = f"the text between these quotation marks goes on to line {scalar.end.line + 1}"
            hint = f"Write the closing mark where the text ends. If line {number + 1} belongs to the text, indent it further than its key."
            yield RUN_TOGETHER.at(location, message, hint)
            return
