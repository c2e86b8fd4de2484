"""What is not ready: briefings and positions with `draft: true`, which are checked and not published."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.content.strict_yaml import read_yaml
from generator.diagnostics import Diagnostic
from generator.location import YamlList, YamlMap

_DRAFT_LINE = rb"^[ \t]*(?:- +)?draft:[ \t]*true[ \t]*(?:#.*)?\r?$"
_DRAFT_IN_BRACES = rb"[{,]\s*draft:\s*true\s*[,}]"
_DRAFT = re.compile(rb"%s|%s" % (_DRAFT_LINE, _DRAFT_IN_BRACES), re.MULTILINE)
_DRAFT_BRIEFING = re.compile(rb"^draft:[ \t]*true[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_INDENT = re.compile(rb"^(?: |\t|\xc2\xa0)+")  # with what may be the error
_FIRST_ENTRY = re.compile(rb"^positions:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)- ", re.MULTILINE)


def may_have_drafts(files: Iterable[bytes]) -> bool:
    """Return whether one of `files` can have a draft."""
    return any(b"draft" in raw for raw in files)


def is_draft_briefing(path: str, raw: bytes) -> bool:
    """Return whether a briefing is a draft. If YAML cannot read it, it needs the line `draft: true` at the left edge."""
    data, _ = read_yaml(path, raw)
    return _is_draft(data) if data is not None else _DRAFT_BRIEFING.search(raw) is not None


def read_without_drafts(path: str, raw: bytes) -> tuple[YamlMap | None, tuple[Diagnostic, ...]]:
    """Read a position file without its drafts, and return the errors of the rest; None if nothing is left.

    If YAML cannot read the file, each entry with a line `draft: true` is removed first.
    """
    data, errors = read_yaml(path, raw)
    if data is not None:
        return _without_drafts(data), errors
    data, errors = read_yaml(path, _without_draft_lines(raw))
    is_empty = data is not None and data.get("positions") is None
    return (None, ()) if is_empty else (data, errors)


def _is_draft(data: Any) -> bool:
    return isinstance(data, YamlMap) and data.get("draft") in (True, "true")


def _without_drafts(data: YamlMap) -> YamlMap | None:
    """Remove the drafts from the positions of a file. Return None if nothing else is left."""
    positions = data.get("positions")
    if not isinstance(positions, YamlList):
        return data
    ready = [index for index, position in enumerate(positions) if not _is_draft(position)]
    if positions and not ready:
        return None
    positions.places[:] = [positions.places[index] for index in ready]
    positions[:] = [positions[index] for index in ready]
    return data


def _without_draft_lines(raw: bytes) -> bytes:
    """Return the bytes of a position file with empty lines in place of each draft; other lines keep their numbers.

    An entry ends where a line begins as far left as its dash.
    """
    first = _FIRST_ENTRY.search(raw)
    if first is None:
        return raw
    start = first.start(1)
    blocks = _blocks(raw[start:].splitlines(keepends=True), len(first[1]))
    return raw[:start] + b"".join(
        b"\n" * block.count(b"\n") if _DRAFT.search(block) else block for block in blocks
    )


def _blocks(lines: Iterable[bytes], dash: int) -> Iterator[bytes]:
    """Yield the lines of each entry as one block, and all that follows the list as another. `dash` is a column from 0."""
    block = b""
    for line in lines:
        text = _INDENT.sub(b"", line)
        if text.strip() and not text.startswith(b"#") and len(line) - len(text) <= dash:
            yield block
            block = b""
        block += line
    yield block
