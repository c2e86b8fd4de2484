"""YAML as text: values, keys, and entries that are added to a file while all its other bytes stay the same."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from textwrap import indent
from typing import Any

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.evidence.hint_text import yaml_text
from generator.location import Location, YamlList, YamlMap

_LONGEST_PLAIN = 110  # characters of a text without quotation marks


def value(text: str) -> str:
    """Return `text` as a YAML value: plain if it then reads the same, else in quotation marks."""
    return text if len(text) <= _LONGEST_PLAIN and _reads_as(text, text) else yaml_text(text)


def flow_list(texts: Iterable[str]) -> str:
    """Return texts as a list in brackets, on one line."""
    return f"[{', '.join(text if _reads_as(f'[{text}]', [text]) else yaml_text(text) for text in texts)}]"


def _reads_as(yaml: str, expected: str | list[str]) -> bool:
    data, _ = read_yaml("value.yml", f"key: {yaml}\n".encode())
    return data == {"key": expected}


def lines(texts: Mapping[str, str]) -> str:
    """Return one line for each key and its text; keys with an empty text are left out."""
    return "\n".join(f"{key}: {value(text)}" for key, text in texts.items() if text)


def append_entry(
    path: str, raw: bytes, steps: Sequence[str | int], entry: str, *, blank_line: bool = False
) -> bytes:
    """Return the bytes of a file with `entry`, YAML in block style, as `append_entries` does.

    `blank_line` puts an empty line before it.
    """
    return append_entries(path, raw, steps, [entry], blank_line=blank_line)


def append_entries(
    path: str, raw: bytes, steps: Sequence[str | int], entries: Sequence[str], *, blank_line: bool = False
) -> bytes:
    """Return the bytes of a file with `entries` at the end of the list or mapping that `steps` lead to.

    Raise EditError, with the entries to paste, if there is no such list or mapping, or if the result would not have exactly
    the content of the file plus these entries, for example because of brackets.
    """
    entry = "\n".join(entries)
    no_place = EditError(
        f"{path} has no place for this entry, or only one in brackets. Add the entry yourself:\n{entry}"
    )
    before, _ = read_yaml(path, raw)
    if before is None:
        raise EditError(f"{path} has errors. Run `briefing check`.")
    container = _container_at(before, steps)
    if container is None:
        raise no_place
    encoding = "utf-8-sig" if raw.startswith(BOM_UTF8) else "utf-8"
    text = raw.decode(encoding)
    line_end = "\r\n" if "\r\n" in text else "\n"
    rows = text.replace("\r\n", "\n").split("\n")
    end, depth = _place_for_entries(rows, container)
    added = [*([""] if blank_line else []), *indent(entry, " " * depth).split("\n")]
    new_text = line_end.join([*rows[:end], *added, *rows[end:]])
    result = f"{new_text}{'' if new_text.endswith(line_end) else line_end}".encode(encoding)
    if not _adds_entries(before, read_yaml(path, result)[0], steps, len(entries)):
        raise no_place
    return result


def _place_for_entries(rows: list[str], container: YamlMap | YamlList) -> tuple[int, int]:
    """Return the number of the line, from 1, after which new entries belong, and their indentation.

    The brackets of an empty list, `[]`, are removed from `rows`.
    """
    location = container.location
    row, column = rows[location.line - 1], location.column - 1
    if container or row[column : column + 2] != "[]":
        return _end_line(rows, location, is_list=isinstance(container, YamlList)), column
    rows[location.line - 1] = f"{row[:column].rstrip()}{row[column + 2 :]}"
    return location.line, len(row) - len(row.lstrip(" ")) + 2


def _container_at(data: Any, steps: Sequence[str | int]) -> YamlMap | YamlList | None:
    """Return the list or mapping that `steps`, keys and indexes, lead to; None if there is none."""
    try:
        for step in steps:
            data = data[step]
    except (LookupError, TypeError):
        return None
    return data if isinstance(data, YamlMap | YamlList) else None


def _adds_entries(before: YamlMap, after: Any, steps: Sequence[str | int], number: int) -> bool:
    """Return whether `after`, a file that was read or None, says the same as `before` once its last entries are removed."""
    container = _container_at(after, steps)
    for _ in range(number if container else 0):
        if isinstance(container, YamlMap):
            container.popitem()
        elif container:
            container.pop()
    return container is not None and bool(after == before)


def _end_line(rows: Sequence[str], location: Location, *, is_list: bool) -> int:
    """Return the number of the last line, from 1, of the list or mapping that begins at `location`."""
    column, end = location.column - 1, location.line
    for number, row in enumerate(rows[location.line :], location.line + 1):
        content = row.lstrip(" ")
        if not content.strip() or content.lstrip().startswith("#"):
            continue
        depth = len(row) - len(content)
        # A list may begin in the same column as its key.
        if depth < column or (is_list and depth == column and not f"{content} ".startswith("- ")):
            break
        end = number
    return end
