"""Lines that YAML silently joins into one text, although the editor probably meant several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content import rules
from generator.content.model.node import known_keys
from generator.content.strict_yaml.scalar import Scalar
from generator.diagnostics import Diagnostic

_ENTRY = re.compile(r" *(-+[^-])")
_KEY = re.compile(r" +(?:- )?([a-z]+(?:_[a-z]+)*):(?: |$)")
_JOINED = "this line became part of the text above it"
_ENTRY_HINT = (
    "Write the dash of an entry in the column of the other dashes, with a space after it. If a list begins here, write its "
    "key in the line above. If the line belongs to the text, put the whole text in quotation marks."
)


def joined_lines(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield an error for the first line of `scalar` that looks like a key or an entry of its own."""
    is_block = scalar.style in ("|", ">")
    for number in range(scalar.start.line + 1, min(scalar.end.line + (not is_block), len(scalar.lines))):
        line = scalar.lines[number]
        column = len(line) - len(line.lstrip(" "))
        if is_block:
            if (key := _KEY.match(line)) and key[1] in known_keys():
                hint = f"Begin a key in the same column as the key of the text. If it belongs to the text, begin the line with a word other than “{key[1]}:”."
                yield rules.RUN_TOGETHER.at(
                    scalar.location(number, key.start(1), len(key[1]) + 1), _JOINED, hint
                )
                return
        elif not scalar.style:
            if _ENTRY.match(line):
                location = scalar.location(number, column, len(line.strip()))
                yield rules.RUN_TOGETHER.at(location, _JOINED, _ENTRY_HINT)
                return
        elif column < scalar.outer and line.strip():
            message = f"the text between these quotation marks goes on to line {scalar.end.line + 1}"
            hint = f"Write the closing mark where the text ends. If line {number + 1} belongs to the text, indent it further than its key."
            yield rules.RUN_TOGETHER.at(
                scalar.location(scalar.start.line, scalar.start.column), message, hint
            )
            return
