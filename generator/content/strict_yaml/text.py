"""The bytes of a YAML file -> its lines, or every reason why they are no text that the reader takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from generator.content.strict_yaml.columns import in_its_column
from generator.content.strict_yaml.file_rules import HIDDEN_CHARACTER, NOT_UTF8, TAB, TOO_LARGE
from generator.diagnostics import Diagnostic
from generator.location import Location

LARGEST = 1_000_000  # bytes
_MOST_SHOWN = 50  # hidden characters, and odd indentations: a file full of them is no YAML

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# Tabs, and spaces that are no ordinary ones, in the indentation or behind a dash.
_ODD = "\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_INDENT = re.compile(f"(?P<start> *(?:- +)*-?)(?P<odd>[{_ODD}])")
# What either of the two takes; nearly every file has none of it.
_SUSPECT = re.compile(f"{_HIDDEN.pattern[:-1]}{_ODD}]")
_SPACE = re.compile(f"[ {_ODD}]*")
_ZERO_WIDTH = "\u200b"
_SAVE = "Save it again with the encoding “UTF-8”."
# UTF-16 and UTF-32 begin with one of these marks.
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def read_text(path: str, raw: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Decode `raw`: the text without byte order mark, line breaks as line feeds; or None and all that forbids it."""
    if len(raw) > LARGEST:
        message = f"this file has {len(raw):,} bytes; {LARGEST:,} are allowed"
        return None, (
            TOO_LARGE.at(Location(path), message, "Split it: one file for each party and briefing."),
        )
    if raw.startswith(_WIDE_MARKS) or raw.count(0) > len(raw) // 4:
        message = "this file is UTF-16 or UTF-32, not UTF-8"
        return None, (NOT_UTF8.at(Location(path), message, _SAVE),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        message = f"this file is not UTF-8: byte {fault.start + 1} is {raw[fault.start]:#04x}"
        return None, (NOT_UTF8.at(_byte_mark(path, raw, fault.start), message, _SAVE),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.count("\r") > 1 and "\n" not in text:
        message = "the lines of this file end as on the Macs of old, so that all of it is one line"
        return None, (HIDDEN_CHARACTER.at(Location(path), message, "Save it again with line ends “LF”."),)
    lines = text.split("\n")
    faults: tuple[Diagnostic, ...] = ()
    if _SUSPECT.search(text):
        faults = (*islice(_hidden(path, lines), _MOST_SHOWN), *islice(_indents(path, lines), _MOST_SHOWN))
    return (None if faults else "\n".join(lines)), faults


def _byte_mark(path: str, raw: bytes, at: int) -> Location:
    """Give the place of the byte at `at`, counting characters on its line."""
    start, end = raw.rfind(b"\n", 0, at) + 1, raw.find(b"\n", at)
    line = raw[start : end if end >= 0 else len(raw)].decode("utf-8", "replace").rstrip("\r")
    before = raw[start:at].decode("utf-8").removeprefix("\ufeff")
    return Location(path, raw.count(b"\n", 0, at) + 1, len(before) + 1, 1, line.removeprefix("\ufeff"))


def _hidden(path: str, lines: list[str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, 1):
        for match in _HIDDEN.finditer(line):
            name = unicodedata.name(match.group(), "a control character").lower()
            yield HIDDEN_CHARACTER.at(
                Location(path, number, match.start() + 1, 1, line),
                f"a hidden character stands here: U+{ord(match.group()):04X}, {name}",
                "Delete it: put the cursor behind it and press backspace, or type the line again.",
            )


def _indents(path: str, lines: list[str]) -> Iterator[Diagnostic]:
    mended = [*lines]
    for number, line in enumerate(lines, 1):
        # A line of nothing but white space says nothing.
        if (match := _INDENT.match(line)) and line.strip():
            what = (
                "a tab"
                if match["odd"] == "\t"
                else f"U+{ord(match['odd']):04X}, a space that is no ordinary one"
            )
            mended[number - 1] = _with_spaces(line, match["start"])
            mended[number - 1] = in_its_column(mended, number)
            yield TAB.at(
                Location(path, number, match.end(), 1, line),
                f"this line is indented with {what}",
                f"Use ordinary spaces, two for each step:\n{mended[number - 1]}",
            )


def _with_spaces(line: str, start: str) -> str:
    """Write `line` with ordinary spaces behind its dash, or in place of its indentation."""
    rest = line[len(start) :]
    text = _SPACE.sub("", rest, count=1).rstrip()
    if "-" in start:
        return f"{start.rstrip()} {text}"
    space = rest[: len(rest.rstrip()) - len(text)].replace(_ZERO_WIDTH, "").expandtabs(2)
    return f"{start}{' ' * len(space)}{text}"
