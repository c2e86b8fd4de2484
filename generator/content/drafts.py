"""What is not ready: briefings and positions with `draft: true`, which are checked and not published."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.content.paths import file_kind
from generator.content.strict_yaml import read_yaml
from generator.diagnostics import Diagnostic
from generator.location import YamlList, YamlMap

_KEY = re.compile(rb"draft[\"']?\s*:")
_TRUE = rb"[\"']?true[\"']?"
_DRAFT_LINE = rb"^[ \t]*(?:- +)?draft:[ \t]*" + _TRUE + rb"[ \t]*(?:#.*)?\r?$"
_DRAFT_IN_BRACES = rb"[{,]\s*draft:\s*" + _TRUE + rb"\s*[,}]"
_DRAFT = re.compile(rb"%s|%s" % (_DRAFT_LINE, _DRAFT_IN_BRACES), re.MULTILINE)
_DRAFT_BRIEFING = re.compile(
    rb"^(?:\xef\xbb\xbf)?draft:[ \t]*" + _TRUE + rb"[ \t]*(?:#.*)?\r?$", re.MULTILINE
)
_ISSUE = re.compile(rb"^[ \t]*(?:- +)?issue:[ \t]*(\S*)", re.MULTILINE)
# Empty lines, comments, and what may be the error: lines that are indented with other characters.
_NO_END = (b"\n", b"\r", b"#", b"\t", b"\xc2\xa0")
_FIRST_ENTRY = re.compile(rb"^positions:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)- ", re.MULTILINE)


def may_have_drafts(files: Mapping[str, bytes]) -> bool:
    """Return whether a file of a project, bytes by path, can have a draft: the key stands somewhere in it."""
    return any(_KEY.search(raw) for path, raw in files.items() if path.startswith("briefings/"))


def draft_folders(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the folder of each draft briefing of a project, with a slash at its end."""
    return tuple(
        path.removesuffix("briefing.yml")
        for path, raw in files.items()
        if file_kind(path) == "briefing" and b"draft" in raw and _is_draft_briefing(path, raw)
    )


def _is_draft_briefing(path: str, raw: bytes) -> bool:
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
    positions.keep(ready)
    return data


def _without_draft_lines(raw: bytes) -> bytes:
    """Return the bytes of a position file with empty lines in place of each draft; other lines keep their numbers.

    An entry ends at the next dash as far left as its own, or at a line at the left edge.
    """
    first = _FIRST_ENTRY.search(raw)
    if first is None:
        return raw
    start = first.start(1)
    blocks = _blocks(raw[start:].splitlines(keepends=True), len(first[1]))
    return raw[:start] + b"".join(
        b"\n" * block.count(b"\n") if _is_draft_block(block) else block for block in blocks
    )


def _is_draft_block(block: bytes) -> bool:
    """Return whether the lines of an entry are a draft. If a dash is missing, they may be two entries, and one is not."""
    return _DRAFT.search(block) is not None and len({*_ISSUE.findall(block)}) <= 1


def _blocks(lines: Iterable[bytes], dash: int) -> Iterator[bytes]:
    """Yield the lines of each entry as one block, and all that follows the list as another. `dash` is a column from 0."""
    block = b""
    for line in lines:
        text = line.lstrip(b" ")
        indent = len(line) - len(text)
        # A key between the left edge and the dash is no new entry: its indent is wrong.
        begins = text.startswith(b"-") or indent == 0
        if indent <= dash and begins and not text.startswith(_NO_END):
            yield block
            block = b""
        block += line
    yield block
