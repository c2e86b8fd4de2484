"""The bytes of a YAML file -> its lines, or every reason why they are no text that the reader takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.marks import Mark
from generator.yaml_rules import HIDDEN_CHARACTER, NOT_UTF8, TAB, TOO_LARGE

LARGEST = 1_000_000  # bytes


_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
    "|\r(?!\n)"
)
_TAB = re.compile("^ *\t", re.MULTILINE)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: str, raw: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Decode `raw`: the text without byte order mark, line breaks as line feeds; or None and all that forbids it."""
    if len(raw) > LARGEST:
        message = f"this file has {len(raw):,} bytes; {LARGEST:,} are allowed"
        return None, (TOO_LARGE.at(Mark(path), message, "Split it: one file for each party and briefing."),)
    if raw.startswith(_UTF16_MARKS):
        message = "this file is UTF-16, not UTF-8"
        return None, (NOT_UTF8.at(Mark(path), message, "Save it again with the encoding “UTF-8”."),)
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start]
        line, column = (
            before.count(b"\n") + 1,
            len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1,
        )
        message = f"this file is not UTF-8: byte {fault.start + 1} is {raw[fault.start]:#04x}"
        return None, (
            NOT_UTF8.at(Mark(path, line, column), message, "Save it again with the encoding “UTF-8”."),
        )
    lines = text.replace("\r\n", "\n").split("\n")
    faults = (*_hidden(path, text, lines), *_tabs(path, lines))
    return (None if faults else "\n".join(lines)), faults


def _hidden(path: str, text: str, lines: list[str]) -> Iterator[Diagnostic]:
    for match in _HIDDEN.finditer(text):
        line, column = (
            text.count("\n", 0, match.start()) + 1,
            match.start() - text.rfind("\n", 0, match.start()),
        )
        name = unicodedata.name(match.group(), "a control character").lower()
        yield HIDDEN_CHARACTER.at(
            Mark(path, line, column, 1, lines[line - 1]),
            f"a hidden character stands here: U+{ord(match.group()):04X}, {name}",
            "Delete it: put the cursor behind it and press backspace, or type the line again.",
        )


def _tabs(path: str, lines: list[str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, 1):
        # A line of nothing but white space says nothing.
        if (match := _TAB.match(line)) and line.strip():
            yield TAB.at(
                Mark(path, number, match.end(), 1, line),
                "this line is indented with a tab",
                f"Use spaces: {line.expandtabs(2)}",
            )
