"""Two versions of a file side by side or one after the other, and three versions made one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_CONTEXT = 3  # lines around a change
_MOST_LINES = 20_000  # of a file; comparing more takes seconds


@dataclass(frozen=True)
class DiffLine:
    """A line of a comparison: `kind` is `same`, `added`, `removed` or `gap`; `number` is that in the new text, 0 for none."""

    kind: str
    number: int
    text: str


def split_lines(text: str) -> list[str]:
    """Return the lines of a text with their ends; only line feeds and carriage returns end a line, as in YAML files."""
    return _LINE.findall(text)


def decoded(content: bytes | None) -> str:
    """Return a file as text, for eyes only: bytes that are not UTF-8 become replacement characters."""
    return (content or b"").decode("utf-8", "replace").removeprefix("\ufeff")


def difference(before: bytes | None, after: bytes | None) -> list[DiffLine]:
    """Return the lines that differ, with some lines around them."""
    old, new = (split_lines(decoded(content)) for content in (before, after))
    if max(len(old), len(new)) > _MOST_LINES:
        return [DiffLine("gap", 0, "")]
    return list(_lines(old, new))


def _lines(old: list[str], new: list[str]) -> Iterator[DiffLine]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for number, group in enumerate(matcher.get_grouped_opcodes(_CONTEXT)):
        if number:
            yield DiffLine("gap", 0, "")
        for tag, start, end, new_start, new_end in group:
            if tag != "equal":
                yield from (DiffLine("removed", 0, line.rstrip("\r\n")) for line in old[start:end])
            kind = "same" if tag == "equal" else "added"
            for index in range(new_start, new_end):
                yield DiffLine(kind, index + 1, new[index].rstrip("\r\n"))


def with_line_ends(original: str, edited: str) -> str:
    """Return `edited`, whose lines end with line feeds, with the line ends that `original` has.

    A line that is as it was keeps its own; new ones get that of the first line. So saving an unchanged text changes no byte.
    """
    old = split_lines(original)
    new = split_lines(edited)
    common = _end(old[0]) if old and _end(old[0]) else "\n"
    result = [line.rstrip("\n") + (common if line.endswith("\n") else "") for line in new]
    plain_old, plain_new = ([line.rstrip("\r\n") for line in lines] for lines in (old, new))
    for start, new_start, size in SequenceMatcher(
        None, plain_old, plain_new, autojunk=False
    ).get_matching_blocks():
        for offset in range(size):
            if new[new_start + offset].endswith("\n") and _end(old[start + offset]):
                result[new_start + offset] = old[start + offset]
    return "".join(result)


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def merged_text(base: str, mine: str, now: str) -> str | None:
    """Return `base` with the changes of both other texts; None if they touch the same or neighbouring lines."""
    lines = split_lines(base)
    changes = sorted({*_changes(lines, split_lines(mine)), *_changes(lines, split_lines(now))})
    result, at = [], 0
    for number, (start, end, text) in enumerate(changes):
        if number and start <= changes[number - 1][1]:
            return None
        result += [*lines[at:start], *text]
        at = end
    return "".join((*result, *lines[at:]))


def _changes(base: list[str], other: list[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, base, other, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield start, end, tuple(other[new_start:new_end])
