"""Decode the bytes of a YAML file, and refuse characters that nobody can see."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial

from generator.content import rules
from generator.content.decode import decode_utf8
from generator.content.error_list import ErrorList
from generator.diagnostics import Diagnostic
from generator.location import Location

LARGEST = 1_000_000  # bytes

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# Tabs and unusual spaces in the indentation or after a dash.
_UNUSUAL = "\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_UNUSUAL_CHARACTER = re.compile(f"[{_UNUSUAL}]")
_UNUSUAL_INDENT = re.compile(f" *(?:- +)*-?(?P<character>[{_UNUSUAL}])")


def read_text(path: str, raw: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode `raw`. Return the text with line feeds and without a byte order mark, or "" and every error."""
    if len(raw) > LARGEST:
        message = f"this file has {len(raw):,} bytes; the limit is {LARGEST:,}"
        hint = "Split it: write one file for each party and briefing."
        return "", (rules.YAML_TOO_LARGE.at(Location(path), message, hint),)
    text = decode_utf8(path, raw, rules.YAML_NOT_UTF8)
    if isinstance(text, Diagnostic):
        return "", (text,)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    hidden = ErrorList()
    hidden.add_each(_hidden_characters(path, text))
    return "" if hidden else text, hidden.sorted()


def _hidden_characters(path: str, text: str) -> Iterator[Callable[[], Diagnostic]]:
    """Yield, for each hidden character, what describes the error."""
    if not _HIDDEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for found in _HIDDEN.finditer(line):
            yield partial(_hidden_character, path, number, found.start(), line)


def _hidden_character(path: str, number: int, at: int, line: str) -> Diagnostic:
    """Return the error for the hidden character `at` this place, from 0, of a line."""
    character = line[at]
    name = unicodedata.name(character, "a control character").lower()
    message = f"this is a hidden character: U+{ord(character):04X}, {name}"
    hint = "Delete it: put the cursor after it and press backspace, or type the line again."
    return rules.HIDDEN_CHARACTER.at(Location(path, number, at + 1, 1, line), message, hint)


def unusual_indentation(path: str, text: str) -> Diagnostic | None:
    """Return the error for the first line that is indented with a tab or an unusual space; None if there is none."""
    end = 0
    while found := _UNUSUAL_CHARACTER.search(text, end):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        line = text[start:end]
        if (indent := _UNUSUAL_INDENT.match(line)) and line.strip():
            character = indent["character"]
            name = "a tab" if character == "\t" else f"an unusual space (U+{ord(character):04X})"
            return rules.TAB.at(
                Location(path, text.count("\n", 0, start) + 1, indent.start("character") + 1, 1, line),
                f"this line is indented with {name}",
                "Use ordinary spaces, two for each step. Many editors can replace a character in all lines at once.",
            )
    return None
