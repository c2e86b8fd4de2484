"""The location of a word of a text in the editor's file, also when the value has several lines."""

from __future__ import annotations

from collections.abc import Sequence

from generator.location import Location

_QUOTES = ("'", '"')
_BLOCK_SIGNS = (">", "|")


def locate_words(lines: Sequence[Location], text: str, start: int, end: int) -> Location:
    """Return the location of `text[start:end]` in a value that stands on `lines`, or the location of the value.

    YAML may fold lines and write characters as escapes. If the letters of the lines, without white space, are not
    the letters of the text, only the location of the value is certain.
    """
    letters = [char for char in text if not char.isspace()]
    before = _count_letters(text[:start])
    places = _letter_places(lines)[: len(letters)]
    if [line.text[offset] for line, offset in places] != letters:
        return lines[0]
    line, first = places[before]
    words = places[before : before + _count_letters(text[start:end])]
    last = [offset for other, offset in words if other is line][-1]
    return Location(line.file, line.line, first + 1, last - first + 1, line.text)


def _count_letters(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _letter_places(lines: Sequence[Location]) -> list[tuple[Location, int]]:
    """Return the line and offset of each letter of a value, without its block sign or opening quotation mark."""
    sign = lines[0].text[lines[0].column - 1 :][:1]
    places = [
        (line, offset)
        for line in (lines[1:] if sign in _BLOCK_SIGNS and len(lines) > 1 else lines)
        for offset in range(line.column - 1, min(line.column - 1 + line.width, len(line.text)))
        if not line.text[offset].isspace()
    ]
    return places[1:] if sign in _QUOTES else places
