"""An entry put at the end of a mapping or list in a file: all else in it stays, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent
from typing import Any

from generator.content.strict_yaml import read_yaml
from generator.edit.change import ChangeError
from generator.location import Location, YamlList, YamlMap

_BOM = "\ufeff"


def appended(path: str, raw: bytes, steps: Sequence[str | int], block: str, *, apart: bool = False) -> bytes:
    """Give the bytes of the file at `path` with the entry `block`, written in lines, at the end of what `steps` lead to.

    `apart` puts an empty line before it. Raises ChangeError where there is no mapping or list that is written in lines,
    or the file would afterwards say anything else than before and this entry.
    """
    data = _read(path, raw)
    container = _at(data, steps)
    if not isinstance(container, YamlMap | YamlList):
        raise ChangeError(f"{path}: there is nothing to add this to. Put it in yourself:\n{block}")
    text = raw.decode()
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    location = container.location
    if lines[location.line - 1][location.column - 1 :].startswith(("{", "[")):
        raise ChangeError(f"{location}: this is written in brackets. Put the new entry in yourself:\n{block}")
    end = _end(lines, location, is_list=isinstance(container, YamlList))
    put = [*([""] if apart else []), *indent(block, " " * (location.column - 1)).split("\n")]
    made = line_end.join([*lines[:end], *put, *lines[end:]])
    result = f"{bom}{made}{'' if made.endswith(line_end) else line_end}".encode()
    file, _ = read_yaml(path, result)
    if file is not None:
        _drop_last(_at(file.data, steps))
    if file is None or file.data != data:
        raise ChangeError(f"{path}: there is no safe place to put this. Put it in yourself:\n{block}")
    return result


def _read(path: str, raw: bytes) -> Any:
    file, _ = read_yaml(path, raw)
    if file is None:
        raise ChangeError(f"{path} has faults: briefing check tells them.")
    return file.data


def _at(data: Any, steps: Sequence[str | int]) -> Any:
    """Give what `steps` lead to; None where they lead nowhere."""
    for step in steps:
        if not isinstance(data, YamlMap | YamlList) or (isinstance(data, YamlMap) and step not in data):
            return None
        data = data[step]  # type: ignore[index]  # an entry's number, or a key that is there
    return data


def _drop_last(container: Any) -> None:
    if isinstance(container, YamlMap):
        container.popitem()
    elif isinstance(container, YamlList):
        container.pop()


def _end(lines: list[str], location: Location, *, is_list: bool) -> int:
    """Give how many lines there are up to the last one of what begins at `location`."""
    column, end = location.column - 1, location.line
    for number in range(location.line, len(lines)):
        line = lines[number]
        inner = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        # A list may stand in the column of the key that it belongs to.
        if inner < column or (is_list and inner == column and not f"{line} "[column:].startswith("- ")):
            break
        end = number + 1
    return end
