"""Where a word of a text stands in the editor's file, over several lines too."""

from __future__ import annotations

from collections.abc import Sequence

from generator.location import Location

_QUOTES = ("'", '"')
_BLOCK = (">", "|")


def place_in(lines: Sequence[Location], text: str, start: int, end: int) -> Location:
    """Give the place of `text[start:end]` in a value that stands on `lines`; the value's own where that is not sure.

    YAML may fold lines and, in quotation marks, write characters in other ways. Where the letters of the lines are not those
    of the text, one for one and spaces apart, the place is not sure.
    """
    letters = [char for char in text if not char.isspace()]
    before = _letters(text[:start])
    spots = _spots(lines)[: len(letters)]
    if [line.text[at] for line, at in spots] != letters:
        return lines[0]
    line, at = spots[before]
    on_line = [there for here, there in spots[before : before + _letters(text[start:end])] if here is line]
    return Location(line.file, line.line, at + 1, on_line[-1] - at + 1, line.text)


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _spots(lines: Sequence[Location]) -> list[tuple[Location, int]]:
    """Give the line and offset of each letter of a value, without the sign that it begins with."""
    begins = lines[0].text[lines[0].column - 1 :][:1]
    shown = lines[1:] if begins in _BLOCK and len(lines) > 1 else lines
    spots = [
        (line, at)
        for line in shown
        for at in range(line.column - 1, min(line.column - 1 + line.width, len(line.text)))
        if not line.text[at].isspace()
    ]
    return spots[1:] if begins in _QUOTES else spots
