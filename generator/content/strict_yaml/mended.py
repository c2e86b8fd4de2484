"""A file that YAML stops at, read on as the advice says: so that one slip hides none of the others in its file."""

from __future__ import annotations

from dataclasses import replace

from generator.content.strict_yaml.columns import stops_at
from generator.content.strict_yaml.file_rules import TAB
from generator.content.strict_yaml.lines import as_written
from generator.content.strict_yaml.reader import MOST_SHOWN, YamlFile, read_with_repeats
from generator.content.strict_yaml.rules import (
    BACKSLASH,
    COLON,
    CUT_BY_COMMENT,
    FIRST_CHARACTER,
    INDENTATION,
    NO_COLON,
    OPEN_BRACKET,
    OPEN_QUOTE,
    TEXT_AFTER_QUOTE,
)
from generator.diagnostics import Diagnostic

# Their advice ends with the line as it should be.
_WITH_A_LINE = frozenset(
    rule.code
    for rule in (
        BACKSLASH,
        COLON,
        CUT_BY_COMMENT,
        FIRST_CHARACTER,
        INDENTATION,
        NO_COLON,
        OPEN_BRACKET,
        OPEN_QUOTE,
        TAB,
        TEXT_AFTER_QUOTE,
    )
)
# Which column is meant can only be guessed: what YAML makes of it shows whether it is.
_GUESSED = frozenset((INDENTATION.code, TAB.code))
_MOST = 50  # readings of one file


def read_mended(
    path: str, raw: bytes, original: bytes | None = None
) -> tuple[YamlFile | None, tuple[Diagnostic, ...]]:
    """Read the bytes of the YAML file at `path`, past every fault for which there is a line to write instead.

    Gives every fault found on the way, and the file as it would be, so that the rest of it can be checked too; None where
    it cannot be read to its end. All marks are those of the `original`, where lines of that were moved already.
    """
    text = (raw if original is None else original).decode("utf-8", "replace")
    written = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    file, faults = read_with_repeats(path, raw, written if original else ())
    told, new = set(faults), set(faults)
    for _ in range(_MOST):
        better = {one.location.line: line for one in new if (line := _instead(one))}
        if file is not None or not better or len(told) >= MOST_SHOWN:
            break
        mended = [one for one in new if one.location.line in better]
        raw = _replaced(raw, better)
        file, faults = read_with_repeats(path, raw, written)
        new = set(faults) - told
        if file is None and new and _led_nowhere(raw, new, mended):
            break
        # A line that was mended is no longer the editor's.
        lines = {one.location.line for one in told}
        told |= {one for one in new if one.location.line not in lines}
    return file, tuple(sorted(replace(one, location=as_written(one.location, written)) for one in told))


def _led_nowhere(raw: bytes, new: set[Diagnostic], mended: list[Diagnostic]) -> bool:
    """Say whether what is found now may come of the lines that were `mended`, and not of the file."""
    # Tabs are found before anything is read; all else stops the reader where it stands, with nothing wrong above.
    first = min(one.location.line if one.code == TAB.code else 1 for one in mended)
    # A wrong guess shows in the line below it, a bracket or mark in the wrong place in the column of that line.
    last = max(one.location.line for one in mended)
    guessed = any(one.code in _GUESSED for one in mended)
    stop = stops_at(raw.decode("utf-8", "replace"))
    return any(
        # A line in a wrong column may be told far above the one that it stops the reader at.
        first
        <= (max(stop, one.location.line) if one.code == INDENTATION.code else one.location.line)
        <= last + (guessed or one.code == INDENTATION.code)
        for one in new
    )


def _instead(fault: Diagnostic) -> str:
    """Give the line that the advice says to write; nothing where it gives none."""
    *_, said, line = ["", *fault.hint.split("\n")]
    if fault.code not in _WITH_A_LINE or not said.endswith(":"):
        return ""
    if fault.code in _GUESSED:
        return line
    return " " * (len(fault.location.text) - len(fault.location.text.lstrip())) + line.strip()


def _replaced(raw: bytes, better: dict[int, str]) -> bytes:
    lines = raw.split(b"\n")
    for number, line in better.items():
        end = b"\r" if lines[number - 1].endswith(b"\r") else b""
        lines[number - 1] = line.encode() + end
    return b"\n".join(lines)
