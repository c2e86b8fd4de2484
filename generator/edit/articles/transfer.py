"""A converted file as JSON, to hand it from one process to another."""

import json
from typing import Any

from generator.edit.articles.converted import Converted, Doubt, Found, Line


def pack(converted: Converted) -> dict[str, Any]:
    """Return a converted file as values of JSON."""
    return {
        "format": converted.format,
        "lines": [
            [line.text, [doubt.name for doubt in line.doubts], line.page, line.time]
            for line in converted.lines
        ],
        "details": {
            key: [[found.value, found.where] for found in values] for key, values in converted.details.items()
        },
        **{name: list(getattr(converted, name)) for name in _LISTS},
        "encoding": converted.encoding,
        "encoding_is_guessed": converted.encoding_is_guessed,
    }


def unpack(data: dict[str, Any]) -> Converted:
    """Return the converted file of which `pack` made `data`."""
    lines = tuple(
        Line(text, tuple(Doubt[doubt] for doubt in doubts), page, time)
        for text, doubts, page, time in data["lines"]
    )
    details = {key: tuple(Found(*found) for found in values) for key, values in data["details"].items()}
    lists = {name: tuple(data[name]) for name in _LISTS}
    return Converted(
        data["format"],
        lines,
        details,
        encoding=data["encoding"],
        encoding_is_guessed=data["encoding_is_guessed"],
        **lists,
    )


def to_bytes(data: dict[str, Any]) -> bytes:
    """Return values of JSON in ASCII, which holds any text, also half a character."""
    return json.dumps(data).encode("ascii")


_LISTS = ("steps", "notices", "removed", "joined_words", "labels", "programs")
